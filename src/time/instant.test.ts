import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEGINNING,
  earliest,
  FOREVER,
  formatInstant,
  instant,
  instantOrNull,
  isSentinel,
  latest,
  parseInstant,
} from './instant.ts';

const YEAR_1 = -62_135_596_800;
const YEAR_10000 = 253_402_300_800;
const anyInstant = fc.integer({ min: YEAR_1, max: YEAR_10000 - 1 }).map(instant);

describe('a date-time that names its zone', () => {
  it.each([
    ['2025-09-28T00:00:00Z', '2025-09-28T00:00:00Z'],
    ['2025-09-28T00:00Z', '2025-09-28T00:00:00Z'],
    ['2025-09-28T03:30+03:30', '2025-09-28T00:00:00Z'],
    ['2025-09-27T20:00:00-04:00', '2025-09-28T00:00:00Z'],
    ['2020-09-20T04:30+04:30', '2020-09-20T00:00:00Z'],
    ['2025-09-28T00:00:00.000Z', '2025-09-28T00:00:00Z'],
    ['2025-09-28T00:00:00-00:00', '2025-09-28T00:00:00Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59Z'],
    ['0001-01-01T00:00Z', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    ['0001-01-01T00:00+01:00', '0000-12-31T23:00:00Z'],
    ['9999-12-31T23:00-01:00', '+010000-01-01T00:00:00Z'],
  ])('%s is the instant %s', (text, utc) => expect(formatInstant(parseInstant(text)!)).toBe(utc));

  it.each([
    ['has no zone', '2025-09-28T00:00:00'],
    ['is a date alone', '2025-09-28'],
    ['names a day that does not exist', '2025-02-30T00:00Z'],
    ['names 29 February of a common year', '2025-02-29T00:00Z'],
    ['names 29 February 1900', '1900-02-29T00:00Z'],
    ['names month 13', '2025-13-01T00:00Z'],
    ['names month 0', '2025-00-01T00:00Z'],
    ['names day 0', '2025-01-00T00:00Z'],
    ['names year 0', '0000-01-01T00:00Z'],
    ['names a five-digit year', '12025-01-01T00:00Z'],
    ['has hour 24', '2025-09-27T24:00Z'],
    ['has minute 60', '2025-09-27T23:60Z'],
    ['has a leap second', '2016-12-31T23:59:60Z'],
    ['has a fraction of a second', '2025-09-28T00:00:00.5Z'],
    ['has a fraction without digits', '2025-09-28T00:00:00.Z'],
    ['has an offset of hours alone', '2025-09-28T00:00+03'],
    ['has an offset without a colon', '2025-09-28T00:00+0330'],
    ['has an offset of a day', '2025-09-28T00:00+24:00'],
    ['has a space for the T', '2025-09-28 00:00Z'],
    ['is followed by something', '2025-09-28T00:00Z\n'],
    ['names a zone in brackets', '2025-09-28T00:00+03:30[Asia/Tehran]'],
    ['is empty', ''],
  ])('is refused when it %s', (_why, text) => expect(parseInstant(text)).toBeUndefined());

  it('is printed and read back unchanged, as the platform prints it', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(parseInstant(formatInstant(at))).toBe(at);
        expect(formatInstant(at)).toBe(new Date(at * 1000).toISOString().replace('.000Z', 'Z'));
      }),
    );
  });
});

describe('an instant', () => {
  it.each([0.5, Number.NaN, 2 ** 53])('is never %d seconds', (seconds) =>
    expect(() => instant(seconds)).toThrow(RangeError),
  );

  it('has one zero', () => expect(Object.is(instant(-0), 0)).toBe(true));

  it('is null in JSON when it is an open end, and has no text', () => {
    expect([BEGINNING, instant(0), FOREVER].map(instantOrNull)).toEqual([null, '1970-01-01T00:00:00Z', null]);
    expect(() => formatInstant(FOREVER)).toThrow(RangeError);
    expect(() => formatInstant(BEGINNING)).toThrow(RangeError);
  });

  it('lies between the open ends', () => {
    fc.assert(fc.property(anyInstant, (at) => BEGINNING < at && at < FOREVER && !isSentinel(at)));
    expect(isSentinel(instant(Number.NEGATIVE_INFINITY))).toBe(true);
  });

  it('is the earliest when the other has not happened', () => {
    const sunset = parseInstant('2020-10-18T00:00Z')!;
    expect(earliest(sunset, FOREVER)).toBe(sunset);
    expect(latest(sunset, BEGINNING)).toBe(sunset);
    expect(earliest()).toBe(FOREVER);
    expect(latest()).toBe(BEGINNING);
  });
});
