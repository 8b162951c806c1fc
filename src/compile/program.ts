/**
 * The record compiled for one knowledge time: every component swept once per set of answers that somebody gives to
 * its points. In: a linked record, K, suppositions. Out: the courses the law takes from a viewpoint.
 */
import type { Norm } from '../law/norm.ts';
import type { Supposition } from '../law/question.ts';
import type { Life } from '../law/reason.ts';
import type { LegalRecord } from '../law/record.ts';
import { BEGINNING, FOREVER, type Instant } from '../time/instant.ts';
import { constant, type Steps, stepAt } from '../time/timeline.ts';
import { type Component, eventsIn, partitionOf } from './components.ts';
import { horizonOf } from './horizons.ts';
import { type Influence, influenceOn } from './influence.ts';
import { type Known, knownBy } from './known.ts';
import { remember } from './remember.ts';
import { type Answer, type AnswerOverTime, answerOf, hasStance } from './stance.ts';
import { type Score, type Swept, scoreOf, sweep } from './sweep.ts';

/** Whose answers to the points are followed. */
export type Viewpoint = { readonly answer: (point: string) => AnswerOverTime };

/** Whether each point is answered yes. */
type Answers = Readonly<Record<string, boolean>>;

/** One course the law may take: more than one where the viewpoint leaves a point undetermined. */
export type Course = { readonly answers: Answers; readonly swept: Swept };

/** A sweep that was made, and the points whose answers it turned on. */
type Run = { readonly answers: Answers; readonly asked: readonly string[]; readonly swept: Swept };

/** The courses over a stretch of time, and the points left open in it. */
export type Courses = {
  readonly key: string;
  readonly courses: readonly Course[];
  readonly open: readonly { readonly point: string; readonly answer: Answer }[];
};

export type Program = {
  readonly record: LegalRecord;
  readonly known: Known;
  readonly asKnown: Instant;
  /** The part of the record whose norms act on each other and to which a norm belongs. */
  readonly componentOf: (norm: string) => Component;
  /** A component cut down to what can touch some of its norms; a small one is left whole, so that its sweeps are shared. */
  readonly sliceOf: (component: Component, norms: readonly string[]) => Component;
  /** The last instant at which the record could have seen renewals of the norm's regime and family. */
  readonly horizonOf: (norm: Norm) => Instant;
  /** What a component comes to from a viewpoint, over time. */
  readonly coursesOf: (component: Component, viewpoint: Viewpoint) => Steps<Courses>;
  readonly viewpointOf: (position: string) => Viewpoint;
  /** Actors that have themselves answered the point by K. */
  readonly holders: (point: string) => readonly string[];
};

/**
 * `base`: the same record at the same time under all but the last of the suppositions; what the last one, an event, does
 * not touch is taken over from it.
 */
export function compile(
  record: LegalRecord,
  asKnown: Instant,
  suppose: readonly Supposition[] = [],
  base?: Program,
): Program {
  const known = knownBy(record, asKnown, suppose);
  const parts = partitionOf(record);
  const last = suppose.at(-1);
  const isTakenOver = (component: Component): boolean =>
    last?.kind === 'event' && !eventsIn(record, component).has(last.event);
  const scores = new Map<string, Score>();
  const slices = new Map<string, Component>();
  const runsOf = new Map<string, Run[]>();
  const holders = new Map<string, readonly string[]>();
  const viewpoints = new Map<string, Viewpoint>();
  const runs = (component: Component, answers: Answers): Swept => {
    const earlier = remember(runsOf, component.key, (): Run[] => []);
    // A sweep turns on the points that it asked about, and on no others.
    const same = earlier.find((run) => run.asked.every((point) => run.answers[point] === answers[point]));
    if (same !== undefined) return same.swept;
    const swept = sweep(
      remember(scores, component.key, () => scoreOf(component, record, known)),
      { known, point: (id) => answers[id] === true, horizonOf: (norm) => horizonOf(record, norm) },
    );
    earlier.push({ answers, asked: [...swept.consulted.keys()], swept });
    return swept;
  };
  const courses = new Map<string, Courses>();
  const undisputed = new Map<Component, Steps<Courses>>();
  const overTimes = new WeakMap<Viewpoint, Map<string, Steps<Courses>>>();
  return {
    record,
    known,
    asKnown,
    componentOf: (norm) => parts.of.get(norm)!,
    sliceOf: (component, norms) => sliceOf(record, slices, component, norms),
    horizonOf: (norm) => horizonOf(record, norm),
    coursesOf: (component, viewpoint) => {
      if (base !== undefined && isTakenOver(component)) return base.coursesOf(component, viewpoint);
      // What turns on no point takes one course, whoever looks at it.
      return component.points.length === 0
        ? remember(undisputed, component, () => constant(branch(component, component.key, [], runs)))
        : remember(
            remember(overTimes, viewpoint, () => new Map<string, Steps<Courses>>()),
            component.key,
            () =>
              overTime(component, viewpoint).map(({ from, until, value }) => {
                const key = `${component.key} ${value.map(({ answer, why }) => why ?? answer).join(' ')}`;
                return { from, until, value: remember(courses, key, () => branch(component, key, value, runs)) };
              }),
          );
    },
    viewpointOf: (position) => remember(viewpoints, position, () => viewpointOf(record, position, asKnown, suppose)),
    holders: (point) =>
      remember(holders, point, () =>
        Object.keys(record.positions).filter((position) => hasStance(record, position, point, asKnown)),
      ),
  };
}

