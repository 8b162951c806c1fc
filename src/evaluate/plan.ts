/**
 * A question without its time, prepared: the measures it may meet, the missing facts, the standpoints that may
 * matter and the epochs in which nothing changes. Made once for all instants; answers are looked up in it.
 */

import type { Component } from '../compile/components.ts';
import { influenceOn } from '../compile/influence.ts';
import { exactly } from '../compile/moment.ts';
import { type Courses, type Program, type Viewpoint, withAnswer } from '../compile/program.ts';
import { remember } from '../compile/remember.ts';
import type { Answer } from '../compile/stance.ts';
import type { Moment } from '../law/event.ts';
import type { Measure, Norm, Opening } from '../law/norm.ts';
import type { AskedActivity, Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { type Instant, isSentinel } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { bindingOf, bindsAt } from './binding.ts';
import { type Completion, completionsOf, cutOf } from './completion.ts';
import { type Epoch, epochsOf, withLateActs } from './epochs.ts';
import { isBar, meetsGoods } from './meeting.ts';
import { openingsOf } from './openings.ts';
import { listsAround, measuresReaching, servicesAround } from './reach.ts';

/** A measure the question may meet, with whatever opens it and the components that tell their lives. */
export type Planned = { readonly measure: Measure; readonly openings: readonly Opening[] };

/** Measures that the question does not meet and that are told beside the answer: those through lists, those on services. */
export type Beside = {
  readonly lists: readonly Measure[];
  readonly services: readonly (readonly [AskedActivity, readonly Measure[]])[];
};

/** One way of answering the points at hand, and the positions that answer so. */
export type Standpoint = { readonly viewpoint: Viewpoint; readonly positions: readonly string[] };

export type Plan = {
  readonly program: Program;
  readonly question: Question;
  readonly planned: readonly Planned[];
  readonly beside: Beside;
  /** The laws with a measure on these places and this activity, whatever the goods. */
  readonly lawsNear: ReadonlySet<string>;
  /** The components that the measures and openings at hand belong to. */
  readonly components: readonly Component[];
  readonly componentOf: ReadonlyMap<string, Component>;
  /** The points that can touch measures and openings on these places and this activity, whatever the goods. */
  readonly points: readonly string[];
  readonly completions: readonly Completion[];
  readonly standpoints: readonly Standpoint[];
  readonly epochs: readonly Epoch[];
  readonly laws: readonly string[];
  /** Whether a law is judged: it was asked for, or nothing was and it binds a party then. */
  readonly binding: (law: string, at: Instant) => boolean;
  /** Whether a law binds a party then, whatever was asked for. */
  readonly bindsParty: (law: string, at: Instant) => boolean;
};

export function planOf(program: Program, question: Question): Plan {
  const { record } = program;
  const near = measuresReaching(record, question).map((measure) => ({
    measure,
    openings: openingsOf(record, measure),
  }));
  const spans = bindingSpans(record, question);
  const laws = question.laws ?? [...spans.keys()];
  const deciding = near.filter(({ measure }) => laws.includes(measure.law) && isBar(measure));
  const completions = completionsOf(
    record,
    question,
    deciding.map(({ measure }) => measure),
    deciding.flatMap(({ openings }) => openings),
  );
  const planned = near.filter(({ measure }) => completions.some(({ goods }) => meetsGoods(measure, goods)));
  const norms = normsOf(planned);
  const beside = besideOf(record, question, laws);
  const componentOf = componentsOf(program, [...norms, ...measuresOf(beside)]);
  const points = [...new Set(normsOf(near).flatMap(({ id }) => [...influenceOn(record, id).points]))].sort();
  const standpoints = standpointsOf(program, question, points);
  return {
    program,
    question,
    planned,
    lawsNear: new Set(near.map(({ measure }) => measure.law)),
    beside,
    components: [...new Set(norms.map(({ id }) => componentOf.get(id)!))],
    componentOf,
    points,
    completions,
    standpoints,
    epochs: withLateActs(
      epochsOf([
        ...boundariesOf(program, question, norms, componentOf, standpoints, [...spans.values()].flat()),
        ...measuresOf(beside).flatMap(({ id }) => changesOfLife(program, componentOf.get(id)!, id, standpoints)),
      ]),
    ),
    laws,
    binding: (law, at) =>
      question.laws === undefined ? bindsAt(spans.get(law) ?? [], at) : question.laws.includes(law),
    bindsParty: (law, at) => bindsAt(spans.get(law) ?? [], at),
  };
}

function besideOf(record: LegalRecord, question: Question, laws: readonly string[]): Beside {
  const isJudged = ({ law }: Measure): boolean => laws.includes(law);
  return {
    lists: listsAround(record, question).filter(isJudged),
    services: servicesAround(record, question).map(([activity, measures]) => [activity, measures.filter(isJudged)]),
  };
}

const measuresOf = ({ lists, services }: Beside): readonly Measure[] => [
  ...new Set([...lists, ...services.flatMap(([, measures]) => measures)]),
];

/** When the life of a norm changes from any standpoint. */
const changesOfLife = (
  program: Program,
  component: Component,
  norm: string,
  standpoints: readonly Standpoint[],
): readonly Moment[] =>
  standpoints.flatMap(({ viewpoint }) =>
    program
      .coursesOf(component, viewpoint)
      .flatMap(({ from, value }) => [
        ...(isSentinel(from) ? [] : [exactly(from)]),
        ...value.courses.flatMap(({ swept }) => (swept.lives[norm] ?? []).map((phase) => phase.from)),
      ]),
  );

const normsOf = (planned: readonly Planned[]): readonly Norm[] =>
  planned.flatMap(({ measure, openings }) => [measure, ...openings]);

/** The part of the record that tells each norm's life, cut down to what can touch the norms at hand. */
function componentsOf(program: Program, norms: readonly Norm[]): ReadonlyMap<string, Component> {
  const whole = new Map<Component, Set<string>>();
  for (const { id } of norms) remember(whole, program.componentOf(id), () => new Set<string>()).add(id);
  return new Map(
    [...whole].flatMap(([component, own]) => {
      const slice = program.sliceOf(component, [...own]);
      return [...own].map((id) => [id, slice] as const);
    }),
  );
}

/** When each law binds a party to the question. */
function bindingSpans(record: LegalRecord, { from, to }: Question): ReadonlyMap<string, readonly Interval[]> {
  const spans = new Map<string, readonly Interval[]>();
  for (const law of Object.values(record.laws)) {
    const bound = [from, to].flatMap((state) => (state === undefined ? [] : bindingOf(record, law, state)));
    if (bound.length > 0) spans.set(law.id, bound);
  }
  return spans;
}

/** The positions asked for, or all that have answered a point at hand; those that answer alike share a standpoint. */
function standpointsOf(program: Program, { accordingTo }: Question, points: readonly string[]): readonly Standpoint[] {
  const positions = accordingTo ?? [...new Set(points.flatMap((point) => program.holders(point)))];
  const made = new Map<string, { viewpoint: Viewpoint; positions: string[] }>();
  for (const position of positions) {
    const viewpoint = program.viewpointOf(position);
    const key = points.map((point) => answerKey(viewpoint.answer(point))).join('|');
    const found = made.get(key);
    if (found === undefined) made.set(key, { viewpoint, positions: [position] });
    else found.positions.push(position);
  }
  if (made.size === 0) return [{ viewpoint: program.viewpointOf(''), positions: [] }];
  return [...made.values()];
}

const answerKey = (line: readonly { readonly from: Instant; readonly value: Answer }[]): string =>
  line.map(({ from, value }) => `${from}${value.why ?? value.answer}`).join(',');

function boundariesOf(
  program: Program,
  question: Question,
  norms: readonly Norm[],
  componentOf: ReadonlyMap<string, Component>,
  standpoints: readonly Standpoint[],
  binding: readonly Interval[],
): readonly Moment[] {
  const ids = new Map<Component, Set<string>>();
  for (const norm of norms) remember(ids, componentOf.get(norm.id)!, () => new Set<string>()).add(lifeIdOf(norm));
  const found: Moment[] = [];
  const add = (at: Instant): void => {
    if (!isSentinel(at)) found.push(exactly(at));
  };
  const seen = new Set<Courses>();
  for (const [component, own] of ids) {
    const viewpoints = component.points.length === 0 ? standpoints.slice(0, 1) : standpoints;
    for (const viewpoint of viewpoints.flatMap((standpoint) => flipsOf(program, component, standpoint))) {
      for (const { from, value } of program.coursesOf(component, viewpoint)) {
        add(from);
        if (seen.has(value)) continue;
        seen.add(value);
        for (const { swept } of value.courses)
          for (const id of own) for (const phase of swept.lives[id] ?? []) found.push(phase.from);
      }
    }
  }
  for (const { from, until } of binding) {
    add(from);
    add(until);
  }
  for (const norm of norms)
    if (norm.kind === 'opening' && norm.for.performedBefore !== undefined) add(cutOf(norm.for.performedBefore));
  found.push(...spellsOf(program.record, question));
  return found;
}

/** A standpoint, and how it would see things if it answered any one point otherwise: what that changes begins an epoch too. */
function flipsOf(program: Program, component: Component, { viewpoint }: Standpoint): readonly Viewpoint[] {
  const courses = program.coursesOf(component, viewpoint).flatMap(({ value }) => value.courses);
  const matters = (point: string): boolean => courses.some(({ swept }) => swept.consulted.has(point));
  const flips = component.points.filter(matters).flatMap((point) => {
    const line = viewpoint.answer(point);
    const answers = (['yes', 'no'] as const).filter((answer) => line.some(({ value }) => value.answer !== answer));
    return answers.map((answer) => withAnswer(viewpoint, point, answer));
  });
  return [viewpoint, ...flips];
}

function spellsOf(record: LegalRecord, { parties }: Question): readonly Moment[] {
  const ids = new Set(parties.flatMap((party) => [...party.designations, ...party.candidates.map(({ id }) => id)]));
  if (ids.size === 0) return [];
  return Object.values(record.lists).flatMap(({ designations }) =>
    designations
      .filter(({ id }) => ids.has(id))
      .flatMap(({ spells }) =>
        spells.flatMap(({ listed, delisted }) => (delisted === undefined ? [listed] : [listed, delisted])),
      ),
  );
}

/** Whose life tells a norm's: its own, or for a gate or exemption of the same provision that of its measure. */
export const lifeIdOf = (norm: Norm): string => (norm.kind === 'opening' ? (norm.within ?? norm.id) : norm.id);
