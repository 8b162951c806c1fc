/** What the law may come to in one epoch from one standpoint: a set of outcomes for each law and completion. */

import type { Component } from '../compile/components.ts';
import type { Courses, Viewpoint } from '../compile/program.ts';
import { remember } from '../compile/remember.ts';
import type { Swept } from '../compile/sweep.ts';
import type { Norm } from '../law/norm.ts';
import {
  isSingle,
  NOTHING,
  type Outcome,
  type OutcomeSet,
  setOf,
  stricterSet,
  strictestOf,
  type Unknown,
} from '../law/outcome.ts';
import type { Life, Silence } from '../law/reason.ts';
import { stepAt } from '../time/timeline.ts';
import { cutOf } from './completion.ts';
import { type Epoch, hasCome, instantOf, type Place } from './epochs.ts';
import { gated, isBar, type Meeting, meetingsOf } from './meeting.ts';
import { lifeIdOf, type Plan } from './plan.ts';

/** One way of settling what a standpoint leaves open: for each component, the lives of its norms. */
export type World = {
  readonly bits: number;
  readonly lifeOf: (norm: Norm) => Life;
  /** The rules that would have acted on a norm and did not. */
  readonly silencesOn: (norm: Norm) => readonly Silence[];
  /** Whether a point had been asked about by a mark; if not, its answer cannot matter there. */
  readonly hadConsulted: (point: string, mark: number) => boolean;
};

export type Judgement = {
  readonly worlds: readonly World[];
  /** By law, then by completion. */
  readonly sets: ReadonlyMap<string, readonly OutcomeSet[]>;
  /** What leaves an outcome open, by law. */
  readonly unknowns: ReadonlyMap<string, ReadonlySet<Unknown>>;
  /** Measures that decide the strictest possible outcome of a law in some completion. */
  readonly controls: ReadonlySet<string>;
};

export type Standing = 'in-force' | 'unseen' | 'suspended' | 'ended' | 'not-yet';

/** What a norm is at a place in the order of acts. */
export function standingAt(life: Life, place: Place): Standing {
  for (let i = life.length - 1; i >= 0; i--) if (hasCome(life[i]!.from, place)) return life[i]!.status;
  return 'not-yet';
}

const judgements = new WeakMap<Viewpoint, WeakMap<Plan, Map<number | string, Judgement>>>();

/** Epochs of one name are at the same place in the order of acts. */
const nameOf = ({ mark, late }: Place): number | string => (late === undefined ? mark : `${mark} without ${late}`);

/** What the law may come to in an epoch from a viewpoint; worked out once. */
export function judged(plan: Plan, viewpoint: Viewpoint, epoch: Epoch): Judgement {
  const byPlan = remember(judgements, viewpoint, () => new WeakMap<Plan, Map<number | string, Judgement>>());
  const byEpoch = remember(byPlan, plan, () => new Map<number | string, Judgement>());
  return remember(byEpoch, nameOf(epoch), () => judgeEpoch(plan, viewpoint, epoch));
}

function judgeEpoch(plan: Plan, viewpoint: Viewpoint, epoch: Epoch): Judgement {
  const { worlds, open } = worldsOf(plan, viewpoint, epoch);
  const meetings = meetingsIn(plan, epoch);
  const sets = new Map<string, readonly OutcomeSet[]>();
  const unknowns = new Map<string, Set<Unknown>>();
  const controls = new Set<string>();
  const at = instantOf(epoch);
  for (const law of plan.laws) {
    if (!plan.binding(law, at)) continue;
    const why = new Set<Unknown>();
    const known = new Map<readonly Meeting[], OutcomeSet>();
    const found = plan.completions.map((_, index) =>
      remember(known, meetings[index]!, () => {
        const met = meetings[index]!.filter(({ measure }) => measure.law === law && isBar(measure));
        const perWorld = worlds.map((world) => met.map((meeting) => effectOf(meeting, world, epoch)));
        const outcomes = perWorld.map((effects) => effects.reduce(stricterSet, setOf(NOTHING)));
        const all = outcomes.reduce((a, b) => a | b, 0);
        for (const i of deciding(perWorld, all)) controls.add(met[i]!.measure.id);
        for (const reason of whyOpen(outcomes, open)) why.add(reason);
        return all;
      }),
    );
    sets.set(law, found);
    unknowns.set(law, why);
  }
  return { worlds, sets, unknowns, controls };
}

/**
 * Which measures decide: those that surely come to the outcome, where there is one; else those that may come to the
 * strictest possible one. Measures that only stand beside a certain bar and may themselves be in force do not.
 */
function deciding(perWorld: readonly (readonly OutcomeSet[])[], all: OutcomeSet): readonly number[] {
  const strictest = strictestOf(all);
  if (strictest === NOTHING) return [];
  const each = [...(perWorld[0]?.keys() ?? [])];
  const sure = each.filter((i) => perWorld.every((effects) => effects[i] === setOf(strictest)));
  if (isSingle(all) && sure.length > 0) return sure;
  return each.filter((i) => perWorld.some((effects) => (effects[i]! & setOf(strictest)) !== 0));
}

/** Why a set of outcomes is open: the points whose settling moves it, and norms whose renewal was not seen. */
function whyOpen(outcomes: readonly OutcomeSet[], open: readonly Unknown[]): readonly Unknown[] {
  const why: Unknown[] = [];
  open.forEach((reason, i) => {
    if (outcomes.some((set, bits) => set !== outcomes[bits ^ (1 << i)])) why.push(reason);
  });
  if (outcomes.some((set) => (set & (set - 1)) !== 0)) why.push('renewal-not-seen');
  return why;
}

