import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CivilDate,
  civilDate,
  civilDateOf,
  civilParts,
  endOfDay,
  formatCivilDate,
  parseCivilDate,
  startOfDay,
  weekday,
} from './civil-date.ts';
import { FOREVER, formatInstant, instant } from './instant.ts';

const FIRST = civilDate(1, 1, 1)!;
const LAST = civilDate(9999, 12, 31)!;
const anyDate = fc.integer({ min: FIRST, max: LAST }).map((days) => days as CivilDate);
const MILLISECONDS_IN_DAY = 86_400_000;

describe('a civil date', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2025-09-28', 20_359],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is %d days from the epoch', (text, days) => {
    expect(parseCivilDate(text)).toBe(days);
    expect(formatCivilDate(days as CivilDate)).toBe(text);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
    '2025-9-28',
    '20250928',
    '2025-09-28T00:00Z',
    ' 2025-09-28',
    '2025-09-28\n',
    '-2025-09-28',
    '',
  ])('is not `%s`', (text) => expect(parseCivilDate(text)).toBeUndefined());

  it.each([
    [2025, 1.5, 1],
    [2025, 1, 1.5],
    [2025.5, 1, 1],
    [Number.NaN, 1, 1],
    [10_000, 1, 1],
    [2025, -1, 1],
  ])('is not year %d, month %d, day %d', (year, month, day) => expect(civilDate(year, month, day)).toBeUndefined());

  it('agrees with the calendar of the platform on every day of 400 years and beyond', () => {
    const agrees = (date: CivilDate): boolean =>
      formatCivilDate(date) === new Date(date * MILLISECONDS_IN_DAY).toISOString().slice(0, 10);
    const start = civilDate(1799, 12, 31)!;
    const wrong = Array.from({ length: 146_100 }, (_, n) => addDays(start, n)).filter((date) => !agrees(date));
    expect(wrong).toEqual([]);
    fc.assert(fc.property(anyDate, agrees));
  });

  it('is put together from its parts, and printed and read back, unchanged', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = civilParts(date);
        expect(civilDate(year, month, day)).toBe(date);
        expect(parseCivilDate(formatCivilDate(date))).toBe(date);
      }),
    );
  });

  it('holds the instants from its start up to, and not including, its end', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(civilDateOf(startOfDay(date))).toBe(date);
        expect(civilDateOf(instant(endOfDay(date) - 1))).toBe(date);
        expect(civilDateOf(endOfDay(date))).toBe(date + 1);
        expect(endOfDay(date)).toBe(startOfDay(addDays(date, 1)));
      }),
    );
  });

  it('starts and ends at midnight UTC', () => {
    const date = parseCivilDate('2025-10-18')!;
    expect(formatInstant(startOfDay(date))).toBe('2025-10-18T00:00:00Z');
    expect(formatInstant(endOfDay(date))).toBe('2025-10-19T00:00:00Z');
  });

  it('does not exist for an open end', () => expect(() => civilDateOf(FOREVER)).toThrow(RangeError));

  it.each([
    ['2025-09-28', 7],
    ['2025-09-26', 5],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1945-10-24', 3],
    ['0001-01-01', 1],
  ])('%s falls on ISO weekday %d', (text, day) => expect(weekday(parseCivilDate(text)!)).toBe(day));
});
