/** Named parties that stand on the list of a travel ban in force and yet are not kept out by it. */
import type { Viewpoint } from '../compile/program.ts';
import type { Spared } from '../law/assessment.ts';
import type { Asked } from './assess.ts';
import { instantOf } from './epochs.ts';
import { judged, standingAt } from './judgement.ts';
import { isBarredFromEntry, listedOn } from './meeting.ts';
import { actsThroughList } from './reach.ts';

export function sparedBy({ plan, epochs, question }: Asked, viewpoint: Viewpoint): readonly Spared[] {
  if (question.activity !== 'travel') return [];
  const epoch = epochs.at(-1)!;
  const [world] = judged(plan, viewpoint, epoch).worlds;
  const now = { place: epoch, at: instantOf(epoch) };
  return plan.planned.flatMap(({ measure }) => {
    if (!actsThroughList(measure) || standingAt(world!.lifeOf(measure), epoch) !== 'in-force') return [];
    return plan.completions
      .flatMap((completion) => listedOn(plan.program.record, measure.target.list!, completion, now))
      .filter((designation) => !isBarredFromEntry(designation, question.to, measure))
      .map(
        ({ kind, name }): Spared => ({
          measure,
          name,
          why: kind === 'individual' ? 'own-national' : 'not-an-individual',
        }),
      );
  });
}
