/** Every id that the files declare, by kind of thing, and the ids of files too broken to be linked. */
import { type Code, diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Holder, Places } from './places.ts';

export type IdKind =
  | 'instrument'
  | 'norm'
  | 'rule'
  | 'event'
  | 'point'
  | 'regime'
  | 'list'
  | 'position'
  | 'state'
  | 'region'
  | 'group'
  | 'law'
  | 'goods';

const unknownCode: Readonly<Record<IdKind, Code>> = {
  instrument: 'unknown-instrument',
  norm: 'unknown-norm',
  rule: 'unknown-rule',
  event: 'unknown-event-id',
  point: 'unknown-point-id',
  regime: 'unknown-regime',
  list: 'unknown-list',
  position: 'unknown-group',
  state: 'unknown-state-code',
  region: 'unknown-region-code',
  group: 'unknown-group',
  law: 'unknown-law-code',
  goods: 'unknown-goods-code',
};

/** Vocabularies: while a record has none of a kind, its codes are taken as they are, and that is said once. */
const vocabularies: readonly IdKind[] = ['state', 'region', 'group', 'law', 'goods'];

/** Each guess looks at every id of its kind, thousands of them. */
const MOST_GUESSES = 500;

/** What an id was probably meant to be: one a few letters away, else one that begins with it (a year left out). */
function meantBy(id: string, known: Iterable<string>): string | undefined {
  const all = [...known];
  return nearest(id, all) ?? all.find((one) => id.length > 3 && one.startsWith(id));
}

/** The ids of the record, and the faults found in using them. */
export class Ids {
  readonly #declared = new Map<IdKind, Map<string, Holder>>();
  readonly #broken: Set<string>;
  readonly faults: Diagnostic[] = [];
  #guesses = 0;

  constructor(
    readonly places: Places,
    broken: ReadonlySet<string> = new Set(),
  ) {
    this.#broken = new Set(broken);
  }

  /** Whether some file could not be read: what it holds may be what another one seems to lack. */
  get isIncomplete(): boolean {
    return this.#broken.size > 0;
  }

  report(
    code: Code,
    holder: Holder,
    key?: string | number,
    facts: Readonly<Record<string, string | number | undefined>> = {},
  ): void {
    this.faults.push(diagnose(code, this.places.of(holder, key), facts));
  }

  /** Declares an id; false, with a fault, when another thing of that kind already bears it. */
  declare(kind: IdKind, id: string, holder: Holder, key: string): boolean {
    const known = this.#of(kind);
    const other = known.get(id);
    if (other !== undefined) {
      const { file, line } = this.places.of(other);
      this.report('double-id', holder, key, { id, other: `${file}:${line}` });
      return false;
    }
    known.set(id, holder);
    return true;
  }

  /** Where an id was declared. */
  origin(kind: IdKind, id: string): Holder | undefined {
    return this.#of(kind).get(id);
  }

  all(kind: IdKind): IterableIterator<string> {
    return this.#of(kind).keys();
  }

  has(kind: IdKind, id: string): boolean {
    return this.#of(kind).has(id);
  }

  /** Whether an id belongs to a file that could not be read: no second fault for the same mistake. */
  isPardoned(id: string): boolean {
    const instrument = id.replace(/^adopted:/, '').replace(/[#*].*$/, '');
    return this.#broken.has(id) || this.#broken.has(instrument);
  }

  /** Whether an id names something; a fault when it does not. */
  refer(kind: IdKind, id: string, holder: Holder, key?: string | number): boolean {
    const known = this.#of(kind);
    if (known.has(id)) return true;
    if (known.size === 0 && vocabularies.includes(kind)) return true;
    if (!this.isPardoned(id))
      this.report(unknownCode[kind], holder, key, { cited: id, nearest: this.#meant(id, known) });
    return false;
  }

  /** What an id was probably meant to be; a file of nothing but wrong ids gets no more guesses after a while. */
  #meant(id: string, known: ReadonlyMap<string, Holder>): string | undefined {
    this.#guesses += 1;
    return this.#guesses > MOST_GUESSES ? undefined : meantBy(id, known.keys());
  }

  /** The ids of a list that name something; a fault for each of the others. */
  referAll(kind: IdKind, list: readonly string[] | undefined): readonly string[] {
    return (list ?? []).filter((id, index) => this.refer(kind, id, list as Holder, index));
  }

  #of(kind: IdKind): Map<string, Holder> {
    let known = this.#declared.get(kind);
    if (known === undefined) this.#declared.set(kind, (known = new Map()));
    return known;
  }
}
