/**
 * Small records of law, drawn at random: every kind of rule, condition, end, opening, stance and list that a record can
 * hold, within two months of 2020, so that things meet. Nothing in them waits for itself without delay.
 */
import * as fc from 'fast-check';
import type { Condition } from '../law/condition.ts';
import type { Designation, DesignationList } from '../law/designation.ts';
import type { LegalEvent, Moment } from '../law/event.ts';
import type { Instrument, Regime } from '../law/instrument.ts';
import type { End, GateKind, Measure, Opening, OpeningScope, Recipient } from '../law/norm.ts';
import type { Point, Position, Stance } from '../law/position.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Rule } from '../law/rule.ts';
import type { Reckoning, TimeExpression } from '../law/time-expression.ts';
import type { Goods, Group, Law, Region, State } from '../law/vocabulary.ts';
import { addDays, civilDate, endOfDay, startOfDay } from '../time/civil-date.ts';
import { type Instant, instant } from '../time/instant.ts';
import { bareState } from './bare-state.ts';

/** The day from which all days are counted. */
export const FIRST_DAY = civilDate(2020, 1, 1)!;
const LAST = 60;

/** Draws one value. */
type Draw = <T>(from: fc.Arbitrary<T>) => T;

export const anyRecord: fc.Arbitrary<LegalRecord> = fc.gen().map((draw) => recordFrom((from) => draw(() => from)));

const dayNumber = fc.integer({ min: 0, max: LAST });
/** Often the edge of a day, for that is where faults live. */
const hour = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 23 }));

const anInstant: fc.Arbitrary<Instant> = fc
  .tuple(dayNumber, hour)
  .map(([day, hours]) => instant(startOfDay(addDays(FIRST_DAY, day)) + hours * 3600));

const aDayMoment: fc.Arbitrary<Moment> = dayNumber.map((day) => ({
  from: startOfDay(addDays(FIRST_DAY, day)),
  until: endOfDay(addDays(FIRST_DAY, day)),
  precision: 'day',
}));

export const aMoment: fc.Arbitrary<Moment> = fc.oneof(
  aDayMoment,
  anInstant.map((at): Moment => ({ from: at, until: at, precision: 'instant' })),
);

const maybe = <T>(from: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(from, { nil: undefined });
const some = <T>(from: readonly T[], most = from.length): fc.Arbitrary<T[]> =>
  fc.subarray([...from], { maxLength: most });
const oneOf = <T>(from: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...from);
/** An object without the members that are undefined. */
const given = <T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;

const attested = { evidence: 'verified', sources: [] } as const;
const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.id, one]));
const byCode = <T extends { readonly code: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.code, one]));

const LAWS = ['UN', 'XL', 'GL', 'PL'] as const;
const REGIMES = ['un/one', 'un/two', 'xl/three'] as const;
const FAMILIES = ['arms', 'freeze'] as const;
export const STATES = ['AA', 'BB', 'CC', 'NN', 'OO'] as const;
export const REGIONS = ['AA-R', 'AA-WIDE'] as const;
export const GOODS = ['fam', 'fam:a', 'fam:b', 'fam:b1', 'fam:b2', 'thing', 'finer', 'near', 'misc'] as const;
export const DESIGNATIONS = ['d0', 'd1', 'd2'] as const;
export const ACTORS = ['AA', 'BB', 'CC', 'GROUP'] as const;
const RECIPIENTS: readonly Recipient[] = ['government', 'non-governmental', 'listed'];

