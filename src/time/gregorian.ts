/** A day of the proleptic Gregorian calendar; months run from 1 to 12. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of days in a month, 0 when there is no such month. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether the day exists and its year has four digits, 0001 to 9999: what this project reads. */
export function isRealDay({ year, month, day }: CalendarDay): boolean {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return false;
  return Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month);
}

const DAYS_IN_400_YEARS = 146_097;
const FIRST_OF_MARCH_YEAR_0_TO_1970 = 719_468;

/**
 * Days from 1970-01-01 to a day that exists. Years are counted from 1 March, so the leap day comes
 * last and months have a fixed pattern (H. Hinnant, "chrono-compatible low-level date algorithms").
 */
export function daysSinceEpoch({ year, month, day }: CalendarDay): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - FIRST_OF_MARCH_YEAR_0_TO_1970;
}

/** The inverse of `daysSinceEpoch`. */
export function calendarDayOf(days: number): CalendarDay {
  const shifted = days + FIRST_OF_MARCH_YEAR_0_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD`; years outside 0000 to 9999 take the expanded form of ISO 8601, `+010000-01-01`. */
export function formatCalendarDay({ year, month, day }: CalendarDay): string {
  const digits = year >= 0 && year <= 9999 ? padded(year, 4) : `${year < 0 ? '-' : '+'}${padded(Math.abs(year), 6)}`;
  return `${digits}-${padded(month, 2)}-${padded(day, 2)}`;
}
