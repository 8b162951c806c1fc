import * as fc from 'fast-check';
import type { AskedActivity, AskedParty, Question, Supposition } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { addDays, endOfDay, startOfDay } from '../time/civil-date.ts';
import { type Instant, instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { ACTORS, DESIGNATIONS, FIRST_DAY, GOODS, REGIONS, STATES } from './any-record.ts';

const ACTIVITIES: readonly AskedActivity[] = [
  'transfer',
  'transfer',
  'transfer',
  'supply',
  'procure',
  'assistance',
  'finance',
  'travel',
  'freeze',
];

const dayNumber = fc.integer({ min: -1, max: 75 });
const days = (count: number, from: number): Interval => ({
  from: startOfDay(addDays(FIRST_DAY, from)),
  until: endOfDay(addDays(FIRST_DAY, from + count - 1)),
});
const second = (at: number): Interval => ({ from: instant(at), until: instant(at + 1) });

/** An instant (often the very edge of a day, or a second off it), a day, or a month. */
export const anyTime: fc.Arbitrary<Interval> = fc.oneof(
  fc
    .tuple(dayNumber, fc.oneof(fc.constantFrom(0, -1, 1), fc.integer({ min: 0, max: 86_399 })))
    .map(([day, seconds]) => second(startOfDay(addDays(FIRST_DAY, day)) + seconds)),
  dayNumber.map((day) => days(1, day)),
  fc.constantFrom(days(31, 0), days(29, 31), days(31, 60)),
);

const maybe = <T>(from: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(from, { nil: undefined });
const rarely = <T>(from: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(from, { nil: undefined, freq: 5 });

const aParty: fc.Arbitrary<AskedParty> = fc.oneof(
  fc.constantFrom(...DESIGNATIONS).map((id) => ({ input: id, designations: [id], candidates: [] })),
  fc.subarray([...DESIGNATIONS]).map((ids) => ({
    input: 'somebody',
    designations: [],
    candidates: ids.map((id) => ({ id, name: id, list: 'list' })),
  })),
);

/** When a question is known: within the record, at the very second that something becomes known, or long after. */
export const anyKnowledgeTime: fc.Arbitrary<Instant> = fc
  .oneof(fc.integer({ min: 0, max: 80 }), fc.constant(200))
  .map((day) => instant(endOfDay(addDays(FIRST_DAY, day)) - 1));

/** Suppositions about what a record holds. */
export const anySuppositions = ({ events, points }: LegalRecord): fc.Arbitrary<readonly Supposition[]> => {
  const event = fc.tuple(fc.constantFrom(...Object.keys(events)), maybe(dayNumber)).map(
    ([id, day]): Supposition => ({
      kind: 'event',
      event: id,
      occurred: day === undefined ? 'none' : startOfDay(addDays(FIRST_DAY, day)),
    }),
  );
  const names = Object.keys(points);
  const stance = (id: string) =>
    fc
      .constantFrom('yes', 'no', 'undetermined')
      .map((answer) => ({ kind: 'stance', point: id, answer }) as Supposition);
  const one = names.length === 0 ? event : fc.oneof(event, fc.constantFrom(...names).chain(stance));
  return fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(one, { minLength: 1, maxLength: 2 }));
};

/** A question about the States, goods and people of a random record; K and suppositions are those of the program. */
export const anyQuestion: fc.Arbitrary<Omit<Question, 'asKnown' | 'suppose'>> = fc
  .record({
    from: maybe(fc.constantFrom(...STATES)),
    to: maybe(fc.constantFrom('AA', 'AA', ...STATES)),
    goods: fc.array(fc.constantFrom(...GOODS), { maxLength: 2 }),
    activity: fc.constantFrom(...ACTIVITIES),
    at: anyTime,
    recipient: maybe(fc.constantFrom('government', 'non-governmental', 'listed')),
    region: rarely(fc.constantFrom(...REGIONS)),
    parties: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(aParty, { minLength: 1, maxLength: 2 })),
    contract: rarely(dayNumber.map((day) => startOfDay(addDays(FIRST_DAY, day)))),
    laws: rarely(fc.subarray(['UN', 'XL', 'GL', 'PL'], { minLength: 1 })),
    accordingTo: rarely(fc.subarray([...ACTORS], { minLength: 1 })),
  })
  .map(({ goods, ...rest }) => ({
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as typeof rest),
    goods: goods.map((code) => ({ input: code, code, how: 'exact' as const })),
    notes: [],
  })) as fc.Arbitrary<Omit<Question, 'asKnown' | 'suppose'>>;
