import { type BranchPoint, type LegalRecord, positionsInFull } from '../../src/index.ts';
import { escaped } from './escaped.ts';

/** Where positions part: each disputed point with both answers side by side, who gives it and on what it rests. */
export function branchesBody(points: readonly BranchPoint[], record: LegalRecord): string {
  if (points.length === 0) return '';
  const parts = points.map(({ point, branches }) => {
    const sides = branches.map(({ answer, says, positions, cite }) => {
      const symbol = cite === null ? '' : escaped(cite.symbol);
      const source = cite?.url === undefined ? symbol : `<a href="${escaped(cite.url)}">${symbol}</a>`;
      return `<div><h4>${answer === 'yes' ? 'Yes' : 'No'}</h4><p>${escaped(says)}</p><p class="note">${escaped(positionsInFull(record, positions))}${source === '' ? '' : ` (${source})`}</p></div>`;
    });
    return `<h3><a href="/provision?id=${encodeURIComponent(point.id)}">${escaped(point.question)}</a></h3><div class="branches">${sides.join('')}</div>`;
  });
  return `<section class="part"><h2>Where the positions part</h2>${parts.join('')}</section>`;
}
