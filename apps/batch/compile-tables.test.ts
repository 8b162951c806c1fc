import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { columnFaults, HEADLINES, instant, ledgerSql, type TablesShape } from '../../src/ledger.ts';
import { smallRecord } from '../../src/record/small-record.ts';
import { Session } from '../session.ts';
import { compileTables } from './compile-tables.ts';
import type { Declared } from './declared.ts';
import { Database, quoted } from './duckdb.ts';
import { readManifest } from './manifest.ts';
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

/** A row of goods `arms` that fills in nothing else. */
const rowOf = (id: number, from: string, to: string, t: number, p = 1): string =>
  `(${id}, '${from}', '${to}', 'arms', NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::BIGINT, ${t}, ${p})`;

const createLedger = (rows: readonly string[]): Promise<number> =>
  database.run(
    `CREATE TEMP TABLE ledger AS SELECT * FROM (VALUES ${rows.join(', ')}) v (id, "from", "to", goods, activity, recipient, region, party, contract, t, p)`,
  );

const session = new Session(smallRecord().record, () => instant(1_790_000_000));
const DAY = 86_400;
const within = { from: instant(Date.UTC(1990, 0, 1) / 1000), until: instant(Date.UTC(2024, 11, 31) / 1000) };

describe('the law compiled to tables', () => {
  const folder = join(scratch, 'tables');
  const declared: Declared = {
    ...{ from: ['IT', 'CN', 'SO'], to: ['SO', 'IT'], goods: ['arms'] },
    ...{ activity: [], recipient: [], region: [], party: [], contracts: false },
  };

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
      values.push(rowOf(id, from, to, question.value.at.from, p));
    }
    await openTables(folder);
    await createLedger(values);
    const found = await database.rows(`SELECT outcome FROM (${ledgerSql('duckdb', readManifest(folder))}) ORDER BY id`);
    expect(found.map(([code]) => HEADLINES[Number(code)])).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(2);
  });

  it('leaves a row outside the declared cells and time without an answer, and drops none', async () => {
    await openTables(folder);
    await createLedger([
      rowOf(1, 'FR', 'SO', DAY * 12_000),
      rowOf(2, 'IT', 'SO', 0),
      rowOf(3, 'IT', 'SO', DAY * 12_000),
    ]);
    const found = await database.rows(`SELECT outcome FROM (${ledgerSql('duckdb', readManifest(folder))}) ORDER BY id`);
    expect(found).toEqual([[null], [null], [0]]);
  });

  it('tells States that are declared by name apart, and knows them by their codes too', async () => {
    const view = await runViewOf({ law: 'UN' }, session);
    const byName = join(scratch, 'by-name');
    await compileTables(database, session, view, { ...declared, to: ['China', 'Somalia'] }, within, byName);
    await openTables(byName);
    await createLedger(['China', 'CN', 'Somalia', 'SO'].map((to, id) => rowOf(id, 'IT', to, DAY * 12_000)));
    const found = await database.rows(`SELECT outcome FROM (${ledgerSql('duckdb', readManifest(byName))}) ORDER BY id`);
    const [none, barred] = [HEADLINES.indexOf('no-measure-found'), HEADLINES.indexOf('prohibited')];
    expect(found).toEqual([[none], [none], [barred], [barred]]);
  });

  it.each(['region', 'party', 'contract'])('does not answer a row whose %s they know nothing of', async (field) => {
    await openTables(folder);
    await createLedger([rowOf(1, 'IT', 'SO', DAY * 12_000), rowOf(2, 'IT', 'SO', DAY * 12_000)]);
    await database.run(`UPDATE ledger SET ${field} = ${field === 'contract' ? 0 : "'X'"} WHERE id = 2`);
    const found = await database.rows(`SELECT outcome FROM (${ledgerSql('duckdb', readManifest(folder))}) ORDER BY id`);
    expect(found).toEqual([[0], [null]]);
  });

  it('reads no column that a ledger is said not to have', async () => {
    await openTables(folder);
    await createLedger([rowOf(1, 'IT', 'SO', DAY * 12_000)]);
    for (const field of ['activity', 'recipient', 'region', 'party', 'contract'])
      await database.run(`ALTER TABLE ledger DROP ${field}`);
    const columns = ['id', 'from', 'to', 'goods', 't', 'p'];
    const [row] = await database.rows(ledgerSql('duckdb', readManifest(folder), columns));
    expect(row?.slice(0, 2)).toEqual([1, 0]);
  });

  it.each([
    { word: { from: ['Italy', 'Atlantis'] }, says: /`--from Atlantis` cannot be compiled/ },
    { word: { recipient: ['nobody'] }, says: /`--recipient nobody` cannot be compiled/ },
    { word: { region: ['Nowhere'] }, says: /`--region Nowhere` cannot be compiled/ },
    { word: { from: [], to: [] }, says: /no combination of the declared words is a question/ },
  ])('fails with the reason where $word cannot be expressed', async ({ word, says }) => {
    const view = await runViewOf({ law: 'UN' }, session);
    const other = join(scratch, 'other');
    await expect(compileTables(database, session, view, { ...declared, ...word }, within, other)).rejects.toThrow(says);
    expect(readdirSync(scratch)).not.toContain('other');
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

  it('is not read by the rules of another version', () => {
    const old = join(scratch, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'manifest.json'), '{"format": 1}');
    expect(() => readManifest(old)).toThrow(/compile them again/);
  });
});

describe('the query over compiled tables', () => {
  const shape: TablesShape = {
    ...{ fields: ['from'], contractCuts: [], positions: ['US'], changes: 1, since: 0, until: 10 },
  };

  it('is spelt for each engine', () => {
    expect(ledgerSql('spark', shape)).toContain(
      'shiftright(least(greatest(n.t, c.low), c.high) - c.low, CAST(c.shift AS INT))',
    );
    expect(ledgerSql('clickhouse', shape)).toContain('SETTINGS join_use_nulls = 1');
    expect(ledgerSql('duckdb', shape)).toContain('>> c.shift');
  });

  it.each([
    { columns: ['id', 'from', 't', 'p', 'price'], says: /^$/ },
    {
      columns: ['id', 'from', 't', 'p', 'party'],
      says: /compile them with `--party`, or answer the ledger with `snapback batch`/,
    },
    { columns: ['id', 't', 'p', 'contract'], says: /compile them with `--contracts`/ },
    { columns: ['id', 't', 'p', 'as_known'], says: /`as_known` holds for whole tables.*`--as-known`/ },
    {
      columns: ['id', 'from', 'on'],
      says: /needs a column `t`.*\n.*needs a column `p`.*\n.*`on` must come as two columns/,
    },
    { columns: ['id', 'From', 't', 'p'], says: /`From` must be written `from`/ },
  ])('says what it cannot make of $columns', ({ columns, says }) =>
    expect(columnFaults(shape, columns).join('\n')).toMatch(says),
  );
});
