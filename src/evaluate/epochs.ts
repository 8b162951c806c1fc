/**
 * Time cut into stretches in which no norm that matters to a question changes. Where a change is known only by
 * its day, both neighbours are possible throughout that day, and everything that happens by that act changes together.
 */
import { markOf } from '../compile/moment.ts';
import type { Moment } from '../law/event.ts';
import { BEGINNING, earliest, FOREVER, type Instant, latest } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';

/** A place in the order of acts, less those of an unrecorded hour of that day that come only later in it. */
export type Place = { readonly mark: number; readonly late?: readonly number[] };

/** Whether a moment has come by then. */
export const hasCome = (moment: Moment, { mark, late }: Place): boolean => {
  const at = markOf(moment);
  return at <= mark && !late?.includes(at);
};

/** One stretch. It holds for certain from `begins.until` to `ends.from`, and possibly from `begins.from` to `ends.until`. */
export type Epoch = Place & {
  readonly index: number;
  /** Left out: since always, for ever. */
  readonly begins?: Moment;
  readonly ends?: Moment;
  /** From when it is over for certain, though the act that ends it has no hour: a later act of that day has one. */
  readonly over?: Instant;
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

/**
 * The same where an act without an hour and acts with one fall on one day: once such an hour has passed, either the act
 * without one has come as well or it is late, and then the others stand alone. Without such days nothing is changed.
 */
export function withLateActs(epochs: readonly Epoch[]): readonly Epoch[] {
  const cuts = epochs.slice(1).map(({ begins }) => begins!);
  const openAt = (i: number): readonly Moment[] => {
    const at = cuts[i - 1];
    if (at === undefined) return [];
    return cuts.slice(0, i - 1).filter(({ precision, until }) => precision === 'day' && until > at.from);
  };
  if (!epochs.some((_, i) => openAt(i).length > 0)) return epochs;
  const overBy = (i: number): Instant =>
    cuts.slice(i).reduce((soonest, { until }) => earliest(soonest, until), FOREVER);
  return epochs
    .flatMap((epoch, i): Omit<Epoch, 'index'>[] => {
      const open = openAt(i);
      const over = overBy(i);
      if (open.length === 0) return [{ ...epoch, over }];
      const begins = epoch.begins!;
      const until = open.reduce((last, day) => latest(last, day.until), begins.until);
      const late = subsets(open).map((some): Omit<Epoch, 'index'> => {
        const ends = some.reduce((first, day) => (day.until < first.until ? day : first), epoch.ends ?? some[0]!);
        return { mark: epoch.mark, late: some.map(markOf), begins, ends, over: earliest(over, ends.until) };
      });
      return [...late, { ...epoch, begins: { from: begins.from, until, precision: 'day' }, over }];
    })
    .map((epoch, index) => ({ ...epoch, index }));
}

/** Every subset but the empty one. */
const subsets = <T>(of: readonly T[]): readonly (readonly T[])[] =>
  of
    .reduce<readonly (readonly T[])[]>((all, one) => all.flatMap((some) => [some, [...some, one]]), [[]])
    .filter(({ length }) => length > 0);

const overFrom = ({ ends, over }: Epoch): Instant => over ?? ends?.until ?? FOREVER;

/** When the stretch may hold at the earliest and until when at the latest. */
export const possible = (epoch: Epoch): Interval => ({ from: instantOf(epoch), until: overFrom(epoch) });

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
    const epoch = epochs[i]!;
    if (instantOf(epoch) >= until) break;
    if (overFrom(epoch) > from) found.push(epoch);
  }
  return found;
}
