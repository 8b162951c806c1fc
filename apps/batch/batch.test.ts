import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { instant } from '../../src/ledger.ts';
import { smallRecord } from '../../src/record/small-record.ts';
import { readPrebuilt } from '../files/prebuilt.ts';
import { Session } from '../session.ts';
import { Batch, type BatchResult, type BatchWishes } from './batch.ts';
import { type Database, quoted } from './duckdb.ts';
import { formatOf, inputFiles } from './inputs.ts';
import { Progress } from './progress.ts';
import { eachInScratch } from './proof/scratch.ts';
import { csvOf, randomLedger } from './random-ledger.ts';
import { runViewOf } from './viewpoint.ts';

const root = new URL('../../', import.meta.url).pathname;
const prebuilt = join(root, 'dist/record');
const now = () => instant(1_790_000_000);

let database: Database;
let folder: string;
eachInScratch('batch', (freshFolder, freshDatabase) => {
  folder = freshFolder;
  database = freshDatabase;
});

type Options = Partial<BatchWishes> & { readonly words?: Record<string, unknown> };

async function answered(session: Session, inputs: readonly string[], { words = {}, ...more }: Options = {}) {
  const out = more.out ?? join(folder, 'out.csv');
  // The States of the small record are members of nothing; the law is named instead.
  const view = await runViewOf(session.record.hash === 'sha256:small' ? { law: 'UN', ...words } : words, session);
  const files = await inputFiles(inputs, async () => []);
  const wishes: BatchWishes = {
    files,
    out,
    format: formatOf(out)!,
    rejects: `${out}.rejects.ndjson`,
    legend: `${out}.why.parquet`,
    mapped: {},
    values: {},
    given: {},
    ...more,
  };
  const result = await new Batch(database, session, view, wishes, new Progress(false)).run();
  return { result, out, view };
}

const rowsOf = async (out: string): Promise<readonly (readonly unknown[])[]> =>
  database.rows(
    out.endsWith('.parquet')
      ? `SELECT * FROM read_parquet(${quoted(out)})`
      : `SELECT * FROM read_csv(${quoted(out)}, header = true, all_varchar = true)`,
  );

/** In the order of the ids: rows of an output stand in no promised order. */
const outcomesOf = async (out: string): Promise<readonly string[]> =>
  (await rowsOf(out)).map(([id, outcome]) => `${id} ${outcome}`).sort();

