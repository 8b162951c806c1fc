/** How finding grows with the number of names, to a million made-up ones: `node bench/run.mjs screening/growth [MOST]`. */
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

const rows = [];
for (let count = 10_000; count <= most; count *= count < 100_000 ? 10 : 3) {
  const subjects = Array.from(
    { length: Math.min(count, most) },
    (): Subject => ({ of: ['person'], names: [{ text: name(), weak: false }], identifiers: [] }),
  );
  let start = performance.now();
  const index = buildIndex(subjects);
  const built = (performance.now() - start) / 1000;
  const search = openIndex(index);
  const queries = Array.from({ length: 3000 }, name);
  for (const query of queries.slice(0, 1000)) search(query, { of: ['person'] });
  const times: number[] = [];
  for (const query of queries.slice(1000)) {
    start = performance.now();
    search(query, { of: ['person'] });
    times.push(performance.now() - start);
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
const widest = Math.max(...rows.map((row) => row['median ms']));
for (const row of rows)
  console.log(
    `${String(row.names).padStart(9)} ${'█'.repeat(Math.max(1, Math.round((row['median ms'] / widest) * 60)))} ${row['median ms']} ms`,
  );
