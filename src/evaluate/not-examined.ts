/** What an answer did not look at, so that nobody takes its silence for an answer. */
import type { Viewpoint } from '../compile/program.ts';
import type { NotExamined } from '../law/assessment.ts';
import type { Measure } from '../law/norm.ts';
import { stepAt } from '../time/timeline.ts';
import type { Asked } from './assess.ts';
import { bindingOf, bindsAt } from './binding.ts';
import { instantOf } from './epochs.ts';
import { standingAt } from './judgement.ts';
import { limbsOf } from './reach.ts';

export function notExaminedOf(asked: Asked, viewpoint: Viewpoint): readonly NotExamined[] {
  return [
    ...lawsMissing(asked),
    ...listedRecipients(asked, viewpoint),
    ...notCovered(asked),
    ...otherLimbs(asked, viewpoint),
    { kind: 'ownership' },
  ];
}

/** A party whose own law (that of its State, or of a union it belongs to) is not in the record. */
function lawsMissing({ plan, epochs, question }: Asked): readonly NotExamined[] {
  if (question.laws !== undefined) return [];
  const at = instantOf(epochs.at(-1)!);
  const { record } = plan.program;
  const covered = (state: string): boolean =>
    Object.values(record.laws).some(
      (law) =>
        law.held &&
        law.binds.unMembers !== true &&
        law.binds.everyone !== true &&
        !law.political &&
        bindsAt(bindingOf(record, law, state), at),
    );
  return [question.from, question.to]
    .filter((state): state is string => state !== undefined && !covered(state))
    .map((state) => ({ kind: 'law', state }));
}

/** Whether a measure is or may be in force at the end of the time asked about. */
function isRunning({ plan, epochs }: Asked, viewpoint: Viewpoint, measure: Measure): boolean {
  const epoch = epochs.at(-1)!;
  const { courses } = stepAt(
    plan.program.coursesOf(plan.componentOf.get(measure.id)!, viewpoint),
    instantOf(epoch),
  ).value;
  return courses.some(({ swept }) => ['in-force', 'unseen'].includes(standingAt(swept.lives[measure.id] ?? [], epoch)));
}

/** They act only through a named party (rule 7). */
const listedRecipients = (asked: Asked, viewpoint: Viewpoint): readonly NotExamined[] =>
  asked.plan.beside.lists
    .filter((measure) => isRunning(asked, viewpoint, measure))
    .map((measure) => ({ kind: 'listed-recipient', measure }));

/** Regimes that aim at the place and of which the record does not cover the activity. */
function notCovered({ plan, question }: Asked): readonly NotExamined[] {
  const limbs = limbsOf(question.activity);
  const places = [question.from, question.to];
  return Object.values(plan.program.record.regimes)
    .filter(
      ({ law, targets, covers }) =>
        plan.laws.includes(law) &&
        targets.some((target) => places.includes(target)) &&
        !limbs.some((limb) => covers.includes(limb)),
    )
    .map(({ id }) => ({ kind: 'activity', activity: question.activity, regime: id }));
}

/** The services that measures in force reach in the same place and that were not asked about. */
function otherLimbs(asked: Asked, viewpoint: Viewpoint): readonly NotExamined[] {
  const activities = asked.plan.beside.services
    .filter(([, measures]) => measures.some((measure) => isRunning(asked, viewpoint, measure)))
    .map(([activity]) => activity);
  return activities.length === 0 ? [] : [{ kind: 'other-limbs', activities }];
}
