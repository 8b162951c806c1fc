import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallRecordFiles } from '../../src/record/small-record.ts';
import { ExitCode } from './exit-code.ts';
import { run } from './run.ts';

const scratch = mkdtempSync(join(tmpdir(), 'snapback-cli-tables-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function snapback(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    ...{ print: (text) => out.push(text), write: (text) => void out.push(text), warn: (text) => err.push(text) },
    ...{ isTTY: false, color: false, columns: 100, env: {} },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const record = join(scratch, 'record');
for (const { path, text } of smallRecordFiles()) {
  mkdirSync(dirname(join(record, path)), { recursive: true });
  writeFileSync(join(record, path), text);
}
const tables = join(scratch, 'law');
const compile = (...args: string[]) => snapback('compile', '--record', record, '--law', 'UN', ...args);

describe('the law as tables, on the command line', () => {
  it('is written, and a query over it printed', async () => {
    const compiled = await compile('--tables', tables, '--from', 'IT', '--to', 'SO');
    expect(compiled).toMatchObject({ code: ExitCode.Ok, err: '' });
    expect(compiled.out).toMatch(/^\d+ cells, \d+ segments in .*\nCombinations that are no question have no cell: /);
    for (const dialect of ['duckdb', 'clickhouse', 'spark']) {
      const query = await snapback('sql', '--dialect', dialect, '--tables', tables);
      expect(query).toMatchObject({ code: ExitCode.Ok, err: '' });
      expect(query.out).toMatch(/^WITH numbered AS[\s\S]*;$/);
    }
  });

  it.each([
    { args: [], says: '`--tables` names the folder to write' },
    { args: ['--tables', 'x', 'law'], says: '`law` is one argument too many' },
    { args: ['--tabels', 'x'], says: 'Did you mean `--tables`?' },
    { args: ['--tables', 'x', '--from', 'Atlantis'], says: 'no State is called `Atlantis`' },
    { args: ['--tables', 'x', '--goods', 'unobtainium'], says: '`--goods unobtainium` cannot be compiled' },
    { args: ['--tables', 'x', '--since', '2024-02-30'], says: '`--since` takes a day: 1990-01-01, not `2024-02-30`' },
    { args: ['--tables', 'x', '--since', '2030-01-01', '--until', '2020-01-01'], says: 'must come before' },
    { args: ['--tables', 'x', '--according-to', 'XX'], says: 'XX' },
    { args: ['--tables', scratch], says: 'holds no compiled tables. Name another folder' },
  ])('is refused for $args: $says', async ({ args, says }) => {
    const { code, out, err } = await compile(...args);
    expect([code, out]).toEqual([ExitCode.BadInput, '']);
    expect(err).toContain(says);
    expect(existsSync('x')).toBe(false);
  });

  it.each([
    { args: [], says: '`--dialect` is one of duckdb, clickhouse, spark.' },
    { args: ['--dialect', 'mysql', '--tables', tables], says: 'not `mysql`' },
    { args: ['--dialect', 'spark'], says: '`--tables` names the folder' },
    { args: ['--dialect', 'spark', '--tables', join(scratch, 'none')], says: 'holds no compiled tables' },
    {
      args: ['--dialect', 'spark', '--tables', tables, '--columns', 'id,from,to,goods,t,p,party,region'],
      says: '`party` is no field of these tables',
    },
    { args: ['--dialect', 'spark', '--tables', tables, '--columns', 'from,to,goods'], says: 'needs a column `id`' },
  ])('has no query for $args: $says', async ({ args, says }) => {
    const { code, out, err } = await snapback('sql', ...args);
    expect([code, out]).toEqual([ExitCode.BadInput, '']);
    expect(err).toContain(says);
  });
});
