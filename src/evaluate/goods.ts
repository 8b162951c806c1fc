import type { Goods } from '../law/vocabulary.ts';

/** One thing that goods, as asked, may turn out to be: the codes it bears (its own and all that include it). */
export type GoodsAlternative = {
  readonly part: string;
  readonly codes: ReadonlySet<string>;
  readonly decides?: string;
};

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
 * What goods asked under a code may turn out to be: each disjoint part or possible class once, and each thing that a
 * measure at hand names inside the code (an edict on one system, asked as "arms"). One alternative: no open question.
 */
export function alternativesOf(
  code: string,
  goods: Vocabulary,
  named: ReadonlySet<string>,
): readonly GoodsAlternative[] {
  const parts = partsOf(code, goods, new Set());
  const finer: GoodsAlternative[] = [];
  for (const name of named) {
    if (name === code || name === 'any' || parts.some(({ codes }) => codes.has(name))) continue;
    const codes = classesOf(name, goods);
    if (codes.has(code)) finer.push({ part: name, codes });
  }
  return [...parts, ...finer].slice(0, LIMIT);
}

function partsOf(code: string, goods: Vocabulary, above: ReadonlySet<string>): readonly GoodsAlternative[] {
  const entry = goods[code];
  const codes = new Set([...classesOf(code, goods), ...above]);
  const open = [...(entry?.parts ?? []), ...(entry?.mayBe ?? [])].filter((part) => part !== code && !above.has(part));
  const decides = entry?.decides;
  if (open.length === 0) return [{ part: code, codes, ...(decides !== undefined && { decides }) }];
  const made = new Map<string, GoodsAlternative>();
  for (const part of open) {
    for (const one of partsOf(part, goods, codes)) {
      const key = [...one.codes].sort().join(' ');
      const figure = decides ?? one.decides;
      if (!made.has(key))
        made.set(key, { part: one.part, codes: one.codes, ...(figure !== undefined && { decides: figure }) });
    }
  }
  return [...made.values()];
}

/** What a service or a finance question that names no goods may be tied to: each thing a measure at hand names, or none of them. */
export function unnamedGoods(goods: Vocabulary, named: ReadonlySet<string>): readonly GoodsAlternative[] {
  const each = [...named].map((part) => ({ part, codes: classesOf(part, goods) as ReadonlySet<string> }));
  return [...each.slice(0, LIMIT), { part: 'other', codes: new Set(['any']) }];
}

/** Whether a thing falls under a scope: a list of codes it must meet, and codes that are left out. */
export const isAmong = (
  thing: ReadonlySet<string>,
  scope: readonly string[],
  except: readonly string[] = [],
): boolean => scope.some((code) => thing.has(code)) && !except.some((code) => thing.has(code));
