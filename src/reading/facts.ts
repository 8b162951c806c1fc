/**
 * What reading asks of the record: votes, events, texts, offices, membership, and what the engine computes of the law in force.
 * Comes in: a compiled program. Goes out: lookups. The texts of the record are read with the same lexicon as the
 * documents, so that a statement and a fact are compared in one set of words.
 */
import type { Program } from '../compile/program.ts';
import { remember } from '../compile/remember.ts';
import { type History, historiesOf } from '../evaluate/survey.ts';
import type { Attested } from '../law/citation.ts';
import type { Moment, Vote } from '../law/event.ts';
import type { Instrument } from '../law/instrument.ts';
import type { Office, Tenure } from '../law/office.ts';
import type { LegalRecord } from '../law/record.ts';
import type { TimeExpression } from '../law/time-expression.ts';
import { addDays, type CivilDate, civilDateOf, civilParts, formatCivilDate, startOfDay } from '../time/civil-date.ts';
import type { Line } from './line.ts';
import { datesIn } from './mentions/date.ts';
import { durationsIn } from './mentions/duration.ts';
import { joinSignatures, type Signature, signatureOf } from './signature.ts';
import { tokenize } from './token.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export type Cite = { readonly symbol: string; readonly para?: string; readonly url?: string };

/** A day, and whether it limits a mandate of experts, a report or the measures themselves. */
export type Limit = { readonly date: CivilDate; readonly about: LimitedThing };
export type LimitedThing = 'experts' | 'report' | 'measures';

/** A text of the record and what it is about. */
export type Passage = {
  readonly cite: Cite;
  readonly evidence: Attested['evidence'];
  readonly text: string;
  readonly signature: Signature;
  /** Days that it names, each with the thing named last before it. */
  readonly dates: readonly Limit[];
  readonly periods: readonly string[];
};

/** A vote, and what was voted on. */
export type VoteFact = {
  readonly id: string;
  readonly symbol: string;
  /** The number of the resolution that came of it. */
  readonly number?: number;
  readonly date: CivilDate;
  readonly vote?: Vote;
  readonly adopted: boolean;
  /** Permanent members whose vote alone kept it from being adopted. */
  readonly vetoedBy: readonly string[];
  readonly sponsors: readonly string[];
  readonly procedural: boolean;
  /** The States it is about. */
  readonly targets: ReadonlySet<string>;
  readonly passages: readonly Passage[];
  readonly signature: Signature;
  readonly instrument?: Instrument;
  /** The days to which it lays down that something runs. */
  readonly ends: readonly Limit[];
  readonly cite: Cite;
  readonly evidence: Attested['evidence'];
};

/** Something that happened. */
export type EventFact = Passage & {
  readonly id: string;
  readonly kind: string;
  readonly date: CivilDate;
  readonly moment: Moment;
  readonly actors: readonly string[];
  readonly regime?: string;
};

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
  /** Reads a text of the record. */
  readonly read: (text: string) => Pick<Passage, 'signature' | 'dates' | 'periods'>;
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

/** Reads English texts of the record into signatures, dates and lengths of time. */
function readerOf(vocabulary: Vocabulary): Facts['read'] {
  const noDay = { date: 0 as CivilDate, future: false };
  return (text) => {
    const line = vocabulary.lineOf(tokenize(text), 'en');
    return {
      signature: signatureOf(line),
      dates: datesIn(line, noDay).flatMap((mark) =>
        mark.precision === 'day' && mark.yearGiven && !mark.relative
          ? [{ date: mark.from, about: limitedThing(line, mark.fromToken) }]
          : [],
      ),
      periods: durationsIn(line).map(({ period }) => period),
    };
  };
}

const LIMITED: Readonly<Record<string, LimitedThing>> = {
  experts: 'experts',
  mandate: 'experts',
  report: 'report',
  midterm: 'report',
  final: 'report',
  review: 'report',
  freeze: 'measures',
  travel: 'measures',
  arms: 'measures',
  embargo: 'measures',
  sanctions: 'measures',
  ban: 'measures',
};

