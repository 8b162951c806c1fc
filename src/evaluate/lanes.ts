/**
 * Histories as lanes of a picture: one for each provision and family, with how all positions together see it. Comes in:
 * the histories of a State's measures. Goes out: lanes in order of law and beginning, drawn by whatever shows them.
 */
import { markOf } from '../compile/moment.ts';
import { remember } from '../compile/remember.ts';
import type { Moment } from '../law/event.ts';
import type { Measure } from '../law/norm.ts';
import type { History, Stretch } from './survey.ts';

/** What a stretch of a lane is: `contested` where some positions have it in force and others do not. */
export type LaneState = 'in-force' | 'contested' | 'suspended' | 'undetermined' | 'ended';

/** An open edge is left out: since always, without end. */
export type LaneStretch = { readonly from?: Moment; readonly until?: Moment; readonly state: LaneState };

export type Lane = {
  /** The measures of one provision and family that live and die together. */
  readonly measures: readonly Measure[];
  readonly stretches: readonly LaneStretch[];
  /** How each group of positions sees it; one without positions where nobody disputes it. */
  readonly views: readonly { readonly positions: readonly string[]; readonly stretches: readonly LaneStretch[] }[];
};

export function lanesOf(histories: readonly History[]): readonly Lane[] {
  const byMeasure = new Map<string, History[]>();
  for (const history of histories) remember(byMeasure, history.measure.id, () => []).push(history);
  const lanes = new Map<string, Lane>();
  for (const ways of byMeasure.values()) {
    const { measure } = ways[0]!;
    const views = ways.map(({ positions, stretches }) => ({ positions, stretches: withEnd(stretches) }));
    const key = JSON.stringify([measure.instrument, measure.provision, measure.family, measure.force, views]);
    const same = lanes.get(key);
    lanes.set(key, {
      measures: [...(same?.measures ?? []), measure],
      views,
      stretches: together(views.map(({ stretches }) => stretches)),
    });
  }
  return [...lanes.values()].filter(({ stretches }) => stretches.length > 0).sort(byBeginning);
}

const beginning = ({ stretches }: Lane): number =>
  stretches[0]?.from === undefined ? Number.NEGATIVE_INFINITY : markOf(stretches[0].from);
const byBeginning = (a: Lane, b: Lane): number => beginning(a) - beginning(b);

/** The stretches of one view, with what is left between them and after the last one. */
function withEnd(stretches: readonly Stretch[]): readonly LaneStretch[] {
  return stretches.flatMap(({ from, until, status }, i): readonly LaneStretch[] => {
    const state = status === 'in-force' || status === 'suspended' || status === 'undetermined' ? status : 'ended';
    const own: LaneStretch = { ...(from && { from }), ...(until && { until }), state };
    const next = stretches[i + 1]?.from;
    if (until === undefined || (next !== undefined && markOf(next) === markOf(until))) return [own];
    return [own, { from: until, ...(next && { until: next }), state: 'ended' }];
  });
}

/** How several views come together, edge by edge. */
function together(views: readonly (readonly LaneStretch[])[]): readonly LaneStretch[] {
  if (views.length === 1) return views[0]!;
  const cuts = new Map<number, Moment>();
  for (const stretches of views)
    for (const { from, until } of stretches) for (const edge of [from, until]) if (edge) cuts.set(markOf(edge), edge);
  const edges = [...cuts.entries()].sort(([a], [b]) => a - b).map(([, edge]) => edge);
  const joined: LaneStretch[] = [];
  [undefined, ...edges].forEach((from, i) => {
    const until = edges[i];
    const state = agreed(views.map((stretches) => stateAt(stretches, from)));
    if (state === undefined) return;
    const last = joined.at(-1);
    const meets =
      last !== undefined &&
      last.state === state &&
      last.until !== undefined &&
      from !== undefined &&
      markOf(last.until) === markOf(from);
    if (meets) joined[joined.length - 1] = { ...(last.from && { from: last.from }), ...(until && { until }), state };
    else joined.push({ ...(from && { from }), ...(until && { until }), state });
  });
  return joined;
}

function stateAt(stretches: readonly LaneStretch[], at: Moment | undefined): LaneState | undefined {
  const mark = at === undefined ? Number.NEGATIVE_INFINITY : markOf(at);
  return stretches.find(
    ({ from, until }) => (from === undefined || markOf(from) <= mark) && (until === undefined || mark < markOf(until)),
  )?.state;
}

/** One state for all: what all say; contested where some have it in force and some not; open where only silence stands against. */
function agreed(states: readonly (LaneState | undefined)[]): LaneState | undefined {
  const found = new Set(states.map((state) => state ?? 'ended'));
  if (found.size === 1) return states[0] === undefined ? undefined : [...found][0];
  const clear = new Set([...found].filter((state) => state !== 'undetermined'));
  if (clear.has('in-force') && clear.size > 1) return 'contested';
  return clear.size === 1 && found.has('undetermined') ? [...clear][0] : 'undetermined';
}

/** Lanes that positions divide over in the same way: from the first ending on, their views are alike. */
export type LaneGroup = { readonly lanes: readonly Lane[]; readonly views: Lane['views'] };

/** Lanes in groups, in order. Lanes over which nobody contradicts anybody (silence does not) stand alone, without views. */
export function laneGroupsOf(lanes: readonly Lane[]): readonly LaneGroup[] {
  const groups = new Map<string, Lane[]>();
  lanes.forEach((lane, i) => {
    const isContested = lane.stretches.some(({ state }) => state === 'contested');
    const afterwards = lane.views.map(({ positions, stretches }) => [
      positions,
      stretches.map(({ until, state }) => [until, state]),
    ]);
    remember(groups, isContested ? JSON.stringify(afterwards) : `alone ${i}`, () => []).push(lane);
  });
  return [...groups].map(([key, own]) => ({ lanes: own, views: key.startsWith('alone') ? [] : own[0]!.views }));
}
