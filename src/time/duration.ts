import { addDays, type CivilDate, civilDate, civilParts } from './civil-date.ts';
import { daysInMonth } from './gregorian.ts';
import { type Instant, instant, isSentinel } from './instant.ts';

/** A length of time in whole calendar units, none negative. A month has no length until a date is named. */
export type Duration = {
  readonly years: number;
  readonly months: number;
  readonly weeks?: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
};

/** Which day stands in for one that does not exist (30 February): `down` the last of that month, `up` the first of the next. */
export type Rounding = 'up' | 'down';

/**
 * Why a sum has no answer: `no-such-day` (with both days a rounding would give), `has-time` (hours
 * added to a date), `needs-calendar` (years or months added to an instant: add them to a date and read it),
 * `out-of-range` (beyond the years 1 to 9999).
 */
export type Refusal =
  | { readonly ok: false; readonly why: 'no-such-day'; readonly down: CivilDate; readonly up: CivilDate }
  | { readonly ok: false; readonly why: 'has-time' | 'needs-calendar' | 'out-of-range' };

export type DateSum = { readonly ok: true; readonly date: CivilDate } | Refusal;
export type InstantSum = { readonly ok: true; readonly at: Instant } | Refusal;

const FIRST_DATE = civilDate(1, 1, 1)!;
const LAST_DATE = civilDate(9999, 12, 31)!;
const outOfRange: Refusal = { ok: false, why: 'out-of-range' };

const DURATION =
  /^P(?=.)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;

/** A duration from the parts that are not zero. */
export function duration(parts: Partial<Duration>): Duration {
  return { years: 0, months: 0, days: 0, hours: 0, minutes: 0, seconds: 0, ...parts };
}

/** Reads an ISO 8601 duration in whole units (`P5Y`, `P30D`, `P2W`, `PT12H`, `P1Y6M`); undefined for signs, fractions, anything else. */
export function parseDuration(text: string): Duration | undefined {
  const parts = DURATION.exec(text);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((digits) => Number(digits ?? 0));
  const rest = { years, months, days, hours, minutes, seconds };
  return weeks > 0 ? { ...rest, weeks } : rest;
}

/** The ISO 8601 text of a duration; `P0D` for none. */
export function formatDuration(length: Duration): string {
  const write = (units: readonly (readonly [number, string])[]): string =>
    units.map(([count, letter]) => (count > 0 ? `${count}${letter}` : '')).join('');
  const { years, months, weeks = 0, days, hours, minutes, seconds } = length;
  const calendar = write([
    [years, 'Y'],
    [months, 'M'],
    [weeks, 'W'],
    [days, 'D'],
  ]);
  const clock = write([
    [hours, 'H'],
    [minutes, 'M'],
    [seconds, 'S'],
  ]);
  return calendar || clock ? `P${calendar}${clock && `T${clock}`}` : 'P0D';
}

const inMonths = ({ years, months }: Duration): number => years * 12 + months;
const inDays = ({ weeks = 0, days }: Duration): number => weeks * 7 + days;
const clockSeconds = ({ hours, minutes, seconds }: Duration): number => hours * 3600 + minutes * 60 + seconds;

/** Adds years and months first, then weeks and days, the order in which a text is read. Never clips a day silently. */
export function addToDate(date: CivilDate, length: Duration, rounding?: Rounding): DateSum {
  if (clockSeconds(length) !== 0) return { ok: false, why: 'has-time' };
  const shifted = addMonths(date, inMonths(length), rounding);
  if (!shifted.ok) return shifted;
  const sum = addDays(shifted.date, inDays(length));
  return sum >= FIRST_DATE && sum <= LAST_DATE ? { ok: true, date: sum } : outOfRange;
}

function addMonths(date: CivilDate, months: number, rounding: Rounding | undefined): DateSum {
  const start = civilParts(date);
  const count = start.year * 12 + (start.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const same = civilDate(year, month, start.day);
  if (same !== undefined) return { ok: true, date: same };
  const down = civilDate(year, month, daysInMonth(year, month));
  if (down === undefined) return outOfRange;
  const up = addDays(down, 1);
  return rounding ? { ok: true, date: rounding === 'up' ? up : down } : { ok: false, why: 'no-such-day', down, up };
}

/** Adds weeks, days of 86,400 seconds, and clock time; open ends stay open. Refuses years and months. */
export function addToInstant(at: Instant, length: Duration): InstantSum {
  if (inMonths(length) !== 0) return { ok: false, why: 'needs-calendar' };
  if (isSentinel(at)) return { ok: true, at };
  const sum = at + inDays(length) * 86_400 + clockSeconds(length);
  return sum < (LAST_DATE + 1) * 86_400 ? { ok: true, at: instant(sum) } : outOfRange;
}

/**
 * Negative, zero or positive as `a` is shorter, equal or longer, a day counting 24 hours; undefined when months
 * stand against days, for a month has no fixed length (P1M is neither more nor less than P30D).
 */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  const months = inMonths(a) - inMonths(b);
  const seconds = (inDays(a) - inDays(b)) * 86_400 + clockSeconds(a) - clockSeconds(b);
  const mixed = (length: Duration): boolean => inMonths(length) > 0 && inDays(length) + clockSeconds(length) > 0;
  if (months === 0 && seconds === 0) return 0;
  if (mixed(a) || mixed(b)) return undefined;
  if (months === 0 || seconds === 0) return months + seconds;
  return undefined;
}
