import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, instant, parseInstant } from '../time/instant.ts';
import { parseZone, UTC, type Zone } from '../time/zone.ts';
import { calendarTables } from './calendar-tables.ts';
import { noFindings } from './findings.ts';
import { type Dating, understandWhen } from './when.ts';

const now = parseInstant('2026-11-23T10:00:00Z')!;
const plain: Dating = { dayZone: UTC, now };
const tabled: Dating = { ...plain, tables: calendarTables };

function read(text: string, dating: Dating = tabled): string {
  const findings = noFindings();
  const when = understandWhen(text, dating, 'on', findings);
  if (when === undefined) return findings.errors.map(({ code }) => code).join(' ');
  return `${when.precision} ${formatInstant(when.at.from)} ${formatInstant(when.at.until)}`;
}
const message = (text: string, dating: Dating = tabled): string => {
  const findings = noFindings();
  understandWhen(text, dating, 'on', findings);
  return findings.errors.map((error) => error.message).join(' ');
};

describe('an instant', () => {
  it.each([
    '2025-09-28T00:00Z',
    '2025-09-28T00:00:00Z',
    '2025-09-28T00:00:00.000Z',
    '2025-09-28t00:00:00.5z',
    '2025-09-28T03:30+03:30',
    '2025-09-28T03:30:00+0330',
    '2025-09-28 03:30 +03:30',
    '2025-09-27T20:00-04:00',
    '2025-09-27T20:00−04:00',
    '2025-09-28T03:30[Asia/Tehran]',
    '2025-09-28T03:30+03:30[Asia/Tehran]',
    '2025-09-28T00:00Z[Asia/Tehran]',
    '2025-09-28 03:30 Asia/Tehran',
    '28 September 2025 00:00 GMT',
    '28 September 2025, 00:00 UTC',
    'September 28, 2025 at 00:00 UTC',
    '28 сентября 2025 года в 03:00 UTC+3',
    '۲۸ سپتامبر ۲۰۲۵ ساعت ۰۳:۳۰ +03:30',
    '۶ مهر ۱۴۰۴ ۰۳:۳۰ [Asia/Tehran]',
  ])('is read from %s', (text) => expect(read(text)).toBe('instant 2025-09-28T00:00:00Z 2025-09-28T00:00:01Z'));

  it('can be now', () => expect(read('now', plain)).toBe('instant 2026-11-23T10:00:00Z 2026-11-23T10:00:01Z'));

  it('takes the zone that was given where the text names none', () => {
    const tehran = { ...tabled, clockZone: 'Asia/Tehran' as Zone };
    expect(read('2025-09-28T03:30', tehran)).toBe('instant 2025-09-28T00:00:00Z 2025-09-28T00:00:01Z');
    expect(read('2025-09-28T00:00Z', tehran)).toBe('instant 2025-09-28T00:00:00Z 2025-09-28T00:00:01Z');
    expect(read('2020-09-20T04:30', tehran)).toBe('instant 2020-09-20T00:00:00Z 2020-09-20T00:00:01Z');
  });

  it('needs no tables where the zone is a fixed offset', () =>
    expect(read('2025-09-28T03:30', { ...plain, clockZone: '+03:30' as Zone })).toMatch(
      /^instant 2025-09-28T00:00:00Z/,
    ));

  it('is every instant that ISO 8601 can write', () => {
    fc.assert(
      fc.property(fc.integer({ min: -14_000_000_000, max: 8_000_000_000 }), (seconds) => {
        const text = formatInstant(instant(seconds));
        expect(read(text, plain)).toBe(`instant ${text} ${formatInstant(instant(seconds + 1))}`);
      }),
    );
  });
});

