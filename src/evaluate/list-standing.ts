import type { Program } from '../compile/program.ts';
import type { Interval } from '../time/interval.ts';
import { inForceAt } from './survey.ts';

/**
 * Whether standing on some lists has legal effect at a time. `positions`: in whose view it has, where not everybody's is the same;
 * `without` and `open`: in whose view it has none, and who leave it undetermined.
 */
export type ListStanding = {
  readonly inForce: 'yes' | 'no' | 'contested' | 'undetermined';
  readonly positions: readonly string[];
  readonly without: readonly string[];
  readonly open: readonly string[];
};

/**
 * Looks for a measure that works through one of the lists and is in force at that time, from each position that differs, or from
 * those that are named.
 */
export function listStanding(
  program: Program,
  lists: readonly string[],
  at: Interval,
  accordingTo?: readonly string[],
): ListStanding {
  const { record } = program;
  // Another law may borrow the list; what the list does under its own is asked here.
  const laws = [...new Set(lists.flatMap((list) => record.lists[list]?.law ?? []))];
  const targets = new Set(lists.flatMap((list) => record.regimes[record.lists[list]?.regime ?? '']?.targets ?? []));
  const seen = new Map<string, 'in-force' | 'undetermined' | 'none'>();
  for (const target of targets) {
    for (const { positions, measures } of inForceAt(
      program,
      { target, laws, ...(accordingTo && { accordingTo }) },
      at,
    )) {
      const own = measures.filter(({ measure }) => lists.includes(measure.target.list ?? ''));
      const status = own.some(({ status }) => status === 'in-force')
        ? 'in-force'
        : own.some(({ status }) => status === 'undetermined')
          ? 'undetermined'
          : 'none';
      for (const position of positions.length > 0 ? positions : (accordingTo ?? [everybody])) {
        if (seen.get(position) === undefined || status === 'in-force') seen.set(position, status);
      }
    }
  }
  const who = (status: string): readonly string[] =>
    [...seen]
      .filter(([position, found]) => found === status && position !== everybody)
      .map(([position]) => position)
      .sort();
  const everywhere = seen.get(everybody);
  const [positions, without, open] = [who('in-force'), who('none'), who('undetermined')];
  if (everywhere === 'in-force') return { inForce: 'yes', positions: [], without: [], open: [] };
  if (positions.length === 0)
    return {
      inForce: open.length > 0 || everywhere === 'undetermined' ? 'undetermined' : 'no',
      positions,
      without,
      open,
    };
  return { inForce: without.length > 0 ? 'contested' : 'yes', positions, without, open };
}

const everybody = '';
