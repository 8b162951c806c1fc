import type { Attested } from './citation.ts';
import type { Condition } from './condition.ts';
import type { TimeExpression } from './time-expression.ts';

/** What a provision does to norms, at a time, under a condition judged just before it. */
export type Rule = Attested & {
  readonly id: string;
  readonly instrument: string;
  readonly provision: string;
  readonly says: string;
  readonly do: 'terminate' | 'suspend' | 'resume' | 'extend' | 'lapse' | 're-apply' | 'impose';
  /** Norm ids, wildcards and exceptions already resolved. */
  readonly what: readonly string[];
  readonly at: TimeExpression;
  readonly if?: Condition;
  /** With `extend`; `at` left out: no end any more. */
  readonly until?: { readonly at?: TimeExpression; readonly kind: 'final' | 'renewable' };
  /** With `re-apply`: the norms of `what` that were in force just before this. */
  readonly contentAsOf?: TimeExpression;
};
