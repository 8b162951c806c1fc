/** How finding grows with the number of names, to a million made-up ones: `node bench/run.mjs screening/growth [MOST] [SVG]`. Times are of the processor. */
import { writeFileSync } from 'node:fs';
import { buildIndex, openIndex, type Subject } from '../../src/lists.ts';
import { mulberry } from '../measure.ts';

const most = Number(process.argv[2] ?? 1_000_000);
const random = mulberry(11);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
const syllables =
  'ka ra mo li sha ne vo ti du ben al gor kov ska rin mah za fer nou sel tor vik lan dre pol ish kha bar min jos eri gha quo wen'.split(
    ' ',
  );
/** Words as often as words of names are: few are borne by many. */
const words = Array.from({ length: 60_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join(''),
);
const word = (): string => words[Math.floor(words.length * random() ** 3)]!;
const name = (): string => Array.from({ length: 2 + Math.floor(random() * 2) }, word).join(' ');

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const rows: { names: number; 'built s': number; 'index MiB': number; 'median ms': number; 'p99 ms': number }[] = [];
for (const count of [10_000, 30_000, 100_000, 300_000, 1_000_000].filter((count) => count <= most)) {
  const subjects = Array.from(
    { length: count },
    (): Subject => ({ of: ['person'], names: [{ text: name(), weak: false }], identifiers: [] }),
  );
  let start = cpu();
  const index = buildIndex(subjects);
  const built = (cpu() - start) / 1000;
  const search = openIndex(index);
  const queries = Array.from({ length: 3000 }, name);
  for (const query of queries.slice(0, 1000)) search(query, { of: ['person'] });
  const times: number[] = [];
  for (const query of queries.slice(1000)) {
    start = cpu();
    search(query, { of: ['person'] });
    times.push(cpu() - start);
  }
  times.sort((a, b) => a - b);
  const bytes = Object.values(index).reduce((total, column) => total + column.byteLength, 0);
  rows.push({
    names: subjects.length,
    'built s': +built.toFixed(1),
    'index MiB': Math.round(bytes / 2 ** 20),
    'median ms': +times[1000]!.toFixed(3),
    'p99 ms': +times[1980]!.toFixed(2),
  });
}
console.table(rows);
const [file] = process.argv.slice(3);
if (file !== undefined) writeFileSync(file, plot());

/** Both axes in powers of ten: a straight line that rises one to one would be time in proportion to the names. */
function plot(): string {
  const [width, height, left, top, right, bottom] = [640, 360, 70, 40, 90, 300];
  const x = (names: number): number => left + ((Math.log10(names) - 4) / 2) * (width - left - right);
  const y = (ms: number): number => bottom - ((Math.log10(ms) + 2) / 4) * (bottom - top);
  const line = (column: 'median ms' | 'p99 ms', color: string): string => {
    const points = rows.map((row) => `${x(row.names).toFixed(1)},${y(row[column]).toFixed(1)}`);
    const [endX, endY] = points.at(-1)!.split(',').map(Number);
    return `<polyline fill="none" stroke="${color}" stroke-width="2" points="${points.join(' ')}"/><text x="${endX! + 8}" y="${endY! + 4}" fill="${color}">${column.slice(0, -3)} ${rows.at(-1)![column]} ms</text>`;
  };
  const ticksX = rows.map(
    ({ names }) => `<text x="${x(names)}" y="${bottom + 18}" text-anchor="middle">${names.toLocaleString('en')}</text>`,
  );
  const ticksY = [0.01, 0.1, 1, 10, 100].map(
    (ms) =>
      `<line x1="${left}" x2="${width - right}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ccc"/><text x="${left - 8}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12"><title>Time of a query by the number of names</title><rect width="100%" height="100%" fill="#fff"/><text x="${left}" y="22" font-size="14">A query among made-up names, milliseconds of processor</text>${ticksY.join('')}${ticksX.join('')}<text x="${(left + width - right) / 2}" y="${bottom + 40}" text-anchor="middle">names in the index</text>${line('median ms', '#0b5394')}${line('p99 ms', '#a61c00')}</svg>\n`;
}
