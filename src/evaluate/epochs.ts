/**
 * Time cut into stretches in which no norm that matters to a question changes. Where a change is known only by
 * its day, both neighbours are possible throughout that day, and everything that happens by that act changes together.
 */
import { markOf } from '../compile/moment.ts';
import type { Moment } from '../law/event.ts';
import { BEGINNING, FOREVER, type Instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';

/** One stretch. It holds for certain from `begins.until` to `ends.from`, and possibly from `begins.from` to `ends.until`. */
export type Epoch = {
  readonly index: number;
  readonly mark: number;
  /** Left out: since always, for ever. */
  readonly begins?: Moment;
  readonly ends?: Moment;
};

export function epochsOf(boundaries: readonly Moment[]): readonly Epoch[] {
  const byMark = new Map<number, Moment>();
  for (const boundary of boundaries) if (!byMark.has(markOf(boundary))) byMark.set(markOf(boundary), boundary);
  const cuts = [...byMark.values()].sort((a, b) => markOf(a) - markOf(b));
  return [undefined, ...cuts].map((begins, index) => {
    const ends = cuts[index];
    const mark = begins === undefined ? Number.NEGATIVE_INFINITY : markOf(begins);
    return { index, mark, ...(begins && { begins }), ...(ends && { ends }) };
  });
}

/** When the stretch may hold at the earliest and until when at the latest. */
export const possible = ({ begins, ends }: Epoch): Interval => ({
  from: begins?.from ?? BEGINNING,
  until: ends === undefined ? FOREVER : ends.precision === 'instant' ? ends.from : ends.until,
});

/** The last whole second that lies in the stretch or before it: where norms with instants are looked up. */
export const instantOf = ({ begins }: Epoch): Instant => begins?.from ?? BEGINNING;

// INVARIANT: the uncertain day of an undated act, whatever its zone, is not longer than this.
const LONGEST_DAY = 2 * 86_400;

/** The stretches that may hold at some instant of an interval, in order. */
export function epochsWithin(epochs: readonly Epoch[], { from, until }: Interval): readonly Epoch[] {
  let low = 0;
  let high = epochs.length;
  // The last epoch that begins, at the earliest, at or before `from`; an undated day keeps its predecessor possible.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((epochs[middle]!.begins?.from ?? BEGINNING) <= from) low = middle + 1;
    else high = middle;
  }
  let first = low - 1;
  while (first > 0 && epochs[first - 1]!.ends!.from > from - LONGEST_DAY) first--;
  const found: Epoch[] = [];
  for (let i = first; i < epochs.length; i++) {
    const { begins, ends } = epochs[i]!;
    if (begins !== undefined && begins.from >= until) break;
    if (ends === undefined || ends.until > from) found.push(epochs[i]!);
  }
  return found;
}
