/** Where the views of an answer part: the disputed points that some of them answer with yes and others with no. */
import type { Program } from '../compile/program.ts';
import type { Assessment, View } from '../law/assessment.ts';
import type { Citation } from '../law/citation.ts';
import type { Point } from '../law/position.ts';
import type { Reason } from '../law/reason.ts';
import { stepOf } from './step.ts';

/** One answer to a point: what follows from it, and who gives it. */
export type Branch = {
  readonly answer: 'yes' | 'no';
  readonly says: string;
  readonly positions: readonly string[];
  /** What the first of them rests it on. */
  readonly cite: Citation | null;
};

export type BranchPoint = { readonly point: Point; readonly branches: readonly [Branch, Branch] };

/** In the order in which the derivations come to them; none where nothing is disputed. */
export function branchPointsOf({ views, question }: Assessment, program: Program): readonly BranchPoint[] {
  const met = new Map<string, Map<boolean, string[]>>();
  for (const view of views)
    for (const reason of reasonsOf(view)) {
      if (reason.kind !== 'point' || view.positions.length === 0) continue;
      const answers = met.get(reason.point) ?? new Map<boolean, string[]>();
      met.set(reason.point, answers);
      answers.set(reason.answer, [...new Set([...(answers.get(reason.answer) ?? []), ...view.positions])]);
    }
  return [...met].flatMap(([id, answers]): readonly BranchPoint[] => {
    const point = program.record.points[id]!;
    const branch = (answer: boolean): Branch => {
      const positions = answers.get(answer) ?? [];
      const teller = { program, at: question.at.from, position: positions[0] ?? '' };
      return {
        answer: answer ? 'yes' : 'no',
        says: answer ? point.yes : point.no,
        positions,
        cite: stepOf({ kind: 'point', point: id, answer }, teller).cite,
      };
    };
    return answers.size < 2 ? [] : [{ point, branches: [branch(true), branch(false)] }];
  });
}

const reasonsOf = ({ measures }: View): readonly Reason[] =>
  measures.flatMap(({ because, setBy }) => [...because, ...setBy.flatMap((gate) => gate.because)]);
