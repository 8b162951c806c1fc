/** The time a clause tells, against the instants at which measures ended or came back. */
import { civilDateOf, startOfDay } from '../../time/civil-date.ts';
import { formatInstant, type Instant } from '../../time/instant.ts';
import type { Values } from '../statement.ts';
import { day } from './finding.ts';
import type { Turn } from './turns.ts';
import { meets, type When } from './when.ts';

export const statedTime = ({ date, instants }: When): Values =>
  instants.length > 0 ? { instant: formatInstant(instants[0]!.at) } : date ? { date: day(date.from) } : {};

/** Whether an instant is the time told: on the clock, where there is one, else on the day, "until D" included. */
export function fits({ date, instants }: When, at: Instant): boolean {
  if (instants.length > 0) return instants.some((told) => told.at === at);
  return (
    date !== undefined &&
    (meets(date, at) || (at % 86_400 === 0 && meets(date, (at - 1) as Instant) && date.precision !== 'day'))
  );
}

export const DAY = 86_400;

export function nearestTurn(turns: readonly Turn[], { date, instants }: When): Turn | undefined {
  if (date === undefined) return undefined;
  const told = instants[0]?.at ?? startOfDay(date.from);
  const slack = date.precision === 'day' ? 45 * DAY : date.precision === 'month' ? 100 * DAY : 370 * DAY;
  const near = turns
    .filter(({ at }) => Math.abs(at - told) <= slack || isYearOff(at, told))
    .sort((a, b) => Math.abs(a.at - told) - Math.abs(b.at - told));
  return near[0];
}

const isYearOff = (a: number, b: number): boolean =>
  [365, 366, 730, 731, 1095, 1096].includes(Math.round(Math.abs(a - b) / DAY));

export const timeOf = (turn: Turn, { instants }: When): Values =>
  instants.length > 0
    ? { instant: formatInstant(turn.at), date: day(civilDateOf(turn.at)) }
    : { date: day(civilDateOf(turn.at)) };

export function nearness(turn: Turn, { date, instants }: When): string | undefined {
  const told = instants[0]?.at ?? (date ? startOfDay(date.from) : undefined);
  if (told === undefined) return undefined;
  const apart = Math.abs(told - turn.at);
  if (apart === 0) return undefined;
  if (apart < 3600) return `${apart / 60} ${apart === 60 ? 'minute' : 'minutes'} off`;
  return apart <= DAY * 1.1
    ? instants.length > 0
      ? `${Math.round(apart / 3600)} ${Math.round(apart / 3600) === 1 ? 'hour' : 'hours'} off`
      : 'a day off'
    : undefined;
}
