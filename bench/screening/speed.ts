/**
 * How fast names are found: `node bench/run.mjs screening/speed [DATA]`, where DATA holds list files (see README.md for the set) and
 * `names/yente_*.csv` as queries. Times are of the processor, this process alone: others may use the machine. Peers are measured
 * beside it where they can be imported.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readColumns, writeColumns } from '../../apps/lists/index-file.ts';
import { readList } from '../../apps/lists/read-list.ts';
import {
  buildIndex,
  compareFacts,
  type Entry,
  matchFrom,
  type NameIndex,
  openIndex,
  readingsOf,
  type Search,
  type Subject,
} from '../../src/lists.ts';
import { dataGiven } from './data-given.ts';

const data = dataGiven('names/yente_negatives_global.csv');
const files = [
  'un/2025-11-18/consolidated.xml',
  'ofac/2022-01-31/sdn.csv',
  'ofac/cons-2024-05-06/consolidated.xml',
  'eu/fsf_names_2025-05.csv',
  'ca/2025-05/sema.xml',
  'au/dfat_names_2025-05.csv',
];
const table = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(data, file)), { columns: true }) as Record<string, string>[];

/** Milliseconds of processor that this process has used, all threads. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const entries: Entry[] = [];
for (const file of files) {
  const start = cpu();
  const read = await readList(join(data, file), { lenient: true });
  const first = cpu() - start;
  const again = cpu();
  await readList(join(data, file), { lenient: true });
  console.log(
    `${file}: ${read.entries.length} entries in ${Math.round(first)} ms of processor, once more in ${Math.round(cpu() - again)} ms`,
  );
  entries.push(...read.entries);
}
// The British list lies in tables of another's making.
const british = new Map<string, string[]>();
for (const { unique_id, full_name } of table('uk/2026-05/subject_names.csv'))
  british.set(unique_id!, [...(british.get(unique_id!) ?? []), full_name!]);
for (const { unique_id, subject_type } of table('uk/2026-05/subjects.csv')) {
  const names = (british.get(unique_id!) ?? []).map((text, i) => ({
    text,
    kind: i === 0 ? ('primary' as const) : ('alias' as const),
    quality: 'strong' as const,
  }));
  entries.push({
    id: unique_id!,
    schema: subject_type === 'individual' ? 'Person' : subject_type === 'ship' ? 'Vessel' : 'Organization',
    names,
  });
}

const subjects = entries.map(
  (entry): Subject => ({
    of: readingsOf(entry.schema),
    names: entry.names.map(({ text, quality }) => ({ text, weak: quality === 'weak' })),
    identifiers: [],
  }),
);
const megabytes = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);
const before = megabytes();
let start = cpu();
const index = buildIndex(subjects);
console.log(
  `index of ${subjects.length} entries, ${index.nameSubject.length} distinct names: built in ${((cpu() - start) / 1000).toFixed(1)} s of processor, resident ${before} → ${megabytes()} MiB`,
);
const folder = mkdtempSync(join(tmpdir(), 'snapback-bench-'));
writeColumns(join(folder, 'index'), index);
start = cpu();
const search = openIndex(readColumns(join(folder, 'index')) as unknown as NameIndex);
console.log(`loaded from disk in ${Math.round(cpu() - start)} ms`);
rmSync(folder, { recursive: true });

function latency(name: string, queries: readonly string[], find: (query: string) => unknown) {
  const times: number[] = [];
  const began = cpu();
  for (const query of queries) {
    const from = cpu();
    find(query);
    times.push(cpu() - from);
  }
  const all = cpu() - began;
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.floor(times.length * share)]! * 1000) / 1000;
  return {
    name,
    queries: queries.length,
    'median ms': at(0.5),
    'p95 ms': at(0.95),
    'p99 ms': at(0.99),
    'a second of CPU': Math.round(queries.length / (all / 1000)),
  };
}
const strangers = table('names/yente_negatives_global.csv');
const noisy = table('names/yente_positives_un_treated.csv');
const plain = table('names/yente_positives_un_untreated.csv');
const names = strangers.map(({ full_name }) => full_name!);
console.table([
  latency('first 1,000, as persons', names.slice(0, 1000), (name) => search(name, { of: ['person'] })),
  latency('next 20,000, as persons', names.slice(1000, 21_000), (name) => search(name, { of: ['person'] })),
  latency('next 10,000, as anything', names.slice(21_000, 31_000), (name) => search(name)),
  latency(
    'noisy names of the UN list',
    noisy.map(({ full_name }) => full_name!),
    (name) => search(name, { of: ['person'] }),
  ),
]);

// How many listed persons are found under noise, and how many made-up customers are taken for listed ones.
const un = entries.slice(0, 1000);
const unSearch = openIndex(buildIndex(subjects.slice(0, 1000)));
let [found, there] = [0, 0];
plain.forEach(({ full_name }, row) => {
  const meant = new Set(
    search(full_name!, { from: 0.99, limit: 100, among: (number) => number < un.length }).map(({ subject }) => subject),
  );
  if (meant.size === 0) return;
  there++;
  if (
    search(noisy[row]!.full_name!, { limit: 50, among: (number) => number < un.length }).some(({ subject }) =>
      meant.has(subject),
    )
  )
    found++;
});
const flagged = (find: Search, of: readonly Entry[], facts: boolean): number =>
  strangers.slice(0, 10_000).filter(({ full_name, date_of_birth, nationality }) =>
    find(full_name!, { of: ['person'] }).some(({ subject, score }) => {
      if (!facts) return true;
      const query = { born: [date_of_birth!], countries: [nationality!] };
      return (
        score +
          compareFacts(query, of[subject]!, (text) => text.toLowerCase()).reduce((sum, line) => sum + line.score, 0) >=
        matchFrom
      );
    }),
  ).length / 10_000;
console.log(`noisy names of the UN list found: ${found} of ${there} (${((found / there) * 100).toFixed(1)} %)`);
console.table([
  {
    lists: 'UN',
    'strangers flagged by name': flagged(unSearch, un, false),
    'and by birth and country': flagged(unSearch, un, true),
  },
  {
    lists: 'all',
    'strangers flagged by name': flagged(search, entries, false),
    'and by birth and country': flagged(search, entries, true),
  },
]);

const all = entries.flatMap(({ names }) => names.map(({ text }) => text));
const few = names.slice(0, 20);
const fuzzball = await import('fuzzball' as string).catch(() => undefined);
if (fuzzball !== undefined)
  console.table([
    latency(`fuzzball.extract, token_set_ratio, ${all.length} names`, few.slice(0, 5), (name) =>
      fuzzball.extract(name, all, { scorer: fuzzball.token_set_ratio, limit: 10, cutoff: 80 }),
    ),
  ]);
const fuse = await import('fuse.js' as string).catch(() => undefined);
if (fuse !== undefined) {
  const index = new fuse.default(all, { includeScore: true, threshold: 0.3, ignoreLocation: true });
  console.table([latency(`fuse.js, ${all.length} names`, few, (name) => index.search(name, { limit: 10 }))]);
}
