import { calendarDayOf, daysSinceEpoch, formatCalendarDay, isRealDay } from './gregorian.ts';

/** Whole seconds since 1970-01-01T00:00:00Z, POSIX style (no leap seconds). A civil date is not one: it needs a reading. */
export type Instant = number & { readonly __brand: 'Instant' };

/** Before every instant: the open start of an interval. Never printed; `null` in JSON. */
export const BEGINNING = Number.NEGATIVE_INFINITY as Instant;

/** After every instant: the open end of an interval, and "has not happened". Never printed; `null` in JSON. */
export const FOREVER = Number.POSITIVE_INFINITY as Instant;

const SECONDS_IN_DAY = 86_400;

/** An instant from seconds since the epoch; a sentinel passes through. Throws on fractions and NaN, which are bugs. */
export function instant(seconds: number): Instant {
  if (!Number.isSafeInteger(seconds) && Math.abs(seconds) !== Number.POSITIVE_INFINITY) {
    throw new RangeError(`an instant is a whole number of seconds, not \`${seconds}\``);
  }
  return (seconds + 0) as Instant; // + 0 turns -0 into 0
}

export const isSentinel = (at: Instant): boolean => at === BEGINNING || at === FOREVER;

/** The first of several instants; of none, `FOREVER`: what has not happened comes after everything. */
export const earliest = (...instants: readonly Instant[]): Instant => Math.min(...instants) as Instant;

/** The last of several instants; of none, `BEGINNING`. */
export const latest = (...instants: readonly Instant[]): Instant => Math.max(...instants) as Instant;

const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.0+)?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Reads an ISO 8601 date-time that names its zone: `2025-09-28T00:00Z`, `2025-09-28T03:30:00+03:30`.
 * Undefined when there is no zone, no such date, hour 24, second 60, or a fraction of a second.
 */
export function parseInstant(text: string): Instant | undefined {
  const parts = DATE_TIME.exec(text);
  if (!parts) return undefined;
  const field = (index: number): number => Number(parts[index] ?? 0);
  const day = { year: field(1), month: field(2), day: field(3) };
  if (!isRealDay(day)) return undefined;
  const local = daysSinceEpoch(day) * SECONDS_IN_DAY + field(4) * 3600 + field(5) * 60 + field(6);
  const offset = (field(8) * 3600 + field(9) * 60) * (parts[7] === '-' ? -1 : 1);
  return instant(local - offset);
}

/** `2025-10-01T00:00:00Z`. Throws on a sentinel: an open end has no date, use `instantOrNull`. */
export function formatInstant(at: Instant): string {
  if (!Number.isFinite(at)) throw new RangeError('an open end has no date to print');
  const days = Math.floor(at / SECONDS_IN_DAY);
  const seconds = at - days * SECONDS_IN_DAY;
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${formatCalendarDay(calendarDayOf(days))}T${clock.map((part) => String(part).padStart(2, '0')).join(':')}Z`;
}

/** The JSON form of an instant: its ISO text, or null for an open end. */
export const instantOrNull = (at: Instant): string | null => (isSentinel(at) ? null : formatInstant(at));