function recordFrom(draw: Draw): LegalRecord {
  const horizon = addDays(FIRST_DAY, draw(fc.integer({ min: 20, max: LAST })));
  const happenings = Array.from({ length: draw(fc.integer({ min: 1, max: 4 })) }, (_, i) => anEvent(draw, `e${i}`));
  const instruments = Array.from({ length: draw(fc.integer({ min: 1, max: 3 })) }, (_, i) =>
    anInstrument(draw, `i${i}`),
  );
  const points = Array.from({ length: draw(fc.integer({ min: 0, max: 3 })) }, (_, i) => aPoint(draw, `p${i}`));
  const adoptions = instruments.map(({ id, adopted }) => happening(draw, `adopted:${id}`, adopted));
  const events = [...happenings, ...adoptions];
  const measureIds = Array.from({ length: draw(fc.integer({ min: 1, max: 5 })) }, (_, i) => `m${i}`);
  const ruleIds = Array.from({ length: draw(fc.integer({ min: 0, max: 5 })) }, (_, i) => `r${i}`);
  const names: Names = {
    events: events.map(({ id }) => id),
    norms: measureIds,
    points: points.map(({ id }) => id),
    rules: ruleIds,
  };
  const instrumentOf = (): Instrument => draw(oneOf(instruments));
  const measures = measureIds.map((id) => aMeasure(draw, id, instrumentOf(), names));
  const openings = Array.from({ length: draw(fc.integer({ min: 0, max: 4 })) }, (_, i) =>
    anOpening(draw, `o${i}`, instrumentOf(), measures, names),
  );
  const norms = [...measures, ...openings];
  const acted = norms.filter((norm) => norm.kind === 'measure' || norm.within === undefined).map(({ id }) => id);
  const rules = ruleIds.map((id, i) =>
    aRule(draw, id, instrumentOf(), acted, { ...names, rules: ruleIds.slice(0, i) }),
  );
  return {
    hash: 'sha256:random',
    horizon,
    instruments: byId(instruments),
    norms: byId<Measure | Opening>(norms),
    rules: byId(rules),
    events: byId(events),
    points: byId(points),
    positions: byId(draw(some(ACTORS)).map((id) => aPosition(draw, id, names.points))),
    regimes: byId(REGIMES.map(aRegime)),
    lists: byId([aList(draw, 'list')]),
    states: byCode(someStates(draw)),
    regions: byCode(REGION_NOUNS),
    groups: byId([aGroup(draw)]),
    laws: byId(LAWS.map(aLaw)),
    goods: byCode(GOODS_NOUNS),
    offices: {},
  };
}

/** What conditions and times may name. */
type Names = {
  readonly events: readonly string[];
  readonly norms: readonly string[];
  readonly points: readonly string[];
  readonly rules: readonly string[];
};

function happening(draw: Draw, id: string, occurred: Moment | undefined): LegalEvent {
  // Mostly public at once, sometimes days later.
  const late = draw(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 20 })));
  const knownFrom = instant((occurred?.from ?? startOfDay(FIRST_DAY)) + late * 86_400);
  return { ...attested, id, kind: 'other', what: id, knownFrom, actors: [], ...(occurred && { occurred }) };
}

const anEvent = (draw: Draw, id: string): LegalEvent => happening(draw, id, draw(maybe(aMoment)));

function anInstrument(draw: Draw, id: string): Instrument {
  const law = draw(oneOf(LAWS));
  return {
    ...attested,
    id,
    symbol: id,
    names: [],
    law,
    regime: draw(oneOf(REGIMES)),
    adopted: draw(aMoment),
    implements: [],
    provisions: [],
  };
}

const aPoint = (draw: Draw, id: string): Point => ({
  ...attested,
  id,
  kind: draw(oneOf(['counts-as', 'reading', 'doubt'] as const)),
  question: id,
  yes: 'yes',
  no: 'no',
  about: [],
  ...given({ default: draw(maybe(oneOf(['yes', 'no'] as const))) }),
});

function aStance(draw: Draw, point: string): Stance {
  const said = draw(aMoment);
  return {
    ...attested,
    point,
    answer: draw(oneOf(['yes', 'no', 'yes', 'no', 'undetermined'] as const)),
    kind: draw(oneOf(['statement', 'vote', 'conduct'] as const)),
    said,
    knownFrom: instant(said.from + draw(oneOf([0, 0, 86_400, 864_000]))),
    withdraws: draw(oneOf(['from-the-start', 'from-then-on'] as const)),
  };
}

const aPosition = (draw: Draw, id: string, points: readonly string[]): Position => ({
  id,
  name: id,
  kind: id === 'GROUP' ? 'organisation' : 'state',
  aliases: [],
  stances: points.flatMap((point) =>
    Array.from({ length: draw(fc.integer({ min: 0, max: 3 })) }, () => aStance(draw, point)),
  ),
  expects: [],
});

const reckoning = (draw: Draw, isDelayed: boolean): Reckoning => {
  const plus = draw(maybe(oneOf(['P1D', 'P10D', 'P1M'])));
  if (plus === undefined && !isDelayed) return { zone: 'UTC' };
  return {
    zone: draw(oneOf(['UTC', 'UTC', '+03:30', '-05:00'])),
    plus: plus ?? 'P2D',
    rounding: draw(oneOf(['up', 'down'] as const)),
    ...given({
      reading: draw(maybe(oneOf(['hour-not-recorded', 'start-of-day', 'end-of-day', 'midnight-after'] as const))),
    }),
  };
};

