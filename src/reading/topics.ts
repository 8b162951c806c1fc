import type { Language } from '../law/vocabulary.ts';
import type { Facts } from './facts.ts';
import { tokenize } from './token.ts';

/** How much of a text is looked at to know what it is about. */
const SAMPLE = 6_000;

/** States a text is about, the most named first; those under measures of the Council count twice. */
export function topicsOf(text: string, language: Language, { vocabulary, record }: Facts): readonly string[] {
  const line = vocabulary.lineOf(tokenize(text, 0, Math.min(text.length, SAMPLE)), language);
  const targets = new Set(
    Object.values(record.regimes).flatMap(({ law, targets: states }) => (law === 'UN' ? states : [])),
  );
  const counts = new Map<string, number>();
  for (const { name } of line.within('state')) counts.set(name, (counts.get(name) ?? 0) + (targets.has(name) ? 2 : 1));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([state]) => state);
}
