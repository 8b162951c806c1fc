import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { anyLedgerCase } from './any-ledger-case.ts';
import { openClickHouse } from './clickhouse.ts';
import { ledgerDisagreements } from './ledger-disagreements.ts';

// Many more are compared by `node bench/run.mjs ledger/differential`; these are a sample, the same each time.
const scratch = mkdtempSync(join(tmpdir(), 'snapback-differential-'));
const clickhouse = await openClickHouse();
afterAll(() => {
  clickhouse?.close();
  rmSync(scratch, { recursive: true, force: true });
});
const patient = 600_000;

describe('a random ledger over random law', () => {
  const cases = fc.sample(anyLedgerCase(60), { seed: 731, numRuns: 12 });

  it(
    'gets the same answers from the reference model, the engine, `batch`, and the tables in DuckDB',
    async () => {
      let [answered, byTables] = [0, 0];
      for (const one of cases) {
        const compared = await ledgerDisagreements({ ...one, folder: join(scratch, 'case') });
        expect(compared.found).toEqual([]);
        answered += compared.answered;
        byTables += compared.byTables;
      }
      // Most rows are questions, and most of those within what the tables are for.
      expect(answered).toBeGreaterThan(400);
      expect(byTables).toBeGreaterThan(200);
    },
    patient,
  );

  it.skipIf(clickhouse === undefined)(
    'gets the same bits from ClickHouse (it needs `npm install --no-save chdb`)',
    async () => {
      for (const one of cases.slice(0, 4)) {
        const compared = await ledgerDisagreements({ ...one, folder: join(scratch, 'case'), clickhouse });
        expect(compared.found).toEqual([]);
      }
    },
    patient,
  );
});
