import { exactly } from '../compile/moment.ts';
import type { Program, Viewpoint } from '../compile/program.ts';
import { epochsOf, instantOf } from '../evaluate/epochs.ts';
import { standingAt } from '../evaluate/judgement.ts';
import type { Moment } from '../law/event.ts';
import type { Norm } from '../law/norm.ts';
import { isSentinel } from '../time/instant.ts';
import { stepAt } from '../time/timeline.ts';

/** A stretch of a norm's life in which it runs or may run; open ends are left out. */
export type Running = {
  readonly from?: Moment;
  readonly until?: Moment;
  readonly status: 'in-force' | 'suspended' | 'undetermined';
};

/** When a norm runs from one viewpoint. Only what can touch the norm is swept, so that few points branch. */
export function lifeOverTime(program: Program, viewpoint: Viewpoint, norm: Norm): readonly Running[] {
  const slice = program.sliceOf(program.componentOf(norm.id), [norm.id]);
  const courses = program.coursesOf(slice, viewpoint);
  const boundaries = courses.flatMap(({ from, value }) => [
    ...(isSentinel(from) ? [] : [exactly(from)]),
    ...value.courses.flatMap(({ swept }) => (swept.lives[norm.id] ?? []).map((phase) => phase.from)),
  ]);
  const running: Running[] = [];
  for (const { mark, begins, ends } of epochsOf(boundaries)) {
    const now = stepAt(courses, instantOf({ index: 0, mark, ...(begins && { begins }) })).value.courses;
    const standings = new Set(now.map(({ swept }) => standingAt(swept.lives[norm.id] ?? [], { mark })));
    const [only] = standings;
    const status = standings.size > 1 || only === 'unseen' ? 'undetermined' : only;
    if (status === undefined || status === 'ended' || status === 'not-yet') continue;
    const last = running.at(-1);
    const next: Running = { ...(begins && { from: begins }), ...(ends && { until: ends }), status };
    if (last?.status !== status || last.until !== begins) running.push(next);
    else running[running.length - 1] = { ...next, ...(last.from ? { from: last.from } : {}) };
  }
  return running;
}
