import type { GateKind, Measure } from './norm.ts';

/** Strictest first (DESIGN section 3, rule 2). */
export const OUTCOMES = [
  'prohibited',
  'approval-required',
  'notification-required',
  'conditions-apply',
  'non-binding-call',
  'no-measure-found',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is left where no measure on record applies. It never means that a transfer is allowed. */
export const NOTHING: Outcome = 'no-measure-found';

/** What an answer as a whole can come to. */
export type Headline = Outcome | 'conditional' | 'undetermined' | 'contested';

export type Unknown = 'declared' | 'no-stance' | 'renewal-not-seen' | 'hour-not-recorded' | 'unverified';

/** A set of outcomes that may hold, one bit each: bit 0 is `prohibited`. */
export type OutcomeSet = number;

export const setOf = (outcome: Outcome): OutcomeSet => 1 << OUTCOMES.indexOf(outcome);

export const isSingle = (set: OutcomeSet): boolean => (set & (set - 1)) === 0;

/** The strictest outcome in a set. */
export const strictestOf = (set: OutcomeSet): Outcome => OUTCOMES[31 - Math.clz32(set & -set)]!;

/** The mildest outcome in a set. */
export const mildestOf = (set: OutcomeSet): Outcome => OUTCOMES[31 - Math.clz32(set)]!;

/** Two sets side by side, each settled by itself: every outcome that the stricter of both may be. */
export function stricterSet(a: OutcomeSet, b: OutcomeSet): OutcomeSet {
  let both = 0;
  for (let one = a; one !== 0; one &= one - 1)
    for (let other = b; other !== 0; other &= other - 1) both |= Math.min(one & -one, other & -other);
  return both;
}

export const stricter = (a: Outcome, b: Outcome): Outcome => (OUTCOMES.indexOf(a) <= OUTCOMES.indexOf(b) ? a : b);
export const milder = (a: Outcome, b: Outcome): Outcome => (OUTCOMES.indexOf(a) <= OUTCOMES.indexOf(b) ? b : a);

/** What an ordinary gate leaves of a bar; a later report is an obligation beside an open way. */
export const outcomeOfGate: Readonly<Record<GateKind, Outcome>> = {
  'prior-approval': 'approval-required',
  'no-objection': 'notification-required',
  'advance-notice': 'notification-required',
  'documents-or-routing': 'conditions-apply',
  'later-report': 'no-measure-found',
};

/**
 * What completions come to together (rule 5). Each has the set of outcomes it may have. All certain and equal: that.
 * Different whatever the unknown turns out to be: `conditional`. Otherwise the unknown makes the difference.
 */
export function combine(sets: readonly OutcomeSet[]): Outcome | 'conditional' | 'undetermined' {
  let common = -1;
  let any = 0;
  for (const set of sets) {
    common &= set;
    any |= set;
  }
  if (isSingle(any)) return strictestOf(any);
  return common === 0 ? 'conditional' : 'undetermined';
}

/**
 * A policy of denial with licences leaves a way, however narrow (rule 3); what does not decide only calls; a risk of
 * designation bars nothing, even under the law of a party (rule 8).
 */
export function barOf(measure: Measure): Outcome {
  if (measure.consequence === 'designation-risk') return NOTHING;
  if (measure.force !== 'decides') return 'non-binding-call';
  return measure.presumption === undefined ? 'prohibited' : 'approval-required';
}
