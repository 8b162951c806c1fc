/**
 * Sets of instants as intervals: a Boolean algebra over [BEGINNING, FOREVER). Every operation is one
 * merge over the ends of its arguments, linear in their number, and gives back a canonical set.
 */
import { earliest, FOREVER, type Instant } from './instant.ts';
import { ALWAYS, covers, type Interval, lastStartingBy } from './interval.ts';

// INVARIANT: sorted, disjoint, non-adjacent, none empty. So equal sets have equal intervals; `normalise` makes one.
export type IntervalSet = readonly Interval[];

export const EMPTY: IntervalSet = [];
export const WHOLE: IntervalSet = [ALWAYS];

/** The set that covers what any of the intervals covers, whatever their order or overlap; empty ones vanish. */
export function normalise(intervals: readonly Interval[]): IntervalSet {
  const sorted = intervals.filter(({ from, until }) => from < until).sort((a, b) => compare(a.from, b.from));
  const set: { from: Instant; until: Instant }[] = [];
  for (const { from, until } of sorted) {
    const last = set.at(-1);
    if (!last || last.until < from) set.push({ from, until });
    else if (last.until < until) last.until = until;
  }
  return set;
}

/** Orders instants, sentinels too (subtracting two equal infinities would give NaN). */
const compare = (a: Instant, b: Instant): number => (a < b ? -1 : a > b ? 1 : 0);

/** What either set covers. */
export const union = (a: IntervalSet, b: IntervalSet): IntervalSet => sweep(a, b, (inA, inB) => inA || inB);

/** What both sets cover. */
export const intersection = (a: IntervalSet, b: IntervalSet): IntervalSet => sweep(a, b, (inA, inB) => inA && inB);

/** What `a` covers and `b` does not. */
export const difference = (a: IntervalSet, b: IntervalSet): IntervalSet => sweep(a, b, (inA, inB) => inA && !inB);

/** What the set does not cover. */
export const complement = (set: IntervalSet): IntervalSet => difference(WHOLE, set);

export const isEmpty = (set: IntervalSet): boolean => set.length === 0;

/** Whether the set covers the instant; a binary search. */
export function contains(set: IntervalSet, at: Instant): boolean {
  const candidate = set[lastStartingBy(set, at)];
  return candidate !== undefined && covers(candidate, at);
}

/** Whether two canonical sets cover the same instants. */
export const sameSet = (a: IntervalSet, b: IntervalSet): boolean =>
  a.length === b.length && a.every(({ from, until }, i) => from === b[i]!.from && until === b[i]!.until);

/** Walks the ends of both sets in order, each end flipping in to out, and keeps the stretches asked for. */
function sweep(a: IntervalSet, b: IntervalSet, keep: (inA: boolean, inB: boolean) => boolean): IntervalSet {
  const kept: Interval[] = [];
  let open: Instant | undefined;
  let i = 0;
  let j = 0;
  while (i < a.length * 2 || j < b.length * 2) {
    const at = earliest(end(a, i), end(b, j));
    while (i < a.length * 2 && end(a, i) === at) i++;
    while (j < b.length * 2 && end(b, j) === at) j++;
    const keeping = keep(i % 2 === 1, j % 2 === 1);
    if (keeping && open === undefined) open = at;
    if (!keeping && open !== undefined) {
      kept.push({ from: open, until: at });
      open = undefined;
    }
  }
  return kept;
}

/** The ends of a set in order: the even ones are starts, the odd ones ends; past the last, `FOREVER`. */
function end(set: IntervalSet, index: number): Instant {
  const interval = set[index >> 1];
  if (!interval) return FOREVER;
  return index % 2 === 0 ? interval.from : interval.until;
}
