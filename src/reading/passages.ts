/**
 * What the texts of the record say, read with the same lexicon as the documents, so that a statement and a fact are compared in
 * one set of words. Comes in: a record. Goes out: votes and events with the passages that tell of them.
 */
import type { Attested } from '../law/citation.ts';
import type { Moment, Vote } from '../law/event.ts';
import type { Instrument } from '../law/instrument.ts';
import type { LegalRecord } from '../law/record.ts';
import type { TimeExpression } from '../law/time-expression.ts';
import { addDays, type CivilDate, civilDateOf, civilParts, formatCivilDate } from '../time/civil-date.ts';
import type { Line } from './line.ts';
import { datesIn } from './mentions/date.ts';
import { durationsIn } from './mentions/duration.ts';
import { joinSignatures, type Signature, signatureOf } from './signature.ts';
import { tokenize } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

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

/** Reads a text of the record. */
export type ReadText = (text: string) => Pick<Passage, 'signature' | 'dates' | 'periods'>;

/** Reads English texts of the record into signatures, dates and lengths of time. */
export function readerOf(vocabulary: Vocabulary): ReadText {
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

const dayOf = (moment: Moment): CivilDate => civilDateOf(moment.from);

export function votesOf(record: LegalRecord, read: ReadText): readonly VoteFact[] {
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
export function withEvents(vote: VoteFact, events: readonly EventFact[]): VoteFact {
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

function voteOfInstrument(record: LegalRecord, instrument: Instrument, read: ReadText): VoteFact {
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
  read: ReadText,
  names: readonly string[] = [],
): Passage {
  return { cite, evidence, text, ...read([text, ...names].join('. ')) };
}

export function eventsOf(record: LegalRecord, read: ReadText): readonly EventFact[] {
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

/** The civil day that a time of the record names outright; undefined when it is reckoned from something else. */
export function dayNamed(time: TimeExpression | undefined): CivilDate | undefined {
  if (time?.kind === 'date') return time.date;
  if (time?.kind === 'instant')
    return addDays(civilDateOf(time.at), civilDateOf(time.at) * 86_400 === time.at ? -1 : 0);
  return undefined;
}
