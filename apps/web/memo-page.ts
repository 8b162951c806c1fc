import type { Memo } from '../../src/index.ts';
import { escaped } from './escaped.ts';
import { page } from './page.ts';

/** An answer with its derivation as one file. */
export const memoPage = (memo: Memo): string =>
  page(memo.headline[0] ?? 'Answer', `<h1>The answer</h1>${memoBody(memo)}`, 'en', MEMO_STYLE);

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

export const MEMO_STYLE = `
.view{border-inline-start:4px solid #17507a;padding-inline-start:1rem;margin:1.5rem 0}
ul.memo{list-style:none;padding:0;max-width:56rem}.memo li{margin:.25rem 0}.step{color:#444;font-size:.92rem}
.depth-1{padding-inline-start:.5rem}.depth-2{padding-inline-start:1.8rem}.depth-3{padding-inline-start:3rem}
`;
