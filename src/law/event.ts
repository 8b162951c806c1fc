import type { Instant } from '../time/instant.ts';
import type { Attested } from './citation.ts';

/** A moment as far as it is recorded: an instant (`from` = `until`), or some instant in `[from, until)`. */
export type Moment = { readonly from: Instant; readonly until: Instant; readonly precision: 'instant' | 'day' };

export type Vote = Attested & {
  readonly for: number;
  readonly against: number;
  readonly abstaining: number;
  readonly notVoting: number;
  readonly forNames?: readonly string[];
  readonly againstNames: readonly string[];
  readonly abstainingNames: readonly string[];
  readonly notVotingNames: readonly string[];
  readonly procedural: boolean;
  readonly consensus: boolean;
};

/** One thing that happened in law and that nobody disputes as a happening; what it counts as is a point. */
export type LegalEvent = Attested & {
  readonly id: string;
  readonly kind: string;
  readonly what: string;
  /** Left out: it has not happened by the horizon of the record. */
  readonly occurred?: Moment;
  /** From when it was public. */
  readonly knownFrom: Instant;
  readonly actors: readonly string[];
  readonly to?: string;
  readonly symbol?: string;
  readonly vote?: Vote;
  readonly draft?: {
    readonly symbol?: string;
    readonly sponsors: readonly string[];
    readonly subject?: string;
    readonly outcome?: string;
    readonly why?: string;
  };
  readonly regime?: string;
};
