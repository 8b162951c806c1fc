/** A State's sanctions law as a picture: a lane a provision, lane groups where positions differ. Pure: lanes in, SVG text out. */
import {
  citationText,
  type Lane,
  type LaneState,
  type LaneStretch,
  type LegalRecord,
  laneGroupsOf,
  positionName,
} from '../../src/index.ts';
import { formatInstant, type Instant } from '../../src/time/instant.ts';
import { escaped } from './escaped.ts';

export type TimelinePicture = {
  readonly title: string;
  readonly lanes: readonly Lane[];
  readonly record: LegalRecord;
  /** What the picture was worked out from, as one line under it. */
  readonly footer: string;
  /** The span shown; by default from the first lane to the horizon of the record. */
  readonly from: Instant;
  readonly until: Instant;
};

const WIDTH = 1040;
const LABELS = 348;
const PLOT = WIDTH - LABELS - 16;
const LANE = 34;
const VIEW = 20;
const HEAD = 28;

/** The word for a state, on the bar and in its tooltip: the picture can be read without its colours. */
export const STATE_WORD: Readonly<Record<LaneState, string>> = {
  'in-force': 'in force',
  contested: 'contested',
  suspended: 'suspended',
  undetermined: 'cannot be said',
  ended: 'ended',
};

const FILL: Readonly<Record<LaneState, string>> = {
  'in-force': 'class="solid"',
  contested: 'fill="url(#hatch)" class="edge"',
  suspended: 'fill="url(#bars)" class="edge"',
  undetermined: 'fill="url(#dots)" class="edge"',
  ended: 'class="outline"',
};

/**
 * `alone`: a file by itself has its title and a tooltip on each bar; on a page the heading and the table beside it say
 * the same.
 */
export function timelineSvg(picture: TimelinePicture, alone = true): string {
  const { title, lanes, record, footer } = picture;
  const rows: string[] = [];
  let y = 76;
  for (const [law, own] of byLaw(lanes)) {
    rows.push(`<text class="law" x="12" y="${y + 18}">${escaped(record.laws[law]?.name ?? law)}</text>`);
    y += HEAD;
    for (const group of laneGroupsOf(own)) {
      const top = y;
      for (const lane of group.lanes) {
        rows.push(laneRow(lane, y, picture, alone));
        y += LANE;
      }
      if (group.views.length === 0) continue;
      rows.push(
        `<text class="small view" x="12" y="${y + 14}">${escaped(group.lanes.length > 1 ? `the ${group.lanes.length} above` : 'the same')}</text>`,
      );
      y += 20;
      for (const view of group.views) {
        rows.push(viewRow(view, y, picture, alone));
        y += VIEW;
      }
      rows.push(`<line class="group" x1="5" y1="${top + 4}" x2="5" y2="${y - 4}"/>`);
      y += 10;
    }
  }
  const height = y + 44;
  const top0 = alone ? 0 : 30;
  const described = `${lanes.length} provisions; the same is told as a table on the page that shows this picture.`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${top0} ${WIDTH} ${height - top0}" width="${WIDTH}" height="${height - top0}" role="img" aria-labelledby="picture-title picture-desc" font-family="system-ui, sans-serif">`,
    `<title id="picture-title">${escaped(title)}</title><desc id="picture-desc">${escaped(described)}</desc>`,
    STYLE,
    `<rect class="paper" width="${WIDTH}" height="${height}"/>`,
    alone ? `<text class="title" x="12" y="26">${escaped(title)}</text>` : '',
    legend(),
    axis(picture, 66, y + 4),
    ...rows,
    `<text class="small" x="12" y="${height - 12}">${escaped(footer)}</text>`,
    '</svg>',
  ].join('\n');
}

/** The lanes of each law, the United Nations first. */
export function byLaw(lanes: readonly Lane[]): readonly (readonly [string, readonly Lane[]])[] {
  const laws = new Map<string, Lane[]>();
  for (const lane of lanes) {
    const { law } = lane.measures[0]!;
    laws.set(law, [...(laws.get(law) ?? []), lane]);
  }
  return [...laws].sort(([a], [b]) => (a === 'UN' ? -1 : b === 'UN' ? 1 : a < b ? -1 : 1));
}

/** What a lane is about, and where it stands. */
export function laneLabel({ measures }: Lane, record: LegalRecord): { readonly what: string; readonly where: string } {
  const [first] = measures;
  const more = measures.length > 1 ? ` and ${measures.length - 1} more` : '';
  const { symbol } = record.instruments[first!.instrument]!;
  return { what: `${first!.title}${more}`, where: citationText({ symbol, at: first!.provision }) };
}

function laneRow(lane: Lane, y: number, picture: TimelinePicture, alone: boolean): string {
  const { what, where } = laneLabel(lane, picture.record);
  const call = lane.measures[0]!.force === 'decides' ? '' : ' (call)';
  return [
    alone ? `<g><title>${escaped(`${what}: ${where}`)}</title>` : '<g>',
    `<text class="what" x="12" y="${y + 13}">${escaped(shortened(what, 50))}</text>`,
    `<text class="small" x="12" y="${y + 26}">${escaped(shortened(where + call, 62))}</text>`,
    ...lane.stretches.map((stretch) => bar(stretch, y + 6, 18, picture, alone)),
    '</g>',
  ].join('');
}

