import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CivilDate, civilParts, parseCivilDate } from './civil-date.ts';
import {
  addToDate,
  addToInstant,
  compareDurations,
  duration,
  formatDuration,
  parseDuration,
  type Rounding,
} from './duration.ts';
import { BEGINNING, FOREVER, formatInstant, parseInstant } from './instant.ts';

const date = (text: string): CivilDate => parseCivilDate(text)!;
const anyDate = fc.integer({ min: -100_000, max: 100_000 }).map((days) => days as CivilDate);
const count = fc.nat(400);
const anyDuration = fc
  .record({ years: count, months: count, days: count, hours: count, minutes: count, seconds: count })
  .map(duration);

describe('the text of a duration', () => {
  it.each([
    ['P5Y', duration({ years: 5 })],
    ['P30D', duration({ days: 30 })],
    ['P2W', duration({ weeks: 2 })],
    ['PT12H', duration({ hours: 12 })],
    ['P1M', duration({ months: 1 })],
    ['PT1M', duration({ minutes: 1 })],
    ['P1Y6M', duration({ years: 1, months: 6 })],
    ['P1Y2M3W4DT5H6M7S', { years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7 }],
    ['P0D', duration({})],
  ])('%s is read, and printed back', (text, parts) => {
    expect(parseDuration(text)).toEqual(parts);
    expect(formatDuration(parts)).toBe(text);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '5Y',
    'p5y',
    '-P5Y',
    'P-5Y',
    'P1.5D',
    'P1,5D',
    'P5',
    'P1D1Y',
    'PT5D',
    'P5Y\n',
    'P5 Y',
  ])('is not `%s`', (text) => expect(parseDuration(text)).toBeUndefined());

  it('survives printing and reading', () => {
    fc.assert(
      fc.property(anyDuration, (length) => {
        expect(parseDuration(formatDuration(length))).toEqual(length);
      }),
    );
  });
});

describe('a duration added to a date', () => {
  it.each([
    ['2015-10-18', 'P5Y', '2020-10-18'],
    ['2015-10-18', 'P8Y', '2023-10-18'],
    ['2015-10-18', 'P10Y', '2025-10-18'],
    ['2025-08-28', 'P31D', '2025-09-28'],
    ['2020-08-20', 'P31D', '2020-09-20'],
    ['2020-02-29', 'P4Y', '2024-02-29'],
    ['2025-01-31', 'P2M', '2025-03-31'],
    ['2025-12-31', 'P1D', '2026-01-01'],
    ['2025-11-30', 'P14M', '2027-01-30'],
    ['2025-01-15', 'P1M2W', '2025-03-01'],
    ['2025-06-01', 'P0D', '2025-06-01'],
  ])('%s and %s is %s', (from, length, to) => {
    expect(addToDate(date(from), parseDuration(length)!)).toEqual({ ok: true, date: date(to) });
  });

  it.each([
    ['2025-01-31', 'P1M', '2025-02-28', '2025-03-01'],
    ['2024-01-30', 'P1M', '2024-02-29', '2024-03-01'],
    ['2024-02-29', 'P1Y', '2025-02-28', '2025-03-01'],
    ['2025-08-31', 'P1M', '2025-09-30', '2025-10-01'],
    ['2025-10-31', 'P4M', '2026-02-28', '2026-03-01'],
  ])('%s and %s has no such day: down is %s, up is %s', (from, length, down, up) => {
    const add = (rounding?: Rounding) => addToDate(date(from), parseDuration(length)!, rounding);
    expect(add()).toEqual({ ok: false, why: 'no-such-day', down: date(down), up: date(up) });
    expect(add('down')).toEqual({ ok: true, date: date(down) });
    expect(add('up')).toEqual({ ok: true, date: date(up) });
  });

  it('rounds after the months and before the days', () => {
    const length = parseDuration('P1M1D')!;
    expect(addToDate(date('2025-01-31'), length, 'down')).toEqual({ ok: true, date: date('2025-03-01') });
    expect(addToDate(date('2025-01-31'), length, 'up')).toEqual({ ok: true, date: date('2025-03-02') });
  });

  it.each([
    ['2025-01-31', 'PT12H', 'has-time'],
    ['2025-01-31', 'P1MT1S', 'has-time'],
    ['9999-12-31', 'P1D', 'out-of-range'],
    ['9999-12-31', 'P1M', 'out-of-range'],
    ['2025-01-31', 'P999999999Y', 'out-of-range'],
  ])('%s and %s is refused: %s', (from, length, why) => {
    expect(addToDate(date(from), parseDuration(length)!)).toEqual({ ok: false, why });
  });

  it('falls on the same day of a later month, or is refused', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(600), (from, months) => {
        const sum = addToDate(from, duration({ months }));
        const start = civilParts(from);
        if (sum.ok) {
          const end = civilParts(sum.date);
          expect(end.day).toBe(start.day);
          expect(end.year * 12 + end.month - (start.year * 12 + start.month)).toBe(months);
        } else {
          expect(sum.why).toBe('no-such-day');
          expect(start.day).toBeGreaterThan(28);
        }
      }),
    );
  });

  it('never makes a later date an earlier one', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.nat(40),
        fc.nat(30),
        fc.constantFrom<Rounding>('up', 'down'),
        (from, gap, months, way) => {
          const end = (start: number) => addToDate(start as CivilDate, duration({ months }), way);
          const [first, second] = [end(from), end(from + gap)];
          expect(first.ok && second.ok && first.date <= second.date).toBe(true);
        },
      ),
    );
  });
});