// INVARIANT: a standpoint leaves few points open; beyond this many the first ones are branched on, the others read as no.
const MOST_OPEN = 8;

function worldsOf(
  plan: Plan,
  viewpoint: Viewpoint,
  epoch: Epoch,
): { worlds: readonly World[]; open: readonly Unknown[] } {
  const at = instantOf(epoch);
  const courses = new Map<Component, Courses>();
  const open = new Map<string, Unknown>();
  for (const component of plan.components) {
    if (component.points.length === 0) continue;
    const found = stepAt(plan.program.coursesOf(component, viewpoint), at).value;
    courses.set(component, found);
    for (const { point, answer } of found.open)
      if (plan.points.includes(point)) open.set(point, answer.why ?? 'no-stance');
  }
  const points = [...open.keys()].slice(0, MOST_OPEN);
  const worlds = Array.from({ length: 2 ** points.length }, (_, bits): World => {
    const answer = new Map(points.map((point, i) => [point, ((bits >> i) & 1) === 1]));
    const chosen = new Map([...courses].map(([component, found]) => [component, pick(found, answer)]));
    const consulted = firstConsulted(chosen.values());
    const sweptOf = (norm: Norm): Swept => {
      const component = plan.componentOf.get(norm.id)!;
      // What turns on no point is the same in every world.
      return chosen.get(component) ?? plan.program.coursesOf(component, viewpoint)[0]!.value.courses[0]!.swept;
    };
    return {
      bits,
      lifeOf: (norm) => sweptOf(norm).lives[lifeIdOf(norm)] ?? [],
      hadConsulted: (point, mark) => (consulted.get(point) ?? Number.POSITIVE_INFINITY) <= mark,
      silencesOn: (norm) => sweptOf(norm).silences.filter(({ norms }) => norms.includes(norm.id)),
    };
  });
  return { worlds, open: points.map((point) => open.get(point)!) };
}

/** When each point was first asked about in any of several sweeps. */
function firstConsulted(all: Iterable<Swept>): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { consulted } of all)
    for (const [point, mark] of consulted)
      if (mark < (first.get(point) ?? Number.POSITIVE_INFINITY)) first.set(point, mark);
  return first;
}

/** The course of a component in which its open points are answered so. */
function pick({ courses, open }: Courses, answer: ReadonlyMap<string, boolean>) {
  let index = 0;
  open.forEach(({ point }, i) => {
    if (answer.get(point) === true) index |= 1 << i;
  });
  return courses[index]!.swept;
}

/** What a measure comes to where it meets the question; one that is not in force comes to nothing. */
function effectOf({ measure, bar, gates, exemptions }: Meeting, world: World, place: Place): OutcomeSet {
  const standing = standingAt(world.lifeOf(measure), place);
  if (standing !== 'in-force' && standing !== 'unseen') return setOf(NOTHING);
  let set = 0;
  const standingOf = (norm: Norm): Standing => standingAt(world.lifeOf(norm), place);
  if (exemptions.some((one) => standingOf(one) === 'in-force')) return setOf(NOTHING);
  if (exemptions.some((one) => standingOf(one) === 'unseen')) set |= setOf(NOTHING);
  const surely: Outcome[] = [];
  const perhaps: Outcome[] = [];
  for (const { opening, outcome } of gates) {
    const now = standingOf(opening);
    if (now === 'in-force') surely.push(outcome);
    if (now === 'unseen') perhaps.push(outcome);
  }
  set |= setOf(gated(bar, surely));
  if (perhaps.length > 0) set |= setOf(gated(bar, [...surely, ...perhaps]));
  return standing === 'unseen' ? set | setOf(NOTHING) : set;
}

const met = new WeakMap<Plan, Map<number | string, readonly (readonly Meeting[])[]>>();

/**
 * For each completion, the measures that meet it in an epoch, whatever their status; the same for every standpoint.
 * INVARIANT: completions with the same meetings share one list of them.
 */
export function meetingsIn(plan: Plan, epoch: Epoch): readonly (readonly Meeting[])[] {
  const known = remember(met, plan, () => new Map<number | string, readonly (readonly Meeting[])[]>());
  return remember(known, stretchOf(plan, epoch), () => {
    const now = { place: epoch, at: instantOf(epoch) };
    const shared = new Map<string, readonly Meeting[]>();
    return plan.completions.map((completion) => {
      const met = plan.planned.flatMap(({ measure, openings }) =>
        meetingsOf(plan.program.record, plan.question, measure, openings, completion, now),
      );
      return remember(shared, textOf(met), () => met);
    });
  });
}

/** Meetings with the same text come to the same, whatever completion they are in. */
const textOf = (met: readonly Meeting[]): string =>
  met
    .map(
      ({ measure, bar, gates, exemptions }) =>
        `${measure.id} ${bar} ${gates.map(({ opening, outcome }) => `${opening.id}=${outcome}`)} ${exemptions.map(({ id }) => id)}`,
    )
    .join(';');

const performanceCuts = new WeakMap<Plan, readonly number[]>();

/**
 * Epochs with the same meetings, by number. Who meets what moves with time only through the lists that parties stand on
 * and through openings that end for performance on a date.
 */
function stretchOf(plan: Plan, epoch: Epoch): number | string {
  if (plan.question.parties.length > 0) return nameOf(epoch);
  const cuts = remember(performanceCuts, plan, () =>
    plan.planned.flatMap(({ openings }) =>
      openings.flatMap(({ for: { performedBefore } }) =>
        performedBefore === undefined ? [] : [cutOf(performedBefore) as number],
      ),
    ),
  );
  const at = instantOf(epoch);
  return cuts.filter((cut) => at >= cut).length;
}
