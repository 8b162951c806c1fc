/**
 * Reports read a second after loading, in one thread: `node bench/run.mjs reading/speed`. The texts are those of `examples/`,
 * over and over; a report counts as 3 kB of text.
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

console.log(`first reading, with all that is prepared for it: ${bestOf(1, readAll).toFixed(2)} s of processor time`);
for (let warm = 0; warm < 60; warm++) readAll();

const length = texts.reduce((sum, text) => sum + text.length, 0);
console.log(`${(length / 3000 / bestOf(200, readAll)).toFixed(0)} reports of 3 kB a second (best of 200)`);
