/** The edges of histories: when a measure turns from one status to another, and by what. */
import { markOf } from '../compile/moment.ts';
import { lives, type Program } from '../compile/program.ts';
import type { MeasureStatus } from '../law/assessment.ts';
import type { Moment } from '../law/event.ts';
import type { Measure } from '../law/norm.ts';
import type { Reason } from '../law/reason.ts';
import { type Instant, instant } from '../time/instant.ts';
import type { History } from './survey.ts';

/** One change of status. `none`: not in force, not suspended, not undetermined. */
export type Standing = MeasureStatus | 'none';

export type Turn = {
  readonly at: Moment;
  readonly from: Standing;
  readonly to: Standing;
  readonly reasons: readonly Reason[];
};

/** Every turn of a history, in order. */
export function turnsOf(program: Program, { measure, seenFrom, stretches }: History): readonly Turn[] {
  const edges = new Map<number, Moment>();
  for (const { from, until } of stretches)
    for (const edge of [from, until]) if (edge !== undefined) edges.set(markOf(edge), edge);
  return [...edges.entries()]
    .sort(([a], [b]) => a - b)
    .map(([mark, at]) => ({
      at,
      from: standingJustBefore(stretches, mark),
      to: standingFrom(stretches, mark),
      reasons: reasonsAt(program, seenFrom, measure, at),
    }));
}

const standingFrom = (stretches: History['stretches'], mark: number): Standing =>
  stretches.find(
    ({ from, until }) => (from === undefined || markOf(from) <= mark) && (until === undefined || mark < markOf(until)),
  )?.status ?? 'none';

const standingJustBefore = (stretches: History['stretches'], mark: number): Standing =>
  stretches.find(
    ({ from, until }) => (from === undefined || markOf(from) < mark) && (until === undefined || mark <= markOf(until)),
  )?.status ?? 'none';

/** What the record gives as the reasons for a phase that begins there. */
function reasonsAt(program: Program, position: string, measure: Measure, at: Moment): readonly Reason[] {
  const viewpoint = program.viewpointOf(position);
  for (const life of lives(program, viewpoint, measure, at.from)) {
    const phase = life.find(({ from }) => markOf(from) === markOf(at));
    if (phase !== undefined) return phase.reasons;
  }
  return [];
}

/** Whether a moment surely lies after one instant and not after another; one of an unrecorded hour counts by its whole day. */
export const fallsWithin = (at: Moment, after: Instant, upTo: Instant): boolean =>
  at.precision === 'instant' ? at.from > after && at.from <= upTo : instant(at.until - 1) > after && at.from <= upTo;
