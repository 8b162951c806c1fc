import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { instant } from '../time/instant.ts';
import { icsCalendar } from './ics.ts';

const event = (summary: string, description = '') => ({
  uid: 'one@snapback',
  at: instant(1_759_017_600),
  wholeDay: false,
  summary,
  description,
  categories: ['UN', 'ends'],
});
const calendarWith = (summary: string, description?: string): string =>
  icsCalendar({ name: 'what is due', stamp: instant(0), events: [event(summary, description)] });

/** The one event of a calendar, as a parser from elsewhere reads it. */
function readBack(text: string): ICAL.Event {
  const [found] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return new ICAL.Event(found);
}

describe('a calendar', () => {
  it('gives an instant in UTC, and an act known by its day as a day', () => {
    expect(readBack(calendarWith('x')).startDate.toString()).toBe('2025-09-28T00:00:00Z');
    const day = icsCalendar({ name: 'n', stamp: instant(0), events: [{ ...event('x'), wholeDay: true }] });
    expect(readBack(day).startDate.toString()).toBe('2025-09-28');
  });

  it('keeps any text, whatever its signs and letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const kept = text.replace(/\r\n/g, '\n').replace(/(?!\n)\p{Cc}/gu, '');
        expect(readBack(calendarWith('s', `x${kept}`)).description).toBe(`x${kept}`);
      }),
    );
  });

  it('has no line longer than 75 octets, ends each with CRLF and cuts no letter', () => {
    const text = calendarWith('تحریم‌های شورای امنیت علیه ایران '.repeat(9), 'Su-35; S-300, 9 %\nline two '.repeat(9));
    expect(text.endsWith('\r\n')).toBe(true);
    const lines = text.slice(0, -2).split('\r\n');
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(lines.some((line) => line.includes('\n') || line.includes('\uFFFD'))).toBe(false);
  });
});
