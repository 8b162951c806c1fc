/** Local time and other calendars, by Temporal. The only file that knows the polyfill. */
import { Temporal } from 'temporal-polyfill/full';
import { type CivilDate, civilDate, civilParts, startOfDay } from './civil-date.ts';
import type { CalendarDay } from './gregorian.ts';
import { type Instant, instant, parseInstant } from './instant.ts';
import { fixedOffset, localFields, UTC, type Zone } from './zone.ts';

/**
 * Why a local time names no one instant. `ambiguous`: clocks went back and it came twice. `gap`: clocks went
 * forward and it never came; the candidates read it with the offset after and before the change. `invalid`: no local date-time.
 */
export type LocalRefusal =
  | { readonly kind: 'ambiguous' | 'gap'; readonly earlier: Instant; readonly later: Instant }
  | { readonly kind: 'invalid' };

/** The instant of `YYYY-MM-DDThh:mm[:ss]` on the clocks of a zone, or a refusal: it never guesses. */
export function localToInstant(text: string, zone: Zone): Instant | LocalRefusal {
  const asUtc = parseInstant(`${text}Z`); // a text that names its own zone is no longer one with a Z after it
  if (asUtc === undefined) return { kind: 'invalid' };
  const offset = fixedOffset(zone);
  if (offset !== undefined) return instant(asUtc - offset);
  const { year, month, day, hour, minute, second } = localFields(asUtc, UTC);
  const local = new Temporal.PlainDateTime(year, month, day, hour, minute, second);
  const resolve = (disambiguation: 'earlier' | 'later') => local.toZonedDateTime(zone, { disambiguation });
  const earlier = resolve('earlier');
  const later = resolve('later');
  const candidates = { earlier: instantOf(earlier), later: instantOf(later) };
  if (candidates.earlier === candidates.later) return candidates.earlier;
  return { kind: earlier.toPlainDateTime().equals(local) ? 'ambiguous' : 'gap', ...candidates };
}

/**
 * The first instant of a date in a zone: 00:00, or the end of the gap where clocks skip midnight. A date the
 * zone skipped whole (Samoa, 30 December 2011) starts where the next one does.
 */
export function startOfLocalDay(date: CivilDate, zone: Zone): Instant {
  const offset = fixedOffset(zone);
  if (offset !== undefined) return instant(startOfDay(date) - offset);
  const { year, month, day } = civilParts(date);
  return instantOf(new Temporal.PlainDate(year, month, day).toZonedDateTime(zone));
}

const instantOf = (zoned: Temporal.ZonedDateTime): Instant => instant(zoned.epochMilliseconds / 1000);

/** The Islamic calendars in use: `islamic-umalqura` (Saudi Arabia, tabled for 1300 to 1600), `islamic-civil` (arithmetic). */
export type IslamicCalendar = 'islamic-umalqura' | 'islamic-civil';

/** The date of a Solar Hijri day, Iran's calendar; undefined when there is no such day. */
export const fromPersian = (year: number, month: number, day: number): CivilDate | undefined =>
  fromCalendar('persian', { year, month, day });

/** The Solar Hijri day of a date. */
export const toPersian = (date: CivilDate): CalendarDay => toCalendar('persian', date);

/** The date of an Islamic day; undefined when there is no such day. The sighted calendar may differ by a day or two. */
export const fromIslamic = (
  calendar: IslamicCalendar,
  year: number,
  month: number,
  day: number,
): CivilDate | undefined => fromCalendar(calendar, { year, month, day });

/** The Islamic day of a date. */
export const toIslamic = (calendar: IslamicCalendar, date: CivilDate): CalendarDay => toCalendar(calendar, date);

function fromCalendar(calendar: string, { year, month, day }: CalendarDay): CivilDate | undefined {
  const counts = [year, month, day].every((part) => Number.isInteger(part) && part >= 1);
  if (!counts || year > 9999 || month > 12 || day > 31) return undefined;
  try {
    const found = Temporal.PlainDate.from({ calendar, year, month, day }, { overflow: 'reject' });
    const iso = found.withCalendar('iso8601');
    return civilDate(iso.year, iso.month, iso.day);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function toCalendar(calendar: string, date: CivilDate): CalendarDay {
  const parts = civilParts(date);
  const { year, month, day } = new Temporal.PlainDate(parts.year, parts.month, parts.day).withCalendar(calendar);
  return { year, month, day };
}
