/** Measures of laws that bind no party to the question: told beside the answer, never part of it (rule 8). */
import type { Viewpoint } from '../compile/program.ts';
import type { Exposure } from '../law/assessment.ts';
import type { Asked } from './assess.ts';
import { instantOf } from './epochs.ts';
import { judged, meetingsIn, standingAt } from './judgement.ts';
import { isBar } from './meeting.ts';

export function exposureOf({ plan, epochs }: Asked, viewpoint: Viewpoint): readonly Exposure[] {
  const epoch = epochs.at(-1)!;
  const at = instantOf(epoch);
  const { worlds } = judged(plan, viewpoint, epoch);
  const met = new Set(meetingsIn(plan, epoch).flatMap((meetings) => meetings.map(({ measure }) => measure)));
  return plan.planned.flatMap(({ measure }): readonly Exposure[] => {
    const own = (plan.binding(measure.law, at) || plan.bindsParty(measure.law, at)) && isBar(measure);
    // What a law asks only of States cannot reach a stranger to it.
    const foreign = measure.law === 'UN' || (measure.addressee === 'states' && isBar(measure));
    if (own || foreign || !met.has(measure)) return [];
    const standings = new Set(worlds.map((world) => standingAt(world.lifeOf(measure), epoch)));
    const open = standings.size > 1 || standings.has('unseen');
    if (!open && !standings.has('in-force')) return [];
    const kind = measure.consequence === 'designation-risk' ? 'designation-risk' : 'nexus';
    return [{ measure, kind, status: open ? 'undetermined' : 'in-force' }];
  });
}
