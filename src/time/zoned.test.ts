import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, formatCivilDate, parseCivilDate } from './civil-date.ts';
import { formatInstant, type Instant, instant, parseInstant } from './instant.ts';
import { localFields, parseZone, type Zone } from './zone.ts';
import { fromIslamic, fromPersian, localToInstant, startOfLocalDay, toIslamic, toPersian } from './zoned.ts';

const zone = (text: string): Zone => parseZone(text)!;
const date = (text: string): CivilDate => parseCivilDate(text)!;
const at = (text: string): Instant => parseInstant(text)!;

describe('a local date-time in a zone', () => {
  it.each([
    ['2025-09-28T03:30', 'Asia/Tehran', '2025-09-28T00:00:00Z'],
    ['2020-09-20T04:30', 'Asia/Tehran', '2020-09-20T00:00:00Z'],
    ['2025-09-27T20:00:00', 'America/New_York', '2025-09-28T00:00:00Z'],
    ['2025-09-28T00:00', 'GMT', '2025-09-28T00:00:00Z'],
    ['2025-09-28T00:00', 'Europe/London', '2025-09-27T23:00:00Z'],
    ['2025-09-28T00:00', '+03:30', '2025-09-27T20:30:00Z'],
    ['1811-07-23T18:32:24', 'Asia/Tehran', '1811-07-23T15:06:40Z'],
  ])('%s in %s is %s', (text, where, utc) => expect(localToInstant(text, zone(where))).toBe(at(utc)));

  it.each([
    { text: '2020-09-20T23:30', where: 'Asia/Tehran', earlier: '2020-09-20T19:00Z', later: '2020-09-20T20:00Z' },
    { text: '2025-11-02T01:30', where: 'America/New_York', earlier: '2025-11-02T05:30Z', later: '2025-11-02T06:30Z' },
    { text: '2025-10-26T01:00', where: 'Europe/London', earlier: '2025-10-26T00:00Z', later: '2025-10-26T01:00Z' },
  ])('that came twice is refused with both instants: $text in $where', ({ text, where, earlier, later }) => {
    const refusal = { kind: 'ambiguous', earlier: at(earlier), later: at(later) };
    expect(localToInstant(text, zone(where))).toEqual(refusal);
  });

  it.each([
    { text: '2020-03-21T00:30', where: 'Asia/Tehran', earlier: '2020-03-20T20:00Z', later: '2020-03-20T21:00Z' },
    { text: '2025-03-09T02:30', where: 'America/New_York', earlier: '2025-03-09T06:30Z', later: '2025-03-09T07:30Z' },
    { text: '2011-12-30T12:00', where: 'Pacific/Apia', earlier: '2011-12-29T22:00Z', later: '2011-12-30T22:00Z' },
  ])('that never came is refused with both readings: $text in $where', ({ text, where, earlier, later }) => {
    expect(localToInstant(text, zone(where))).toEqual({ kind: 'gap', earlier: at(earlier), later: at(later) });
  });

  it.each([
    '2025-09-28T03:30Z',
    '2025-09-28T03:30+03:30',
    '2025-02-30T00:00',
    '2025-09-28T24:00',
    '2025-09-28',
    '2025-09-28 03:30',
    '',
  ])('is not `%s`', (text) => expect(localToInstant(text, zone('Asia/Tehran'))).toEqual({ kind: 'invalid' }));

  it('is found again from the clock that showed it', () => {
    const anyZone = fc.constantFrom(
      'Asia/Tehran',
      'America/New_York',
      'Europe/London',
      'Australia/Lord_Howe',
      '+05:45',
    );
    const anyInstant = fc.integer({ min: -5_000_000_000, max: 4_102_444_800 }).map(instant);
    fc.assert(
      fc.property(anyInstant, anyZone, (when, name) => {
        const { offsetSeconds } = localFields(when, zone(name));
        const shown = formatInstant(instant(when + offsetSeconds)).slice(0, -1);
        const found = localToInstant(shown, zone(name));
        if (typeof found === 'number') expect(found).toBe(when);
        else expect(found).toMatchObject({ kind: 'ambiguous' });
      }),
    );
  });
});

