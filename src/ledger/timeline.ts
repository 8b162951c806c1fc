/** One cell's answers over time, for rows of one precision: where they change, and to what. */
import { type Instant, instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { type Days, type Precision, spanAround } from './precision.ts';

/** From `from` until the next step, a row that begins then gets this answer. */
export type Step = { readonly from: Instant; readonly answer: number };

/**
 * The steps of a cell for rows that begin in `within`. A day, month or year in which something changes has a step of its
 * own, answered as a whole; between them the answer for one holds for all.
 */
export function stepsOf(
  cuts: readonly Instant[],
  within: Interval,
  precision: Precision,
  days: Days,
  answerAt: (at: Interval) => number,
): readonly Step[] {
  const first = spanAround(within.from, precision, days).from;
  const end = spanAround(instant(within.until - 1), precision, days).until;
  const starts = new Set<Instant>([first]);
  for (const cut of cuts) {
    if (cut < first || cut >= end) continue;
    const span = spanAround(cut, precision, days);
    starts.add(span.from);
    if (precision !== 'instant') starts.add(span.until);
  }
  const steps: Step[] = [];
  for (const from of [...starts].sort((a, b) => a - b)) {
    if (from < first || from >= within.until) continue;
    const answer = answerAt(spanAround(from, precision, days));
    if (steps.at(-1)?.answer !== answer) steps.push({ from, answer });
  }
  return steps;
}