/** `isDelayed`: a time reckoned from a rule comes after it. */
function aTime(draw: Draw, names: Pick<Names, 'events' | 'rules'>, isDelayed = false, depth = 1): TimeExpression {
  const kinds = [
    'instant',
    'date',
    'date',
    'event',
    'event',
    ...(names.rules.length > 0 ? ['rule'] : []),
    ...(depth > 0 ? ['several'] : []),
  ];
  switch (draw(oneOf(kinds))) {
    case 'instant':
      return { kind: 'instant', at: draw(anInstant) };
    case 'date':
      return {
        kind: 'date',
        date: addDays(FIRST_DAY, draw(dayNumber)),
        reading: draw(oneOf(['hour-not-recorded', 'start-of-day', 'end-of-day'] as const)),
        zone: draw(oneOf(['UTC', 'UTC', 'UTC', '+03:30'])),
      };
    case 'event':
      return { kind: 'event', event: draw(oneOf(names.events)), ...reckoning(draw, false) };
    case 'rule':
      return { kind: 'rule', rule: draw(oneOf(names.rules)), ...reckoning(draw, isDelayed) };
    default: {
      const of = [aTime(draw, names, isDelayed, depth - 1), aTime(draw, names, isDelayed, depth - 1)];
      return { kind: draw(oneOf(['earliest', 'latest'] as const)), of };
    }
  }
}

function aCondition(draw: Draw, names: Names, depth = 2): Condition {
  const kinds = ['occurred', 'absent', 'in-force', ...(names.points.length > 0 ? ['point', 'point'] : [])];
  switch (draw(oneOf(depth > 0 ? [...kinds, 'all', 'any', 'not'] : kinds))) {
    case 'occurred':
      return { kind: 'occurred', event: draw(oneOf(names.events)) };
    case 'absent': {
      const events = draw(fc.subarray([...names.events], { minLength: 1 }));
      return { kind: 'absent', events, from: aTime(draw, names, true), until: aTime(draw, names, true) };
    }
    case 'in-force':
      return { kind: 'in-force', norm: draw(oneOf(names.norms)) };
    case 'point':
      return { kind: 'point', point: draw(oneOf(names.points)) };
    case 'not':
      return { kind: 'not', of: aCondition(draw, names, depth - 1) };
    default: {
      const of = [aCondition(draw, names, depth - 1), aCondition(draw, names, depth - 1)];
      return { kind: draw(oneOf(['all', 'any'] as const)), of };
    }
  }
}

/** Present one time in three. */
const sometimes = <T>(draw: Draw, make: () => T): T | undefined =>
  draw(fc.integer({ min: 0, max: 2 })) === 0 ? make() : undefined;

const someEnds = (draw: Draw, names: Names): readonly End[] =>
  Array.from({ length: draw(oneOf([0, 0, 1, 1, 2])) }, () => ({
    at: aTime(draw, names),
    kind: draw(oneOf(['final', 'renewable'] as const)),
    ...given({ if: sometimes(draw, () => aCondition(draw, names)) }),
  }));

function normBase(draw: Draw, id: string, { id: instrument, law, regime }: Instrument, names: Names) {
  const adoption: TimeExpression = { kind: 'event', event: `adopted:${instrument}`, zone: 'UTC' };
  return {
    ...attested,
    id,
    instrument,
    provision: `para ${id}`,
    says: id,
    regime: regime!,
    law,
    start: sometimes(draw, () => aTime(draw, names)) ?? adoption,
    ends: someEnds(draw, names),
    ...given({ if: sometimes(draw, () => sometimes(draw, () => aCondition(draw, names))) }),
  };
}