/** The thing named last before a place in a sentence. */
export function limitedThing(line: Line, before: number): LimitedThing {
  const hit = line.hits
    .filter(({ group, name, to }) => group === 'concept' && to <= before && LIMITED[name] !== undefined)
    .sort((a, b) => a.from - b.from)
    .at(-1);
  return hit ? LIMITED[hit.name]! : 'measures';
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

const dayOf = (moment: Moment): CivilDate => civilDateOf(moment.from);

function votesOf(record: LegalRecord, read: Facts['read']): readonly VoteFact[] {
  const ofInstruments = Object.values(record.instruments)
    .filter(({ law, symbol }) => law === 'UN' && !symbol.startsWith('S/PRST'))
    .map((instrument) => voteOfInstrument(record, instrument, read));
  const ofEvents = Object.values(record.events).flatMap((event): VoteFact[] => {
    if (
      event.id.startsWith('adopted:') ||
      event.occurred === undefined ||
      (event.vote === undefined && event.draft === undefined)
    )
      return [];
    const passage = passageOf(
      {
        symbol:
          event.draft?.symbol ?? event.symbol ?? `vote of ${formatCivilDate(dayOf(event.occurred))} (${event.id})`,
      },
      event,
      `${event.what} ${event.draft?.subject ?? ''}`,
      read,
    );
    const adopted =
      event.draft?.outcome === 'adopted' ||
      (event.draft?.outcome === undefined && wasCarried(event.vote, dayOf(event.occurred)));
    const number = /^S\/RES\/(\d+)/.exec(event.symbol ?? event.draft?.symbol ?? '')?.[1];
    return [
      {
        id: event.id,
        symbol: event.draft?.symbol ?? event.symbol ?? `the draft of ${formatCivilDate(dayOf(event.occurred))}`,
        ...(number !== undefined && { number: Number(number) }),
        date: dayOf(event.occurred),
        adopted,
        vetoedBy:
          adopted || event.vote?.procedural
            ? []
            : (event.vote?.againstNames ?? []).filter((state) => PERMANENT.has(state) && (event.vote?.for ?? 0) >= 9),
        sponsors: event.draft?.sponsors ?? [],
        procedural: event.vote?.procedural ?? false,
        targets: targetsOf(record, event.regime, passage.signature, event.draft?.sponsors ?? []),
        passages: [passage],
        signature: passage.signature,
        ends: passage.dates,
        cite: passage.cite,
        evidence: event.vote?.evidence ?? event.evidence,
        ...(event.vote && { vote: event.vote }),
      },
    ];
  });
  return [...ofInstruments, ...ofEvents].sort((a, b) => a.date - b.date);
}

/** What events tell of an act (a mandate it extends, a paragraph that is no measure) belongs to what it says. */
function withEvents(vote: VoteFact, events: readonly EventFact[]): VoteFact {
  const own = events.filter(({ kind, id }) => kind !== 'adoption' && id !== vote.id);
  if (own.length === 0) return vote;
  const passages = [...vote.passages, ...own];
  return {
    ...vote,
    passages,
    ends: [...vote.ends, ...own.flatMap(({ dates }) => dates)],
    signature: joinSignatures([vote.signature, ...own.map(({ signature }) => signature)]),
  };
}

const PERMANENT = new Set(['US', 'GB', 'FR', 'RU', 'CN', 'SUHH']);

/** Nine votes and no veto; seven before 1966. A procedural vote knows no veto. */
function wasCarried(vote: Vote | undefined, date: CivilDate): boolean {
  if (vote === undefined) return true;
  const enough = vote.for >= (civilParts(date).year < 1966 ? 7 : 9);
  return enough && (vote.procedural || !vote.againstNames.some((state) => PERMANENT.has(state)));
}

function voteOfInstrument(record: LegalRecord, instrument: Instrument, read: Facts['read']): VoteFact {
  const head = passageOf(citeOf(instrument), instrument, instrument.title ?? '', read, instrument.names);
  const passages = instrument.provisions.map((provision) =>
    passageOf({ ...citeOf(instrument), para: provision.at }, provision, provision.says, read),
  );
  const number = /^S\/RES\/(\d+)/.exec(instrument.symbol)?.[1];
  const signature = joinSignatures([
    head.signature,
    ...passages.map((passage) => passage.signature),
    doingsOf(record, instrument),
  ]);
  return {
    id: instrument.id,
    symbol: instrument.symbol,
    ...(number !== undefined && { number: Number(number) }),
    date: dayOf(instrument.adopted),
    ...(instrument.vote && { vote: instrument.vote }),
    adopted: true,
    vetoedBy: [],
    sponsors: [],
    procedural: false,
    targets: targetsOf(
      record,
      instrument.regime,
      joinSignatures([head.signature, ...passages.slice(0, 4).map((passage) => passage.signature)]),
      [],
    ),
    passages: [head, ...passages],
    signature,
    instrument,
    ends: [...endsOf(record, instrument), ...passages.flatMap(({ dates }) => dates)],
    cite: citeOf(instrument),
    evidence: instrument.vote?.evidence ?? instrument.evidence,
  };
}

const DOINGS: Readonly<Record<string, string>> = {
  extend: 'extend',
  terminate: 'end',
  lapse: 'end',
  suspend: 'suspend',
  resume: 'reimpose',
  're-apply': 'reimpose',
  impose: 'impose',
};
const FAMILY_CONCEPTS: Readonly<Record<string, string>> = {
  arms: 'arms',
  missile: 'missile',
  nuclear: 'nuclear',
  freeze: 'freeze',
  travel: 'travel',
  inspection: 'inspect',
  finance: 'bank',
  machinery: 'experts',
};

/** What an act does, told by its structure and not by its words: it lays down measures, renews, ends, suspends. */
function doingsOf(record: LegalRecord, { provisions }: Instrument): Signature {
  const concepts = new Set<string>();
  const own = new Set(
    provisions.flatMap(({ norms }) =>
      norms.flatMap((id) => {
        const norm = record.norms[id];
        return norm?.kind === 'measure' ? norm.continues : [];
      }),
    ),
  );
  for (const { norms, rules } of provisions) {
    for (const id of norms) {
      const norm = record.norms[id];
      if (norm?.kind !== 'measure') continue;
      for (const concept of ['impose', 'create', 'sanctions', 'regime']) concepts.add(concept);
      const family = FAMILY_CONCEPTS[norm.family];
      if (family !== undefined) concepts.add(family);
    }
    for (const id of rules) {
      const rule = record.rules[id];
      const concept = DOINGS[rule?.do ?? ''];
      // What it ends and carries on itself it does not end.
      const isCarriedOn = rule?.do === 'terminate' && rule.what.every((one) => own.has(one));
      if (concept !== undefined && !isCarriedOn) concepts.add(concept).add('sanctions');
    }
  }
  return { concepts, actors: new Set() };
}

/** The ends that an instrument gives to its own norms and, by renewing, to others. */
function endsOf(record: LegalRecord, { provisions }: Instrument): readonly Limit[] {
  const about = (norm: string): LimitedThing => {
    const found = record.norms[norm];
    return found?.kind === 'measure' && found.family === 'machinery' ? 'experts' : 'measures';
  };
  return provisions.flatMap(({ norms, rules }) => [
    ...norms.flatMap((id) => (record.norms[id]?.ends ?? []).flatMap(({ at }) => limitOn(dayNamed(at), about(id)))),
    ...rules.flatMap((id) => limitOn(dayNamed(record.rules[id]?.until?.at), about(record.rules[id]?.what[0] ?? ''))),
  ]);
}

const limitOn = (date: CivilDate | undefined, about: LimitedThing): readonly Limit[] =>
  date === undefined ? [] : [{ date, about }];

export const citeOf = (instrument: Instrument): Cite => ({
  symbol: instrument.symbol,
  ...(instrument.url !== undefined && { url: instrument.url }),
});

function targetsOf(
  record: LegalRecord,
  regime: string | undefined,
  signature: Signature,
  sponsors: readonly string[],
): ReadonlySet<string> {
  const targets = new Set(
    regime === undefined
      ? []
      : (record.regimes[regime]?.targets ?? []).map((target) => record.regions[target]?.state ?? target),
  );
  if (targets.size === 0)
    for (const actor of signature.actors)
      if (actor.length === 2 && !PERMANENT.has(actor) && !sponsors.includes(actor)) targets.add(actor);
  return targets;
}

/** `names`: other words it is known by, which are compared and not shown. */
function passageOf(
  cite: Cite,
  { evidence }: Attested,
  text: string,
  read: Facts['read'],
  names: readonly string[] = [],
): Passage {
  return { cite, evidence, text, ...read([text, ...names].join('. ')) };
}

function eventsOf(record: LegalRecord, read: Facts['read']): readonly EventFact[] {
  const events = Object.values(record.events).flatMap((event): EventFact[] => {
    if (event.occurred === undefined || event.id.startsWith('adopted:')) return [];
    const url = event.sources.find((source) => source.url !== undefined)?.url;
    const passage = passageOf(
      { symbol: event.symbol ?? event.id, ...(url !== undefined && { url }) },
      event,
      event.what,
      read,
    );
    return [
      {
        ...passage,
        id: event.id,
        kind: event.kind,
        date: dayOf(event.occurred),
        moment: event.occurred,
        actors: event.actors,
        ...(event.regime !== undefined && { regime: event.regime }),
      },
    ];
  });
  const acts = Object.values(record.instruments).flatMap((instrument): EventFact[] => {
    const says = [instrument.organ, instrument.title].filter(Boolean).join(': ');
    const passage = passageOf(
      citeOf(instrument),
      instrument,
      `${instrument.law === 'UN' ? 'The Security Council adopts a resolution' : `${actorName(instrument.law)} adopts`}. ${says}`,
      read,
      instrument.names,
    );
    const body = instrument.provisions.slice(0, 12).map(({ says: text }) => read(text).signature);
    const moment = instrument.adopted;
    return [
      {
        ...passage,
        signature: joinSignatures([
          passage.signature,
          ...body,
          doingsOf(record, instrument),
          { concepts: new Set(), actors: targetsOf(record, instrument.regime, passage.signature, []) },
        ]),
        id: instrument.id,
        kind: 'adoption',
        date: dayOf(moment),
        moment,
        actors: [instrument.law === 'UN' ? 'UNSC' : instrument.law],
        ...(instrument.regime !== undefined && { regime: instrument.regime }),
      },
    ];
  });
  return [...events, ...acts].sort((a, b) => a.date - b.date);
}

const actorName = (law: string): string =>
  ({ EU: 'The European Union', US: 'The United States', GB: 'The United Kingdom', RU: 'Russia' })[law] ?? law;

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

/**
 * The presidency of the Council passes each month in the English alphabetical order of the members' names (rule 18 of its
 * provisional rules of procedure). Reckoned forward from January 2000, the United States; before that, not at all.
 */
function presidencyOf(
  record: LegalRecord,
  date: CivilDate,
  council: (date: CivilDate) => ReadonlySet<string>,
): string | undefined {
  const { year, month } = civilParts(date);
  const target = year * 12 + month - 1;
  if (target < 2000 * 12) return undefined;
  let current = 'US';
  for (let at = 2000 * 12 + 1; at <= target; at++) {
    const members = [...council(firstOf(at))];
    if (members.length < 15) return undefined;
    current = nextInOrder(record, members, current);
  }
  return current;
}

const firstOf = (months: number): CivilDate =>
  (Date.UTC(Math.floor(months / 12), months % 12, 1) / 86_400_000) as CivilDate;

/** The order goes by the names used in the Council, some of which differ from the common ones. */
const COUNCIL_NAMES: Readonly<Record<string, string>> = {
  US: 'United States of America',
  GB: 'United Kingdom',
  RU: 'Russian Federation',
  KR: 'Republic of Korea',
  VN: 'Viet Nam',
  BO: 'Bolivia (Plurinational State of)',
  VE: 'Venezuela (Bolivarian Republic of)',
  TZ: 'United Republic of Tanzania',
  AE: 'United Arab Emirates',
  CD: 'Democratic Republic of the Congo',
  SY: 'Syrian Arab Republic',
  LY: 'Libyan Arab Jamahiriya',
  NL: 'Netherlands',
  CI: "Côte d'Ivoire",
  CG: 'Congo',
  TR: 'Türkiye',
  CZ: 'Czech Republic',
  DO: 'Dominican Republic',
  VC: 'Saint Vincent and the Grenadines',
};

function nextInOrder(record: LegalRecord, members: readonly string[], current: string): string {
  const name = (code: string): string =>
    (COUNCIL_NAMES[code] ?? record.states[code]?.names.en?.[0] ?? code)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase();
  const own = name(current);
  const sorted = members.filter((code) => code !== current).sort((a, b) => (name(a) < name(b) ? -1 : 1));
  return sorted.find((code) => name(code) > own) ?? sorted[0]!;
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

/** The civil day that a time of the record names outright; undefined when it is reckoned from something else. */
export function dayNamed(time: TimeExpression | undefined): CivilDate | undefined {
  if (time?.kind === 'date') return time.date;
  if (time?.kind === 'instant')
    return addDays(civilDateOf(time.at), civilDateOf(time.at) * 86_400 === time.at ? -1 : 0);
  return undefined;
}
