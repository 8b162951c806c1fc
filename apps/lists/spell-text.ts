import type { Match } from './screen.ts';

/** How positions and lists are called in a sentence. */
export type Naming = {
  readonly positions: (ids: readonly string[]) => string;
  readonly list: (id: string) => string;
};

/** A stretch on a list in words: since when, under which act, and in whose view it has effect where that is disputed. */
export function spellText(spell: Match['designated'][number], naming: Naming): string {
  const { from, until, act, positions, inForce, without = [], open = [] } = spell;
  const when = `listed ${from === null ? 'before the first list kept' : `since ${from}`}${until === null ? '' : `, until ${until}`}${act === null ? '' : `, under ${act}`}`;
  if (inForce === undefined || (inForce === 'yes' && positions.length === 0)) return when;
  const views = [
    positions.length > 0 ? `in effect for ${naming.positions(positions)}` : '',
    without.length > 0 ? `${positions.length > 0 ? 'not' : 'without effect'} for ${naming.positions(without)}` : '',
    open.length > 0 ? `undetermined for ${naming.positions(open)}` : '',
  ].filter((view) => view !== '');
  if (views.length > 0) return `${when}; ${views.join('; ')}`;
  return `${when}; ${inForce === 'no' ? 'no measure works through this list on that day' : 'undetermined'}`;
}
