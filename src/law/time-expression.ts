import type { CivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';

/** How a civil date becomes an instant. `hour-not-recorded`: some instant of that UTC day. */
export type DateReading = 'hour-not-recorded' | 'start-of-day' | 'end-of-day' | 'midnight-after';

/** When something takes effect: a literal, or reckoned from an event or from the firing of a rule (DESIGN: τ). */
export type TimeExpression =
  | { readonly kind: 'instant'; readonly at: Instant }
  | {
      readonly kind: 'date';
      readonly date: CivilDate;
      readonly reading: DateReading;
      readonly zone: string;
      readonly basis?: string;
    }
  | ({ readonly kind: 'event'; readonly event: string } & Reckoning)
  | ({ readonly kind: 'rule'; readonly rule: string } & Reckoning)
  | { readonly kind: 'earliest' | 'latest'; readonly of: readonly TimeExpression[] };

/** What is added to the civil date (or, without `plus` and `reading`, nothing: the very instant). ISO 8601 duration text. */
export type Reckoning = {
  readonly plus?: string;
  readonly reading?: DateReading;
  readonly zone: string;
  readonly rounding?: 'up' | 'down';
  readonly basis?: string;
};
