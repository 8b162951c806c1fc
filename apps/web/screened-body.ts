import { reasonText } from '../../src/lists.ts';
import type { Screened } from '../lists/screen.ts';
import { type Naming, spellText } from '../lists/spell-text.ts';
import { escaped } from './escaped.ts';

/** Who bears a name on which list that day, with every part of the score. */
export function screenedBody({ query, on, asKnown, matches }: Screened, naming: Naming): string {
  const day = escaped(asKnown === undefined ? on : `${on}, as known on ${asKnown}`);
  if (matches.length === 0)
    return `<p>Nobody of this name was found on the lists kept here and in the record on ${day}. That is no clearance.</p>`;
  const found = matches.map(({ caption, list, score, match, designated, because }) => {
    const spells = designated.map((spell) => `<li>${escaped(spellText(spell, naming))}</li>`).join('');
    const reasons = because.map((one) => `<li class="step">${escaped(reasonText(one))}</li>`).join('');
    return `<section class="view"><h2>${escaped(caption)}</h2><p><strong>${score.toFixed(2)}, ${match ? 'match' : 'below the threshold'}</strong>; ${escaped(naming.list(list))}</p><ul>${spells}</ul><p>Why the names match:</p><ul>${reasons}</ul></section>`;
  });
  return `<p>${matches.length === 1 ? 'One entry' : `${matches.length} entries`} close to ${escaped(query.name)} on ${day}.</p>${found.join('')}`;
}