describe('a local day', () => {
  it.each([
    ['2025-09-28', 'Asia/Tehran', '2025-09-27T20:30:00Z'],
    ['2025-09-28', 'UTC', '2025-09-28T00:00:00Z'],
    ['2025-09-28', '-04:00', '2025-09-28T04:00:00Z'],
    // clocks in Tehran went from 00:00 to 01:00 on 21 March 2020, and from 24:00 back to 23:00 on 20 September
    ['2020-03-21', 'Asia/Tehran', '2020-03-20T20:30:00Z'],
    ['2020-09-21', 'Asia/Tehran', '2020-09-20T20:30:00Z'],
    // clocks in Havana go back from 01:00 to 00:00: midnight comes twice, the day starts at the first
    ['2025-11-02', 'America/Havana', '2025-11-02T04:00:00Z'],
    // Samoa went from 29 to 31 December 2011
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('%s in %s starts at %s', (text, where, utc) => {
    expect(formatInstant(startOfLocalDay(date(text), zone(where)))).toBe(utc);
  });

  it('shows its own date from its first instant on, and not the instant before', () => {
    const anyZone = fc.constantFrom('Asia/Tehran', 'America/New_York', 'Asia/Beirut', 'America/Havana', '-03:30');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), anyZone, (days, name) => {
        const start = startOfLocalDay(days as CivilDate, zone(name));
        const shown = (when: number) => {
          const { year, month, day } = localFields(instant(when), zone(name));
          return civilDate(year, month, day);
        };
        expect([shown(start - 1), shown(start)]).toEqual([days - 1, days]);
      }),
    );
  });
});

const MONTHS = [
  'Farvardin',
  'Ordibehesht',
  'Khordad',
  'Tir',
  'Mordad',
  'Shahrivar',
  'Mehr',
  'Aban',
  'Azar',
  'Dey',
  'Bahman',
  'Esfand',
];

describe('the Solar Hijri date', () => {
  it.each([
    ['S/RES/1696', '2006-07-31', '9 Mordad 1385'],
    ['S/RES/1737', '2006-12-23', '2 Dey 1385'],
    ['S/RES/1747', '2007-03-24', '4 Farvardin 1386'],
    ['S/RES/1803', '2008-03-03', '13 Esfand 1386'],
    ['S/RES/1835', '2008-09-27', '6 Mehr 1387'],
    ['S/RES/1929', '2010-06-09', '19 Khordad 1389'],
    ['the JCPOA', '2015-07-14', '23 Tir 1394'],
    ['S/RES/2231', '2015-07-20', '29 Tir 1394'],
    ['Adoption Day', '2015-10-18', '26 Mehr 1394'],
    ['Implementation Day', '2016-01-16', '26 Dey 1394'],
    ['the US leaving the JCPOA', '2018-05-08', '18 Ordibehesht 1397'],
    ['the failed US draft', '2020-08-14', '24 Mordad 1399'],
    ['the US notice', '2020-08-20', '30 Mordad 1399'],
    ['the statement of Indonesia', '2020-08-25', '4 Shahrivar 1399'],
    ['the claimed re-imposition', '2020-09-20', '30 Shahrivar 1399'],
    ['E.O. 13949', '2020-09-21', '31 Shahrivar 1399'],
    ['the expiry of arms and travel measures', '2020-10-18', '27 Mehr 1399'],
    ['the US reversal', '2021-02-18', '30 Bahman 1399'],
    ['Transition Day', '2023-10-18', '26 Mehr 1402'],
    ['the E3 notice', '2025-08-28', '6 Shahrivar 1404'],
    ['the first vote of 2025', '2025-09-19', '28 Shahrivar 1404'],
    ['the second vote of 2025', '2025-09-26', '4 Mehr 1404'],
    ['the re-application', '2025-09-28', '6 Mehr 1404'],
    ['Termination Day', '2025-10-18', '26 Mehr 1404'],
    ['the Council meeting', '2025-12-23', '2 Dey 1404'],
    ['a 1737 meeting', '2026-03-12', '21 Esfand 1404'],
    ['another 1737 meeting', '2026-06-09', '19 Khordad 1405'],
    ['the Islamabad MoU', '2026-06-17', '27 Khordad 1405'],
    ['the veto on the panel', '2026-09-17', '26 Shahrivar 1405'],
    ['the lapse of the panel', '2026-09-26', '4 Mehr 1405'],
    ['the leap day of 1399', '2021-03-20', '30 Esfand 1399'],
    ['new year 1404, after a leap year', '2025-03-21', '1 Farvardin 1404'],
  ])('of %s, %s, is %s', (_what, gregorian, persian) => {
    const [day, name, year] = persian.split(' ');
    const parts = { year: Number(year), month: MONTHS.indexOf(name!) + 1, day: Number(day) };
    expect(toPersian(date(gregorian))).toEqual(parts);
    expect(formatCivilDate(fromPersian(parts.year, parts.month, parts.day)!)).toBe(gregorian);
  });

  it.each([
    [1404, 12, 30],
    [1404, 7, 31],
    [1404, 13, 1],
    [1404, 0, 1],
    [1404, 1, 0],
    [1404, 1, 32],
    [0, 1, 1],
    [-5, 1, 1],
    [1404.5, 1, 1],
    [Number.NaN, 1, 1],
    [999_999, 1, 1],
  ])('is never %d-%d-%d', (year, month, day) => expect(fromPersian(year, month, day)).toBeUndefined());
});

