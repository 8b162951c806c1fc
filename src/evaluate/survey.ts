/** All that is aimed at one State, by law and position: what is in force at a time, and the history of each measure. */

import { influenceOn } from '../compile/influence.ts';
import { exactly } from '../compile/moment.ts';
import type { Program, Viewpoint } from '../compile/program.ts';
import { lives } from '../compile/program.ts';
import type { MeasureStatus } from '../law/assessment.ts';
import type { Moment } from '../law/event.ts';
import type { Measure } from '../law/norm.ts';
import { barOf, type Outcome, outcomeOfGate } from '../law/outcome.ts';
import type { LegalRecord } from '../law/record.ts';
import { FOREVER, type Instant, isSentinel } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { stepAt, valueAt } from '../time/timeline.ts';
import { type Epoch, epochsOf, instantOf } from './epochs.ts';
import { standingAt } from './judgement.ts';
import { gated } from './meeting.ts';
import { openingsOf } from './openings.ts';
import { actsThroughList, isTerritory, placesOf } from './reach.ts';

/** What is asked of a State: all laws and every position with a stance that matters, unless named. */
export type Survey = {
  readonly target: string;
  readonly laws?: readonly string[];
  readonly accordingTo?: readonly string[];
};

/** A stretch of a measure's history; `ended` and `not-yet` are left out of histories. */
export type Stretch = { readonly from?: Moment; readonly until?: Moment; readonly status: MeasureStatus };

/** One measure as some positions see it; no positions where none of them matters to it. */
export type History = {
  readonly measure: Measure;
  readonly positions: readonly string[];
  /** A position that sees it so; an empty text where nobody has a stance that matters. */
  readonly seenFrom: string;
  readonly stretches: readonly Stretch[];
};

/** The measures aimed at a State: at its territory, at what comes from it, or through a list of a regime about it. */
export function measuresAimedAt({ record }: Program, { target, laws }: Survey): readonly Measure[] {
  return Object.values(record.norms).filter((norm): norm is Measure => {
    if (norm.kind !== 'measure' || (laws !== undefined && !laws.includes(norm.law))) return false;
    if (actsThroughList(norm) || norm.direction === undefined)
      return record.regimes[norm.regime]?.targets.includes(target) === true;
    const places = [...placesOf(record, norm)];
    return places.some((place) => isTerritory(record, norm, place, target));
  });
}

/** The outcomes a measure can come to: those of its ordinary gates, and the bar where a gate opens it for some only. */
export function effectsOf(record: LegalRecord, measure: Measure): readonly Outcome[] {
  const gates = openingsOf(record, measure).filter(
    ({ within, gate }) => within === measure.id && gate?.residual === false,
  );
  const forAll = gates.some((opening) => Object.keys(opening.for).length === 0);
  const opened = gates.map(({ gate }) => gated(barOf(measure), [outcomeOfGate[gate!.gate]]));
  return [...new Set(forAll ? opened : [barOf(measure), ...opened])];
}

/** The history of each measure aimed at a State, once for each different way in which positions see it. */
export const historiesOf = (program: Program, survey: Survey): readonly History[] =>
  measuresAimedAt(program, survey).flatMap((measure) => historiesOfMeasure(program, measure, survey.accordingTo));

/**
 * The history of one measure, once for each different way in which the positions (all, unless named) see it. `by`: only
 * points that had come to matter by then make a position worth asking.
 */
export function historiesOfMeasure(
  program: Program,
  measure: Measure,
  accordingTo: readonly string[] | undefined,
  by: Instant = FOREVER,
): readonly History[] {
  const positions = accordingTo ?? positionsOn(program, measure, by);
  const ways = new Map<string, { positions: string[]; stretches: readonly Stretch[] }>();
  for (const position of positions.length > 0 ? positions : ['']) {
    const stretches = stretchesOf(program, program.viewpointOf(position), measure);
    const key = JSON.stringify(stretches);
    const same = ways.get(key);
    if (same === undefined) ways.set(key, { positions: position === '' ? [] : [position], stretches });
    else same.positions.push(position);
  }
  // Where everybody asked sees it alike the measure is not disputed, and belongs to no position.
  const alike = ways.size === 1;
  return [...ways.values()].map(
    (way): History => ({
      measure,
      positions: alike ? [] : way.positions,
      seenFrom: way.positions[0] ?? '',
      stretches: way.stretches,
    }),
  );
}

/** The positions that have answered a point on which answers differ by then; where none does, all that have answered any. */
function positionsOn(program: Program, measure: Measure, by: Instant): readonly string[] {
  const courses = stepAt(program.coursesOf(program.componentOf(measure.id), program.viewpointOf('')), by).value.courses;
  const mark = by === FOREVER ? by : by * 2;
  const points = [...influenceOn(program.record, measure.id).points].filter((point) =>
    courses.some(({ swept }) => (swept.consulted.get(point) ?? FOREVER) < mark),
  );
  const live = points.filter((point) => {
    const answers = program
      .holders(point)
      .map((holder) => valueAt(program.viewpointOf(holder).answer(point), by).answer);
    return new Set(answers).size > 1;
  });
  return [...new Set((live.length > 0 ? live : points).flatMap((point) => program.holders(point)))];
}

