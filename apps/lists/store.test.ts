import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placesIn } from './data-folder.ts';
import { openKeptLists } from './kept-lists.ts';
import { ListFault } from './list-fault.ts';
import { readManifest, snapshotAt, snapshotsIn } from './manifest.ts';
import { importList, readSnapshot } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapback-store-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const now = '2025-12-01T10:00:00.000Z';
const keep = (content: string, on: string, more: Partial<Parameters<typeof importList>[1]> = {}) => {
  const file = join(folder, 'in.csv');
  writeFileSync(file, content);
  return importList(folder, { list: 'own', file, on, now, ...more });
};
const table = (...names: readonly string[]): string =>
  `id,name,type\n${names.map((name, i) => `${i},${name},Person\n`).join('')}`;
const kept = () => snapshotsIn(readManifest(placesIn(folder).manifest));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => (error instanceof ListFault ? error.diagnostic.code : String(error)),
  );

describe('a data folder', () => {
  it('keeps a list as it stood each day', async () => {
    await keep(table('Erika Muster'), '2020-01-01');
    await keep(table('Erika Muster', 'Max Muster'), '2021-01-01');
    expect(kept().map(({ on, entries }) => [on, entries])).toEqual([
      ['2020-01-01', 1],
      ['2021-01-01', 2],
    ]);
    expect(readSnapshot(folder, snapshotAt(kept(), 'own', '2020-06-01')!).map(({ names }) => names[0]!.text)).toEqual([
      'Erika Muster',
    ]);
    expect(snapshotAt(kept(), 'own', '2019-12-31')).toBeUndefined();
  });

  it('takes the same file twice for once, and another of the same day only when told', async () => {
    await keep(table('Erika Muster'), '2020-01-01');
    expect((await keep(table('Erika Muster'), '2020-01-01')).already).toBe(true);
    expect(await codeOf(keep(table('Max Muster'), '2020-01-01'))).toBe('list-day-taken');
    await keep(table('Max Muster'), '2020-01-01', { accept: true });
    expect(readSnapshot(folder, kept()[0]!).map(({ names }) => names[0]!.text)).toEqual(['Max Muster']);
    expect(readManifest(placesIn(folder).manifest)).toHaveLength(2);
  });

  it('holds back a list that shrank, and the last good one stays', async () => {
    const names = Array.from({ length: 10 }, (_, i) => `Erika Muster ${i}`);
    await keep(table(...names), '2020-01-01');
    expect(await codeOf(keep(table(...names.slice(0, 7)), '2021-01-01'))).toBe('list-shrank');
    expect(kept().map(({ on }) => on)).toEqual(['2020-01-01']);
    await keep(table(...names.slice(0, 8)), '2021-01-01');
    await keep(table(...names.slice(0, 2)), '2022-01-01', { accept: true });
    expect(kept().map(({ entries }) => entries)).toEqual([10, 8, 2]);
  });

  it.each([
    ['an empty list', 'id,name,type\n', 'list-empty'],
    ['a web page', '<!DOCTYPE html><html></html>', 'list-format-unknown'],
    ['a list that breaks off', 'id,name,type\n1,Erika,Person\n2,"Max', 'list-unreadable'],
  ])('leaves %s out and keeps what it has', async (_, content, code) => {
    await keep(table('Erika Muster'), '2020-01-01');
    expect(await codeOf(keep(content, '2021-01-01'))).toBe(code);
    expect(kept()).toHaveLength(1);
  });

  it('applies a delta to the list as it stood', async () => {
    const line = (id: string, name: string, op?: string) => {
      const entity = { id, schema: 'Person', caption: name, properties: { name: [name] } };
      return `${JSON.stringify(op === undefined ? entity : { op, entity })}\n`;
    };
    await keep(line('a', 'Erika Muster') + line('b', 'Max Muster') + line('c', 'Moritz Muster'), '2020-01-01');
    await keep(
      line('a', 'Erika Musterfrau', 'MOD') +
        line('d', 'Nora Neu', 'ADD') +
        `${JSON.stringify({ op: 'DEL', entity: { id: 'b' } })}\n`,
      '2020-01-02',
    );
    expect(readSnapshot(folder, kept()[1]!).map(({ names }) => names[0]!.text)).toEqual([
      'Erika Musterfrau',
      'Moritz Muster',
      'Nora Neu',
    ]);
  });

  it('ignores a line that a crash cut short, and writes over it', async () => {
    await keep(table('Erika Muster'), '2020-01-01');
    appendFileSync(placesIn(folder).manifest, '{"kind":"snapshot","list":"ow');
    expect(kept()).toHaveLength(1);
    await keep(table('Max Muster'), '2021-01-01');
    expect(kept()).toHaveLength(2);
    expect(readFileSync(placesIn(folder).manifest, 'utf8').split('\n')).toHaveLength(3);
  });

  it('tells a snapshot whose bytes changed', async () => {
    const { line } = await keep(table('Erika Muster'), '2020-01-01');
    appendFileSync(placesIn(folder).snapshot(line.digest), '\n');
    expect(() => readSnapshot(folder, line)).toThrow(ListFault);
  });

  it('lets one command write at a time, and takes over the lock of one that died', async () => {
    writeFileSync(join(folder, 'lock'), `${process.pid}`);
    expect(await codeOf(keep(table('Erika Muster'), '2020-01-01'))).toBe('data-folder-busy');
    writeFileSync(join(folder, 'lock'), '999999999');
    await keep(table('Erika Muster'), '2020-01-01');
    expect(readdirSync(folder)).not.toContain('lock');
  });

  it('knows who stood on a list on any day, under every name it ever had', async () => {
    await keep('id,name,aliases,type\n1,Erika Muster,Rika,Person\n2,Max Muster,,Person\n', '2020-01-01');
    await keep('id,name,aliases,type\n1,Erika Musterfrau,,Person\n', '2021-01-01', { accept: true });
    const lists = openKeptLists(folder);
    const on = (name: string, day: string) =>
      lists
        .search(name, { among: (number) => lists.stood(number, day) })
        .map(({ subject }) => lists.subject(subject).entry.names[0]!.text);
    expect(on('Erika Muster', '2020-06-01')).toEqual(['Erika Musterfrau']);
    expect(on('Max Muster', '2020-06-01')).toContain('Max Muster');
    expect(on('Max Muster', '2021-01-01')).not.toContain('Max Muster');
    expect(openKeptLists(folder).search('Rika Muster')).toEqual(lists.search('Rika Muster'));
  });
});

