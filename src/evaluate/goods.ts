import type { Goods } from '../law/vocabulary.ts';

/** One thing that goods, as asked, may turn out to be: the codes it bears (its own and all that include it). */
export type GoodsAlternative = { readonly part: string; readonly codes: ReadonlySet<string>; readonly decides?: string };

type Vocabulary = Readonly<Record<string, Goods>>;

const LIMIT = 256;

/** Every class a code belongs to by definition, itself included. */
export function classesOf(code: string, goods: Vocabulary): Set<string> {
  const found = new Set<string>(['any']);
  const queue = [code];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    queue.push(...(goods[next]?.in ?? []));
  }
  return found;
}

/**
 * What goods asked under a code may turn out to be, each disjoint part or possible class once. A single thing with
 * no open question is one alternative.
 */
export function alternativesOf(code: string, goods: Vocabulary, above: ReadonlySet<string> = new Set()): readonly GoodsAlternative[] {
  const entry = goods[code];
  const codes = new Set([...classesOf(code, goods), ...above]);
  const open = [...(entry?.parts ?? []), ...(entry?.mayBe ?? [])].filter((part) => part !== code && !above.has(part));
  if (open.length === 0) return [{ part: code, codes, ...(entry?.decides !== undefined && { decides: entry.decides }) }];
  const made = new Map<string, GoodsAlternative>();
  for (const part of open) {
    for (const one of alternativesOf(part, goods, codes)) {
      const key = [...one.codes].sort().join(' ');
      const decides = entry?.decides ?? one.decides;
      if (!made.has(key) && made.size < LIMIT) made.set(key, { part: one.part, codes: one.codes, ...(decides !== undefined && { decides }) });
    }
  }
  return [...made.values()];
}

/** Whether a thing falls under a scope: a list of codes it must meet, and codes that are left out. */
export const isAmong = (thing: ReadonlySet<string>, scope: readonly string[], except: readonly string[] = []): boolean =>
  scope.some((code) => thing.has(code)) && !except.some((code) => thing.has(code));
