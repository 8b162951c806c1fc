import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { smallRecordFiles } from '../../src/record/small-record.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

let folder: string;
let record: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapback-lists-'));
  record = join(folder, 'record');
  for (const { path, text } of smallRecordFiles()) {
    mkdirSync(dirname(join(record, path)), { recursive: true });
    writeFileSync(join(record, path), text);
  }
  return () => rmSync(folder, { recursive: true, force: true });
});

async function snapback(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    print: (text) => out.push(text),
    write: (text) => void out.push(text),
    warn: (text) => err.push(text),
    isTTY: false,
    color: false,
    columns: 100,
    env: { SNAPBACK_DATA: join(folder, 'data') },
  };
  const code = await run(args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const head = 'id,name,aliases,type,dob,country,listed_on,programme\n';
const early = `${head}X.1,Erika Musterfrau,Эрика Мустерфрау,Person,1970-02-03,Iran,2012-03-24,P1\nX.2,Muster Trading LLC,,Entity,,Iran,2012-03-24,P1\n`;
const late = `${head}X.1,Erika Musterfrau,Эрика Мустерфрау,Person,1970-02-03,Iran,2012-03-24,P1\nX.3,Muster Ship,,Vessel,,,2021-05-06,P2\n`;

async function importBoth(): Promise<void> {
  await snapback('lists', 'import', file('a.csv', early), '--list', 'own', '--on', '2020-01-01');
  await snapback('lists', 'import', file('b.csv', late), '--list', 'own', '--on', '2022-01-01');
}

describe('snapback lists', () => {
  it('keeps lists by day and tells what it has', async () => {
    const { code, out } = await snapback(
      'lists',
      'import',
      file('a.csv', early),
      '--list',
      'own',
      '--on',
      '2020-01-01',
    );
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^own as of 2020-01-01: 2 entries, 3 names \(csv\), sha256 [0-9a-f]{16}…$/),
    });
    const status = JSON.parse((await snapback('lists', 'status', '--json')).out);
    expect(status.lists).toMatchObject([
      { list: 'own', on: '2020-01-01', entries: 2, names: 3, snapshots: 1, source: 'a.csv', held: null },
    ]);
    expect((await snapback('lists', 'history', '--programme', 'P1')).out).toContain('2 under P1, in use');
  });

  it('says who came, who went, and against whom to screen again', async () => {
    await importBoth();
    const { out } = await snapback('lists', 'diff', 'own@2020-06-01', 'own', '--json');
    expect(JSON.parse(out)).toMatchObject({
      came: [{ id: 'X.3' }],
      went: [{ id: 'X.2' }],
      changed: [],
      screenAgain: [{ id: 'X.3', names: ['Muster Ship'] }],
    });
  });

  it.each([
    [['lists', 'import', 'nowhere.csv', '--list', 'own'], /cannot be read/],
    [['lists', 'import', '--list', 'own'], /which file/],
    [['lists', 'history', 'owm'], /no list `owm`/],
    [['lists', 'update', 'un_sc_sanction'], /Did you mean `un_sc_sanctions`/],
    [['screen'], /which name/],
    [['screen', 'x', '--on', '2020-13-01'], /is no day/],
    [['compare', 'x'], /two names/],
  ])('%j is refused in words', async (args, words) => {
    const { code, err } = await snapback(...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(words) });
  });

  it('wants to know the day of a file that does not say it', async () => {
    const { code, err } = await snapback('lists', 'import', file('a.csv', early), '--list', 'own');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('Say it with `--on`') });
  });
});