describe('the Islamic date', () => {
  it.each([
    ['islamic-umalqura', '2025-03-01', [1446, 9, 1]],
    ['islamic-umalqura', '2025-06-26', [1447, 1, 1]],
    ['islamic-umalqura', '2025-09-28', [1447, 4, 6]],
    ['islamic-umalqura', '2024-07-07', [1446, 1, 1]],
    ['islamic-civil', '2025-09-28', [1447, 4, 5]],
    ['islamic-civil', '0622-07-19', [1, 1, 1]],
  ] as const)('in %s of %s is %j', (calendar, gregorian, [year, month, day]) => {
    expect(toIslamic(calendar, date(gregorian))).toEqual({ year, month, day });
    expect(formatCivilDate(fromIslamic(calendar, year, month, day)!)).toBe(gregorian);
  });

  it('is refused when the month is shorter', () => {
    expect(fromIslamic('islamic-umalqura', 1447, 12, 30)).toBeUndefined();
    expect(fromIslamic('islamic-civil', 1446, 2, 30)).toBeUndefined();
    expect(fromIslamic('islamic-civil', 1446, 13, 1)).toBeUndefined();
  });
});

describe('the calendars of the platform agree', () => {
  const shownBy = (calendar: string) => {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    return (when: CivilDate) => {
      const shown = new Map(format.formatToParts(when * 86_400_000).map(({ type, value }) => [type as string, value]));
      const [year, month, day] = ['year', 'month', 'day'].map((part) => Number(shown.get(part)));
      return { year: year!, month: month!, day: day! };
    };
  };

  it.each([
    { calendar: 'persian', convert: toPersian, back: fromPersian },
    {
      calendar: 'islamic-umalqura',
      convert: (when: CivilDate) => toIslamic('islamic-umalqura', when),
      back: (year: number, month: number, day: number) => fromIslamic('islamic-umalqura', year, month, day),
    },
    {
      calendar: 'islamic-civil',
      convert: (when: CivilDate) => toIslamic('islamic-civil', when),
      back: (year: number, month: number, day: number) => fromIslamic('islamic-civil', year, month, day),
    },
  ])('on every day from 1925 to 2075: $calendar', ({ calendar, convert, back }) => {
    const shown = shownBy(calendar);
    const first = date('1925-01-01');
    const days = Array.from({ length: date('2076-01-01') - first }, (_, n) => addDays(first, n));
    const wrong = days.filter((when) => {
      const ours = convert(when);
      const theirs = shown(when);
      const same = ours.year === theirs.year && ours.month === theirs.month && ours.day === theirs.day;
      return !same || back(ours.year, ours.month, ours.day) !== when;
    });
    expect(wrong.map(formatCivilDate)).toEqual([]);
  });
});