describe('a day', () => {
  it.each([
    '2025-09-28',
    '2025/09/28',
    '2025.9.28',
    '20250928',
    '28.09.2025',
    '28/09/2025',
    '09/28/2025',
    '۲۰۲۵-۰۹-۲۸',
    '٢٠٢٥/٠٩/٢٨',
    '28 September 2025',
    'September 28, 2025',
    '28 Sep 2025',
    '28-Sept-2025',
    'the 28th of September 2025',
    '28. September 2025',
    'le 28 septembre 2025',
    '28 de septiembre de 2025',
    '28 setiembre 2025',
    '28 сентября 2025',
    '28 сентября 2025 г.',
    '28 сентября 2025 года',
    '۲۸ سپتامبر ۲۰۲۵',
    '28 سبتمبر 2025',
    '28 أيلول 2025',
    '٢٨ ايلول ٢٠٢٥',
    '6 Mehr 1404',
    '۶ مهر ۱۴۰۴',
    '۶ مهرماه ۱۴۰۴',
    '6 мехр 1404',
    '2025-09-28Z',
    '\u200f2025-09-28\u200e',
  ])('is read from %s', (text) => expect(read(text)).toBe('day 2025-09-28T00:00:00Z 2025-09-29T00:00:00Z'));

  it.each([
    ['1 Jänner 2020', '2020-01-01'],
    ['1er janvier 2020', '2020-01-01'],
    ['3 mai 2012', '2012-05-03'],
    ['15 août 1990', '1990-08-15'],
    ['6 августа 1990', '1990-08-06'],
    ['6 de agosto de 1990', '1990-08-06'],
    ['1 كانون الثاني 2016', '2016-01-01'],
    ['16 تشرين الأول 2016', '2016-10-16'],
    ['20 جويلية 2015', '2015-07-20'],
    ['29 februari 2020', undefined],
    ['31 марта 1992', '1992-03-31'],
    ['10 آذار 2020', '2020-03-10'],
    ['10 آذر 1399', '2020-11-30'],
    ['5/5/2025', '2025-05-05'],
  ])('is read from %s as %s', (text, day) =>
    expect(read(text)).toMatch(day === undefined ? /^unknown-date$/ : new RegExp(`^day ${day}T`)),
  );

  it('is Solar Hijri where the calendar says so', () => {
    const persian = { ...tabled, calendar: 'persian' as const };
    for (const text of ['1404-07-06', '1404/7/6', '۱۴۰۴/۰۷/۰۶', '14040706', '6 Mehr 1404', '28 September 2025'])
      expect(read(text, persian)).toBe('day 2025-09-28T00:00:00Z 2025-09-29T00:00:00Z');
    expect(read('1404-07-06T03:30[Asia/Tehran]', persian)).toMatch(/^instant 2025-09-28T00:00:00Z/);
    expect(read('1403-12-30', persian)).toBe('day 2025-03-20T00:00:00Z 2025-03-21T00:00:00Z');
  });

  it('lies in the zone that plain dates are read in', () => {
    expect(read('2025-09-28', { ...tabled, dayZone: 'Asia/Tehran' as Zone })).toBe(
      'day 2025-09-27T20:30:00Z 2025-09-28T20:30:00Z',
    );
    expect(read('2025-09-28', { ...plain, dayZone: '-05:00' as Zone })).toBe(
      'day 2025-09-28T05:00:00Z 2025-09-29T05:00:00Z',
    );
    expect(read('2025-09-28[Asia/Tehran]')).toBe('day 2025-09-27T20:30:00Z 2025-09-28T20:30:00Z');
    expect(read('2025-09-28+03:30')).toBe('day 2025-09-27T20:30:00Z 2025-09-28T20:30:00Z');
  });

  it('is as long as the clocks of its zone make it', () =>
    expect(read('2025-10-26', { ...tabled, dayZone: parseZone('Europe/Paris')! })).toBe(
      'day 2025-10-25T22:00:00Z 2025-10-26T23:00:00Z',
    ));
});

describe('a month or a year', () => {
  it.each([
    ['2025-09', 'month 2025-09-01T00:00:00Z 2025-10-01T00:00:00Z'],
    ['2025-12', 'month 2025-12-01T00:00:00Z 2026-01-01T00:00:00Z'],
    ['09/2025', 'month 2025-09-01T00:00:00Z 2025-10-01T00:00:00Z'],
    ['September 2025', 'month 2025-09-01T00:00:00Z 2025-10-01T00:00:00Z'],
    ['сентябрь 2025 года', 'month 2025-09-01T00:00:00Z 2025-10-01T00:00:00Z'],
    ['février 2024', 'month 2024-02-01T00:00:00Z 2024-03-01T00:00:00Z'],
    ['مهر ۱۴۰۴', 'month 2025-09-23T00:00:00Z 2025-10-23T00:00:00Z'],
    ['اسفند ۱۴۰۳', 'month 2025-02-19T00:00:00Z 2025-03-21T00:00:00Z'],
    ['2025', 'year 2025-01-01T00:00:00Z 2026-01-01T00:00:00Z'],
    ['۲۰۲۵', 'year 2025-01-01T00:00:00Z 2026-01-01T00:00:00Z'],
  ])('%s is the interval %s', (text, expected) => expect(read(text)).toBe(expected));

  it('is Solar Hijri where the calendar says so', () => {
    const persian = { ...tabled, calendar: 'persian' as const };
    expect(read('1404', persian)).toBe('year 2025-03-21T00:00:00Z 2026-03-21T00:00:00Z');
    expect(read('1404-07', persian)).toBe('month 2025-09-23T00:00:00Z 2025-10-23T00:00:00Z');
  });
});

