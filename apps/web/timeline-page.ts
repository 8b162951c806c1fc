/** The history of a State as a page: a sentence, the picture, and the same as a table. Pure: values in, HTML out. */

import { type LaneStretch, laneGroupsOf, positionsInFull } from '../../src/index.ts';
import { formatInstant } from '../../src/time/instant.ts';
import { escaped } from './escaped.ts';
import { page } from './page.ts';
import { byLaw, laneLabel, STATE_WORD, type TimelinePicture, timelineSvg } from './timeline-svg.ts';

export const timelinePage = (picture: TimelinePicture): string =>
  page(
    picture.title,
    `<h1>${escaped(picture.title)}</h1>${timelineBody(picture)}<p class="note">${escaped(picture.footer)}</p>`,
  );

/** What stands under the heading: a sentence, the picture, the same as tables. */
export const timelineBody = (picture: TimelinePicture): string =>
  [
    `<p class="lead">${escaped(sentence(picture))}</p>`,
    `<figure class="scroll" tabindex="0" aria-label="Picture of the history">${timelineSvg(picture, false)}</figure>`,
    '<h2>The same as a table</h2>',
    lanesTable(picture),
    dividedTable(picture),
  ].join('\n');

/** How many provisions are in which state at the end of the span shown. */
export function sentence({ lanes, until }: TimelinePicture): string {
  const counts = new Map<string, number>();
  for (const { stretches } of lanes) {
    const last = stretches.findLast(({ from }) => from === undefined || from.from < until);
    const word = last === undefined ? 'not begun' : STATE_WORD[last.state];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const told = [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
  return `${lanes.length} provisions are on record; on ${formatInstant(until).slice(0, 10)}, ${told}.`;
}

const scrolled = (label: string, head: readonly string[], rows: readonly string[]): string =>
  `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;

/** A row a stretch of a lane, all positions together; the divided stretches say which rows of the other table tell more. */
function lanesTable(picture: TimelinePicture): string {
  const { record } = picture;
  const rows = byLaw(picture.lanes).flatMap(([law, own]) => [
    `<tr><th scope="rowgroup" colspan="5">${escaped(record.laws[law]?.name ?? law)}</th></tr>`,
    ...laneGroupsOf(own).flatMap(({ lanes }) =>
      lanes.flatMap((lane) => {
        const { what, where } = laneLabel(lane, record);
        return shownStretches(lane.stretches).map((stretch, i) => {
          const head =
            i === 0 ? `<th scope="row">${escaped(where)}</th><td>${escaped(what)}</td>` : '<td></td><td></td>';
          return `<tr>${head}${stretchCells(stretch)}</tr>`;
        });
      }),
    ),
  ]);
  return scrolled('Table of provisions', ['Provision', 'What', 'State', 'From (UTC)', 'Until (UTC)'], rows);
}

/** How each group of positions sees the provisions that they divide over. */
function dividedTable({ lanes, record }: TimelinePicture): string {
  const divided = byLaw(lanes).flatMap(([, own]) => laneGroupsOf(own).filter(({ views }) => views.length > 0));
  if (divided.length === 0) return '';
  const rows = divided.flatMap(({ lanes: own, views }) => {
    const places = [...new Set(own.map((lane) => laneLabel(lane, record).where))].join('; ');
    return [
      `<tr><th scope="rowgroup" colspan="4">${escaped(places)}</th></tr>`,
      ...views.flatMap(({ positions, stretches }) => {
        const head = `<th scope="row">${escaped(positionsInFull(record, positions))}</th>`;
        const shown = shownStretches(stretches);
        if (shown.length === 0) return [`<tr>${head}<td>never in force</td><td></td><td></td></tr>`];
        return shown.map((stretch, i) => `<tr>${i === 0 ? head : '<td></td>'}${stretchCells(stretch)}</tr>`);
      }),
    ];
  });
  return `<h2>Where positions divide</h2>${scrolled('Table of positions', ['According to', 'State', 'From (UTC)', 'Until (UTC)'], rows)}`;
}

const shownStretches = (stretches: readonly LaneStretch[]): readonly LaneStretch[] =>
  stretches.filter(({ state }) => state !== 'ended');

const stretchCells = ({ state, from, until }: LaneStretch): string =>
  `<td>${STATE_WORD[state]}</td><td class="day">${edgeText(from)}</td><td class="day">${edgeText(until)}</td>`;

const edgeText = (edge: LaneStretch['from']): string =>
  edge === undefined
    ? ''
    : formatInstant(edge.from)
        .slice(0, edge.precision === 'day' ? 10 : 16)
        .replace('T', ' ')
        .replace(' 00:00', '');
