import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { instant } from '../../src/ledger.ts';
import { smallRecord } from '../../src/record/small-record.ts';
import { Session } from '../session.ts';
import { Batch } from './batch.ts';
import { type Database, quoted } from './duckdb.ts';
import { formatOf, inputFiles } from './inputs.ts';
import { Progress } from './progress.ts';
import { eachInScratch } from './proof/scratch.ts';
import { runViewOf } from './viewpoint.ts';

let database: Database;
let folder: string;
eachInScratch('bad-input', (freshFolder, freshDatabase) => {
  folder = freshFolder;
  database = freshDatabase;
});

const session = new Session(smallRecord().record, () => instant(1_790_000_000));

async function run(inputs: readonly string[], out = join(folder, 'out.csv')) {
  const files = await inputFiles(inputs, async () => []);
  const beside = { rejects: `${out}.rejects.ndjson`, legend: `${out}.why.parquet`, format: formatOf(out)! };
  const wishes = { files, out, ...beside, mapped: {}, values: {}, given: {} };
  return new Batch(database, session, await runViewOf({ law: 'UN' }, session), wishes, new Progress(false)).run();
}

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const outputs = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('out'));
const lines = (numbers: number, on = '2000'): string =>
  ['id,from,to,goods,on', ...Array.from({ length: numbers }, (_, i) => `${i},IT,SO,arms,${on}`), ''].join('\n');
const parquet = (name: string, columns: string): Promise<number> =>
  database.run(
    `COPY (SELECT 'IT' AS "from", 'SO' AS "to", ${columns}) TO ${quoted(join(folder, name))} (FORMAT parquet)`,
  );
const random = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 0xff));

describe('a file that is not what it seems', () => {
  it.each([
    { name: 'in.csv', content: '', says: /in\.csv` is empty/ },
    { name: 'in.ndjson', content: '', says: /in\.ndjson` is empty/ },
    { name: 'in.csv', content: Buffer.from(`\ufeff${lines(1)}`, 'utf16le'), says: /is in UTF-16\. Save it as UTF-8/ },
    { name: 'in.csv', content: Buffer.from(lines(1), 'utf16le'), says: /is in UTF-16/ },
    { name: 'in.csv.gz', content: gzipSync(lines(5000)).subarray(0, -4), says: /cut off: its end is missing/ },
    { name: 'in.csv.gz', content: lines(5), says: /is no sound gzip file/ },
    { name: 'in.csv.zst', content: lines(5), says: /cut off/ },
    { name: 'in.parquet', content: 'PAR1', says: /cannot be read.*too small/ },
    {
      name: 'in.parquet',
      content: Buffer.concat([Buffer.from('PAR1'), random(500)]),
      says: /cannot be read.*No magic bytes/,
    },
  ])('is refused with what is wrong, and nothing is written ($name, $says)', async ({ name, content, says }) => {
    const input = write(name, content);
    await expect(run([input])).rejects.toThrow(says);
    expect(outputs()).toEqual([]);
  });

  it.each(['gz', 'zst'])(
    'is read where it is compressed and whole, and refused wherever it is cut off (%s)',
    async (ending) => {
      const input = join(folder, `in.csv.${ending}`);
      await database.run(
        `COPY (SELECT range AS id, 'IT' AS "from", 'SO' AS "to", 'arms' AS goods, '2000' AS "on", hash(range) AS h FROM range(3000)) TO ${quoted(input)} (FORMAT csv, COMPRESSION ${ending === 'gz' ? 'gzip' : 'zstd'})`,
      );
      expect(await run([input])).toMatchObject({ rows: 3000, rejected: 0 });
      const whole = readFileSync(input);
      for (const kept of [1, 10, 100, Math.floor(whole.length / 2), whole.length - 1]) {
        writeFileSync(input, whole.subarray(0, kept));
        await expect(run([input])).rejects.toThrow(/cut off/);
      }
    },
  );

  it('answers the lines in UTF-8 among others, and tells the others', async () => {
    const input = write(
      'in.csv',
      Buffer.concat([
        Buffer.from('id,from,to,goods,on\n1,Itali'),
        Buffer.from([0xe9]),
        Buffer.from(',SO,arms,2000\n2,IT,SO,arms,2000\n'),
      ]),
    );
    expect(await run([input])).toMatchObject({ rows: 1, rejected: 1 });
    expect(readFileSync(join(folder, 'out.csv.rejects.ndjson'), 'utf8')).toMatch(/"line":2.*not utf-8/);
  });
});

describe('a column that holds no field', () => {
  it('is told, for it may be a misspelt one', async () => {
    const input = write('in.csv', 'id,from,to,goods,on,price,reciepient\n1,IT,SO,arms,2000,3,government\n');
    expect(await run([input])).toMatchObject({ rows: 1, unread: ['price', 'reciepient'] });
  });
});

