/** The events of the record by what they are about and by day, so that a clause is compared only with those it may mean. */
import { remember } from '../compile/remember.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { ACTS } from './clause.ts';
import type { Facts } from './facts.ts';
import type { EventFact } from './passages.ts';

export type Likeness = {
  readonly event: EventFact;
  /** The share of the clause's weight that the event has too. */
  readonly share: number;
  readonly weight: number;
  readonly actors: number;
  /** Acts told that the event has too. */
  readonly acts: number;
};

/** One event with its concepts as bits, for comparing many quickly; `at` is its place among all of them. */
type Row = { readonly event: EventFact; readonly at: number; readonly bits: Uint32Array };
type Index = {
  readonly rows: readonly Row[];
  readonly byConcept: ReadonlyMap<string, readonly Row[]>;
  readonly bitOf: ReadonlyMap<string, number>;
  /** A mark for each row that the search under way has met. */
  readonly met: Uint8Array;
};

const kept = new WeakMap<Facts, Index>();

function indexOf(facts: Facts): Index {
  return remember(kept, facts, () => {
    const bitOf = new Map<string, number>();
    for (const { signature } of facts.events)
      for (const concept of signature.concepts) if (!bitOf.has(concept)) bitOf.set(concept, bitOf.size);
    const words = (bitOf.size >> 5) + 1;
    const byConcept = new Map<string, Row[]>();
    const rows = facts.events.map((event, at): Row => {
      const row = { event, at, bits: new Uint32Array(words) };
      for (const concept of event.signature.concepts) {
        const bit = bitOf.get(concept)!;
        row.bits[bit >> 5]! |= 1 << (bit & 31);
        remember(byConcept, concept, () => []).push(row);
      }
      return row;
    });
    return { rows, byConcept, bitOf, met: new Uint8Array(rows.length) };
  });
}

export type Search = {
  /** Only events of these days, half-open. */
  readonly window?: readonly [CivilDate, CivilDate];
  /** The least share, and the least weight, that is asked for. */
  readonly share: number;
  readonly weight?: number;
  /** Whether the adoption of an act counts as an event. */
  readonly adoptions: boolean;
};

/** Events that share enough with a clause to be meant, the most alike first. */
export function eventsLike(
  facts: Facts,
  concepts: ReadonlySet<string>,
  actors: ReadonlySet<string>,
  { window, share, weight: floor = 0, adoptions }: Search,
): Likeness[] {
  const index = indexOf(facts);
  let total = 0;
  const told: Told[] = [];
  let known = 0;
  for (const concept of concepts) {
    const weight = facts.weight(concept);
    total += weight;
    const bit = index.bitOf.get(concept);
    if (bit === undefined) continue;
    known += weight;
    told.push({ concept, weight, word: bit >> 5, mask: 1 << (bit & 31), isAct: ACTS.has(concept) });
  }
  told.sort((a, b) => b.weight - a.weight);
  const least = Math.max(total * share, floor);
  if (told.length === 0 || known < least) return [];
  const isNarrow = window !== undefined && window[1] - window[0] < 500;
  const found: Likeness[] = [];
  for (const { event, bits } of isNarrow ? between(index.rows, window) : sharing(index, told, known, least)) {
    if (!adoptions && event.kind === 'adoption') continue;
    let weight = 0;
    let acts = 0;
    let left = known;
    for (const one of told) {
      // The rarer ones come first: without them too little is left to share.
      if (weight + left < least) break;
      left -= one.weight;
      if ((bits[one.word]! & one.mask) === 0) continue;
      weight += one.weight;
      if (one.isAct) acts++;
    }
    if (weight < least || weight === 0 || (window && (event.date < window[0] || event.date >= window[1]))) continue;
    let shared = 0;
    for (const actor of actors) if (event.signature.actors.has(actor) || event.actors.includes(actor)) shared++;
    found.push({ event, share: weight / total, weight, actors: shared, acts });
  }
  return found.sort((a, b) => b.share + b.actors * 0.15 - (a.share + a.actors * 0.15));
}

type Told = {
  readonly concept: string;
  readonly weight: number;
  readonly word: number;
  readonly mask: number;
  readonly isAct: boolean;
};

/** The events of some days, half-open. */
export const eventsBetween = (facts: Facts, from: CivilDate, until: CivilDate): readonly EventFact[] =>
  between(indexOf(facts).rows, [from, until]).map(({ event }) => event);

/** The events of some days; they are kept in order of time. */
const between = (rows: readonly Row[], [from, until]: readonly [CivilDate, CivilDate]): readonly Row[] =>
  rows.slice(firstFrom(rows, from), firstFrom(rows, until));

function firstFrom(rows: readonly Row[], date: CivilDate): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.event.date < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The events with one of the rarer concepts; one that has only the commoner ones can't reach the least weight. */
function sharing({ byConcept, met }: Index, told: readonly Told[], known: number, least: number): readonly Row[] {
  const found: Row[] = [];
  let left = known;
  for (const { concept, weight } of told) {
    if (left < least) break;
    for (const row of byConcept.get(concept) ?? []) {
      if (met[row.at] === 1) continue;
      met[row.at] = 1;
      found.push(row);
    }
    left -= weight;
  }
  for (const { at } of found) met[at] = 0;
  return found;
}
