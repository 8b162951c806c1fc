import type { Match } from './screen.ts';

/** A stretch on a list in words: since when, by which act, and in whose view it has effect where that is disputed. */
export function spellText({
  from,
  until,
  act,
  positions,
  inForce,
  without = [],
  open = [],
}: Match['designated'][number]): string {
  const when = `listed ${from === null ? 'before the first list kept' : `since ${from}`}${until === null ? '' : `, until ${until}`}${act === null ? '' : `, under ${act}`}`;
  if (inForce === undefined || (inForce === 'yes' && positions.length === 0)) return when;
  if (inForce === 'no')
    return `${when}; no measure works through this list on that day${without.length > 0 ? ` for ${without.join(', ')}` : ''}`;
  const views = [
    positions.length > 0 ? `in effect for ${positions.join(', ')}` : '',
    without.length > 0 ? `not for ${without.join(', ')}` : '',
    open.length > 0 ? `undetermined for ${open.join(', ')}` : '',
  ];
  return `${when}; ${views.filter((view) => view !== '').join('; ') || 'undetermined'}`;
}
