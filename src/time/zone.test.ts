import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOREVER, instant, parseInstant } from './instant.ts';
import { formatLocal, localFields, parseZone, type Zone } from './zone.ts';

const zone = (text: string): Zone => parseZone(text)!;
const show = (at: string, where: string): string => formatLocal(parseInstant(at)!, zone(where));

describe('a zone', () => {
  it.each([
    ['UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['Z', 'UTC'],
    ['gmt', 'UTC'],
    ['+00:00', 'UTC'],
    ['-00:00', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['Etc/GMT', 'UTC'],
    ['Etc/Greenwich', 'UTC'],
    ['Etc/GMT-0', 'UTC'],
    ['Etc/GMT+3', 'Etc/GMT+3'],
    ['+03:30', '+03:30'],
    ['-04:00', '-04:00'],
    ['Asia/Tehran', 'Asia/Tehran'],
    ['asia/tehran', 'Asia/Tehran'],
    ['AMERICA/NEW_YORK', 'America/New_York'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['europe/KYIV', 'Europe/Kyiv'],
    ['US/Eastern', 'US/Eastern'],
    ['Europe/London', 'Europe/London'],
  ])('`%s` is %s', (text, name) => expect(parseZone(text)).toBe(name));

  it.each([
    '',
    'Tehran',
    'Asia/Nowhere',
    'BST',
    'IST',
    'CST',
    'EST',
    'MSK',
    'GB',
    '+3',
    '+03',
    '+0330',
    '+24:00',
    '+03:60',
    ' UTC',
    'GMT+3',
    'Asia/Tehran\n',
  ])('is not `%s`', (text) => expect(parseZone(text)).toBeUndefined());
});

describe('local time', () => {
  it.each([
    ['2025-09-28T00:00:00Z', 'Asia/Tehran', '2025-09-28 03:30 (+03:30)'],
    ['2020-09-20T00:00:00Z', 'Asia/Tehran', '2020-09-20 04:30 (+04:30)'],
    ['2020-10-18T00:00:00Z', 'Asia/Tehran', '2020-10-18 03:30 (+03:30)'],
    ['2020-09-20T19:29:59Z', 'Asia/Tehran', '2020-09-20 23:59:59 (+04:30)'],
    ['2020-09-20T19:30:00Z', 'Asia/Tehran', '2020-09-20 23:00 (+03:30)'],
    ['2022-09-21T19:30:00Z', 'Asia/Tehran', '2022-09-21 23:00 (+03:30)'],
    ['2023-07-01T00:00:00Z', 'Asia/Tehran', '2023-07-01 03:30 (+03:30)'],
    ['2025-09-28T00:00:00Z', 'America/New_York', '2025-09-27 20:00 (-04:00)'],
    ['2025-09-28T00:00:00Z', 'Europe/Brussels', '2025-09-28 02:00 (+02:00)'],
    ['2025-09-28T00:00:00Z', 'Europe/Moscow', '2025-09-28 03:00 (+03:00)'],
    ['2025-09-28T00:00:00Z', 'Europe/London', '2025-09-28 01:00 (+01:00)'],
    ['2025-09-28T00:00:00Z', 'GMT', '2025-09-28 00:00 (+00:00)'],
    ['2025-09-28T00:00:00Z', '-04:00', '2025-09-27 20:00 (-04:00)'],
    ['2025-09-28T00:00:00Z', 'Pacific/Kiritimati', '2025-09-28 14:00 (+14:00)'],
    ['2025-09-28T00:00:00Z', 'Asia/Kathmandu', '2025-09-28 05:45 (+05:45)'],
    ['2025-12-31T23:59:59Z', 'UTC', '2025-12-31 23:59:59 (+00:00)'],
    // local mean time, before zones: offsets of whole seconds
    ['1811-07-23T15:06:40Z', 'Asia/Tehran', '1811-07-23 18:32:24 (+03:25:44)'],
    ['1880-01-01T00:00:00Z', 'America/New_York', '1879-12-31 19:03:58 (-04:56:02)'],
    ['1920-01-01T00:00:00Z', 'Africa/Monrovia', '1919-12-31 23:15:30 (-00:44:30)'],
    ['0001-01-01T00:00:00Z', 'America/New_York', '0000-12-31 19:03:58 (-04:56:02)'],
  ])('%s in %s is %s', (at, where, text) => expect(show(at, where)).toBe(text));

  it('gives the fields and the offset', () => {
    expect(localFields(parseInstant('2020-09-20T00:00Z')!, zone('Asia/Tehran'))).toEqual({
      year: 2020,
      month: 9,
      day: 20,
      hour: 4,
      minute: 30,
      second: 0,
      offsetMinutes: 270,
      offsetSeconds: 16_200,
    });
    expect(localFields(instant(-5_000_000_000), zone('Asia/Tehran'))).toMatchObject({
      offsetMinutes: 206,
      offsetSeconds: 12_344,
    });
    expect(Object.is(localFields(instant(0), zone('UTC')).offsetMinutes, 0)).toBe(true);
  });

  it('does not exist for an open end', () => expect(() => formatLocal(FOREVER, zone('UTC'))).toThrow(RangeError));

  it('is what the platform shows, in every zone it knows', () => {
    const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/')));
    const at = fc.integer({ min: -2_208_988_800, max: 4_102_444_800 }).map(instant);
    fc.assert(
      fc.property(at, anyZone, (when, name) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
        const { year, month, day, hour, minute, second } = localFields(when, zone(name));
        const two = (value: number) => String(value).padStart(2, '0');
        const ours = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
        expect(ours).toBe(shown.format(when * 1000));
      }),
      { numRuns: 500 },
    );
  });
});
