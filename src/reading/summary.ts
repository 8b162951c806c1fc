import type { Summary, Verdict } from './statement.ts';

/** Counts under way; what they come to is a `Summary`. */
export type Counts = { -readonly [key in keyof Summary]: number };

export const emptySummary = (): Counts => ({
  statements: 0,
  supported: 0,
  contradicted: 0,
  contested: 0,
  unverifiable: 0,
  unchecked: 0,
});

/** Counts what a sentence came to. */
export function addTo(
  counts: Counts,
  part: { readonly statements: readonly { readonly verdict: Verdict }[]; readonly isUnchecked: boolean },
): void {
  counts.statements += part.statements.length;
  for (const { verdict } of part.statements) counts[verdict]++;
  if (part.isUnchecked) counts.unchecked++;
}
