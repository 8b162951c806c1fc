import type { Memo } from '../../src/index.ts';
import { escaped } from './escaped.ts';

/** A memo as the body of a page: the answer first, then each section with its steps. */
export function memoBody({ headline, sections }: Memo): string {
  const [first, ...rest] = headline;
  const lead = `<p class="lead outcome">${escaped(first ?? '')}</p>${rest.map((sentence) => `<p>${escaped(sentence)}</p>`).join('')}`;
  return lead + sections.map(section).join('');
}

function section({ title, lines }: Memo['sections'][number]): string {
  const items = lines
    .map(({ depth, text, kind }) => {
      const inner = kind === 'citation' || kind === 'outcome' ? `<strong>${escaped(text)}</strong>` : escaped(text);
      return `<li class="${kind === 'step' || kind === 'note' ? 'step ' : ''}depth-${Math.min(depth, 3)}">${inner}</li>`;
    })
    .join('');
  return `<section class="view"><h2>${escaped(title)}</h2><ul class="memo">${items}</ul></section>`;
}
