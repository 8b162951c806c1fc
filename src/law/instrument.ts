import type { Attested } from './citation.ts';
import type { Moment, Vote } from './event.ts';

/** A legal text; the four dates of an act are kept apart. */
export type Instrument = Attested & {
  readonly id: string;
  readonly symbol: string;
  readonly title?: string;
  readonly names: readonly string[];
  readonly law: string;
  readonly regime?: string;
  readonly organ?: string;
  readonly basis?: string;
  readonly adopted: Moment;
  readonly published?: Moment;
  readonly inForce?: Moment;
  readonly applied?: Moment;
  readonly implements: readonly string[];
  readonly directlyApplicable?: boolean;
  readonly vote?: Vote;
  readonly meeting?: number;
  readonly url?: string;
  readonly provisions: readonly Provision[];
};

/** A citable part of an instrument. */
export type Provision = Attested & {
  readonly at: string;
  readonly says: string;
  readonly norms: readonly string[];
  readonly rules: readonly string[];
};

/** One sanctions regime: what the record covers of it. */
export type Regime = Attested & {
  readonly id: string;
  readonly law: string;
  readonly name: string;
  readonly targets: readonly string[];
  readonly committee?: string;
  readonly summary: string;
  readonly covers: readonly string[];
  readonly openQuestions: readonly string[];
};