describe('a duration added to an instant', () => {
  it.each([
    ['2025-08-28T14:00Z', 'P30D', '2025-09-27T14:00:00Z'],
    ['2025-08-28T14:00Z', 'PT12H', '2025-08-29T02:00:00Z'],
    ['2025-08-28T14:00Z', 'P1W', '2025-09-04T14:00:00Z'],
    ['2024-02-28T23:59:59Z', 'PT1S', '2024-02-29T00:00:00Z'],
    ['2025-08-28T14:00Z', 'P1DT1H1M1S', '2025-08-29T15:01:01Z'],
    ['9999-12-31T00:00Z', 'PT86399S', '9999-12-31T23:59:59Z'],
  ])('%s and %s is %s', (from, length, to) => {
    const sum = addToInstant(parseInstant(from)!, parseDuration(length)!);
    expect(sum.ok && formatInstant(sum.at)).toBe(to);
  });

  it.each(['P1Y', 'P1M', 'P1M1D'])('is refused when it has months: %s', (length) => {
    const sum = addToInstant(parseInstant('2025-08-28T14:00Z')!, parseDuration(length)!);
    expect(sum).toEqual({ ok: false, why: 'needs-calendar' });
  });

  it('is refused beyond the year 9999', () => {
    const sum = addToInstant(parseInstant('9999-12-31T23:59:59Z')!, parseDuration('PT1S')!);
    expect(sum).toEqual({ ok: false, why: 'out-of-range' });
  });

  it('leaves open ends open', () => {
    const day = duration({ days: 1 });
    expect(addToInstant(FOREVER, day)).toEqual({ ok: true, at: FOREVER });
    expect(addToInstant(BEGINNING, day)).toEqual({ ok: true, at: BEGINNING });
  });
});

describe('the order of durations', () => {
  it.each([
    ['P30D', 'P31D', -1],
    ['P1Y', 'P12M', 0],
    ['P1Y', 'P11M', 1],
    ['P1W', 'P7D', 0],
    ['P1D', 'PT24H', 0],
    ['PT90M', 'PT1H', 1],
    ['P1M1D', 'P1M1D', 0],
    ['P0D', 'P1M', -1],
    ['P1M', 'P30D', undefined],
    ['P1Y', 'P365D', undefined],
    ['P1M1D', 'P1M2D', undefined],
    ['P1M1D', 'P2M', undefined],
  ])('%s against %s gives %s', (a, b, order) => {
    const compared = compareDurations(parseDuration(a)!, parseDuration(b)!);
    expect(compared === undefined ? undefined : Math.sign(compared)).toBe(order);
  });

  it('never contradicts the calendar: what is shorter never ends later', () => {
    const anyMonths = fc.record({ years: count, months: count }).map(duration);
    const anyDays = fc.record({ weeks: count, days: count }).map(duration);
    const comparable = fc.oneof(fc.tuple(anyMonths, anyMonths), fc.tuple(anyDays, anyDays));
    fc.assert(
      fc.property(anyDate, comparable, fc.constantFrom<Rounding>('up', 'down'), (from, [a, b], rounding) => {
        const order = compareDurations(a, b)!;
        const [endOfA, endOfB] = [addToDate(from, a, rounding), addToDate(from, b, rounding)];
        if (!endOfA.ok || !endOfB.ok) throw new Error('both ends exist in these years');
        if (order <= 0) expect(endOfA.date).toBeLessThanOrEqual(endOfB.date);
        if (order >= 0) expect(endOfA.date).toBeGreaterThanOrEqual(endOfB.date);
      }),
    );
  });
});
