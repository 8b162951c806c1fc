/** What goods, as asked, may turn out to be: the parts of a family, the classes of an approximate code (rule 6). */
import { remember } from '../compile/remember.ts';
import type { Goods } from '../law/vocabulary.ts';

/** One thing that goods may turn out to be: the codes it bears (its own and all that include it). */
export type GoodsAlternative = {
  readonly part: string;
  /** The way down from what was asked, the largest part first; it ends with `part`, and is empty for the thing itself. */
  readonly trail: readonly string[];
  readonly codes: ReadonlySet<string>;
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
 * What goods asked under a code may turn out to be, told apart only as far as a measure at hand does: `named` are the
 * codes that measures and openings name. One alternative: no open question.
 */
export function alternativesOf(
  code: string,
  goods: Vocabulary,
  named: ReadonlySet<string>,
): readonly GoodsAlternative[] {
  const whole = remember(
    remember(divided, goods, () => new Map<string, Branch>()),
    code,
    () => branchesOf(code, goods, [], false),
  );
  const parts = settle(whole, named);
  const finer: GoodsAlternative[] = [];
  for (const name of named) {
    if (name === code || name === 'any' || parts.some(({ codes }) => codes.has(name))) continue;
    const codes = classesOf(name, goods);
    if (codes.has(code)) finer.push({ part: name, trail: [name], codes });
  }
  return [...parts, ...finer].slice(0, LIMIT);
}

const divided = new WeakMap<Vocabulary, Map<string, Branch>>();

/** A code with what a thing under it may further be; a leaf is settled. */
type Branch = GoodsAlternative & { readonly below: readonly Branch[] };

/** Parts divide again and again; a possible class is looked into once on a way, for classes may each be one another. */
function branchesOf(code: string, goods: Vocabulary, above: readonly string[], guessed: boolean): Branch {
  const entry = goods[code];
  const codes = new Set([...above.flatMap((one) => [...classesOf(one, goods)]), ...classesOf(code, goods)]);
  const { parts = [], mayBe = [] } = entry ?? {};
  const way = [...above, code];
  const fresh = (part: string): boolean => !codes.has(part);
  const below = [
    ...parts.filter(fresh).map((part) => branchesOf(part, goods, way, guessed)),
    ...(guessed ? [] : mayBe.filter(fresh).map((part) => branchesOf(part, goods, way, true))),
  ];
  return { part: code, trail: way.slice(1), codes, below };
}

/** The leaves of a branch, or the branch itself where no measure at hand tells its leaves apart. */
function settle(branch: Branch, named: ReadonlySet<string>): readonly GoodsAlternative[] {
  if (branch.below.length === 0) return [branch];
  const leaves = branch.below.flatMap((one) => settle(one, named));
  const profiles = new Map<string, GoodsAlternative>();
  for (const leaf of leaves) if (!profiles.has(profileOf(leaf, named))) profiles.set(profileOf(leaf, named), leaf);
  if (profiles.size > 1) return leaves;
  const [only] = profiles.values();
  return [{ part: branch.part, trail: branch.trail, codes: only!.codes }];
}

/** What the measures at hand can see of a thing. */
const profileOf = ({ codes }: GoodsAlternative, named: ReadonlySet<string>): string =>
  [...named].filter((name) => codes.has(name)).join(' ');

/** What a service or a finance question that names no goods may be tied to: each thing a measure at hand names, or none of them. */
export function unnamedGoods(goods: Vocabulary, named: ReadonlySet<string>): readonly GoodsAlternative[] {
  const each = [...named].map((part) => ({
    part,
    trail: [part],
    codes: classesOf(part, goods) as ReadonlySet<string>,
  }));
  return [...each.slice(0, LIMIT), { part: 'other', trail: ['other'], codes: new Set(['any']) }];
}

/** Whether a thing falls under a scope: a list of codes it must meet, and codes that are left out. */
export const isAmong = (
  thing: ReadonlySet<string>,
  scope: readonly string[],
  except: readonly string[] = [],
): boolean => scope.some((code) => thing.has(code)) && !except.some((code) => thing.has(code));
