/** The answer to one transfer question, as values; `explain` puts it into words and JSON. */
import type { Instant } from '../time/instant.ts';
import type { Moment } from './event.ts';
import type { Gate, Measure, Opening } from './norm.ts';
import type { Headline, Outcome, Unknown } from './outcome.ts';
import type { Question } from './question.ts';
import type { Reason } from './reason.ts';

/** The facts a completion fills in, as a part names them. An unknown edge of a stretch of time is left out. */
export type When = {
  readonly recipient?: string;
  readonly region?: string;
  readonly goods?: string;
  readonly contract?: string;
  readonly party?: string;
  readonly time?: { readonly from?: Instant; readonly until?: Instant };
};

export type MissingFact = 'recipient' | 'region' | 'goods' | 'contract' | 'party' | 'time';

/** What the answer is when the missing facts turn out so. */
export type Part = { readonly when: When; readonly outcome: Outcome | 'undetermined' };

/** What one position under one law, or all together, come to. */
export type Finding = {
  readonly outcome: Headline;
  /** Why it cannot be said; present when the outcome is `undetermined`. */
  readonly undetermined?: Unknown;
  readonly missing: readonly MissingFact[];
  readonly parts: readonly Part[];
  readonly strictest: Outcome;
  readonly mildest: Outcome;
};

/** `not-returned`: it ended, and others hold that it has been applied again. */
export type MeasureStatus = 'in-force' | 'undetermined' | 'suspended' | 'ended' | 'not-yet' | 'not-returned';

/** The stretch that a status is told of. */
export type Stretch = { readonly from: Moment; readonly until?: Moment; readonly projected: boolean };

/** An ordinary gate that sets what a measure comes to, laid down by another provision than the bar. */
export type SettingGate = {
  readonly opening: Opening;
  readonly outcome: Outcome;
  readonly inForce?: Stretch;
  readonly because: readonly Reason[];
};

/** One measure as one view sees it. */
export type MeasureInView = {
  readonly measure: Measure;
  readonly status: MeasureStatus;
  /** Whether it decides the outcome (of the view, or of one of its parts). */
  readonly controls: boolean;
  /** What it alone comes to where it applies. */
  readonly effect: Outcome;
  /** Gates that set or may open the way: those of the ordinary regime first. */
  readonly gates: readonly (Gate & { readonly opening: Opening })[];
  /** Those of its gates that other provisions laid down and that set its effect for somebody: they decide beside it. */
  readonly setBy: readonly SettingGate[];
  readonly exemptions: readonly Opening[];
  /** Left out for a norm that never was in force. */
  readonly inForce?: Stretch;
  readonly because: readonly Reason[];
};

/** An instant at which the answer changes by itself, or an input whose flip would change it. */
export type Change = {
  readonly at?: Instant;
  readonly to: Headline;
  readonly cause:
    | { readonly kind: 'time'; readonly reasons: readonly Reason[] }
    | { readonly kind: 'point'; readonly point: string; readonly answer: 'yes' | 'no' }
    | { readonly kind: 'event'; readonly event: string; readonly occurs: boolean };
};

/** Positions that come to the same under one law; no positions when no disputed point was used. */
export type View = Finding & {
  readonly positions: readonly string[];
  readonly law: string;
  readonly measures: readonly MeasureInView[];
  readonly conflicts: readonly { readonly bar: string; readonly permission: string }[];
  readonly changes: readonly Change[];
};

/** A measure of a law that binds no party to the question: never part of the outcome. */
export type Exposure = {
  readonly measure: Measure;
  readonly kind: 'nexus' | 'designation-risk';
  readonly status: MeasureStatus;
};

/** What was not looked at, and why it may matter. */
export type NotExamined =
  | { readonly kind: 'ownership' }
  | { readonly kind: 'law'; readonly state: string }
  | { readonly kind: 'listed-recipient'; readonly measure: Measure }
  | { readonly kind: 'other-limbs'; readonly activities: readonly string[] }
  | { readonly kind: 'activity'; readonly activity: string; readonly regime: string };

/** A named party that a measure on its list does not reach: a travel ban reaches no entity, and no State's own nationals. */
export type Spared = {
  readonly measure: Measure;
  readonly name: string;
  readonly why: 'not-an-individual' | 'own-national';
};

export type Assessment = Finding & {
  readonly question: Question;
  readonly views: readonly View[];
  readonly exposure: readonly Exposure[];
  readonly notExamined: readonly NotExamined[];
  readonly spared: readonly Spared[];
  /** Laws asked for by name that bind no party then: the answer tells what they ask of those they bind. */
  readonly bindNobody: readonly string[];
  readonly notes: readonly string[];
};