function viewpointOf(
  record: LegalRecord,
  position: string,
  asKnown: Instant,
  suppose: readonly Supposition[],
): Viewpoint {
  const answers = new Map<string, AnswerOverTime>();
  for (const one of suppose)
    if (one.kind === 'stance')
      answers.set(
        one.point,
        constant({ answer: one.answer, ...(one.answer === 'undetermined' && { why: 'declared' as const }) }),
      );
  return {
    answer: (id) => remember(answers, id, () => answerOf(record, position, record.points[id]!, asKnown)),
  };
}

const flips = new WeakMap<Viewpoint, Map<string, Viewpoint>>();

/** A viewpoint that answers every point as `base` does, except the one. */
export const withAnswer = (base: Viewpoint, point: string, answer: 'yes' | 'no'): Viewpoint =>
  remember(
    remember(flips, base, () => new Map<string, Viewpoint>()),
    `${point} ${answer}`,
    () => ({ answer: (id) => (id === point ? constant({ answer }) : base.answer(id)) }),
  );

/** The answers to a component's points, in order, over stretches in which none of them changes. */
function overTime(component: Component, viewpoint: Viewpoint): Steps<readonly Answer[]> {
  const lines = component.points.map((point) => viewpoint.answer(point));
  const cuts = [...new Set(lines.flatMap((line) => line.slice(1).map(({ from }) => from)))].sort((a, b) => a - b);
  return [BEGINNING, ...cuts].map((from, i) => ({
    from,
    until: cuts[i] ?? FOREVER,
    value: lines.map((line) => stepAt(line, from).value),
  }));
}

/** One course for each way of settling what the viewpoint leaves open. */
function branch(
  component: Component,
  key: string,
  answers: readonly Answer[],
  run: (component: Component, answers: Answers) => Swept,
): Courses {
  const open = component.points.flatMap((point, i) =>
    answers[i]!.answer === 'undetermined' ? [{ point, answer: answers[i]! }] : [],
  );
  const settled = Object.fromEntries(component.points.map((point, i) => [point, answers[i]!.answer === 'yes']));
  const courses = Array.from({ length: 2 ** open.length }, (_, bits) => {
    const chosen = { ...settled, ...Object.fromEntries(open.map(({ point }, i) => [point, ((bits >> i) & 1) === 1])) };
    return { answers: chosen, swept: run(component, chosen) };
  });
  return { key, courses, open };
}

// A sweep of fewer norms costs less than keeping another slice.
const SMALL = 40;

function sliceOf(
  record: LegalRecord,
  slices: Map<string, Component>,
  component: Component,
  norms: readonly string[],
): Component {
  if (component.norms.length <= SMALL) return component;
  return remember(slices, `${component.key}/${[...norms].sort().join(' ')}`, () => {
    const touching = norms.map((norm) => influenceOn(record, norm));
    const among = (own: readonly string[], of: (one: Influence) => ReadonlySet<string>): readonly string[] =>
      own.filter((id) => touching.some((one) => of(one).has(id)));
    return {
      key: `${component.key}/${slices.size}`,
      norms: among(component.norms, (one) => one.norms),
      rules: among(component.rules, (one) => one.rules),
      points: among(component.points, (one) => one.points),
    };
  });
}

/** The lives a norm may have from a viewpoint, as it answers the points at an instant. */
export function lives(program: Program, viewpoint: Viewpoint, norm: Norm, at: Instant): readonly Life[] {
  const id = norm.kind === 'opening' ? (norm.within ?? norm.id) : norm.id;
  const { courses } = stepAt(program.coursesOf(program.componentOf(norm.id), viewpoint), at).value;
  return courses.map(({ swept }) => swept.lives[id] ?? []);
}
