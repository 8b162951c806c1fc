/** Where measures stand, and who holds what of their ends and returns. */
import { remember } from '../../compile/remember.ts';
import type { Measure } from '../../law/norm.ts';
import { formatInstant } from '../../time/instant.ts';
import type { Context } from '../context.ts';
import { type Cite, citeOf } from '../passages.ts';
import type { Finding, View } from '../statement.ts';
import { contested } from './finding.ts';
import { dissenters, type Turn } from './turns.ts';

export const THINGS = [
  'regime',
  'approval',
  'sanctions',
  'arms',
  'embargo',
  'travel',
  'freeze',
  'missile',
  'nuclear',
  'enrichment',
  'legally',
  'oil',
];

const MOST_CITES = 4;

/** Where the first few of some measures stand. */
export function measureCites(measures: readonly Measure[], { facts }: Context): readonly Cite[] {
  const cites = new Map<string, Cite>();
  for (const { instrument, provision } of measures) {
    if (cites.size === MOST_CITES) break;
    remember(cites, `${instrument} ${provision}`, () => ({
      ...citeOf(facts.record.instruments[instrument]!),
      para: provision,
    }));
  }
  return [...cites.values()];
}

export const evidenceOf = (measures: readonly Measure[]): 'verified' | 'unverified' =>
  measures.every(({ evidence }) => evidence === 'verified') ? 'verified' : 'unverified';

/** Positions part on some turns. Silence and "cannot say" are no views. */
export function parted(
  common: Parameters<typeof contested>[0],
  turns: readonly Turn[],
  target: string,
  context: Context,
): Finding {
  const views = remember(viewsKept, turns, () => viewsOn(turns, target, context));
  return contested(
    { ...common, because: views.map(({ positions, says }) => `${positions.join(', ')}: ${says}`) },
    views,
  );
}

const viewsKept = new WeakMap<readonly Turn[], readonly View[]>();

/** Who holds what of some turns. */
function viewsOn(turns: readonly Turn[], target: string, context: Context): readonly View[] {
  const holders = new Map<string, Set<string>>();
  const others = new Set<string>();
  for (const turn of turns) {
    const says =
      turn.kind === 'return'
        ? `They apply again as of ${formatInstant(turn.at)}.`
        : `It ended at ${formatInstant(turn.at)}.`;
    const known = holders.get(says) ?? new Set<string>();
    for (const position of turn.positions) known.add(position);
    holders.set(says, known);
    for (const position of dissenters(context.facts, target, turn)) others.add(position);
  }
  const held = new Set([...holders.values()].flatMap((positions) => [...positions]));
  const views: View[] = [...holders]
    .filter(([, positions]) => positions.size > 0)
    .map(([says, positions]) => ({ positions: [...positions].sort(), says }));
  const rest = [...others].filter((position) => !held.has(position)).sort();
  if (rest.length > 0)
    views.push({
      positions: rest,
      says: turns[0]!.kind === 'return' ? 'Nothing was re-applied.' : 'It did not end so.',
    });
  return views;
}
