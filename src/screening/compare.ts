import { type Alignment, align, type Compare, type Met } from './align.ts';
import type { FormKind } from './legal-forms.ts';
import type { Name, Token } from './name.ts';

/** One summand of a score: what met what, and how much that says. The summands of a comparison add up to its score. */
export type Because = {
  readonly feature: string;
  readonly score: number;
  readonly query: string;
  readonly candidate: string;
};

export type Comparison = { readonly score: number; readonly because: readonly Because[] };

/** What moves the score of two names: word features are shares of the two names, the rest is added as it stands. */
export const nameWeights = {
  /** A word without a counterpart counts this part of its weight in the whole: it takes from the others' shares, no more. */
  extra: { person: 0.25, organisation: 0.7, vessel: 1 },
  /** Words that stand against each other take away this part of their share. */
  conflict: { person: 0.7, organisation: 0.2, vessel: 0.15 },
  /** What two words lack to being the same takes this many times away from their share; beyond `loose`, still more. */
  spelling: 0.9,
  loose: 0.17,
  looseSpelling: 4.2,
  formsDiffer: -0.32,
  /** For each word of a person's name by which those alone outnumber those that met. */
  moreAlone: -0.1,
  /** Nothing but initials has met. */
  onlyInitials: -0.3,
  /** Only words that many bodies share have met, and a word that tells which one it is stands alone. */
  onlyCommon: -0.2,
};

/** Scores two names from 0 (nothing in common) to 1 (the same words). */
export function compareNames(query: Name, candidate: Name, compare?: Compare): Comparison {
  return score(query, candidate, align(query.tokens, candidate.tokens, compare));
}

function score(query: Name, candidate: Name, { met, left, right }: Alignment): Comparison {
  const against = conflicts(left, right);
  const whole =
    sum(met, weightOf) +
    sum(against.pairs, ([a, b]) => a.weight + b.weight) +
    sum(against.alone, ({ token }) => token.weight) * nameWeights.extra[query.of];
  if (whole === 0) return { score: 0, because: [] };
  const because: Because[] = met.map((pair) => ({
    feature: pair.how,
    score: (weightOf(pair) / whole) * worth(pair.value),
    query: words(pair.left),
    candidate: words(pair.right),
  }));
  for (const [a, b] of against.pairs) {
    const share = (a.weight + b.weight) / whole;
    because.push({
      feature: 'differs',
      score: -share * nameWeights.conflict[query.of],
      query: a.text,
      candidate: b.text,
    });
  }
  for (const { token, side } of against.alone) {
    because.push({
      feature: 'alone',
      score: 0,
      query: side === 'query' ? token.text : '',
      candidate: side === 'query' ? '' : token.text,
    });
  }
  const few =
    query.of === 'person'
      ? fewerMetThanAlone(
          met,
          against.alone.map(({ token }) => token),
        )
      : 0;
  if (met.length > 0 && met.every(({ how }) => how === 'initial')) {
    because.push({ feature: 'initials-only', score: nameWeights.onlyInitials, query: '', candidate: '' });
  }
  if (few > 0)
    because.push({ feature: 'more-alone-than-met', score: few * nameWeights.moreAlone, query: '', candidate: '' });
  if (query.of !== 'person' && onlyCommon(met) && against.alone.some(({ token }) => token.kind === 'word')) {
    because.push({ feature: 'common-words-only', score: nameWeights.onlyCommon, query: '', candidate: '' });
  }
  const forms = compareForms(query.forms, candidate.forms);
  if (forms !== 0)
    because.push({
      feature: 'legal-form-differs',
      score: forms,
      query: query.forms.join(' '),
      candidate: candidate.forms.join(' '),
    });
  return {
    score: Math.max(
      0,
      Math.min(
        1,
        sum(because, (line) => line.score),
      ),
    ),
    because,
  };
}

/** What a likeness is worth of the share of its words. */
export const worth = (value: number): number =>
  1 - (1 - value) * nameWeights.spelling - Math.max(0, 1 - value - nameWeights.loose) * nameWeights.looseSpelling;

const weightOf = ({ left, right, how }: Met): number =>
  how === 'joined' || how === 'acronym'
    ? sum(left, (t) => t.weight) + sum(right, (t) => t.weight)
    : left[0]!.weight + right[0]!.weight;
const words = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');
const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** What is left over on both sides stands against each other, heaviest first; what is left on one side stands alone. */
function conflicts(left: readonly Token[], right: readonly Token[]) {
  const heavy = (tokens: readonly Token[]) => [...tokens].sort((a, b) => b.weight - a.weight);
  const [a, b] = [heavy(left), heavy(right)];
  const count = Math.min(a.filter(isSubstance).length, b.filter(isSubstance).length);
  return {
    pairs: Array.from({ length: count }, (_, i) => [a[i]!, b[i]!] as const),
    alone: [
      ...a.slice(count).map((token) => ({ token, side: 'query' as const })),
      ...b.slice(count).map((token) => ({ token, side: 'candidate' as const })),
    ],
  };
}

/**
 * By how many words those alone outnumber those that met. One word met does not make a person: it counts for none. Where nothing is
 * firm (only near in sound, or heard across scripts that leave sounds out), each word alone counts.
 */
function fewerMetThanAlone(met: readonly Met[], alone: readonly Token[]): number {
  const beside = alone.filter(isSubstance).length;
  if (beside === 0) return 0;
  const together = met.filter(({ left }) => left.some(isSubstance));
  const words = together.reduce((total, { left, right }) => total + Math.max(left.length, right.length), 0);
  const firm = together.some(isFirm);
  return Math.max(firm ? 0 : beside, beside - words + (words < 2 ? 2 : 0) + (firm ? 0 : 1));
}

const onlyCommon = (met: readonly Met[]): boolean =>
  met.length > 0 && met.every(({ left }) => left.every(({ kind }) => kind !== 'word' && kind !== 'number'));

const firm = 0.85;

function isFirm({ value, left, right }: Met): boolean {
  const [a, b] = [left[0]!, right[0]!];
  return value >= firm && (a.script === b.script || (a.hearing === 'alphabetic' && b.hearing === 'alphabetic'));
}

const isSubstance = ({ kind }: Token): boolean => kind !== 'particle' && kind !== 'title';

function compareForms(a: readonly FormKind[], b: readonly FormKind[]): number {
  const [one, other] = [a.filter((kind) => kind !== 'any'), b.filter((kind) => kind !== 'any')];
  if (one.length === 0 || other.length === 0) return 0;
  return one.some((kind) => other.includes(kind)) ? 0 : nameWeights.formsDiffer;
}
