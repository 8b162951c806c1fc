/** What an answer did not look at, so that nobody takes its silence for an answer. */
import type { Viewpoint } from '../compile/program.ts';
import { lives, type Program } from '../compile/program.ts';
import type { NotExamined } from '../law/assessment.ts';
import type { Measure } from '../law/norm.ts';
import type { AskedActivity } from '../law/question.ts';
import type { Asked } from './assess.ts';
import { bindingOf, bindsAt } from './binding.ts';
import { type Epoch, instantOf } from './epochs.ts';
import { standingAt } from './judgement.ts';
import { limbsOf, measuresReaching, measuresThroughLists, meetsParty, movesGoods } from './reach.ts';

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

const isRunning = (program: Program, viewpoint: Viewpoint, measure: Measure, epoch: Epoch): boolean =>
  lives(program, viewpoint, measure, instantOf(epoch)).some((life) =>
    ['in-force', 'unseen'].includes(standingAt(life, epoch)),
  );

/** Freezes and lists of regimes that aim at the place: they act only through a named party (rule 7). */
function listedRecipients({ plan, epochs, question }: Asked, viewpoint: Viewpoint): readonly NotExamined[] {
  if (question.parties.length > 0) return [];
  const { record } = plan.program;
  const places = [question.from, question.to];
  const epoch = epochs.at(-1)!;
  return measuresThroughLists(record)
    .filter(({ law, force }) => force === 'decides' && plan.laws.includes(law))
    .filter((measure) => meetsParty(measure, question.activity))
    .filter((measure) => record.regimes[measure.regime]?.targets.some((target) => places.includes(target)))
    .filter((measure) => isRunning(plan.program, viewpoint, measure, epoch))
    .map((measure) => ({ kind: 'listed-recipient', measure }));
}

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

const SERVICES: readonly AskedActivity[] = ['assistance', 'training', 'finance', 'brokering', 'transit', 'investment'];

/** The services that measures in force reach in the same place and that were not asked about. */
function otherLimbs({ plan, epochs, question }: Asked, viewpoint: Viewpoint): readonly NotExamined[] {
  if (!movesGoods(question.activity)) return [];
  const epoch = epochs.at(-1)!;
  const activities = SERVICES.filter((activity) =>
    measuresReaching(plan.program.record, { ...question, activity }).some(
      (measure) => plan.laws.includes(measure.law) && isRunning(plan.program, viewpoint, measure, epoch),
    ),
  );
  return activities.length === 0 ? [] : [{ kind: 'other-limbs', activities }];
}