function aMeasure(draw: Draw, id: string, instrument: Instrument, names: Names): Measure {
  const throughList = draw(oneOf([false, false, false, true]));
  const services = draw(some(['assistance', 'finance']));
  const list = { states: [], regions: [], exceptStates: [], list: 'list' };
  const place = {
    states: draw(oneOf([['AA'], ['AA'], ['OO'], ['BB'], []])),
    regions: draw(oneOf([[], [], ['AA-R'], ['AA-WIDE']])),
    exceptStates: draw(oneOf([[], [], ['CC']])),
    ...given({ list: draw(oneOf([undefined, 'list'])) }),
  };
  return {
    ...normBase(draw, id, instrument, names),
    kind: 'measure',
    title: id,
    force: draw(oneOf(['decides', 'decides', 'decides', 'calls-upon', 'requests'] as const)),
    addressee: draw(oneOf(['states', 'persons'] as const)),
    family: throughList ? 'freeze' : 'arms',
    activities: throughList ? [draw(oneOf(['freeze', 'travel']))] : ['goods', ...services],
    duties: draw(fc.subarray(['supplier', 'buyer'] as const, { minLength: 1 })),
    target: throughList ? list : place,
    recipients: throughList ? [] : draw(oneOf([[], [], ['government'], ['non-governmental'], ['listed']])),
    goods: throughList ? [] : draw(oneOf([['any'], ['fam'], ['fam:a'], ['fam:b', 'thing'], ['fam:b1', 'finer']])),
    exceptGoods: draw(oneOf([[], [], [], ['fam:b2'], ['thing']])),
    consequence: draw(oneOf(['bar', 'bar', 'bar', 'bar', 'designation-risk'] as const)),
    ownNationalsApart: draw(fc.boolean()),
    obligations: [],
    continues: [],
    ...(throughList ? {} : { direction: draw(oneOf(['to', 'to', 'from'] as const)) }),
    ...given({ presumption: draw(oneOf([undefined, undefined, undefined, 'denial' as const])) }),
  };
}

const GATES: readonly GateKind[] = [
  'prior-approval',
  'no-objection',
  'advance-notice',
  'documents-or-routing',
  'later-report',
];

function aScope(draw: Draw): OpeningScope {
  const cut = (): TimeExpression => ({ kind: 'instant', at: draw(anInstant) });
  return given({
    recipients: sometimes(draw, () => [draw(oneOf(RECIPIENTS))]),
    goods: sometimes(draw, () => [draw(oneOf(GOODS))]),
    exceptGoods: sometimes(draw, () => sometimes(draw, () => [draw(oneOf(GOODS))])),
    activities: sometimes(draw, () => sometimes(draw, () => [draw(oneOf(['goods', 'assistance']))])),
    contractBefore: sometimes(draw, () => sometimes(draw, cut)),
    performedBefore: sometimes(draw, () => sometimes(draw, cut)),
    purpose: sometimes(draw, () => sometimes(draw, () => 'relief')),
  }) as OpeningScope;
}

function anOpening(
  draw: Draw,
  id: string,
  instrument: Instrument,
  measures: readonly Measure[],
  names: Names,
): Opening {
  const opens = draw(oneOf(['gate', 'gate', 'exemption'] as const));
  const measure = draw(oneOf(measures));
  const gate = { gate: draw(oneOf(GATES)), residual: draw(oneOf([false, false, true])) };
  const what = { kind: 'opening', opens, for: aScope(draw), ...(opens === 'gate' && { gate }) } as const;
  const base = normBase(draw, id, instrument, names);
  const how = draw(oneOf(['within', 'named', 'described']));
  if (how === 'within') {
    const { instrument: own, law, regime, start, ends } = measure;
    const shared = { instrument: own, law, regime, start, ends };
    return {
      ...base,
      ...shared,
      ...what,
      id: `${measure.id}/${id}`,
      on: { measures: [measure.id] },
      within: measure.id,
    };
  }
  if (how === 'named')
    return { ...base, ...what, on: { measures: draw(fc.subarray(names.norms as string[], { minLength: 1 })) } };
  const on = given({
    law: draw(maybe(oneOf(LAWS))),
    regimes: sometimes(draw, () => draw(some(REGIMES))),
    exceptRegimes: sometimes(draw, () => [draw(oneOf(REGIMES))]),
    families: sometimes(draw, () => [draw(oneOf(FAMILIES))]),
    activities: sometimes(draw, () => [draw(oneOf(['goods', 'freeze', 'assistance']))]),
  });
  return { ...base, ...what, on };
}

const RULES: readonly Rule['do'][] = [
  'terminate',
  'suspend',
  'resume',
  'extend',
  'extend',
  'lapse',
  're-apply',
  're-apply',
  'impose',
];

