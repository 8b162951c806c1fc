import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { civilDate, formatCivilDate, startOfDay } from '../../../src/time/civil-date.ts';
import { readPrebuilt } from '../../files/prebuilt.ts';
import { type Declared, TABLE_FIELDS } from '../declared.ts';
import type { AnyRow } from './any-ledger.ts';
import { ledgerDisagreements } from './ledger-disagreements.ts';

const prebuilt = new URL('../../../dist/record', import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), 'snapback-real-tables-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const nothing: Declared = {
  ...{ from: [], to: [], goods: [], activity: [], recipient: [], region: [], party: [], contracts: false },
};
const within = { from: startOfDay(civilDate(1989, 1, 1)!), until: startOfDay(civilDate(2030, 1, 1)!) };

/** Rows of declared words, signed and carried out on days at random and on `days`. */
const anyRows = (declared: Declared, days: readonly string[], rows: number): fc.Arbitrary<readonly AnyRow[]> => {
  const day = fc.oneof(
    fc.constantFrom(...days),
    fc
      .tuple(fc.integer({ min: 1990, max: 2029 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => formatCivilDate(civilDate(year, month, 15)!)),
  );
  const words = TABLE_FIELDS.map(
    (field) => [field, fc.constantFrom('', ...declared[field], ...declared[field])] as const,
  );
  const row = fc.record({
    ...(Object.fromEntries(words) as Record<(typeof TABLE_FIELDS)[number], fc.Arbitrary<string>>),
    contract: declared.contracts ? fc.oneof(day, fc.constant('')) : fc.constant(''),
    on: fc.oneof(
      day,
      day.map((text) => text.slice(0, 7)),
      day.map((text) => text.slice(0, 4)),
      day.map((text) => `${text}T12:00:00Z`),
    ),
  });
  return fc.array(row, { minLength: rows, maxLength: rows });
};

describe.skipIf(!existsSync(prebuilt))('tables over the whole record (it needs `npm run build`)', () => {
  it.each([
    {
      what: 'contracts signed before and after a cut',
      declared: {
        ...nothing,
        ...{ from: ['CN', 'KP'], to: ['KP', 'CN'], contracts: true },
        ...{ goods: ['textiles', 'seafood', 'arms'] },
      },
      days: ['2017-08-04', '2017-08-05', '2017-09-10', '2017-09-11', '2017-09-20', '2017-12-22', '2018-01-10'],
      words: {},
    },
    {
      what: 'regions and parties',
      declared: {
        ...nothing,
        ...{ from: ['SD', 'Brazil'], to: ['SD', 'LR'], goods: ['arms'] },
        ...{
          activity: ['travel'],
          region: ['SD-DARFUR'],
          party: ['Charles Taylor'],
        },
      },
      days: ['2004-07-29', '2004-07-30', '2005-03-28', '2005-03-29', '2006-04-25', '2015-09-02'],
      words: { accordingTo: 'US,RU', asKnown: '2024-06-30', zone: '+03:00' },
    },
  ])('give what `ask` gives for $what', async ({ declared, days, words }) => {
    const [rows] = fc.sample(anyRows(declared, days, 250), { seed: 12, numRuns: 1 });
    const record = readPrebuilt(prebuilt);
    const folder = join(scratch, 'case');
    const compared = await ledgerDisagreements({ record, rows: rows!, declared, words, within, folder, slowly: false });
    expect(compared.found).toEqual([]);
    expect(compared.byTables).toBeGreaterThan(100);
  });
});
