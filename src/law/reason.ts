import type { Instant } from '../time/instant.ts';
import type { Moment } from './event.ts';

/** One step of a derivation, as a value: what happened to a norm and why. `explain` puts it into words. */
export type Reason =
  | { readonly kind: 'laid-down'; readonly norm: string; readonly at: Moment }
  | { readonly kind: 'rule'; readonly rule: string; readonly at: Moment }
  | { readonly kind: 'own-end'; readonly norm: string; readonly at: Moment; readonly end: 'final' | 'renewable' }
  | { readonly kind: 'event'; readonly event: string; readonly holds: boolean }
  | {
      readonly kind: 'absence';
      readonly events: readonly string[];
      readonly from: Instant;
      readonly until: Instant;
      readonly holds: boolean;
    }
  | { readonly kind: 'point'; readonly point: string; readonly answer: boolean }
  | { readonly kind: 'in-force'; readonly norm: string; readonly holds: boolean }
  /** The rule would have acted then and did not, for the reasons that follow. */
  | { readonly kind: 'silent'; readonly rule: string; readonly at: Moment };

/** `unseen`: its renewable end came, no renewal is on record, and the record could not have seen one. */
export type PhaseStatus = 'in-force' | 'suspended' | 'ended' | 'unseen';

/** What a norm is from `from` until its next phase; before its first phase it has not been laid down. */
export type Phase = {
  readonly from: Moment;
  readonly status: PhaseStatus;
  readonly reasons: readonly Reason[];
  /** The renewals that have moved its end during this phase, latest last. */
  readonly renewals: readonly Reason[];
};

/** The life of a norm in one possible course of the law: phases in order of time. */
export type Life = readonly Phase[];

/** Something that would have acted on norms and did not, because its condition failed. */
export type Silence = {
  readonly rule?: string;
  readonly norms: readonly string[];
  readonly at: Moment;
  readonly reasons: readonly Reason[];
};