const rejectsOf = (out: string): readonly Record<string, unknown>[] =>
  readFileSync(`${out}.rejects.ndjson`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const small = (): Session => new Session(smallRecord().record, now);

function write(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a ledger over a small record', () => {
  it('answers each row by its words and its time, whatever the precision', async () => {
    const input = write(
      'in.csv',
      [
        'id,from,to,goods,on',
        'a,IT,SO,arms,1991-01-01',
        'b,Italy,Somalia,arms,1992-01-24T00:00:00Z',
        'c,IT,SO,arms,1992-01-23',
        'd,IT,SO,arms,1992-01',
        'e,IT,SO,arms,2000',
        'f,IT,SO,arms,1 March 2000',
        'g,IT,CN,arms,2000',
        'h,IT,SO,arms,2024-06-01T00:00:00Z',
      ].join('\n'),
    );
    const { out } = await answered(small(), [input]);
    expect(await outcomesOf(out)).toEqual([
      'a no-measure-found',
      'b prohibited',
      'c conditional',
      'd conditional',
      'e prohibited',
      'f prohibited',
      'g no-measure-found',
      'h no-measure-found',
    ]);
  });

  it('tells the rows that cannot be answered with line, column and reason, and answers the others', async () => {
    const input = write(
      'in.csv',
      Buffer.concat([
        Buffer.from('id,from,to,goods,on\n1,IT,SO,arms,2000-02-30\n2,"Atl\nantis",SO,arms,2000\n3,IT,SO\n4,R'),
        Buffer.from([0xe9]),
        Buffer.from(',SO,arms,2000\n5,IT,SO,,2000\n6,IT,SO,arms,\n7,IT,SO,arms,2000\n7,IT,SO,arms,2000\n'),
      ]),
    );
    const { out, result } = await answered(small(), [input]);
    expect(rejectsOf(out).map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'on', 'impossible-date'],
      [3, 'from', 'control-characters'],
      [5, expect.anything(), 'unreadable-row'],
      [6, 'from', 'unreadable-row'],
      [7, 'goods', 'goods-missing'],
      [8, 'on', 'date-missing'],
    ]);
    expect((await rowsOf(out)).map(([id]) => id)).toEqual(['7', '7']);
    expect(result).toMatchObject({ rows: 2, rejected: 6 });
  });

  it('refuses to number rows of a file with a line that is none', async () => {
    const input = write('in.csv', 'from,to,goods,on\nIT,SO,arms,2000\nIT\nIT,SO,arms,1991\n');
    await expect(answered(small(), [input])).rejects.toThrow(/line 3 cannot be read.*`--map id=COLUMN`/);
    expect(readdirSync(folder)).not.toContain('out.csv');
  });

  it('takes each value of NDJSON as text, whatever type it has in that line', async () => {
    const input = write(
      'in.ndjson',
      '{"id": 1, "from": "IT", "to": "SO", "goods": ["arms"], "on": 2000}\n{"id": "x", "from": null, "to": "SO", "goods": "arms", "on": "2000-01-01"}\nno json\n\n[1]\n{"id": 5, "on": "2000"}\n',
    );
    const { out } = await answered(small(), [input]);
    expect((await rowsOf(out)).map(([id, outcome]) => [id, outcome])).toEqual([
      ['1', 'prohibited'],
      ['x', 'prohibited'],
    ]);
    expect(rejectsOf(out).map(({ line, code }) => [line, code])).toEqual([
      [3, 'unreadable-row'],
      [5, 'unreadable-row'],
      [6, 'places-missing'],
    ]);
  });

  it('reads typed columns of Parquet, and numbers the rows where there is no id', async () => {
    const input = join(folder, 'in.parquet');
    await database.run(
      `COPY (SELECT 'IT' AS "From", 'SO' AS "to", ['arms'] AS goods, * FROM (VALUES (DATE '2000-01-01'), (NULL), (DATE '1991-01-01'), (DATE 'infinity')) v ("on")) TO ${quoted(input)}`,
    );
    const { out } = await answered(small(), [input], { out: join(folder, 'out.parquet') });
    expect((await rowsOf(out)).map(([id, outcome]) => [Number(id), outcome])).toEqual([
      [1, 'prohibited'],
      [3, 'no-measure-found'],
    ]);
    expect(rejectsOf(out).map(({ row, code }) => [row, code])).toEqual([
      [2, 'date-missing'],
      [4, 'unknown-date'],
    ]);
  });

  it('reads times without a zone in UTC, or in the zone that is named', async () => {
    // The embargo of resolution 733 was lifted on 1 December 2023, at an hour that is not recorded.
    const input = write('in.csv', 'id,from,to,goods,on\n1,IT,SO,arms,2023-12-01 01:00:00\n2,IT,SO,arms,2023-11-30\n');
    const utc = await answered(small(), [input]);
    expect(await outcomesOf(utc.out)).toEqual(['1 undetermined', '2 prohibited']);
    const tehran = await answered(small(), [input], { words: { zone: 'Asia/Tehran' } });
    expect(await outcomesOf(tehran.out)).toEqual(['1 prohibited', '2 prohibited']);
  });

  it('names the columns when one is missing, and what was meant when a mapped one is misspelt', async () => {
    const input = write('in.csv', 'id,origin,to,goods,on\n1,IT,SO,arms,2000\n');
    await expect(answered(small(), [input], { mapped: { from: 'orign' } })).rejects.toThrow(/did you mean `origin`/);
    const { out } = await answered(small(), [input], { mapped: { from: 'origin' } });
    expect(await rowsOf(out)).toHaveLength(1);
    await expect(answered(small(), [write('no.csv', 'id,from\n1,IT\n')])).rejects.toThrow(/no column is named `on`/);
  });

  it('maps values by a list', async () => {
    const input = write('in.csv', 'id,from,to,goods,on\n1,IT,SO,towed gun,2000\n2,IT,SO,arms,2000\n');
    const { out } = await answered(small(), [input], { values: { goods: new Map([['towed gun', 'arms']]) } });
    expect((await rowsOf(out)).map(([, outcome]) => outcome)).toEqual(['prohibited', 'prohibited']);
  });

  it('leaves nothing behind of a truncated file', async () => {
    const input = join(folder, 'in.parquet');
    await database.run(
      `COPY (SELECT 'IT' AS "from", 'SO' AS "to", 'arms' AS goods, '2000' AS "on" FROM range(10000)) TO ${quoted(input)}`,
    );
    truncateSync(input, 200);
    await expect(answered(small(), [input])).rejects.toThrow(/cannot be read|parquet/i);
    expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  it('goes on by file where an earlier run was broken off, and ends with the same bytes', async () => {
    const one = write('1.csv', 'id,from,to,goods,on\n1,IT,SO,arms,2000\n');
    const two = write('2.csv', 'id,from,to,goods,on\n2,IT,SO,arms,1991\n3,IT,SO,,1991\n');
    const whole = await answered(small(), [one, two], { out: join(folder, 'whole.csv') });
    // The second file cannot be read at first: the run ends there, with the first one done.
    const good = readFileSync(two);
    rmSync(two);
    mkdirSync(join(folder, 'later'));
    writeFileSync(two, good);
    const broken = new Proxy(database, {
      get: (target, name) => {
        if (name === 'run')
          return (sql: string) =>
            sql.includes('COPY') && sql.includes('2.csv') ? Promise.reject(new Error('killed')) : target.run(sql);
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const kept = database;
    database = broken;
    await expect(answered(small(), [one, two])).rejects.toThrow('killed');
    database = kept;
    expect(existsSync(join(folder, 'out.csv'))).toBe(false);
    const resumed = await answered(small(), [one, two]);
    expect(resumed.result).toMatchObject({ resumed: 1, rows: 2, rejected: 1 } satisfies Partial<BatchResult>);
    for (const end of ['', '.rejects.ndjson', '.why.parquet'])
      expect(readFileSync(`${resumed.out}${end}`)).toEqual(readFileSync(`${whole.out}${end}`));
    expect(existsSync(`${resumed.out}.parts`)).toBe(false);
  });
});

describe.skipIf(!existsSync(prebuilt))('a ledger over the whole record (it needs `npm run build`)', () => {
  const session = existsSync(prebuilt) ? new Session(readPrebuilt(prebuilt), now) : undefined;

  it.each([
    { seed: 1, accordingTo: 'US,RU,UN-SEC', zone: 'UTC', ending: 'csv' },
    { seed: 2, accordingTo: undefined, zone: '+03:30', ending: 'parquet' },
    { seed: 3, accordingTo: 'FR', zone: 'Europe/Paris', ending: 'csv' },
    { seed: 4, accordingTo: 'US,CN,IR,UN-SEC', asKnown: '2020-12-31', zone: 'UTC', ending: 'parquet' },
    { seed: 5, accordingTo: 'RU,GB', asKnown: '2025-10-15', law: 'UN,EU,GB', zone: 'UTC', ending: 'csv' },
  ])('answers every row as `ask` does ($accordingTo, $asKnown, $zone, $ending)', async ({ seed, ending, ...words }) => {
    const { record } = session!;
    const edges = Object.values(record.events).flatMap(({ occurred }) =>
      occurred ? [occurred.from, occurred.until] : [],
    );
    const rows = randomLedger(record, 250, seed, edges.filter(Number.isFinite));
    let input = write('in.csv', csvOf(rows));
    if (ending === 'parquet') {
      input = join(folder, 'in.parquet');
      await database.run(
        `COPY (SELECT * FROM read_csv(${quoted(join(folder, 'in.csv'))}, all_varchar = true, header = true)) TO ${quoted(input)}`,
      );
    }
    const { out, view } = await answered(session!, [input], { words });
    const found = new Map((await rowsOf(out)).map((row) => [row[0], row.slice(1, -1)]));
    const rejected = new Map(rejectsOf(out).map((row) => [row.id, row.code]));
    for (const row of rows) {
      const filled = Object.fromEntries(Object.entries(row).filter(([field, text]) => field !== 'id' && text !== ''));
      const question = await session!.understand({ ...filled, ...words });
      if (!question.ok) {
        expect(rejected.get(row.id), JSON.stringify(row)).toBe(question.errors[0]!.code);
        continue;
      }
      const outcome = (position: string) =>
        session!.answer({ ...question.value, accordingTo: [position] }, { changes: false }).assessment.outcome;
      const { assessment } = session!.answer(question.value, { changes: false });
      expect(found.get(row.id), JSON.stringify(row)).toEqual([
        assessment.outcome,
        ...view.positions.map(outcome),
        assessment.strictest,
        assessment.mildest,
      ]);
    }
    expect(found.size + rejected.size).toBe(rows.length);
  });
});
