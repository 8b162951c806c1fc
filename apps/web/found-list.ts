import type { Found } from '../../src/index.ts';
import { escaped } from './escaped.ts';

const KIND: Readonly<Record<Found['kind'], string>> = {
  state: 'State',
  regime: 'regime',
  position: 'position',
  instrument: 'instrument',
  point: 'disputed point',
  list: 'list of persons',
  goods: 'goods',
  event: 'event',
  norm: 'measure',
  rule: 'rule',
};

/** What a search found, as links. */
export const foundList = (found: readonly Found[]): string =>
  `<ul class="found">${found.map((one) => `<li><a href="${addressOf(one)}">${escaped(one.title)}</a><small>${KIND[one.kind]} · ${escaped(one.id)}</small></li>`).join('')}</ul>`;

const addressOf = ({ kind, id }: Found): string =>
  kind === 'state' ? `/in-force?target=${encodeURIComponent(id)}` : `/provision?id=${encodeURIComponent(id)}`;
