import type { Measure } from '../law/norm.ts';
import type { AskedActivity, Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { civilDateOf, endOfDay, startOfDay } from '../time/civil-date.ts';
import { type Instant, instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';

const ACTIVITIES: readonly AskedActivity[] = [
  ...(['transfer', 'transfer', 'supply', 'procure', 'assistance', 'finance', 'transit', 'travel', 'freeze'] as const),
];
const WELL_KNOWN = ['US', 'RU', 'CN', 'DE', 'FR', 'GB'];

/**
 * Questions about the States, goods, persons and days of a record, drawn with `random` (from 0 up to 1); half of the days are
 * edges of its law. `times` are some knowledge times at which things became known, the horizon among them.
 */
export function questionsAbout(record: LegalRecord, random: () => number) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const chance = (part: number): boolean => random() < part;
  const measures = Object.values(record.norms).filter((norm): norm is Measure => norm.kind === 'measure');
  const targets = [...new Set(measures.flatMap(({ target }) => target.states))];
  const states = Object.keys(record.states);
  const named = [...new Set(measures.flatMap((one) => one.goods))];
  const edges = Object.values(record.events).flatMap(({ occurred }) => (occurred === undefined ? [] : [occurred.from]));
  const listed = Object.values(record.lists).flatMap(({ designations }) => designations);
  const stances = Object.values(record.positions).flatMap((one) => one.stances.map(({ knownFrom }) => knownFrom));
  const horizon = instant(endOfDay(record.horizon) - 1);

  const time = (): Interval => {
    const base = instant(chance(0.5) ? pick(edges) + pick([-1, 0, 1, 3600]) : Math.floor(random() * horizon));
    const day = civilDateOf(base);
    return chance(0.6) ? { from: base, until: instant(base + 1) } : { from: startOfDay(day), until: endOfDay(day) };
  };
  const places = (): Pick<Question, 'from' | 'to'> => {
    const target = pick(targets);
    const other = chance(0.2) ? undefined : pick(chance(0.5) ? WELL_KNOWN : states);
    const [from, to] = chance(0.75) ? [other, target] : [target, other];
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  };
  const question = (asKnown: Instant): Question => {
    const party = chance(0.15) && listed.length > 0 ? pick(listed) : undefined;
    const code = pick(chance(0.6) ? named : Object.keys(record.goods));
    return {
      ...places(),
      goods: [{ input: code, code, how: 'exact' }],
      activity: pick(ACTIVITIES),
      at: time(),
      ...(chance(0.5) && { recipient: pick(['government', 'non-governmental'] as const) }),
      parties: party === undefined ? [] : [{ input: party.name, designations: [party.id], candidates: [] }],
      ...(chance(0.1) && { laws: [pick(['UN', 'EU', 'US'])] }),
      ...(chance(0.15) && { accordingTo: [pick(Object.keys(record.positions))] }),
      asKnown,
      suppose: [],
      notes: [],
    };
  };
  const times = [
    horizon,
    horizon,
    ...Array.from({ length: 6 }, () => instant(endOfDay(civilDateOf(pick(stances))) - 1)),
  ];
  return { times, question, pick };
}
