import { calendarDayOf, daysSinceEpoch, formatCalendarDay } from './gregorian.ts';
import type { Instant } from './instant.ts';

/** `UTC`, a fixed offset (`+03:30`), or an IANA zone (`Asia/Tehran`), each spelled one way only. */
export type Zone = string & { readonly __brand: 'Zone' };

export const UTC = 'UTC' as Zone;

const NAMES_OF_UTC = /^(?:(?:etc\/)?(?:utc|gmt|uct|universal|zulu|greenwich)|etc\/gmt[+-]?0|z|[+-]00:00)$/i;

/**
 * Reads a zone. UTC, GMT and Z are +00:00 all year, never London. Undefined when unknown, and for other
 * single words and abbreviations, which mean too much: `BST` is London in summer, and Dhaka to the zone tables.
 */
export function parseZone(text: string): Zone | undefined {
  if (NAMES_OF_UTC.test(text)) return UTC;
  if (/^[+-](?:[01]\d|2[0-3]):[0-5]\d$/.test(text)) return text as Zone;
  if (!/^[a-z_]+(?:\/[a-z0-9_+-]+)+$/i.test(text)) return undefined;
  const known = tabledName(text);
  return known === undefined || known.toLowerCase() === text.toLowerCase() ? known : (capitalised(text) as Zone);
}

/** The name under which the host's tables hold a zone; for a link (Europe/Kyiv) that can be another, older one (Europe/Kiev). */
function tabledName(text: string): Zone | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone as Zone;
  } catch {
    return undefined;
  }
}

/** A link keeps its own name and is spelled one way, however it was typed. */
const capitalised = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(?:^|[/_-])[a-z]/g, (start) => start.toUpperCase())
    .replace(/^Us\//, 'US/');

/** What clocks and calendars in a zone show. `offsetSeconds` is exact; `offsetMinutes` is rounded, for old local mean times. */
export type LocalFields = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offsetMinutes: number;
  readonly offsetSeconds: number;
};

/** What the clock shows in a zone at an instant, by the zone tables of the host. Throws on a sentinel. */
export function localFields(at: Instant, zone: Zone): LocalFields {
  if (!Number.isFinite(at)) throw new RangeError('an open end has no local time');
  const offsetSeconds = fixedOffset(zone) ?? tabledOffset(at, zone);
  const local = at + offsetSeconds;
  const days = Math.floor(local / 86_400);
  const seconds = local - days * 86_400;
  return {
    ...calendarDayOf(days),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    offsetMinutes: Math.round(offsetSeconds / 60) + 0,
    offsetSeconds,
  };
}

/** Seconds east of Greenwich of `UTC` and of a fixed offset; undefined for a zone whose offset is looked up. */
export function fixedOffset(zone: Zone): number | undefined {
  if (zone === UTC) return 0;
  const parts = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  return parts ? (Number(parts[2]) * 3600 + Number(parts[3]) * 60) * (parts[1] === '-' ? -1 : 1) : undefined;
}

function tabledOffset(at: Instant, zone: Zone): number {
  const shown: Record<string, string> = {};
  for (const { type, value } of clock(zone).formatToParts(at * 1000)) shown[type] = value;
  const field = (name: string): number => Number(shown[name]);
  const year = shown.era === 'BC' ? 1 - field('year') : field('year');
  const days = daysSinceEpoch({ year, month: field('month'), day: field('day') });
  return days * 86_400 + field('hour') * 3600 + field('minute') * 60 + field('second') - at;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The formatter of a zone, made once: making one costs more than a thousand uses. Throws when the zone is unknown. */
function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  clocks.set(zone, made);
  return made;
}

/** `2025-09-28 03:30 (+03:30)`; seconds are shown when there are any. Throws on a sentinel. */
export function formatLocal(at: Instant, zone: Zone): string {
  const fields = localFields(at, zone);
  const shownClock = clockText(fields.hour * 3600 + fields.minute * 60 + fields.second);
  const sign = fields.offsetSeconds < 0 ? '-' : '+';
  return `${formatCalendarDay(fields)} ${shownClock} (${sign}${clockText(Math.abs(fields.offsetSeconds))})`;
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts
    .slice(0, parts[2] === 0 ? 2 : 3)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