describe('what is refused', () => {
  it.each([
    ['2025-02-30', 'impossible-date'],
    ['2025-13-01', 'impossible-date'],
    ['2025-00-10', 'impossible-date'],
    ['2023-02-29', 'impossible-date'],
    ['31 September 2025', 'impossible-date'],
    ['0000-01-01', 'impossible-date'],
    ['2025-09-28T24:00Z', 'impossible-date'],
    ['2025-09-28T12:60Z', 'impossible-date'],
    ['1404-12-30', 'which-calendar'],
    ['30 اسفند 1404', 'impossible-date'],
    ['1404-07-06', 'which-calendar'],
    ['1404', 'which-calendar'],
    ['28 September 1404', 'which-calendar'],
    ['6 Mehr 2025', 'not-a-persian-year'],
    ['03/04/2025', 'ambiguous-date'],
    ['3-4-2025', 'ambiguous-date'],
    ['2025-09-28T03:30', 'local-time-without-zone'],
    ['28 September 2025 03:30', 'local-time-without-zone'],
    ['2025-09-28T03:30+02:00[Asia/Tehran]', 'zone-and-offset-differ'],
    ['2025-09-28T03:30[Asia/Teheran]', 'unknown-zone'],
    ['2025-09-28T03:30 EST', 'unknown-zone'],
    ['2025-10-26T02:30[Europe/Paris]', 'ambiguous-local-time'],
    ['2025-03-30T02:30[Europe/Paris]', 'no-such-local-time'],
    ['2025-W39-7', 'unknown-date'],
    ['2025-271', 'unknown-date'],
    ['25-09-28', 'unknown-date'],
    ['soon', 'unknown-date'],
    ['September', 'unknown-date'],
    ['28 September', 'unknown-date'],
    ['28 29 September 2025', 'unknown-date'],
    ['2025-09T03:30Z', 'unknown-date'],
    ['2025-09-28T03:30+99:00', 'unknown-date'],
    ['2025-09-28T03:30 pm', 'unknown-date'],
    ['-2025-01-01', 'unknown-date'],
    ['12025-01-01', 'unknown-date'],
    ['NaN', 'unknown-date'],
    ['constructor', 'unknown-date'],
    ['__proto__ 2025', 'unknown-date'],
  ])('%s is refused as %s', (text, code) => expect(read(text)).toBe(code));

  it('says how long the month is', () => {
    expect(message('2025-02-30')).toContain('has 28 days');
    expect(message('30 اسفند 1404')).toContain('has 29 days');
  });
  it('says what the date would be in the other calendar', () => expect(message('1404-07-06')).toContain('2025-09-28'));
  it('says both instants of a time that came twice', () => {
    expect(message('2025-10-26T02:30[Europe/Paris]')).toContain('2025-10-26T00:30:00Z and 2025-10-26T01:30:00Z');
  });
  it('says what to do about a clock time without a zone', () =>
    expect(message('2025-09-28T03:30')).toMatch(/Add `Z`.*`zone`/));
  it('suggests a zone by its city', () => expect(message('2025-09-28T03:30[Teheran]')).toContain('`Asia/Tehran`'));

  it('asks for the tables only where the date cannot be read without them', () => {
    expect(read('۶ مهر ۱۴۰۴', plain)).toBe('calendar-tables-needed');
    expect(read('2025-09-28T03:30[Asia/Tehran]', plain)).toBe('calendar-tables-needed');
    expect(read('2025-09-28', { ...plain, dayZone: 'Asia/Tehran' as Zone })).toBe('calendar-tables-needed');
    for (const text of ['2025-09-28', '2025-09', '2025', '28 September 2025', '2025-09-28T03:30+03:30', '1404-07-06'])
      expect(read(text, plain)).not.toBe('calendar-tables-needed');
  });

  it('never throws, whatever the text', () => {
    const part = fc.constantFrom(
      '2025',
      '09',
      '28',
      '-',
      '/',
      'T',
      ':',
      '03:30',
      '+03:30',
      'Z',
      '[Asia/Tehran]',
      '[',
      ']',
      ' ',
      'Sep',
      'مهر',
      '1404',
      'at ',
      '٠',
      ',',
    );
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }), (parts) => void read(parts.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void read(text)));
  });
});
