import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HEADLINES, instant, ledgerSql } from '../../src/ledger.ts';
import { smallRecord } from '../../src/record/small-record.ts';
import { Session } from '../session.ts';
import { compileTables, readManifest } from './compile-tables.ts';
import { Database, quoted } from './duckdb.ts';
import { runViewOf } from './viewpoint.ts';

const scratch = mkdtempSync(join(tmpdir(), 'snapback-tables-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let database: Database;
beforeEach(async () => {
  database = await Database.open({ spill: join(scratch, 'spill') });
});
afterEach(() => database.close());

/** Another database, in which the tables of a folder stand under their names. */
async function openTables(folder: string): Promise<void> {
  database.close();
  database = await Database.open({ spill: join(scratch, 'spill') });
  for (const table of ['word', 'cell', 'segment', 'answer'])
    await database.run(
      `CREATE TEMP VIEW ${table} AS SELECT * FROM read_parquet(${quoted(join(folder, `${table}.parquet`))})`,
    );
}

const session = new Session(smallRecord().record, () => instant(1_790_000_000));
const DAY = 86_400;
const within = { from: instant(Date.UTC(1990, 0, 1) / 1000), until: instant(Date.UTC(2024, 11, 31) / 1000) };

describe('the law compiled to tables', () => {
  const folder = join(scratch, 'tables');
  const declared = { from: ['IT', 'CN', 'SO'], to: ['SO', 'IT'], goods: ['arms'], activity: [''], recipient: [''] };

  it('gives by a plain query what the engine gives, for every precision', async () => {
    const view = await runViewOf({ law: 'UN' }, session);
    await compileTables(database, session, view, declared, within, folder);
    const texts = [
      '1992-01-22',
      '1992-01-23',
      '1992-01-23T12:00:00Z',
      '1992-01-24T00:00:00Z',
      '1992-01',
      '1992',
      '2000',
      '2023-12-01',
      '2023-12',
      '2024-01',
      '2023-12-01T00:00:00Z',
    ];
    const rows = declared.from.flatMap((from) => declared.to.flatMap((to) => texts.map((on) => ({ from, to, on }))));
    const values: string[] = [];
    const expected: string[] = [];
    for (const [id, { from, to, on }] of rows.entries()) {
      const question = await session.understand({ from, to, goods: 'arms', on, law: 'UN' });
      if (!question.ok) throw new Error(question.errors[0]!.message);
      expected.push(session.answer(question.value, { changes: false }).assessment.outcome);
      const p = { 20: 0, 10: 1, 7: 2, 4: 3 }[on.length]!;
      values.push(`(${id}, '${from}', '${to}', 'arms', NULL::VARCHAR, NULL::VARCHAR, ${question.value.at.from}, ${p})`);
    }
    await openTables(folder);
    await database.run(
      `CREATE TEMP TABLE ledger AS SELECT * FROM (VALUES ${values.join(', ')}) v (id, "from", "to", goods, activity, recipient, t, p)`,
    );
    const found = await database.rows(`SELECT outcome FROM (${ledgerSql('duckdb', readManifest(folder))}) ORDER BY id`);
    expect(found.map(([code]) => HEADLINES[Number(code)])).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(2);
  });

  it('leaves a row outside the declared cells and time without an answer, and drops none', async () => {
    await openTables(folder);
    await database.run(
      `CREATE TEMP TABLE ledger AS SELECT * FROM (VALUES (1, 'FR', 'SO', 'arms', NULL::VARCHAR, NULL::VARCHAR, ${DAY * 12_000}, 1), (2, 'IT', 'SO', 'arms', NULL::VARCHAR, NULL::VARCHAR, 0, 1), (3, 'IT', 'SO', 'arms', NULL::VARCHAR, NULL::VARCHAR, ${DAY * 12_000}, 1)) v (id, "from", "to", goods, activity, recipient, t, p)`,
    );
    const found = await database.rows(`SELECT outcome FROM (${ledgerSql('duckdb', readManifest(folder))}) ORDER BY id`);
    expect(found).toEqual([[null], [null], [0]]);
  });

  it('fails with the reason where a cell cannot be expressed, and leaves no folder', async () => {
    const view = await runViewOf({ law: 'UN' }, session);
    const other = join(scratch, 'other');
    const unknown = { ...declared, goods: ['unobtainium'] };
    await expect(compileTables(database, session, view, unknown, within, other)).rejects.toThrow(/unobtainium/);
    expect(readdirSync(scratch)).not.toContain('other');
  });

  it('replaces no folder but its own', async () => {
    const view = await runViewOf({ law: 'UN' }, session);
    const mine = join(scratch, 'mine');
    mkdirSync(mine);
    writeFileSync(join(mine, 'thesis.txt'), '');
    await expect(compileTables(database, session, view, declared, within, mine)).rejects.toThrow(/no compiled tables/);
    expect(readdirSync(mine)).toEqual(['thesis.txt']);
  });

  it('is spelt for each engine', () => {
    const shape = { fields: ['from'], positions: ['US'], changes: 1, since: 0, until: 10 };
    expect(ledgerSql('spark', shape)).toContain(
      'shiftright(least(greatest(n.t, c.low), c.high) - c.low, CAST(c.shift AS INT))',
    );
    expect(ledgerSql('clickhouse', shape)).toContain('SETTINGS join_use_nulls = 1');
    expect(ledgerSql('duckdb', shape)).toContain('>> c.shift');
  });
});
