import type { LegalRecord } from '../../law/record.ts';
import type { DateReading, Reckoning, TimeExpression } from '../../law/time-expression.ts';
import { addDays, type CivilDate, civilDateOf, startOfDay } from '../../time/civil-date.ts';
import { addToDate, addToInstant, type Duration, parseDuration, type Refusal } from '../../time/duration.ts';
import { type Instant, instant } from '../../time/instant.ts';
import { fixedOffset, type Zone } from '../../time/zone.ts';

/** An instant that a time may come to, and whether it is exact or only the start of a day whose hour is not recorded. */
export type Start = { readonly at: Instant; readonly isExact: boolean };

/**
 * The instants that a time may come to as the record stands, conditions apart: none when what it waits for has
 * not happened, several for `earliest` and `latest`. Times in a circle come to none.
 */
export function startsOf(time: TimeExpression, record: LegalRecord, waiting: readonly string[] = []): readonly Start[] {
  switch (time.kind) {
    case 'instant':
      return [{ at: time.at, isExact: true }];
    case 'date':
      return [read(time.date, time.reading, time.zone)];
    case 'event':
    case 'rule':
      return basesOf(time, record, waiting).flatMap((base) => {
        const sum = reckon(base, time);
        return 'at' in sum ? [sum] : [];
      });
    case 'earliest':
    case 'latest':
      return time.of.flatMap((part) => startsOf(part, record, waiting));
  }
}

/** What a time is reckoned from: the event's own moment, or those at which the rule may fire. */
export function basesOf(
  time: Extract<TimeExpression, { kind: 'event' | 'rule' }>,
  record: LegalRecord,
  waiting: readonly string[] = [],
): readonly Start[] {
  if (time.kind === 'rule') {
    const rule = record.rules[time.rule];
    return rule === undefined || waiting.includes(rule.id) ? [] : startsOf(rule.at, record, [...waiting, rule.id]);
  }
  const occurred = record.events[time.event]?.occurred;
  return occurred === undefined ? [] : [{ at: occurred.from, isExact: occurred.precision === 'instant' }];
}

/** The instant reckoned from a base, or why there is none. */
export function reckon(base: Start, { plus, reading, zone, rounding }: Reckoning): Start | Refusal {
  if (plus === undefined && reading === undefined) return base;
  const length = plus === undefined ? undefined : parseDuration(plus);
  if (reading === undefined && base.isExact && length !== undefined && isFixed(length)) {
    const sum = addToInstant(base.at, length);
    return sum.ok ? { at: sum.at, isExact: true } : sum;
  }
  const day = civilDateOf(instant(base.at + offsetOf(zone)));
  const sum = length === undefined ? undefined : addToDate(day, length, rounding);
  if (sum !== undefined && !sum.ok) return sum;
  return read(sum === undefined ? day : sum.date, reading ?? 'hour-not-recorded', zone);
}

function read(date: CivilDate, reading: DateReading, zone: string): Start {
  const day = reading === 'hour-not-recorded' || reading === 'start-of-day' ? date : addDays(date, 1);
  return { at: instant(startOfDay(day) - offsetOf(zone)), isExact: reading !== 'hour-not-recorded' };
}

const isFixed = ({ years, months }: Duration): boolean => years === 0 && months === 0;

const offsetOf = (zone: string): number => fixedOffset(zone as Zone) ?? 0;