function aRule(draw: Draw, id: string, instrument: Instrument, norms: readonly string[], names: Names): Rule {
  const does = draw(oneOf(RULES));
  const until = (): NonNullable<Rule['until']> => ({
    kind: draw(oneOf(['final', 'renewable'] as const)),
    ...given({ at: draw(maybe(fc.constant(0))) === undefined ? undefined : aTime(draw, { ...names, rules: [] }) }),
  });
  return {
    ...attested,
    id,
    instrument: instrument.id,
    provision: `para ${id}`,
    says: id,
    do: does,
    what: draw(fc.subarray([...norms], { minLength: 1 })),
    at: aTime(draw, names, true),
    ...given({
      if: draw(fc.boolean()) ? aCondition(draw, names) : undefined,
      until: does === 'extend' ? until() : undefined,
      contentAsOf: does === 're-apply' ? aTime(draw, { ...names, rules: [] }) : undefined,
    }),
  };
}

function aDesignation(draw: Draw, id: string): Designation {
  const listed = draw(aMoment);
  const after = instant(listed.from + 86_400 * draw(fc.integer({ min: 1, max: 30 })));
  return {
    ...attested,
    id,
    list: 'list',
    kind: draw(oneOf(['individual', 'entity'] as const)),
    name: id,
    aliases: [],
    native: [],
    nationalities: draw(some(['AA', 'BB'])),
    born: [],
    identifiers: {},
    spells: [
      {
        ...attested,
        listed,
        ...given({ delisted: draw(maybe(fc.constant({ from: after, until: after, precision: 'instant' as const }))) }),
      },
    ],
  };
}

const aList = (draw: Draw, id: string): DesignationList => ({
  ...attested,
  id,
  law: 'UN',
  regime: REGIMES[0],
  name: id,
  designations: DESIGNATIONS.map((one) => aDesignation(draw, one)),
});

const aRegime = (id: string): Regime => ({
  ...attested,
  id,
  law: 'UN',
  name: id,
  targets: ['AA'],
  summary: id,
  covers: ['goods'],
  openQuestions: [],
});

/** NN broke away from AA at some time; OO was there before CC, which carried it on. */
function someStates(draw: Draw): readonly State[] {
  const joins = draw(anInstant);
  return [
    bareState('AA'),
    bareState('BB', { unMember: [{ from: joins }] }),
    bareState('CC', { exists: { from: draw(anInstant) }, predecessors: ['OO'] }),
    bareState('NN', { exists: { from: draw(anInstant) }, predecessors: ['AA'], unMember: [] }),
    bareState('OO', { exists: { until: draw(anInstant) }, successors: ['CC'] }),
  ];
}

const REGION_NOUNS: readonly Region[] = [
  { code: 'AA-R', state: 'AA', names: {}, aliases: [], contains: [] },
  { code: 'AA-WIDE', state: 'AA', names: {}, aliases: [], contains: ['AA-R'] },
];

const aGroup = (draw: Draw): Group => ({
  id: 'GROUP',
  name: 'GROUP',
  names: {},
  aliases: [],
  members: [{ state: 'BB' }, { state: 'CC', from: draw(anInstant) }],
});

function aLaw(id: string): Law {
  const binds = { UN: { unMembers: true }, XL: { states: ['BB'] }, GL: { group: 'GROUP' }, PL: { everyone: true } }[
    id
  ]!;
  return { id, name: id, adjective: id, binds, addressee: 'states', political: id === 'PL', held: true, covers: id };
}

const goods = (code: string, more: Partial<Goods> = {}): Goods => ({
  code,
  name: code,
  names: {},
  aliases: [],
  in: [],
  parts: [],
  mayBe: [],
  figures: {},
  ...more,
});

/** A family with parts in two storeys, a kind that is in two classes, one that only may be, and what is in none. */
const GOODS_NOUNS: readonly Goods[] = [
  goods('fam', { parts: ['fam:a', 'fam:b'] }),
  goods('fam:a', { in: ['fam'] }),
  goods('fam:b', { in: ['fam'], parts: ['fam:b1', 'fam:b2'] }),
  goods('fam:b1', { in: ['fam:b'] }),
  goods('fam:b2', { in: ['fam:b'] }),
  goods('thing', { in: ['fam:a'] }),
  goods('finer', { in: ['thing', 'fam:b1'] }),
  goods('near', { mayBe: ['fam:a', 'misc'], decides: 'its weight' }),
  goods('misc'),
];
