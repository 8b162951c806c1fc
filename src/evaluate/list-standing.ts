import type { Program } from '../compile/program.ts';
import type { Interval } from '../time/interval.ts';
import { inForceAt } from './survey.ts';

/** Whether being on some lists has legal effect at a time: for everybody, for nobody, or for some positions. */
export type ListStanding = {
  readonly inForce: 'yes' | 'no' | 'contested' | 'undetermined';
  readonly positions: readonly string[];
};

/** Looks for a measure that works through one of the lists and is in force at that time, from each position that differs. */
export function listStanding(program: Program, lists: readonly string[], at: Interval): ListStanding {
  const targets = new Set(
    lists.flatMap((list) => program.record.regimes[program.record.lists[list]?.regime ?? '']?.targets ?? []),
  );
  const through = new Set(lists);
  const bound = new Set<string>();
  const free = new Set<string>();
  let unsure = false;
  for (const target of targets) {
    for (const { positions, measures } of inForceAt(program, { target }, at)) {
      const own = measures.filter(
        ({ measure }) => measure.target.list !== undefined && through.has(measure.target.list),
      );
      const holds = own.some(({ status }) => status === 'in-force');
      unsure ||= !holds && own.some(({ status }) => status === 'undetermined');
      for (const position of positions.length > 0 ? positions : ['']) (holds ? bound : free).add(position);
    }
  }
  for (const position of bound) free.delete(position);
  if (bound.has('') || (bound.size > 0 && free.size === 0)) return { inForce: 'yes', positions: [] };
  const some = [...bound].sort();
  if (some.length > 0) return { inForce: 'contested', positions: some };
  return { inForce: unsure ? 'undetermined' : 'no', positions: [] };
}
