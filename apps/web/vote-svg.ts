/** A vote of the Security Council as a picture: a square a seat, grouped by how it voted. Pure: a ballot in, SVG text out. */
import { type Ballot, type Choice, type LegalRecord, stateName } from '../../src/index.ts';
import { escaped } from './escaped.ts';

/** The word for a choice; with the pattern of its squares it says what the colour says. */
export const CHOICE_WORD: Readonly<Record<Choice, string>> = {
  for: 'In favour',
  against: 'Against',
  abstaining: 'Abstaining',
  'not-voting': 'Not voting',
  'not-named': 'Not named on record',
};

const WIDTH = 640;
const COLUMNS = 5;
const SEAT = 120;
const ROW = 46;

/** `titled`: whether the title is drawn too; a page that has it as its heading leaves it out. */
export function voteSvg(ballot: Ballot, record: LegalRecord, title: string, footer: string, titled = true): string {
  const rows: string[] = [];
  let y = titled ? 44 : 8;
  for (const choice of Object.keys(CHOICE_WORD) as Choice[]) {
    const seats = ballot.seats.filter((seat) => seat.choice === choice);
    if (seats.length === 0) continue;
    rows.push(`<text class="head" x="8" y="${y + 16}">${CHOICE_WORD[choice]}: ${seats.length}</text>`);
    y += 26;
    seats.forEach(({ state, permanent }, i) => {
      const x = 8 + (i % COLUMNS) * (SEAT + 6);
      const top = y + Math.floor(i / COLUMNS) * ROW;
      const vetoes = ballot.rule?.vetoes.includes(state) === true;
      const under = vetoes ? 'permanent, against' : permanent ? 'permanent' : '';
      const lines = under === '' ? inTwo(stateName(record, state)) : [shortened(stateName(record, state)), under];
      const texts = lines.map(
        (line, row) =>
          `<text${line === under ? ' class="under"' : ''} x="${x + 9}" y="${top + (lines.length === 1 ? 25 : 18 + 14 * row)}">${escaped(line)}</text>`,
      );
      rows.push(
        `<g class="${choice}"><rect x="${x}" y="${top}" width="${SEAT}" height="${ROW - 6}" rx="3"/>${texts.join('')}</g>`,
      );
    });
    y += Math.ceil(seats.length / COLUMNS) * ROW + 8;
  }
  const height = y + 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="vote-title vote-desc" font-family="system-ui, sans-serif">`,
    `<title id="vote-title">${escaped(title)}</title><desc id="vote-desc">${ballot.seats.length} seats; the same is told as a table on the page that shows this picture.</desc>`,
    STYLE,
    `<rect class="paper" width="${WIDTH}" height="${height}"/>`,
    titled ? `<text class="title" x="8" y="26">${escaped(title)}</text>` : '',
    ...rows,
    `<text class="foot" x="8" y="${height - 8}">${escaped(footer)}</text>`,
    '</svg>',
  ].join('\n');
}

const LONGEST = 14;
const shortened = (name: string): string => (name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`);

/** A name that is too long for a line, broken between words; what does not fit in the second line is cut. */
function inTwo(name: string): readonly string[] {
  const at = name.lastIndexOf(' ', LONGEST);
  return name.length <= LONGEST || at < 0 ? [shortened(name)] : [name.slice(0, at), shortened(name.slice(at + 1))];
}

const STYLE = `<style>
.paper{fill:#fff}.title{font-size:17px;font-weight:600;fill:#1b1b1a}.head{font-size:13px;font-weight:600;fill:#1b1b1a}.foot{font-size:10.5px;fill:#57554f}
g text{font-size:13px;fill:#1b1b1a}g text.under{font-size:10.5px}
.for rect{fill:#17507a}.for text{fill:#fff}
.against rect{fill:#f3d9b1;stroke:#a34f16;stroke-width:3}
.abstaining rect{fill:#fff;stroke:#57554f;stroke-width:1.5}
.not-voting rect,.not-named rect{fill:#f4f4f2;stroke:#84817a;stroke-dasharray:4 3}
</style>`;
