import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRecordFolder } from '../apps/files/read-record.ts';
import { compile, loadRecord } from '../src/index.ts';
import { disagreements } from '../src/proof/disagreements.ts';
import { questionsAbout } from '../src/proof/real-questions.ts';

const { files, hash } = readRecordFolder(new URL('../record', import.meta.url).pathname);
const loaded = loadRecord(files, hash);

// Many more are asked by `node bench/run.mjs engine/real-record`.
it.runIf(loaded.ok)(
  'the engine answers random questions about the record as the reference model does',
  () => {
    const { record } = (loaded as Extract<typeof loaded, { ok: true }>).value;
    const chances = fc.sample(fc.nat(999_999), { seed: 97, numRuns: 2_000 });
    const { times, question } = questionsAbout(record, () => chances.pop()! / 1_000_000);
    for (const asKnown of times.slice(1)) {
      const program = compile(record, asKnown);
      for (let asked = 0; asked < 2; asked++) expect(disagreements(program, question(asKnown), true)).toEqual([]);
    }
  },
  600_000,
);
