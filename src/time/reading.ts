import { addDays, type CivilDate } from './civil-date.ts';
import { addToDate, duration, type InstantSum, type Rounding } from './duration.ts';
import type { Instant } from './instant.ts';
import { UTC, type Zone } from './zone.ts';
import { startOfLocalDay } from './zoned.ts';

/** How a bare date in a text becomes an instant: at which edge of the day, in which zone, and on what basis one says so. */
export type Reading = { readonly edge: 'start' | 'end'; readonly zone: Zone; readonly basis: string };

/** The instant of a date under a reading; the end of a day is the first instant of the next. */
export const readDate = (date: CivilDate, { edge, zone }: Reading): Instant =>
  startOfLocalDay(edge === 'start' ? date : addDays(date, 1), zone);

/** House reading of "until D" and "extended until D". */
export const UNTIL_INCLUDES: Reading = { edge: 'end', zone: UTC, basis: 'house reading: "until D" includes D' };

/** House reading of "until the date N years after D". */
export const UNTIL_THE_DATE: Reading = {
  edge: 'start',
  zone: UTC,
  basis: 'house reading: "until the date" ends as that date begins',
};

/** House reading of "for N months". */
export const FOR_MONTHS: Reading = {
  edge: 'start',
  zone: UTC,
  basis: 'house reading: "for N months" ends as the same day N months on begins',
};

/** Where "until D" ends: 00:00Z of the day after D. */
export const untilIncludes = (date: CivilDate): Instant => readDate(date, UNTIL_INCLUDES);

/** Where "until the date D" ends: 00:00Z of D. */
export const untilTheDate = (date: CivilDate): Instant => readDate(date, UNTIL_THE_DATE);

/** Where "for N months" from a date ends: 00:00Z of the same day N months on; refused when there is none and no rounding is named. */
export function forMonths(from: CivilDate, months: number, rounding?: Rounding): InstantSum {
  const end = addToDate(from, duration({ months }), rounding);
  return end.ok ? { ok: true, at: readDate(end.date, FOR_MONTHS) } : end;
}
