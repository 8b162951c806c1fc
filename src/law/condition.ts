import type { TimeExpression } from './time-expression.ts';

/** Under which condition a rule fires; it reads only what was so strictly before (DESIGN: φ). */
export type Condition =
  | { readonly kind: 'occurred'; readonly event: string }
  | {
      readonly kind: 'absent';
      readonly events: readonly string[];
      readonly from: TimeExpression;
      readonly until: TimeExpression;
    }
  | { readonly kind: 'in-force'; readonly norm: string }
  | { readonly kind: 'point'; readonly point: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };
