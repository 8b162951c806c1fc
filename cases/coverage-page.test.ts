import { expect, it } from 'vitest';
import { readRecordFolder } from '../apps/files/read-record.ts';
import { loadRecord } from '../src/index.ts';
import { coveragePage } from './coverage-page.ts';

const { files, hash } = readRecordFolder(new URL('../record', import.meta.url).pathname);

it('What the record covers is the page in docs/', async () => {
  const loaded = loadRecord(files, hash);
  if (!loaded.ok) throw new Error('The record has faults: see `snapback record check record`.');
  await expect(coveragePage(loaded.value.record)).toMatchFileSnapshot('../docs/coverage.md');
});
