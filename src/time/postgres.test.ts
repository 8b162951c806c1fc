/** PostgreSQL as an outside oracle: its multiranges for the algebra, its dates for the calendar. */
import { PGlite } from '@electric-sql/pglite';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, formatCivilDate, weekday } from './civil-date.ts';
import { addToDate, duration, formatDuration } from './duration.ts';
import { BEGINNING, FOREVER, type Instant, instant } from './instant.ts';
import { type Interval, includes, isBefore, meets, overlaps } from './interval.ts';
import { complement, contains, difference, type IntervalSet, intersection, normalise, union } from './interval-set.ts';
import { formatLocal, parseZone } from './zone.ts';

let database: PGlite;
beforeAll(async () => {
  database = await PGlite.create();
});
afterAll(() => database.close());

/** One query for many cases: `sql` reads each case as `c`, a JSON object. */
async function ask<Row>(cases: readonly object[], sql: string): Promise<Row[]> {
  const numbered = `select c from jsonb_array_elements($1::jsonb) with ordinality as t(c, n) order by n`;
  return (await database.query<Row>(`select ${sql} from (${numbered}) as cases`, [JSON.stringify(cases)])).rows;
}

const SAMPLES = { numRuns: 4000, seed: 1737 };
const anyEnd = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 20 }).map(instant) },
  { weight: 2, arbitrary: fc.integer({ min: -5_000_000_000, max: 5_000_000_000 }).map(instant) },
  { weight: 1, arbitrary: fc.constantFrom(BEGINNING, FOREVER) },
);
const anyInterval = fc
  .tuple(anyEnd, anyEnd)
  .filter(([a, b]) => a !== b)
  .map(([a, b]): Interval => (a < b ? { from: a, until: b } : { from: b, until: a }));
const anyPieces = fc.array(anyInterval, { maxLength: 7 });

const range = ({ from, until }: Interval): string =>
  `${from === BEGINNING ? '(' : `[${from}`},${until === FOREVER ? '' : until})`;
const multirange = (pieces: readonly Interval[]): string => `{${pieces.map(range).join(',')}}`;

describe('PostgreSQL multiranges', () => {
  it('agree on union, intersection, difference, complement, membership and the canonical form', async () => {
    const cases = fc.sample(fc.record({ a: anyPieces, b: anyPieces, at: fc.integer({ min: -21, max: 21 }) }), SAMPLES);
    const asked = cases.map(({ a, b, at }) => ({ a: multirange(a), b: multirange(b), at }));
    const set = (name: string) => `(c->>'${name}')::int8multirange`;
    const rows = await ask<Record<string, string | boolean>>(
      asked,
      `${set('a')}::text as canonical, (${set('a')} + ${set('b')})::text as union,
       (${set('a')} * ${set('b')})::text as intersection, (${set('a')} - ${set('b')})::text as difference,
       ('{(,)}'::int8multirange - ${set('a')})::text as complement, ${set('a')} @> (c->>'at')::int8 as contains`,
    );
    const ours = cases.map(({ a, b, at }) => {
      const [left, right]: IntervalSet[] = [normalise(a), normalise(b)];
      return {
        canonical: multirange(left!),
        union: multirange(union(left!, right!)),
        intersection: multirange(intersection(left!, right!)),
        difference: multirange(difference(left!, right!)),
        complement: multirange(complement(left!)),
        contains: contains(left!, at as Instant),
      };
    });
    expect(rows).toHaveLength(SAMPLES.numRuns);
    expect(ours).toEqual(rows);
  });
});

describe('PostgreSQL ranges', () => {
  it('agree on overlap, inclusion, order and meeting', async () => {
    const cases = fc.sample(fc.record({ a: anyInterval, b: anyInterval }), SAMPLES);
    const [a, b] = [`(c->>'a')::int8range`, `(c->>'b')::int8range`];
    const rows = await ask(
      cases.map((pair) => ({ a: range(pair.a), b: range(pair.b) })),
      `${a} && ${b} as overlaps, ${a} @> ${b} as includes, ${a} << ${b} as before, (${a} -|- ${b} and ${a} << ${b}) as meets`,
    );
    const ours = cases.map((pair) => ({
      overlaps: overlaps(pair.a, pair.b),
      includes: includes(pair.a, pair.b),
      before: isBefore(pair.a, pair.b),
      meets: meets(pair.a, pair.b),
    }));
    expect(ours).toEqual(rows);
  });
});

describe('PostgreSQL dates', () => {
  const anyDate = fc
    .integer({ min: civilDate(1, 1, 1)!, max: civilDate(9000, 1, 1)! })
    .map((days) => days as CivilDate);

  it('agree on weekdays, and on months when a missing day is rounded down', async () => {
    const anyLength = fc.record({ years: fc.nat(30), months: fc.nat(30), weeks: fc.nat(9), days: fc.nat(90) });
    const cases = fc.sample(fc.record({ date: anyDate, length: anyLength.map(duration) }), SAMPLES);
    const asked = cases.map(({ date, length }) => ({ date: formatCivilDate(date), length: formatDuration(length) }));
    const rows = await ask(
      asked,
      `extract(isodow from (c->>'date')::date)::int as weekday,
       to_char((c->>'date')::date + (c->>'length')::interval, 'YYYY-MM-DD') as sum,
       ((c->>'date')::date - date '1970-01-01') as days`,
    );
    const ours = cases.map(({ date, length }) => {
      const sum = addToDate(date, length, 'down');
      return { weekday: weekday(date), sum: sum.ok && formatCivilDate(sum.date), days: addDays(date, 0) as number };
    });
    expect(ours).toEqual(rows);
  });
});

describe('PostgreSQL zones', () => {
  it('agree on the clock in Tehran, New York, Brussels, Moscow and Pyongyang', async () => {
    const zones = [
      'Asia/Tehran',
      'America/New_York',
      'Europe/Brussels',
      'Europe/Moscow',
      'Asia/Pyongyang',
      'Etc/GMT+3',
    ];
    const anyCase = fc.record({ at: fc.integer({ min: 0, max: 2_000_000_000 }), zone: fc.constantFrom(...zones) });
    const cases = fc.sample(anyCase, SAMPLES);
    const rows = await ask<{ clock: string }>(
      cases,
      `to_char(to_timestamp((c->>'at')::int8) at time zone (c->>'zone'), 'YYYY-MM-DD HH24:MI:SS') as clock`,
    );
    const ours = cases.map(({ at, zone }) => formatLocal(instant(at), parseZone(zone)!).replace(/ \(.*/, ''));
    expect(ours).toEqual(rows.map(({ clock }) => clock.replace(/:00$/, '')));
  });
});
