/** Values that somebody else read out of a document, compared with those of the record. */

import { parseInstant } from '../time/instant.ts';
import { day, tallyOf } from './checks/finding.ts';
import { daysIn } from './checks/limit.ts';
import type { Facts } from './facts.ts';
import type { Line } from './line.ts';
import { instrumentsIn } from './mentions/instrument.ts';
import type { Cite, VoteFact } from './passages.ts';
import type { Kind, Statement, Values } from './statement.ts';
import { normalize, tokenize } from './token.ts';

/** The right values of a matter, and where they stand. */
export type Basis = {
  readonly values: Values;
  readonly citations: readonly Cite[];
  readonly evidence: Statement['evidence'];
  readonly text: string;
};

type Field = keyof typeof COMPARED;

/** How two values of a field are told apart; the other fields are words, and no two writers choose the same. */
const COMPARED = {
  date: sameDay,
  instant: (a: string, b: string) => (parseInstant(a) ?? a) === (parseInstant(b) ?? b),
  from: sameDay,
  until: sameDay,
  period: (a: string, b: string) => Math.abs(daysIn(a) - daysIn(b)) <= 3,
  count: (a: number, b: number) => a === b,
  tally: (a: string, b: string) => figuresOf(a) === figuresOf(b),
  instrument: sameInstrument,
  party: (a: string, b: string, facts: Facts) => keyOfParties(a, facts) === keyOfParties(b, facts),
} as const;

/** A month is met by any of its days. */
function sameDay(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

const figuresOf = (tally: string): string => (tally.match(/\d+/g) ?? []).join('-');

const lineOf = (text: string, { vocabulary }: Facts): Line => vocabulary.lineOf(tokenize(text), 'en');

/** One resolution whether its year is told or not, as long as no other year is. */
function sameInstrument(a: string, b: string, facts: Facts): boolean {
  const [one] = instrumentsIn(lineOf(a, facts));
  const [other] = instrumentsIn(lineOf(b, facts));
  if (one === undefined || other === undefined) return normalize(a) === normalize(b);
  const isSameYear = one.year === undefined || other.year === undefined || one.year === other.year;
  return one.form === other.form && one.symbol === other.symbol && one.number === other.number && isSameYear;
}

/** The States, bodies and persons named, in whatever order and by whatever name. */
function keyOfParties(text: string, facts: Facts): string {
  const line = lineOf(text, facts);
  const names = ['state', 'body', 'person'].flatMap((group) => line.within(group).map(({ name }) => name));
  return names.length > 0 ? [...new Set(names)].sort().join(' ') : normalize(text);
}

/** The fields that both hold and that can be compared, each with whether they agree. */
export function compare(
  one: Values,
  other: Values,
  facts: Facts,
): { readonly agreeing: Field[]; readonly differing: Field[] } {
  const agreeing: Field[] = [];
  const differing: Field[] = [];
  for (const field of Object.keys(COMPARED) as Field[]) {
    const [a, b] = [one[field], other[field]];
    if (a === undefined || b === undefined) continue;
    const isSame = COMPARED[field] as (a: unknown, b: unknown, facts: Facts) => boolean;
    (isSame(a, b, facts) ? agreeing : differing).push(field);
  }
  return { agreeing, differing };
}

export const holdsValues = (values: Values): boolean =>
  (Object.keys(COMPARED) as Field[]).some((field) => values[field] !== undefined);

/** What the record has on the matter of a statement: by the instrument it names, else by what stands at its place. */
export function basisOf(
  stated: Values,
  kind: Kind | undefined,
  found: Statement | undefined,
  facts: Facts,
): Basis | undefined {
  return (stated.instrument === undefined ? undefined : ofInstrument(stated, kind, facts)) ?? ofPlace(found);
}

function ofPlace(found: Statement | undefined): Basis | undefined {
  if (found === undefined) return undefined;
  const { verdict, stated, correct, citations, evidence, because } = found;
  const text = correct?.text ?? because[0] ?? '';
  if (verdict === 'supported') return { values: stated, citations, evidence, text };
  return verdict === 'contradicted' && correct !== null ? { values: correct, citations, evidence, text } : undefined;
}

function ofInstrument(stated: Values, kind: Kind | undefined, facts: Facts): Basis | undefined {
  const [mark] = instrumentsIn(lineOf(stated.instrument!, facts));
  if (mark?.form === 'resolution' || mark?.form === 'document') {
    const vote =
      mark.number === undefined
        ? facts.votes.find(({ symbol }) => symbol === mark.symbol)
        : facts.resolution(mark.number);
    return vote && ofVote(vote, stated, kind);
  }
  const event = mark?.symbol === undefined ? undefined : facts.eventsCiting(mark.symbol)[0];
  return (
    event && {
      values: { date: day(event.date), instrument: mark!.symbol! },
      citations: [event.cite],
      evidence: event.evidence,
      text: `${day(event.date)}: ${event.text}`,
    }
  );
}

/** Of a period or an end the day told is the last one, else it is that of the vote. */
function ofVote(vote: VoteFact, stated: Values, kind: Kind | undefined): Basis {
  const told = stated.until ?? stated.date ?? '';
  const ends = vote.ends.map(({ date }) => day(date));
  const end = ends.find((one) => sameDay(one, told)) ?? ends[0];
  const isEnd = kind === 'deadline-or-duration' || kind === 'expiry';
  const date = isEnd ? end : day(vote.date);
  return {
    values: {
      ...(date !== undefined && { date }),
      ...(end !== undefined && { until: end }),
      ...(vote.vote && { tally: tallyOf(vote.vote) }),
      instrument: vote.symbol,
    },
    citations: [vote.cite],
    evidence: vote.evidence,
    text: `${vote.symbol}, ${day(vote.date)}${vote.vote ? `: ${tallyOf(vote.vote)} (for, against, abstaining)` : ''}${isEnd && end !== undefined ? `; until ${end}` : ''}.`,
  };
}
