/** Compiled tables checked in SQL before they are written. */
import type { WordField } from '../../src/ledger.ts';
import type { Database } from './duckdb.ts';

/** That every row of a ledger meets one cell, one segment and one answer at most, and a row of a cell at least one of each. */
export async function assertWhole(database: Database, fields: readonly WordField[], changes: number): Promise<void> {
  const keys = [...fields.map((field) => `n_${field}`), 'p'].join(', ');
  const checks: readonly (readonly [string, string])[] = [
    ['a cell stands twice', `SELECT count(*) FROM (SELECT 1 FROM cell GROUP BY ${keys} HAVING count(*) > 1)`],
    ['a word stands twice', 'SELECT count(*) FROM (SELECT 1 FROM word GROUP BY field, text HAVING count(*) > 1)'],
    ['a segment stands twice', 'SELECT count(*) FROM (SELECT 1 FROM segment GROUP BY slot HAVING count(*) > 1)'],
    [
      'a segment is missing',
      `SELECT count(*) FROM (SELECT DISTINCT base, base + ((high - low) >> shift) AS last FROM cell) c
       WHERE (SELECT count(*) FROM segment s WHERE s.slot BETWEEN c.base AND c.last) <> c.last - c.base + 1`,
    ],
    [
      'changes of a segment are out of order',
      changes < 2
        ? 'SELECT 0'
        : `SELECT count(*) FROM segment WHERE ${Array.from({ length: changes - 1 }, (_, i) => `c${i + 1} > c${i + 2}`).join(' OR ')}`,
    ],
    [
      'an answer is missing',
      `SELECT count(*) FROM segment WHERE ${Array.from({ length: changes + 1 }, (_, i) => `a${i} NOT IN (SELECT answer FROM answer)`).join(' OR ')}`,
    ],
  ];
  for (const [what, sql] of checks) {
    const [[count]] = (await database.rows(sql)) as [[bigint]];
    if (Number(count) > 0) throw new Error(`compiled tables: ${what}, ${count} times`);
  }
}
