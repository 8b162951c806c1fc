import type { Memo } from '../../src/index.ts';
import { escaped } from './escaped.ts';
import { page } from './page.ts';

/** An answer with its derivation as one file. */
export const memoPage = (memo: Memo): string =>
  page(memo.headline[0] ?? 'Answer', `<h1>The answer</h1>${memoBody(memo)}`, 'en', MEMO_STYLE);

/** A memo as the body of a page: the answer first, then each section with its steps, several views side by side. */
export function memoBody({ headline, sections }: Memo, between = ''): string {
  const [first, ...rest] = headline;
  const views = sections.filter(({ isView }) => isView);
  const firstView = sections.findIndex(({ isView }) => isView);
  const before = firstView < 0 ? sections : sections.slice(0, firstView);
  const after = firstView < 0 ? [] : sections.slice(firstView).filter(({ isView }) => !isView);
  return [
    `<p class="lead outcome">${escaped(first ?? '')}</p>`,
    ...rest.map((sentence) => `<p>${escaped(sentence)}</p>`),
    ...before.map(section),
    between,
    views.length < 2 ? views.map(section).join('') : `<div class="views">${views.map(section).join('')}</div>`,
    ...after.map(section),
  ].join('\n');
}

function section({ title, lines, isView }: Memo['sections'][number]): string {
  const items = lines
    .map(({ depth, text, kind }) => {
      const inner = kind === 'citation' || kind === 'outcome' ? `<strong>${escaped(text)}</strong>` : escaped(text);
      return `<li class="${kind === 'step' || kind === 'note' ? 'step ' : ''}depth-${Math.min(depth, 3)}">${inner}</li>`;
    })
    .join('');
  return `<section class="${isView ? 'view' : 'part'}"><h2>${escaped(title)}</h2><ul class="memo">${items}</ul></section>`;
}

export const MEMO_STYLE = `
.view{border-inline-start:3px solid #17507a;padding-inline-start:1.1rem;margin:2rem 0}.view h2,.part h2{font-size:1.1rem;margin:0 0 .5rem}
.part{margin:2rem 0}
.views{display:grid;gap:1rem 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));margin:2rem 0}.views .view{margin:0}
ul.memo{list-style:none;padding:0;margin:0;max-width:50rem}.memo li{margin:.3rem 0}.memo .step{color:#57554f;font-size:.9rem}.memo strong{font-weight:600}
.depth-1{padding-inline-start:0}.depth-2{padding-inline-start:1.1rem}.depth-3{padding-inline-start:2.2rem}
@media print{.views{display:block}.view{break-inside:avoid-page;margin:1rem 0}}
`;