describe('killed at any instant', () => {
  let program: string;
  beforeAll(async () => {
    program = join(mkdtempSync(join(tmpdir(), 'snapback-kill-')), 'child.mjs');
    const bundle = await rolldown({
      input: fileURLToPath(new URL('./store-child.ts', import.meta.url)),
      platform: 'node',
    });
    await bundle.write({ file: program, format: 'esm' });
  }, 60_000);
  afterAll(() => rmSync(program, { force: true }));

  it('loses nothing that was acknowledged', async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < 25; round++) {
      const child = spawn(process.execPath, [program, folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      child.stdout.on('data', (chunk) => {
        said += chunk;
      });
      // Killed a little after some acknowledgement: the next import is then at one or other of its steps.
      while (said.split('\n').length <= 1 + (round % 3)) await new Promise((done) => child.stdout.once('data', done));
      await new Promise((done) => setTimeout(done, (round * 7) % 23));
      child.kill('SIGKILL');
      await new Promise((done) => child.once('close', done));
      for (const line of said.split('\n').slice(0, -1)) acknowledged.add(line);
      const lines = kept();
      const there = new Set(lines.map(({ list, on, digest }) => `${list} ${on} ${digest}`));
      for (const line of acknowledged) expect(there.has(line)).toBe(true);
      for (const line of lines.slice(-3)) expect(readSnapshot(folder, line)).toHaveLength(line.entries);
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(25);
  }, 120_000);
});