function stretchesOf(program: Program, viewpoint: Viewpoint, measure: Measure): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const epoch of epochsFor(program, viewpoint, measure)) {
    const status = statusIn(program, viewpoint, measure, epoch);
    const last = stretches.at(-1);
    const edges = { ...(epoch.begins && { from: epoch.begins }), ...(epoch.ends && { until: epoch.ends }) };
    if (last?.status === status)
      stretches[stretches.length - 1] = { ...edges, status, ...(last.from ? { from: last.from } : {}) };
    else stretches.push({ ...edges, status });
  }
  return stretches.filter(({ status }) => status !== 'ended' && status !== 'not-yet');
}

function epochsFor(program: Program, viewpoint: Viewpoint, measure: Measure): readonly Epoch[] {
  const component = program.componentOf(measure.id);
  const boundaries = program
    .coursesOf(component, viewpoint)
    .flatMap(({ from, value }) => [
      ...(isSentinel(from) ? [] : [exactly(from)]),
      ...value.courses.flatMap(({ swept }) => (swept.lives[measure.id] ?? []).map((phase) => phase.from)),
    ]);
  return epochsOf(boundaries);
}

function statusIn(program: Program, viewpoint: Viewpoint, measure: Measure, epoch: Epoch): MeasureStatus {
  const standings = new Set(
    lives(program, viewpoint, measure, instantOf(epoch)).map((life) => standingAt(life, epoch)),
  );
  const [only] = standings;
  return standings.size > 1 || only === 'unseen' ? 'undetermined' : (only ?? 'not-yet');
}

/** One law as some positions see it at a time: the measures in force, suspended or undetermined at some instant of it. */
export type InForceView = {
  readonly positions: readonly string[];
  readonly law: string;
  readonly measures: readonly Running[];
};

/** A measure at a time, with the stretch of its history that the time falls in. */
export type Running = { readonly measure: Measure; readonly status: MeasureStatus; readonly stretch: Stretch };

/** What is in force against a State at a time; positions that see all measures of a law alike share a view. */
export function inForceAt(program: Program, survey: Survey, at: Interval): readonly InForceView[] {
  const histories = measuresAimedAt(program, survey).flatMap((measure) =>
    historiesOfMeasure(program, measure, survey.accordingTo, at.until),
  );
  const laws = [...new Set(histories.map(({ measure }) => measure.law))];
  return laws.flatMap((law) => {
    const own = histories.filter(({ measure }) => measure.law === law);
    const positions = [...new Set(own.flatMap((history) => history.positions))];
    const merged = new Map<string, InForceView & { positions: string[] }>();
    for (const position of positions.length > 0 ? positions : ['']) {
      const measures = own
        .filter((history) => history.positions.length === 0 || history.positions.includes(position))
        .flatMap(({ measure, stretches }) =>
          runningIn(stretches, at).map((stretch) => ({ measure, status: stretch.status, stretch })),
        );
      const key = JSON.stringify(measures.map(({ measure, status, stretch }) => [measure.id, status, stretch.from]));
      const same = merged.get(key);
      if (same === undefined) merged.set(key, { positions: position === '' ? [] : [position], law, measures });
      else
        merged.set(key, {
          law,
          positions: [...same.positions, position],
          measures: same.measures.map((one, i) => withEndOf(one, measures[i]!)),
        });
    }
    const views = [...merged.values()];
    return views.length === 1 ? [{ ...views[0]!, positions: [] }] : views;
  });
}

/** What is in force alike for two positions; an end on which they differ is not told. */
function withEndOf(one: Running, other: Running): Running {
  const { until, ...open } = one.stretch;
  const alike = JSON.stringify(until) === JSON.stringify(other.stretch.until);
  return alike ? one : { ...one, stretch: open };
}

/** The stretch that a time falls in; one whose edge is an unrecorded hour of that time is undetermined for an instant. */
function runningIn(stretches: readonly Stretch[], at: Interval): readonly Stretch[] {
  const found = stretches.filter(({ from, until }) => {
    const begins = from === undefined || from.from < at.until;
    const ends = until !== undefined && (until.precision === 'instant' ? until.from : until.until) <= at.from;
    return begins && !ends;
  });
  const last = found.at(-1);
  if (last === undefined) return [];
  const isInstant = at.until - at.from <= 1;
  const edgeOpen = [last.from, last.until].some(
    (edge) => edge?.precision === 'day' && edge.from <= at.from && at.from < edge.until,
  );
  return [isInstant && edgeOpen ? { ...last, status: 'undetermined' } : last];
}
