import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecordFolder } from '../apps/files/read-record.ts';
import { formatDiagnostic, loadRecord, readCases } from '../src/index.ts';
import { Judge } from './judge.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ path: name, text: readFileSync(new URL(name, folder), 'utf8') }));
const read = readCases(files);
const cases = read.ok ? read.value : [];

const { files: recordFiles, hash } = readRecordFolder(new URL('../record', folder).pathname);
const loaded = loadRecord(recordFiles, hash);

describe('the files of cases', () => {
  it('are well formed, and no id is used twice', () => {
    expect(read.ok ? [] : read.errors.map(formatDiagnostic)).toEqual([]);
  });

  it('are judged against a record without faults', () => {
    expect(loaded.ok ? [] : loaded.errors.map(formatDiagnostic)).toEqual([]);
  });
});

describe.runIf(loaded.ok)('the law', () => {
  const judge = loaded.ok ? new Judge(loaded.value.record) : undefined;
  for (const one of cases) it(`${one.id}: ${one.says}`, () => expect(judge!.departures(one)).toEqual([]));
});
