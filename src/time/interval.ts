import { BEGINNING, earliest, FOREVER, type Instant, latest } from './instant.ts';

/** From `from` up to, and not including, `until`; the open ends are `BEGINNING` and `FOREVER`, never null. */
export type Interval = { readonly from: Instant; readonly until: Instant };

/** The whole line. */
export const ALWAYS: Interval = { from: BEGINNING, until: FOREVER };

/** Whether the instant lies in the interval: its start does, its end does not. */
export const covers = ({ from, until }: Interval, at: Instant): boolean => from <= at && at < until;

/** What two intervals share; undefined when that is nothing. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const from = latest(a.from, b.from);
  const until = earliest(a.until, b.until);
  return from < until ? { from, until } : undefined;
}

/** Whether two intervals share an instant; intervals that only meet do not. */
export const overlaps = (a: Interval, b: Interval): boolean => intersect(a, b) !== undefined;

/** Whether every instant of `inner` lies in `outer`. */
export const includes = (outer: Interval, inner: Interval): boolean =>
  inner.from >= inner.until || (outer.from <= inner.from && inner.until <= outer.until);

/** Whether `a` is over before `b` starts; an end equal to the start counts, for the end is not in `a`. */
export const isBefore = (a: Interval, b: Interval): boolean => a.until <= b.from;

/** Whether `b` starts at the very instant `a` ends: no gap, nothing shared. */
export const meets = (a: Interval, b: Interval): boolean => a.until === b.from;

/**
 * The index of the last interval that starts at or before an instant, -1 when there is none: a binary
 * search, for intervals sorted by their start.
 */
export function lastStartingBy(sorted: readonly Interval[], at: Instant): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