function viewRow(view: Lane['views'][number], y: number, picture: TimelinePicture, alone: boolean): string {
  const names = view.positions.map((id) => positionName(picture.record, id));
  const shown =
    view.positions.length > 7
      ? `${view.positions.slice(0, 6).join(', ')} and ${view.positions.length - 6} others`
      : view.positions.join(', ');
  return [
    alone ? `<g><title>${escaped(`according to ${names.join(', ')}`)}</title>` : '<g>',
    `<text class="small view" x="28" y="${y + 12}">${escaped(`as ${shown} see it`)}</text>`,
    ...view.stretches.map((stretch) => bar(stretch, y + 3, 11, picture, alone)),
    '</g>',
  ].join('');
}

function bar(
  { from, until, state }: LaneStretch,
  y: number,
  height: number,
  picture: TimelinePicture,
  alone: boolean,
): string {
  const x1 = place(from?.from ?? picture.from, picture);
  const x2 = place(until?.from ?? picture.until, picture);
  if (x2 <= LABELS || x1 >= LABELS + PLOT || x2 <= x1) return '';
  const width = Math.max(1.5, x2 - x1);
  const word = STATE_WORD[state];
  const when = `${word}${from === undefined ? '' : ` from ${edge(from)}`}${until === undefined ? '' : ` until ${edge(until)}`}`;
  const written =
    height > 14 && width > word.length * 6.2 + 10
      ? `<text class="word ${state === 'in-force' ? 'on-solid' : 'on-paper'}" x="${round(x1 + 5)}" y="${y + 13}">${word}</text>`
      : '';
  const thin = state === 'ended';
  const box = `<rect ${FILL[state]} x="${round(x1)}" y="${thin ? y + height / 2 - 3 : y}" width="${round(width)}" height="${thin ? 6 : height}"${alone ? `><title>${escaped(when)}</title></rect>` : '/>'}`;
  return thin ? box : box + written;
}

const edge = ({ from, precision }: { readonly from: Instant; readonly precision: string }): string =>
  precision === 'day'
    ? `${formatInstant(from).slice(0, 10)} (hour not recorded)`
    : formatInstant(from).replace('T', ' ').replace(':00Z', ' UTC');

function place(at: Instant, { from, until }: TimelinePicture): number {
  const share = (at - from) / (until - from);
  return LABELS + Math.max(0, Math.min(1, share)) * PLOT;
}

const round = (x: number): number => Math.round(x * 10) / 10;

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** Lines for years: each, or each second, fifth or tenth, so that they stay apart. */
function axis(picture: TimelinePicture, top: number, bottom: number): string {
  const first = new Date(picture.from * 1000).getUTCFullYear();
  const last = new Date(picture.until * 1000).getUTCFullYear();
  const step = [1, 2, 5, 10, 20].find((years) => (last - first) / years <= 14) ?? 50;
  const lines: string[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const x = round(place((Date.UTC(year, 0, 1) / 1000) as Instant, picture));
    if (x < LABELS || x > LABELS + PLOT) continue;
    lines.push(
      `<line class="grid" x1="${x}" y1="${top}" x2="${x}" y2="${bottom}"/><text class="small tick" x="${x}" y="${top - 4}">${year}</text>`,
    );
  }
  return lines.join('');
}

function legend(): string {
  const states: readonly LaneState[] = ['in-force', 'contested', 'undetermined', 'suspended', 'ended'];
  return states
    .map((state, i) => {
      const x = 12 + i * 130;
      return `<rect ${FILL[state]} x="${x}" y="${state === 'ended' ? 41 : 38}" width="26" height="${state === 'ended' ? 6 : 12}"/><text class="small" x="${x + 32}" y="48">${STATE_WORD[state]}</text>`;
    })
    .join('');
}

const STYLE = `<style>
.paper{fill:#fff}.title{font-size:17px;font-weight:600;fill:#1c1c1c}.law{font-size:13px;font-weight:600;fill:#1c1c1c}
.what{font-size:12px;fill:#1c1c1c}.small{font-size:10.5px;fill:#555}.view{fill:#333}.tick{text-anchor:middle}
.group{stroke:#b4581a;stroke-width:2}.grid{stroke:#ddd;stroke-width:1}.solid{fill:#17507a}.edge{stroke:#17507a;stroke-width:1}.outline{fill:none;stroke:#999;stroke-width:1}
.word{font-size:11px}.on-solid{fill:#fff}.on-paper{fill:#102a40;paint-order:stroke;stroke:#fff;stroke-width:3px}
</style><defs>
<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#f3d9b1"/><rect width="3" height="7" fill="#b4581a"/></pattern>
<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#f4f4f4"/><circle cx="3" cy="3" r="1.3" fill="#555"/></pattern>
<pattern id="bars" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#e6eef5"/><rect y="3" width="8" height="2" fill="#17507a"/></pattern>
</defs>`;
