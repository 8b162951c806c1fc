/** Sets of outcomes that may hold, by trying every combination (DESIGN section 3, rules 2 to 5). */
import type { Measure, Norm, Opening } from '../law/norm.ts';
import { barOf, type Headline, OUTCOMES, type Outcome, outcomeOfGate } from '../law/outcome.ts';
import type { Status } from './status.ts';

/** The outcomes that may hold. */
export type Outcomes = ReadonlySet<Outcome>;

/** Strictest first. */
export const sorted = (set: Iterable<Outcome>): readonly Outcome[] => {
  const all = [...set];
  return OUTCOMES.filter((outcome) => all.includes(outcome));
};

/** One outcome from each set, in every way: the strictest of them, or nothing where there are no sets. */
export const strictestOfEach = (sets: readonly Outcomes[]): Outcomes =>
  sets.reduce<Outcomes>(
    (all, set) => new Set(Array.from(all, (one) => Array.from(set, (other) => sorted([one, other])[0]!)).flat()),
    new Set(['no-measure-found']),
  );

/** What a measure may come to where it meets the question: `fitting` are the openings whose terms are met. */
export function effectsOf(measure: Measure, fitting: readonly Opening[], statusOf: (norm: Norm) => Status): Outcomes {
  // A norm whose renewal was not seen may be in force, and may not be.
  const possible = [measure, ...fitting]
    .map((norm) => ({ norm, status: statusOf(norm) }))
    .filter(({ status }) => status === 'in-force' || status === 'unseen')
    .reduce<readonly (readonly Norm[])[]>(
      (all, { norm, status }) => all.flatMap((one) => (status === 'unseen' ? [one, [...one, norm]] : [[...one, norm]])),
      [[]],
    );
  return new Set(possible.map((running) => effectOf(measure, fitting, running)));
}

/** An exemption takes the measure away; the ordinary regime sets the outcome, the strictest gate of it; else the bar stands. */
function effectOf(measure: Measure, fitting: readonly Opening[], running: readonly Norm[]): Outcome {
  if (!running.includes(measure)) return 'no-measure-found';
  const open = fitting.filter((one) => running.includes(one));
  if (open.some(({ opens }) => opens === 'exemption')) return 'no-measure-found';
  const bar = barOf(measure);
  const gates = open.flatMap(({ gate }) => (gate === undefined || gate.residual ? [] : [outcomeOfGate[gate.gate]]));
  return gates.length === 0 || bar === 'non-binding-call' ? bar : sorted(gates)[0]!;
}

/**
 * Rule 5. All certain and equal: that. No outcome common to all, so they differ whatever the unknown turns out to be:
 * `conditional`. Else the unknown may make the difference.
 */
export function combined(all: readonly Outcomes[]): Headline {
  const any = new Set(all.flatMap((one) => [...one]));
  if (any.size === 1) return [...any][0]!;
  return OUTCOMES.some((outcome) => all.every((one) => one.has(outcome))) ? 'undetermined' : 'conditional';
}