describe('files that differ', () => {
  it('are answered each by its own types, and their ids become text where they have no type in common', async () => {
    await parquet('1.parquet', `1 AS id, 'arms' AS goods, DATE '2000-01-01' AS "on"`);
    await parquet('2.parquet', `'x' AS id, 'arms' AS goods, '2000-01' AS "on"`);
    await parquet('3.parquet', `2.50 AS id, ['arms'] AS goods, 1991 AS "on"`);
    await parquet('4.parquet', `3 AS id, {a: 'arms'} AS goods, TIMESTAMP '2000-01-01 00:00:00' AS "on"`);
    const inputs = [1, 2, 3, 4].map((number) => join(folder, `${number}.parquet`));
    const out = join(folder, 'out.parquet');
    expect(await run(inputs, out)).toMatchObject({ rows: 3, rejected: 1 });
    expect(await database.rows(`SELECT id, outcome FROM read_parquet(${quoted(out)}) ORDER BY id`)).toEqual([
      ['1', 'prohibited'],
      ['2.50', 'no-measure-found'],
      ['x', 'prohibited'],
    ]);
    expect(readFileSync(`${out}.rejects.ndjson`, 'utf8')).toMatch(/"id":"3".*"column":"goods"/);
  });

  it('keep whole numbers as ids, however wide, and have the same columns as one file', async () => {
    await parquet('1.parquet', `1::TINYINT AS id, 'arms' AS goods, DATE '2000-01-01' AS "on"`);
    await parquet('2.parquet', `9007199254740993 AS id, 'arms' AS goods, DATE '2000-01-01' AS "on"`);
    const [one, two, out] = ['1', '2', 'out'].map((name) => join(folder, `${name}.parquet`)) as [
      string,
      string,
      string,
    ];
    await run([one, two], out);
    const schema = `SELECT name, type, converted_type FROM parquet_schema(${quoted(out)}) WHERE name <> 'id'`;
    const joined = await database.rows(schema);
    expect(await database.rows(`SELECT id FROM read_parquet(${quoted(out)}) ORDER BY id`)).toEqual([
      [1n],
      [9007199254740993n],
    ]);
    await run([two], out);
    expect(await database.rows(schema)).toEqual(joined);
  });

  it('are not written over', async () => {
    const input = write('in.csv', lines(1));
    await expect(run([input], input)).rejects.toThrow(/one of the ledgers that are read/);
    expect(readFileSync(input, 'utf8')).toBe(lines(1));
  });
});

const built = new URL('../../dist/snapback.js', import.meta.url).pathname;

describe.skipIf(!existsSync(built))('a run that cannot end (it needs `npm run build`)', () => {
  it.skipIf(process.platform === 'win32')(
    'says so where a file may not grow, and leaves nothing that looks whole',
    async () => {
      const input = write('in.csv', lines(20_000));
      const command = `ulimit -f 100; exec "${process.execPath}" "${built}" batch "${input}" --out "${join(folder, 'out.csv')}"`;
      const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
      expect(stderr).toMatch(/File too large|would grow larger/);
      expect(status).toBe(2);
      expect(outputs()).toEqual([]);
    },
  );

  it('shows no output when it is killed, and goes on where it was when it is started again', async () => {
    mkdirSync(join(folder, 'ledger'));
    for (const number of [1, 2, 3]) {
      const rows = `SELECT range + ${number}000000 AS id, 'RU' AS "from", 'IR' AS "to", 'arms' AS goods, TIMESTAMPTZ '2010-01-01 00:00:00+00' + to_seconds(range * 600) AS "on" FROM range(200000)`;
      await database.run(`COPY (${rows}) TO ${quoted(join(folder, 'ledger', `${number}.parquet`))} (FORMAT parquet)`);
    }
    const out = join(folder, 'out.parquet');
    const args = [built, 'batch', join(folder, 'ledger'), '--out', out, '--json'];
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    // As soon as the first file is done; the others take far longer than a look.
    while (!existsSync(join(`${out}.parts`, 'state.json')) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await ended;
    expect(outputs()).toEqual(['out.parquet.parts']);
    const again = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(JSON.parse(again.stdout)).toMatchObject({ files: 3, rows: 600_000, rejected: 0 });
    expect(JSON.parse(again.stdout).resumed).toBeGreaterThan(0);
    const whole = join(folder, 'whole.parquet');
    spawnSync(process.execPath, [...args.slice(0, 3), '--out', whole], { encoding: 'utf8' });
    const inBoth = `SELECT count(*) FROM read_parquet(${quoted(out)}) a JOIN read_parquet(${quoted(whole)}) b USING (id, outcome, strictest, mildest, why)`;
    expect(await database.rows(inBoth)).toEqual([[600_000n]]);
    expect(outputs()).toEqual(['out.parquet', 'out.parquet.rejects.ndjson', 'out.parquet.why.parquet']);
  });
});
