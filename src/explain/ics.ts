/** The little of iCalendar (RFC 5545) that dated entries need: text escaped, lines folded at 75 octets, CRLF. */
import { formatInstant, type Instant } from '../time/instant.ts';

export type IcsEvent = {
  readonly uid: string;
  readonly at: Instant;
  /** An entry of the UTC day that the instant lies in. */
  readonly wholeDay: boolean;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
};

export type IcsCalendar = { readonly name: string; readonly stamp: Instant; readonly events: readonly IcsEvent[] };

export function icsCalendar({ name, stamp, events }: IcsCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Snapback//Sanctions law in time//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const eventLines = ({ uid, at, wholeDay, summary, description, categories }: IcsEvent, stamp: Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${dateTime(stamp)}`,
  wholeDay ? `DTSTART;VALUE=DATE:${dateTime(at).slice(0, 8)}` : `DTSTART:${dateTime(at)}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  `CATEGORIES:${categories.map(escaped).join(',')}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** `20250928T000000Z` */
const dateTime = (at: Instant): string => formatInstant(at).replace(/[-:]/g, '');

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** No line is longer than 75 octets; a letter is never cut, and a continued line begins with a blank. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter.codePointAt(0)!);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
}

const octetsOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
