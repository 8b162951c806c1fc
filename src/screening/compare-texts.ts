import { type Comparison, compareNames } from './compare.ts';
import { nameOfSchema } from './entry.ts';
import { type NameOf, readName } from './name.ts';

/** From this score on two names are called a match; docs/lists.md gives its precision and recall. */
export const matchFrom = 0.7;

const readings: Readonly<Record<string, readonly NameOf[]>> = {
  LegalEntity: ['person', 'organisation'],
  '': ['person', 'organisation', 'vessel'],
};

/** How names of a schema are read: one way, or more where the schema leaves open what it is. */
export const readingsOf = (schema: string | undefined): readonly NameOf[] =>
  readings[schema ?? ''] ?? [nameOfSchema(schema!)];

/** Compares two names as those of one kind of thing; where that is open, the reading counts under which they are likest. */
export function compareTexts(a: string, b: string, schema?: string): Comparison {
  const [first, ...others] = readingsOf(schema).map((of) => compareNames(readName(a, of), readName(b, of)));
  return others.reduce((best, next) => (next.score > best.score ? next : best), first!);
}

/** A summand in words: `spelling "pudin" ~ "putin" +0.43`. */
export function reasonText({ feature, score, query, candidate }: Comparison['because'][number]): string {
  const met = query === '' && candidate === '' ? '' : ` "${query}" ~ "${candidate}"`;
  return `${feature}${met} ${score < 0 ? '−' : '+'}${Math.abs(score).toFixed(2)}`;
}
