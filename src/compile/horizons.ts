/**
 * How far the record sees renewals: per regime and family of measures, the day before the first renewal that was due and is
 * not in it. A part of the record is swept for it when it is first asked about.
 */
import { familyOf } from '../law/family.ts';
import type { Norm } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import { endOfDay } from '../time/civil-date.ts';
import { BEGINNING, earliest, type Instant, instant } from '../time/instant.ts';
import { type Component, partitionOf } from './components.ts';
import { type Known, knownBy } from './known.ts';
import { remember } from './remember.ts';
import { scoreOf, sweep } from './sweep.ts';

/** A regime and a family. */
type Key = string;

/** What is known of the horizons of one record. */
type Kept = {
  readonly known: Known;
  /** The components in which norms of a regime and family may run out. */
  readonly lapsing: ReadonlyMap<Key, ReadonlySet<Component>>;
  /** Per component, the horizons that its missed renewals set. */
  readonly missed: Map<Component, ReadonlyMap<Key, Instant>>;
  readonly found: Map<Key, Instant>;
};

const kept = new WeakMap<LegalRecord, Kept>();

/** The regime and family whose renewals a norm's end waits for. */
export const keyOf = (record: LegalRecord, norm: Norm): Key => `${norm.regime} ${familyOf(record, norm)}`;

const given = new WeakMap<LegalRecord, Horizons>();

/** Horizons that lie before the record's own, by regime and family. */
export type Horizons = Readonly<Record<Key, Instant>>;

/** Says the horizons of a record that were found before. */
export const giveHorizons = (record: LegalRecord, horizons: Horizons): void => {
  given.set(record, horizons);
};

/** The last instant at which the record could have seen renewals of the norm's regime and family. */
export function horizonOf(record: LegalRecord, norm: Norm): Instant {
  const key = keyOf(record, norm);
  const before = given.get(record);
  if (before !== undefined) return before[key] ?? endOfDay(record.horizon);
  const own = remember(kept, record, () => keep(record));
  return remember(own.found, key, () => {
    const missed = [...(own.lapsing.get(key) ?? [])].map((component) => missedIn(record, own, component).get(key));
    return missed.reduce<Instant>((soonest, one) => earliest(soonest, one ?? soonest), endOfDay(record.horizon));
  });
}

/** All horizons that lie before the record's own. */
export function horizonsOf(record: LegalRecord): ReadonlyMap<Key, Instant> {
  const own = remember(kept, record, () => keep(record));
  const all = new Map<Key, Instant>();
  for (const components of own.lapsing.values())
    for (const component of components)
      for (const [key, at] of missedIn(record, own, component)) all.set(key, earliest(all.get(key) ?? at, at));
  return all;
}

function keep(record: LegalRecord): Kept {
  const lapsing = new Map<Key, Set<Component>>();
  for (const component of partitionOf(record).components) {
    if (!mayLapse(record, component)) continue;
    for (const id of component.norms)
      remember(lapsing, keyOf(record, record.norms[id]!), () => new Set<Component>()).add(component);
  }
  return { known: knownBy(record, endOfDay(record.horizon)), lapsing, missed: new Map(), found: new Map() };
}

/** Whether any norm has, or may be given, an end that is usually prolonged. */
const mayLapse = (record: LegalRecord, { norms, rules }: Component): boolean =>
  norms.some((id) => record.norms[id]!.ends.some(({ kind }) => kind === 'renewable')) ||
  rules.some((id) => record.rules[id]!.until?.kind === 'renewable');

/** The day before each renewal that was due in a component by the record's horizon, on the plain reading of every point. */
function missedIn(record: LegalRecord, { known, missed }: Kept, component: Component): ReadonlyMap<Key, Instant> {
  return remember(missed, component, () => {
    const { lives } = sweep(scoreOf(component, record, known), {
      known,
      point: (id) => record.points[id]?.default === 'yes',
      horizonOf: () => BEGINNING,
    });
    const found = new Map<Key, Instant>();
    for (const [id, life] of Object.entries(lives)) {
      const last = life.at(-1);
      if (last?.status !== 'unseen' || last.from.from > known.asKnown) continue;
      const key = keyOf(record, record.norms[id]!);
      const before = instant(last.from.from - 86_400);
      found.set(key, earliest(found.get(key) ?? before, before));
    }
    return found;
  });
}
