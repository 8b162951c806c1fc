import { type CalendarDay, calendarDayOf, daysSinceEpoch, formatCalendarDay, isRealDay } from './gregorian.ts';
import { type Instant, instant } from './instant.ts';

/** Days since 1970-01-01 in the proleptic Gregorian calendar. It has no zone, so it is no instant: see `reading.ts`. */
export type CivilDate = number & { readonly __brand: 'CivilDate' };

const SECONDS_IN_DAY = 86_400;

/** The date of a year (1 to 9999), month (1 to 12) and day; undefined when there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const parts = { year, month, day };
  return isRealDay(parts) ? (daysSinceEpoch(parts) as CivilDate) : undefined;
}

/** Reads `YYYY-MM-DD` and nothing else; undefined when there is no such day. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** `YYYY-MM-DD`. */
export const formatCivilDate = (date: CivilDate): string => formatCalendarDay(calendarDayOf(date));

/** Year, month (1 to 12) and day of a date. */
export const civilParts = (date: CivilDate): CalendarDay => calendarDayOf(date);

/** The date a whole number of days later, or earlier if negative. */
export const addDays = (date: CivilDate, days: number): CivilDate => (date + days) as CivilDate;

/** 00:00Z of the date. In another zone the day starts at another instant: `startOfLocalDay`. */
export const startOfDay = (date: CivilDate): Instant => instant(date * SECONDS_IN_DAY);

/** 00:00Z of the next day, the first instant that is no longer in the date. */
export const endOfDay = (date: CivilDate): Instant => instant((date + 1) * SECONDS_IN_DAY);

/** The UTC date of an instant. Throws on a sentinel, which has none. */
export function civilDateOf(at: Instant): CivilDate {
  if (!Number.isFinite(at)) throw new RangeError('an open end has no date');
  return Math.floor(at / SECONDS_IN_DAY) as CivilDate;
}

/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (date: CivilDate): number => ((((date + 3) % 7) + 7) % 7) + 1;
