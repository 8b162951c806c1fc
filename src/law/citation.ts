/** Whether a fact was read in a text, or is known and not yet checked against one. */
export type Evidence = 'verified' | 'unverified';

/** Where a fact was read. */
export type Source = { readonly title?: string; readonly url?: string; readonly covers?: string };

/** The instrument and the locator in it that a step rests on; `at` is "para 8", "Annex B, para 5", "Art. 1(1)(a)". */
export type Citation = { readonly symbol: string; readonly at?: string; readonly url?: string };

/** What every recorded fact carries. */
export type Attested = {
  readonly evidence: Evidence;
  readonly sources: readonly Source[];
  readonly note?: string;
  readonly disagreement?: string;
};
