/**
 * What reading asks of the record: votes, events, texts, offices, membership, and what the engine computes of the law in force.
 * Comes in: a compiled program. Goes out: lookups.
 */
import type { Program } from '../compile/program.ts';
import { remember } from '../compile/remember.ts';
import { type History, historiesOf } from '../evaluate/survey.ts';
import type { Office, Tenure } from '../law/office.ts';
import type { LegalRecord } from '../law/record.ts';
import { type CivilDate, civilParts, startOfDay } from '../time/civil-date.ts';
import { type EventFact, eventsOf, type ReadText, readerOf, type VoteFact, votesOf, withEvents } from './passages.ts';
import { presidencyOf } from './presidency.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export type Holding = { readonly office: Office; readonly tenure: Tenure };

export type Facts = {
  readonly program: Program;
  readonly record: LegalRecord;
  readonly vocabulary: Vocabulary;
  readonly votes: readonly VoteFact[];
  readonly events: readonly EventFact[];
  readonly event: (id: string) => EventFact | undefined;
  /** Events told by a document: by its symbol alone, or with a place in it (`E.O. 13949, sec. 2`). */
  readonly eventsCiting: (symbol: string) => readonly EventFact[];
  /** States under measures of the Council, past or present. */
  readonly targets: ReadonlySet<string>;
  readonly resolution: (number: number) => VoteFact | undefined;
  /** The year of a resolution by its number, from the resolutions around it; undefined when they leave it open. */
  readonly yearsOfResolution: (number: number) => readonly [number, number] | undefined;
  readonly council: (date: CivilDate) => ReadonlySet<string>;
  readonly presidency: (date: CivilDate) => string | undefined;
  readonly membersOf: (group: string, date: CivilDate) => ReadonlySet<string>;
  readonly held: (person: string) => readonly Holding[];
  readonly officesOf: (kind: string, of: string) => Office | undefined;
  readonly histories: (target: string) => readonly History[];
  readonly read: ReadText;
  /** How telling a concept is: rare ones weigh more. */
  readonly weight: (concept: string) => number;
};

const kept = new WeakMap<Program, Facts>();

export const factsOf = (program: Program): Facts => remember(kept, program, () => build(program));

function build(program: Program): Facts {
  const { record } = program;
  const vocabulary = vocabularyOf(record);
  const read = readerOf(vocabulary);
  const events = eventsOf(record, read);
  const eventsCiting = citingOf(events);
  const votes = votesOf(record, read).map((vote) => withEvents(vote, eventsCiting(vote.symbol)));
  const numbered = votes.filter((vote) => vote.number !== undefined).sort((a, b) => a.number! - b.number!);
  const byId = new Map(events.map((event) => [event.id, event]));
  const byNumber = new Map(votes.flatMap((vote) => (vote.number === undefined ? [] : [[vote.number, vote] as const])));
  const histories = new Map<string, readonly History[]>();
  const holdings = holdingsOf(record);
  const councils = new Map<number, ReadonlySet<string>>();
  const presidencies = new Map<number, string | undefined>();
  const membersOf = (group: string, date: CivilDate): ReadonlySet<string> => membersAt(record, group, date);
  const council = (date: CivilDate): ReadonlySet<string> => remember(councils, date, () => membersOf('UNSC', date));
  return {
    program,
    record,
    vocabulary,
    votes,
    events,
    event: (id) => byId.get(id),
    eventsCiting,
    targets: new Set(Object.values(record.regimes).flatMap(({ law, targets }) => (law === 'UN' ? targets : []))),
    resolution: (number) => byNumber.get(number),
    yearsOfResolution: (number) => yearsAround(numbered, number),
    council,
    presidency: (date) => {
      const { year, month } = civilParts(date);
      return remember(presidencies, year * 12 + month, () => presidencyOf(record, date, council));
    },
    membersOf,
    held: (person) => holdings.get(person) ?? [],
    officesOf: (kind, of) => record.offices[`${kind}/${of}`],
    histories: (target) => remember(histories, target, () => historiesOf(program, { target, laws: ['UN'] })),
    read,
    weight: weights(votes, events),
  };
}

function citingOf(events: readonly EventFact[]): Facts['eventsCiting'] {
  const byDocument = new Map<string, EventFact[]>();
  const documentOf = (symbol: string): string => symbol.replace(/,.*$/, '');
  for (const event of events) remember(byDocument, documentOf(event.cite.symbol), () => []).push(event);
  return (symbol) =>
    (byDocument.get(documentOf(symbol)) ?? []).filter(
      ({ cite }) => cite.symbol === symbol || cite.symbol.startsWith(`${symbol},`),
    );
}

function holdingsOf(record: LegalRecord): ReadonlyMap<string, readonly Holding[]> {
  const holdings = new Map<string, Holding[]>();
  for (const office of Object.values(record.offices))
    for (const tenure of office.holders) {
      const known = holdings.get(tenure.names[0]!);
      if (known) known.push({ office, tenure });
      else holdings.set(tenure.names[0]!, [{ office, tenure }]);
    }
  return holdings;
}

function membersAt(record: LegalRecord, group: string, date: CivilDate): ReadonlySet<string> {
  const at = startOfDay(date);
  const members = record.groups[group]?.members ?? [];
  return new Set(
    members
      .filter(({ from, until }) => (from === undefined || from <= at) && (until === undefined || at < until))
      .map(({ state }) => state),
  );
}

/** Resolutions are numbered as they are adopted, so the neighbours on record bound the year. */
function yearsAround(numbered: readonly VoteFact[], number: number): readonly [number, number] | undefined {
  const before = numbered.findLast((vote) => vote.number! <= number);
  const after = numbered.find((vote) => vote.number! >= number);
  return before && after ? [civilParts(before.date).year, civilParts(after.date).year] : undefined;
}

function weights(votes: readonly VoteFact[], events: readonly EventFact[]): (concept: string) => number {
  const counts = new Map<string, number>();
  const texts = [...votes.flatMap(({ passages }) => passages), ...events];
  for (const { signature } of texts)
    for (const concept of [...signature.concepts, ...signature.actors])
      counts.set(concept, (counts.get(concept) ?? 0) + 1);
  const weights = new Map<string, number>();
  return (concept) => remember(weights, concept, () => Math.log(1 + texts.length / (1 + (counts.get(concept) ?? 0))));
}
