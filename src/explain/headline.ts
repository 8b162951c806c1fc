/** The answer in a few sentences: who must or must not do what, under which law, on that day; then the dispute, then exposure. */
import type { Assessment, View } from '../law/assessment.ts';
import { NOTHING } from '../law/outcome.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import { formatInstant } from '../time/instant.ts';
import { bearerOf, dutyBearer, dutyClause } from './duty.ts';
import { enumerated, sentence } from './enumeration.ts';
import { dayOf, instantText } from './moment-text.ts';
import { lawInSentence, positionsShort, stateInSentence } from './names.ts';
import { strangerSentences } from './notes.ts';
import { missingText, partSentences, settlingSentences } from './part-text.ts';
import { thingOf } from './thing.ts';

export function headlineOf(assessment: Assessment, record: LegalRecord): readonly string[] {
  const { question, outcome } = assessment;
  const { first, parts = [], left, inAll = [] } = opening(assessment, record);
  return [
    ...strangerSentences(assessment, record),
    sentence(`${whenText(question)} ${first}`),
    ...parts,
    ...left.map((view) => viewSentence(view, question, record)),
    ...inAll,
    ...settlingSentences(assessment, record),
    ...exposureSentences(assessment, record),
    ...(outcome === NOTHING ? [limitsSentence(record)] : []),
  ];
}

/** The first clause and what it comes to by missing facts; the views that it leaves to be told, and what they come to in all. */
type Opening = {
  readonly first: string;
  readonly parts?: readonly string[];
  readonly left: readonly View[];
  readonly inAll?: readonly string[];
};

function opening(assessment: Assessment, record: LegalRecord): Opening {
  const { question, views, outcome } = assessment;
  const thing = thingOf(record, question, views.length === 0 ? undefined : bearerOf(question));
  const who = dutyBearer(record, question);
  if (views.length === 0) return { first: `no law on record binds a party to ${thing.prevented}`, left: [] };
  if (outcome === 'contested') {
    const barred = views.some((view) => view.strictest === 'prohibited');
    const laws = enumerated(disputed(views).map((law) => lawInSentence(record, law)));
    const first = barred
      ? `it is contested whether ${who} must prevent ${thing.prevented} under ${laws}`
      : `it is contested what ${laws} asks of ${who} about ${thing.about}`;
    return { first, left: views };
  }
  if (outcome === 'conditional') return conditionalOpening(assessment, record);
  const told = views.filter((view) => view.outcome === outcome);
  const decisive = told.find(({ positions }) => positions.length === 0) ?? told[0];
  if (decisive === undefined)
    return { first: dutyClause(record, views[0]!, question, 'in-full'), left: views.slice(1) };
  // Positions that all come to this under one law share the sentence; how they get there is told below it.
  const same = decisive.positions.length > 0 && views.every(({ law }) => law === decisive.law);
  return {
    first: dutyClause(record, decisive, question, 'in-full'),
    left: same ? [] : views.filter((view) => view !== decisive),
  };
}

/** Where every view that depends on facts does so alike, it is told once; else each, and then what they come to together. */
function conditionalOpening(assessment: Assessment, record: LegalRecord): Opening {
  const { question, views, parts } = assessment;
  const open = views.filter((view) => view.outcome === 'conditional');
  const laws = [...new Set((open.length > 0 ? open : views).map(({ law }) => lawInSentence(record, law)))];
  const { about } = thingOf(record, question, bearerOf(question));
  const asks = `what ${enumerated(laws)} ${laws.length === 1 ? 'asks' : 'ask'} of ${dutyBearer(record, question)}`;
  const first = `${asks} about ${about} depends on ${missingText(assessment)}`;
  const told = partSentences(parts, record);
  const isAlike = open.length > 0 && open.every((view) => JSON.stringify(view.parts) === JSON.stringify(parts));
  if (isAlike) return { first, parts: told, left: views.filter((view) => !open.includes(view)) };
  return { first, left: views, inAll: told.map((one) => `In all: ${one.slice(0, 1).toLowerCase()}${one.slice(1)}`) };
}

/** The laws under which views come to different things; all of them where none does by itself. */
function disputed(views: readonly View[]): readonly string[] {
  const laws = [...new Set(views.map(({ law }) => law))];
  const found = laws.filter((law) => {
    const own = views.filter((view) => view.law === law);
    return new Set(own.map(({ outcome, parts }) => JSON.stringify([outcome, parts]))).size > 1;
  });
  return found.length > 0 ? found : laws;
}

/** Beside other views a conditional one names only the first ways of each outcome. */
const MOST_BESIDE_OTHERS = 2;

function viewSentence(view: View, question: Question, record: LegalRecord): string {
  const clause = dutyClause(record, view, question, 'again');
  const whose = view.positions.length === 0 ? '' : `according to ${positionsShort(record, view.positions)}, `;
  const parts = view.outcome === 'conditional' ? partSentences(view.parts, record, MOST_BESIDE_OTHERS) : [];
  return [sentence(`${whose}${clause}`), ...parts].join(' ');
}

/** One sentence for links that would bring another law in, one for the risk of being listed. */
function exposureSentences({ exposure }: Assessment, record: LegalRecord): readonly string[] {
  const lawsOf = (kind: 'nexus' | 'designation-risk'): readonly string[] =>
    [...new Set(exposure.filter((one) => one.kind === kind).map(({ measure }) => measure.law))].map((law) =>
      holderOf(record, law),
    );
  const [binding, risks] = [lawsOf('nexus'), lawsOf('designation-risk')];
  return [
    ...(binding.length > 0
      ? [`A link to ${enumerated(binding, 'or')} (persons, goods, money, territory) would bring its law in too.`]
      : []),
    ...(risks.length > 0 ? [`Whoever takes part risks designation by ${enumerated(risks)}.`] : []),
  ];
}

/** Whose law it is: a State, or a body by its short name. */
const holderOf = (record: LegalRecord, law: string): string =>
  record.states[law] === undefined ? `the ${law}` : stateInSentence(record, law);

/** An empty answer says at once what it does not speak of (rule 11). */
const limitsSentence = (record: LegalRecord): string =>
  `That is what the record holds up to ${formatCivilDate(record.horizon)}; ordinary export licensing is not in it.`;

/** "on 2025-10-01", "at 2025-09-28 00:00 UTC", "from … until …". */
export function whenText({ at }: Pick<Question, 'at'>): string {
  if (at.until - at.from <= 1) return `at ${instantText(at.from)}`;
  const isDays = [at.from, at.until].every((edge) => formatInstant(edge).endsWith('T00:00:00Z'));
  if (isDays && at.until - at.from === 86_400) return `on ${dayOf(at.from)}`;
  if (isDays) return `from ${dayOf(at.from)} to ${dayOf((at.until - 1) as typeof at.until)}`;
  return `from ${instantText(at.from)} until ${instantText(at.until)}`;
}
