/** What came, went and changed between two instants, by measure and by the positions that see it so. */
import type { Program } from '../compile/program.ts';
import type { Measure } from '../law/norm.ts';
import type { Instant } from '../time/instant.ts';
import { historiesOf, type Survey } from './survey.ts';
import { fallsWithin, type Standing, type Turn, turnsOf } from './turns.ts';

/** `passed`: it came and went between the two, and at both instants stands the same. */
export type DifferenceKind = 'came' | 'went' | 'changed' | 'passed';

export type Difference = {
  readonly measure: Measure;
  readonly positions: readonly string[];
  readonly kind: DifferenceKind;
  readonly before: Standing;
  readonly after: Standing;
  readonly turns: readonly Turn[];
};

export function differencesBetween(
  program: Program,
  survey: Survey,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): readonly Difference[] {
  return historiesOf(program, survey).flatMap((history): readonly Difference[] => {
    const turns = turnsOf(program, history).filter(({ at }) => fallsWithin(at, from, to));
    if (turns.length === 0) return [];
    const before = turns[0]!.from;
    const after = turns.at(-1)!.to;
    return [
      { measure: history.measure, positions: history.positions, kind: kindOf(before, after), before, after, turns },
    ];
  });
}

function kindOf(before: Standing, after: Standing): DifferenceKind {
  if (before === after) return 'passed';
  if (before === 'none') return 'came';
  return after === 'none' ? 'went' : 'changed';
}
