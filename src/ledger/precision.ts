/** How exactly a row's time is known, and the day, month or year that an instant lies in. */
import { type CivilDate, civilDate, civilParts } from '../time/civil-date.ts';
import { daysInMonth, formatCalendarDay } from '../time/gregorian.ts';
import { formatInstant, type Instant, instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { localFields, type Zone } from '../time/zone.ts';

/** By code, as the tables hold it. */
export const PRECISIONS = ['instant', 'day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Where days begin. */
export type Days = { readonly zone: Zone; readonly startOf: (date: CivilDate) => Instant };

/** The span of a precision around an instant; of an instant, the second itself. */
export function spanAround(at: Instant, precision: Precision, { zone, startOf }: Days): Interval {
  if (precision === 'instant') return { from: at, until: instant(at + 1) };
  const { year, month, day } = localFields(at, zone);
  const first = dateOf(year, precision === 'year' ? 1 : month, precision === 'day' ? day : 1);
  return { from: startOf(first), until: startOf(after(first, precision)) };
}

/** The span of a precision that begins at an instant, in words that are read as that very span in the same zone. */
export function spanText(from: Instant, precision: Precision, { zone }: Days): string {
  if (precision === 'instant') return formatInstant(from);
  const { year, month, day } = localFields(from, zone);
  const length = { day: 10, month: 7, year: 4 }[precision];
  return formatCalendarDay({ year, month, day }).slice(0, length);
}

function after(first: CivilDate, precision: Exclude<Precision, 'instant'>): CivilDate {
  if (precision === 'day') return (first + 1) as CivilDate;
  const { year, month } = civilParts(first);
  return (first + (precision === 'month' ? daysInMonth(year, month) : dateOf(year, 12, 31) - first + 1)) as CivilDate;
}

function dateOf(year: number, month: number, day: number): CivilDate {
  const date = civilDate(year, month, day);
  if (date === undefined) throw new RangeError(`the day ${year}-${month}-${day} is none that a ledger holds`);
  return date;
}
