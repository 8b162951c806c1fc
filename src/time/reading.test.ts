import { describe, expect, it } from 'vitest';
import { parseCivilDate } from './civil-date.ts';
import { addToDate, duration } from './duration.ts';
import { formatInstant } from './instant.ts';
import { forMonths, readDate, untilIncludes, untilTheDate } from './reading.ts';
import { parseZone } from './zone.ts';

const date = (text: string) => parseCivilDate(text)!;

describe('a bare date becomes an instant only through a reading', () => {
  it.each([
    { edge: 'start', zone: 'UTC', at: '2025-10-18T00:00:00Z' },
    { edge: 'end', zone: 'UTC', at: '2025-10-19T00:00:00Z' },
    { edge: 'start', zone: 'GMT', at: '2025-10-18T00:00:00Z' },
    { edge: 'start', zone: 'Europe/London', at: '2025-10-17T23:00:00Z' },
    { edge: 'start', zone: 'Asia/Tehran', at: '2025-10-17T20:30:00Z' },
    { edge: 'end', zone: 'Asia/Tehran', at: '2025-10-18T20:30:00Z' },
    { edge: 'start', zone: 'America/New_York', at: '2025-10-18T04:00:00Z' },
    { edge: 'end', zone: 'America/New_York', at: '2025-10-19T04:00:00Z' },
    { edge: 'start', zone: '+03:00', at: '2025-10-17T21:00:00Z' },
    { edge: 'end', zone: '-04:00', at: '2025-10-19T04:00:00Z' },
  ] as const)('18 October 2025, $edge of day, $zone: $at', ({ edge, zone, at }) => {
    const reading = { edge, zone: parseZone(zone)!, basis: 'a position that reads it so' };
    expect(formatInstant(readDate(date('2025-10-18'), reading))).toBe(at);
  });
});

describe('the house readings', () => {
  it('"until 30 June 2026" includes 30 June', () => {
    expect(formatInstant(untilIncludes(date('2026-06-30')))).toBe('2026-07-01T00:00:00Z');
  });

  it('"until the date five years after Adoption Day" ends as 18 October 2020 begins', () => {
    const end = addToDate(date('2015-10-18'), duration({ years: 5 }));
    expect(end.ok && formatInstant(untilTheDate(end.date))).toBe('2020-10-18T00:00:00Z');
  });

  it('"for twelve months" ends as the same day a year on begins', () => {
    const end = forMonths(date('2024-05-30'), 12);
    expect(end.ok && formatInstant(end.at)).toBe('2025-05-30T00:00:00Z');
  });

  it('"for one month" from 31 January is refused until the file names the rounding', () => {
    expect(forMonths(date('2025-01-31'), 1)).toMatchObject({ ok: false, why: 'no-such-day' });
    const [down, up] = [forMonths(date('2025-01-31'), 1, 'down'), forMonths(date('2025-01-31'), 1, 'up')];
    expect(down.ok && formatInstant(down.at)).toBe('2025-02-28T00:00:00Z');
    expect(up.ok && formatInstant(up.at)).toBe('2025-03-01T00:00:00Z');
  });
});
