/**
 * Time for the dates alone, beside chrono-node and Recognizers-Text where they are installed (they are no dependency):
 * `npm install --no-save chrono-node @microsoft/recognizers-text-date-time`, then `node bench/run.mjs reading/dates`.
 */
import { readFileSync } from 'node:fs';
import { openRecord } from '../../apps/files/open-record.ts';
import { compile, endOfDay } from '../../src/documents.ts';
import { factsOf } from '../../src/reading/facts.ts';
import { datesIn } from '../../src/reading/mentions/date.ts';
import { sentencesOf } from '../../src/reading/sentence.ts';
import { parseCivilDate } from '../../src/time/civil-date.ts';
import { bestOf } from '../measure.ts';

const opened = await openRecord(undefined);
if (!opened.ok) throw new Error(opened.errors[0]!.message);
const { record } = opened.value;
const { vocabulary } = factsOf(compile(record, endOfDay(record.horizon)));
const text = ['iran-return.en.txt', 'renewals.en.txt']
  .map((name) => readFileSync(`examples/${name}`, 'utf8'))
  .join('\n\n');
const reference = { date: parseCivilDate('2025-09-29')!, future: false };

const ours = (): number => {
  let count = 0;
  for (const { tokens } of sentencesOf(text)) count += datesIn(vocabulary.lineOf(tokens, 'en'), reference).length;
  return count;
};

const report = (name: string, work: () => number): void => {
  const count = work();
  for (let warm = 0; warm < 20; warm++) work();
  const seconds = bestOf(15, () => void work());
  console.log(`${name}\t${count} dates\t${(text.length / 1e6 / seconds).toFixed(2)} MB a second`);
};

report('ours, with every other phrase of the lexicon found too', ours);
for (const [name, load] of Object.entries(others())) {
  try {
    report(name, await load());
  } catch {
    console.log(`${name}\tnot installed`);
  }
}

type Peer = {
  readonly parse?: (text: string, reference: Date) => unknown[];
  readonly recognizeDateTime?: (text: string, culture: string) => unknown[];
  readonly default?: Peer;
};

/** The other two, found at run time so that the project does not depend on them. */
function others(): Readonly<Record<string, () => Promise<() => number>>> {
  const at = (name: string): Promise<Peer> => import(name) as Promise<Peer>;
  return {
    'chrono-node': async () => {
      const { parse } = await at('chrono-node');
      return () => parse!(text, new Date(Date.UTC(2025, 8, 29))).length;
    },
    'Recognizers-Text': async () => {
      const module = await at('@microsoft/recognizers-text-date-time');
      const { recognizeDateTime } = module.default ?? module;
      return () => recognizeDateTime!(text, 'en-us').length;
    },
  };
}
