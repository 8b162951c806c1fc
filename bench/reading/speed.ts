/**
 * Reports read a second after loading, how time grows with length, and memory: `node bench/run.mjs reading/speed [MEGABYTES…]`.
 * The texts are those of `examples/`, over and over. A report counts as 3 kB of text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { openRecord } from '../../apps/files/open-record.ts';
import { compile, endOfDay, languageOf, parsePublished, readDocument } from '../../src/documents.ts';
import { bestOf } from '../measure.ts';

const opened = await openRecord(undefined);
if (!opened.ok) throw new Error(opened.errors[0]!.message);
const { record } = opened.value;
const program = compile(record, endOfDay(record.horizon));
const texts = readdirSync('examples')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`examples/${name}`, 'utf8'));
const published = parsePublished('2025-09-29')!;
const readAll = (): void => {
  for (const text of texts) readDocument(program, text, { language: languageOf(text)!, published });
};

const loading = performance.now();
readAll();
console.log(`first reading, with all that is prepared for it: ${((performance.now() - loading) / 1000).toFixed(2)} s`);
for (let warm = 0; warm < 30; warm++) readAll();

const length = texts.reduce((sum, text) => sum + text.length, 0);
const seconds = bestOf(15, readAll);
console.log(`${(length / 3000 / seconds).toFixed(0)} reports of 3 kB a second (best of 15)`);

console.log('length in MB, seconds, MB a second, statements, resident MiB');
for (const megabytes of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [0.1, 0.3, 1, 3, 10]) {
  const english = texts[texts.length - 1]!;
  const text = `${english}\n\n`.repeat(Math.ceil((megabytes * 1e6) / english.length)).slice(0, megabytes * 1e6);
  globalThis.gc?.();
  let statements = 0;
  const time = bestOf(1, () => {
    statements = readDocument(program, text, { language: languageOf(text)!, published })!.statements.length;
  });
  console.log(
    [
      megabytes,
      time.toFixed(2),
      (megabytes / time).toFixed(2),
      statements,
      (process.memoryUsage().rss / 1024 ** 2).toFixed(0),
    ].join('\t'),
  );
}
