/** The history of a State as a page: a sentence, the picture, and the same as a table. Pure: values in, HTML out. */

import type { Lane, LaneStretch } from '../../src/index.ts';
import { formatInstant } from '../../src/time/instant.ts';
import { escaped } from './escaped.ts';
import { page } from './page.ts';
import { byLaw, laneLabel, STATE_WORD, type TimelinePicture, timelineSvg } from './timeline-svg.ts';

export const timelinePage = (picture: TimelinePicture): string =>
  page(
    picture.title,
    `<h1>${escaped(picture.title)}</h1>${timelineBody(picture)}<p class="note">${escaped(picture.footer)}</p>`,
  );

/** What stands under the heading: a sentence, the picture, the same as a table. */
export const timelineBody = (picture: TimelinePicture): string =>
  [
    `<p class="lead">${escaped(sentence(picture))}</p>`,
    `<figure>${timelineSvg(picture, false)}</figure>`,
    '<h2>The same as a table</h2>',
    `<div class="scroll" role="region" aria-label="Table of provisions" tabindex="0"><table><thead><tr><th scope="col">Provision</th><th scope="col">What</th><th scope="col">According to</th><th scope="col">From</th><th scope="col">Until</th><th scope="col">State</th></tr></thead><tbody>`,
    ...byLaw(picture.lanes).flatMap(([, lanes]) => lanes.flatMap((lane) => tableRows(lane, picture))),
    '</tbody></table></div>',
  ].join('\n');

/** How many provisions are in which state at the end of the span shown. */
export function sentence({ lanes, until, title }: TimelinePicture): string {
  const counts = new Map<string, number>();
  for (const { stretches } of lanes) {
    const last = stretches.findLast(({ from }) => from === undefined || from.from < until);
    const word = last === undefined ? 'not begun' : STATE_WORD[last.state];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const told = [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
  return `${title}: ${lanes.length} provisions are on record; by ${formatInstant(until).slice(0, 10)}, ${told}.`;
}

function tableRows(lane: Lane, { record }: TimelinePicture): readonly string[] {
  const { what, where } = laneLabel(lane, record);
  return lane.views.flatMap(({ positions, stretches }) =>
    stretches
      .filter(({ state }) => state !== 'ended')
      .map((stretch) => {
        const who = positions.join(', ');
        const cells = [
          where,
          what,
          who === '' ? 'undisputed' : who,
          edgeText(stretch.from),
          edgeText(stretch.until),
          STATE_WORD[stretch.state],
        ];
        return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
      }),
  );
}

const edgeText = (edge: LaneStretch['from']): string =>
  edge === undefined
    ? ''
    : edge.precision === 'day'
      ? formatInstant(edge.from).slice(0, 10)
      : `${formatInstant(edge.from).slice(0, 16).replace('T', ' ')} UTC`;