describe('snapback screen', () => {
  const screen = async (...args: string[]) =>
    JSON.parse((await snapback('screen', ...args, '--record', record, '--json')).out);

  it('says who stood on which list on a day, by which act, and why', async () => {
    await importBoth();
    const found = await screen('Musterfrau, Erika', '--on', '2020-06-01', '--list', 'own');
    expect(found).toEqual({
      query: { name: 'Musterfrau, Erika' },
      on: '2020-06-01',
      matches: [
        {
          id: 'X.1',
          caption: 'Erika Musterfrau',
          list: 'own',
          score: 1,
          match: true,
          designated: [{ from: '2012-03-24', until: null, act: 'P1', positions: [] }],
          because: [
            { feature: 'equal', score: 0.5, query: 'erika', candidate: 'erika' },
            { feature: 'equal', score: 0.5, query: 'musterfrau', candidate: 'musterfrau' },
          ],
        },
      ],
    });
  });

  it.each([
    ['Muster Trading', '2011-01-01', []],
    ['Muster Trading', '2020-06-01', ['X.2']],
    ['Muster Trading', '2022-01-01', []],
    ['Muster Ship', '2021-05-05', []],
    ['Muster Ship', '2021-05-06', ['X.3']],
    ['Эрика Мустерфрау', '2022-06-01', ['X.1']],
  ])('finds `%s` as of %s: %j', async (name, on, ids) => {
    await importBoth();
    const { matches } = await screen(name, '--on', on, '--list', 'own');
    expect(matches.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  it('lets dates, countries and numbers count for or against', async () => {
    await importBoth();
    const score = async (...args: string[]) =>
      (await screen('Erika Musterfrau', '--on', '2020-06-01', '--from', '0.1', ...args)).matches[0].score;
    expect(await score('--born', '1950')).toBeCloseTo(0.7, 5);
    expect(await score('--born', '1970', '--country', 'Peru')).toBeCloseTo(0.93, 5);
  });

  it('finds who bears a number, whatever the name', async () => {
    await snapback(
      'lists',
      'import',
      file('s.csv', 'id,name,type,imo\nX.9,Muster Ship,Vessel,9187629\n'),
      '--list',
      'ships',
      '--on',
      '2020-01-01',
    );
    const because = [{ feature: 'identifier', score: 1 }];
    expect((await screen('Renamed Star', '--id', 'IMO 9187629', '--on', '2020-06-01')).matches).toMatchObject([
      { id: 'X.9', score: 1, because },
    ]);
    expect((await screen('IMO 9187629', '--on', '2020-06-01')).matches).toMatchObject([
      { id: 'X.9', score: 1, because },
    ]);
    expect((await screen('Muster Ship', '--id', '9187629', '--on', '2020-06-01')).matches).toHaveLength(1);
  });

  it('reads a listed name both ways where the list does not say whether it is a person', async () => {
    await snapback(
      'lists',
      'import',
      file('u.csv', 'id,name\nX.8,"Musterfrau, Erika"\n'),
      '--list',
      'open',
      '--on',
      '2020-01-01',
    );
    expect(
      (await screen('Erika Musterfrau', '--schema', 'Person', '--on', '2020-06-01', '--list', 'open')).matches,
    ).toMatchObject([{ id: 'X.8', score: 1 }]);
  });

  it('screens a file, keeps rejects apart, and goes on where it was broken off', async () => {
    await importBoth();
    const names = file(
      'names.csv',
      `id,name\n${Array.from({ length: 20 }, (_, i) => `c${i},${i % 5 === 4 ? '' : i % 2 === 0 ? 'Erika Musterfrau' : 'Nobody Atall'}\n`).join('')}`,
    );
    const out = join(folder, 'hits.ndjson');
    const args = ['screen', '--file', names, '--out', out, '--on', '2020-06-01', '--record', record];
    expect((await snapback(...args)).code).toBe(2);
    const whole = readFileSync(out, 'utf8');
    const rejects = readFileSync(`${out}.rejects.ndjson`, 'utf8');
    expect(whole.trim().split('\n')).toHaveLength(16);
    expect(JSON.parse(rejects.split('\n')[0]!)).toMatchObject({ row: 5, why: 'it has no name' });
    writeFileSync(out, whole.slice(0, whole.length / 2));
    const again = await snapback(...args);
    expect(again.err).toContain('going on behind row');
    expect(readFileSync(out, 'utf8')).toBe(whole);
    expect(readFileSync(`${out}.rejects.ndjson`, 'utf8')).toBe(rejects);
    expect((await snapback(...args, '--limit', '3')).err).toContain('is of another run');
  });
});

describe('snapback compare', () => {
  it('shows the sum', async () => {
    const { out } = await snapback('compare', 'Erika Musterfrau', 'Erika Mustrefrau', '--schema', 'Person');
    expect(out.split('\n')[0]).toMatch(/^0\.9\d match \(from 0\.7 on\)$/);
    expect(out).toContain('equal "erika" ~ "erika" +0.50');
  });

  it('adds score, match and reasons to every row and column of a file', async () => {
    const pairs = file(
      'pairs.csv',
      'note,schema,name1,name2\n"a, b",Person,Erika Musterfrau,"Musterfrau, Erika"\nc,Company,Muster AG,Kowalski GmbH\n',
    );
    const out = join(folder, 'scored.csv');
    await snapback('compare', '--pairs', pairs, '--out', out);
    const [header, first, second] = readFileSync(out, 'utf8').trim().split('\n');
    expect(header).toBe('note,schema,name1,name2,score,match,reasons');
    expect(first).toMatch(/^"a, b",Person,Erika Musterfrau,"Musterfrau, Erika",1\.0000,true,"?equal/);
    expect(second).toMatch(/^c,Company,Muster AG,Kowalski GmbH,0\.0000,false,/);
  });
});

it('says of a disputed list in whose view it counts, whatever other laws borrow it', async () => {
  const root = new URL('../../record', import.meta.url).pathname;
  const { out } = await snapback(
    'screen',
    'Ghasem Soleymani',
    '--on',
    '2025-11-20',
    '--list',
    'un/1737-list',
    '--record',
    root,
    '--json',
  );
  const [match] = JSON.parse(out).matches;
  expect(match).toMatchObject({ id: 'IRi.040', match: true, designated: [{ inForce: 'contested' }] });
  expect(match.designated[0].positions).toEqual(expect.arrayContaining(['FR', 'GB', 'US']));
  expect(match.designated[0].without).toEqual(expect.arrayContaining(['CN', 'IR', 'RU']));
}, 60_000);
