import type { Instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import type { Recipient } from './norm.ts';

export type AskedActivity =
  | 'transfer'
  | 'supply'
  | 'procure'
  | 'assistance'
  | 'finance'
  | 'brokering'
  | 'transit'
  | 'travel'
  | 'freeze'
  | 'training'
  | 'investment'
  | 'inspection'
  | 'bunkering';

/** Goods as asked, and the code they were understood as. `how`: the code itself, a name or alias, or an approximate heading. */
export type AskedGoods = { readonly input: string; readonly code: string; readonly how: 'exact' | 'approximate' };

/** A party as asked: identified (designations it is exactly named in), close to some, or nobody on record. */
export type AskedParty = {
  readonly input: string;
  readonly designations: readonly string[];
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly list: string }[];
};

/** One transfer question, understood: codes, not words. */
export type Question = {
  readonly id?: string | number;
  readonly from?: string;
  readonly to?: string;
  readonly goods: readonly AskedGoods[];
  readonly activity: AskedActivity;
  /** An instant is `[t, t+1)`. */
  readonly at: Interval;
  readonly recipient?: Recipient;
  readonly region?: string;
  readonly parties: readonly AskedParty[];
  readonly contract?: Instant;
  readonly laws?: readonly string[];
  readonly accordingTo?: readonly string[];
  readonly asKnown: Instant;
  readonly suppose: readonly Supposition[];
  /** What was understood with a remark: a State that did not exist on the date, an old name. */
  readonly notes: readonly string[];
};

/** One input of the derivation, flipped by hand. */
export type Supposition =
  | { readonly kind: 'stance'; readonly point: string; readonly answer: 'yes' | 'no' | 'undetermined' }
  | { readonly kind: 'event'; readonly event: string; readonly occurred: Instant | 'none' };
