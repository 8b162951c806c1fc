/** Time expressions evaluated: when, as far as is recorded, or never. */
import type { Moment } from '../law/event.ts';
import type { DateReading, Reckoning, TimeExpression } from '../law/time-expression.ts';
import { addDays, type CivilDate, civilDateOf, startOfDay } from '../time/civil-date.ts';
import { addToDate, addToInstant, type Duration, parseDuration } from '../time/duration.ts';
import { type Instant, instant } from '../time/instant.ts';
import { fixedOffset, type Zone } from '../time/zone.ts';

/** What a time expression may ask: when an event happened, when a rule fired. Undefined: it has not, as far as is known. */
export type Clockwork = {
  readonly occurred: (event: string) => Moment | undefined;
  readonly fired: (rule: string) => Moment | undefined;
};

export const exactly = (at: Instant): Moment => ({ from: at, until: at, precision: 'instant' });

/** Some instant of a civil day that is not recorded. */
export const withinDay = (date: CivilDate, zone = 'UTC'): Moment => ({
  from: dayStart(date, zone),
  until: dayStart(addDays(date, 1), zone),
  precision: 'day',
});

/** The moment a time expression names, or undefined for never. */
export function momentOf(time: TimeExpression, clockwork: Clockwork): Moment | undefined {
  switch (time.kind) {
    case 'instant':
      return exactly(time.at);
    case 'date':
      return readMoment(time.date, time.reading, time.zone);
    case 'event':
      return reckon(clockwork.occurred(time.event), time);
    case 'rule':
      return reckon(clockwork.fired(time.rule), time);
    case 'earliest':
      return pick(time.of, clockwork, (a, b) => markOf(a) <= markOf(b));
    case 'latest': {
      const known = time.of.map((one) => momentOf(one, clockwork));
      if (known.includes(undefined)) return undefined;
      return pick(time.of, clockwork, (a, b) => markOf(a) >= markOf(b));
    }
  }
}

/**
 * Where a moment lies in the order of things: an act of a day whose hour is not recorded comes after that day's
 * first instant and before every later one. Acts of one such day share a mark: they count as simultaneous.
 */
export const markOf = (moment: Moment): number =>
  moment.precision === 'instant' ? moment.from * 2 : moment.from * 2 + 1;

function pick(
  times: readonly TimeExpression[],
  clockwork: Clockwork,
  better: (a: Moment, b: Moment) => boolean,
): Moment | undefined {
  let best: Moment | undefined;
  for (const time of times) {
    const moment = momentOf(time, clockwork);
    if (moment !== undefined && (best === undefined || better(moment, best))) best = moment;
  }
  return best;
}

function readMoment(date: CivilDate, reading: DateReading, zone: string): Moment {
  switch (reading) {
    case 'hour-not-recorded':
      return withinDay(date, zone);
    case 'start-of-day':
      return exactly(dayStart(date, zone));
    case 'end-of-day':
    case 'midnight-after':
      return exactly(dayStart(addDays(date, 1), zone));
  }
}

function reckon(start: Moment | undefined, { plus, reading, zone, rounding }: Reckoning): Moment | undefined {
  if (start === undefined || (plus === undefined && reading === undefined)) return start;
  const length = plus === undefined ? undefined : parsed(plus);
  if (reading === undefined && start.precision === 'instant' && length !== undefined && isFixed(length)) {
    const sum = addToInstant(start.from, length);
    if (sum.ok) return exactly(sum.at);
  }
  const day = civilDateOf(instant(start.from + offsetOf(zone)));
  const sum = length === undefined ? undefined : addToDate(day, length, rounding);
  if (sum !== undefined && !sum.ok)
    throw new RangeError(`the record was not checked: ${plus} from a date has no such day`);
  return readMoment(sum === undefined ? day : sum.date, reading ?? 'hour-not-recorded', zone);
}

const isFixed = ({ years, months }: Duration): boolean => years === 0 && months === 0;

function parsed(text: string): Duration {
  const length = parseDuration(text);
  if (length === undefined) throw new RangeError(`the record was not checked: \`${text}\` is no duration`);
  return length;
}

// INVARIANT: the record's times name UTC or a fixed offset; link refuses zones whose offset moves.
const offsetOf = (zone: string): number => fixedOffset(zone as Zone) ?? 0;

const dayStart = (date: CivilDate, zone: string): Instant => instant(startOfDay(date) - offsetOf(zone));
