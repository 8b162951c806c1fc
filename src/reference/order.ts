/** When things happen, and in which order (DESIGN sections 2 and 3: τ). */
import type { Moment } from '../law/event.ts';
import type { DateReading, TimeExpression } from '../law/time-expression.ts';
import { addDays, type CivilDate, civilDateOf, startOfDay } from '../time/civil-date.ts';
import { addToDate, addToInstant, type Duration, parseDuration } from '../time/duration.ts';
import { type Instant, instant } from '../time/instant.ts';
import { fixedOffset, type Zone } from '../time/zone.ts';

/**
 * A place in the order of things. An act whose hour is not recorded comes after the first instant of its day and before
 * every later one; all such acts of one day are simultaneous. `mark - 1` is strictly before `mark`.
 */
export type Mark = number;

export const markOf = ({ from, precision }: Moment): Mark => 2 * from + (precision === 'day' ? 1 : 0);

export const exactly = (at: Instant): Moment => ({ from: at, until: at, precision: 'instant' });

/** What a time may be reckoned from; undefined: it has not happened. */
export type Happenings = {
  readonly event: (id: string) => Moment | undefined;
  readonly rule: (id: string) => Moment | undefined;
};

/** The moment that a time names; undefined is never (+∞). */
export function timeOf(time: TimeExpression, happened: Happenings): Moment | undefined {
  if (time.kind === 'instant') return exactly(time.at);
  if (time.kind === 'date') return readDate(time.date, time.reading, time.zone);
  if ('of' in time) {
    const all = time.of.map((one) => timeOf(one, happened));
    const known = all.filter((one) => one !== undefined).sort((a, b) => markOf(a) - markOf(b));
    if (time.kind === 'earliest') return known[0];
    return known.length < all.length ? undefined : known.at(-1);
  }
  const base = 'event' in time ? happened.event(time.event) : happened.rule(time.rule);
  if (base === undefined) return undefined;
  const { plus, reading, zone, rounding } = time;
  if (plus === undefined && reading === undefined) return base;
  const length = plus === undefined ? undefined : parseDuration(plus)!;
  if (reading === undefined && base.precision === 'instant' && length !== undefined && isClock(length)) {
    const sum = addToInstant(base.from, length);
    if (!sum.ok) throw new RangeError(`${plus} from an instant: ${sum.why}`);
    return exactly(sum.at);
  }
  const day = civilDateOf(instant(base.from + offsetOf(zone)));
  const sum = length === undefined ? ({ ok: true, date: day } as const) : addToDate(day, length, rounding);
  if (!sum.ok) throw new RangeError(`${plus} from a date: ${sum.why}`);
  return readDate(sum.date, reading ?? 'hour-not-recorded', zone);
}

/** Days, hours and less have one length everywhere; months and years need a calendar. */
const isClock = ({ years, months }: Duration): boolean => years === 0 && months === 0;

function readDate(date: CivilDate, reading: DateReading, zone: string): Moment {
  const [begins, ends] = [startOf(date, zone), startOf(addDays(date, 1), zone)];
  if (reading === 'hour-not-recorded') return { from: begins, until: ends, precision: 'day' };
  return exactly(reading === 'start-of-day' ? begins : ends);
}

const startOf = (date: CivilDate, zone: string): Instant => instant(startOfDay(date) - offsetOf(zone));

const offsetOf = (zone: string): number => fixedOffset(zone as Zone)!;
