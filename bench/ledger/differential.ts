/**
 * Random ledgers over random law: reference model, engine, `batch`, the compiled tables in DuckDB, and in ClickHouse where
 * `chdb` is installed (`npm install --no-save chdb`): `node bench/run.mjs ledger/differential [LEDGERS] [SEED] [ROWS]`.
 * Stops after five ledgers over which they differ, and says so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { anyLedgerCase } from '../../apps/batch/proof/any-ledger-case.ts';
import { openClickHouse } from '../../apps/batch/proof/clickhouse.ts';
import { ledgerDisagreements } from '../../apps/batch/proof/ledger-disagreements.ts';

const [ledgers = 200, seed = 1, rows = 100] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'snapback-differential-'));
const clickhouse = await openClickHouse();
console.log(clickhouse === undefined ? 'ClickHouse is not installed: left out' : `ClickHouse ${clickhouse.version}`);

const started = performance.now();
let [done, answered, byTables, faults] = [0, 0, 0, 0];
for (; done < ledgers && faults < 5; done++) {
  const [one] = fc.sample(anyLedgerCase(rows), { seed: seed * 1_000_003 + done, numRuns: 1 });
  const compared = await ledgerDisagreements({ ...one!, folder: join(folder, 'case'), clickhouse });
  answered += compared.answered;
  byTables += compared.byTables;
  if (compared.found.length === 0) continue;
  faults++;
  console.log([`ledger ${done}: ${JSON.stringify(one!.words)}`, ...compared.found.slice(0, 3)].join('\n'));
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${done} ledgers, ${done * rows} rows: ${answered} answered by all, ${byTables} of them by the tables too, in ${seconds} s, seed ${seed}: ${faults} ledgers differ`,
);
clickhouse?.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = faults > 0 ? 1 : 0;
