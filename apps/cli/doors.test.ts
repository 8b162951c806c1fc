/** The commands that look things up, over the smallest record: what they print, in words and as JSON, and what they refuse. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, describe, expect, it } from 'vitest';
import { type Edit, smallRecordFiles } from '../../src/record/small-record.ts';
import { bandLines } from './draw-bands.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

const scratch = mkdtempSync(join(tmpdir(), 'snapback-doors-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function recordIn(name: string, edit: Edit = {}): string {
  for (const { path, text } of smallRecordFiles(edit)) {
    mkdirSync(dirname(join(scratch, name, path)), { recursive: true });
    writeFileSync(join(scratch, name, path), text);
  }
  return join(scratch, name);
}

const small = recordIn('small');
/** Renewable, due two days after the horizon. */
const renewable = recordIn('renewable', {
  'instruments/un/s-res-733-1992.yaml': [
    '        goods: [arms]',
    '        goods: [arms]\n        ends: [{at: 2025-01-01, kind: renewable}]',
  ],
  'instruments/un/s-res-2714-2023.yaml': undefined,
});

async function snapback(
  args: readonly string[],
  io: Partial<Io> = {},
): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    print: (text) => out.push(text),
    write: (text) => void out.push(text),
    warn: (text) => err.push(text),
    isTTY: false,
    color: false,
    columns: 80,
    env: {},
    ...io,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const on = (record: string, ...args: string[]) => snapback([...args, '--record', record]);

describe('in-force', () => {
  it('lists the measures of a day under their law, with their stretch', async () => {
    const { code, out } = await on(small, 'in-force', 'Somalia', '--on', '2023-11-30');
    expect(code).toBe(0);
    expect(out).toContain('On 2023-11-30 measures are in force against Somalia under UN law.');
    expect(out.replace(/\s+/g, ' ')).toContain('S/RES/733 (1992), para 5');
    expect(out.replace(/\s+/g, ' ')).toContain('in force, from 1992-01-23 until 2023-12-01');
  });

  it('says of an empty day that the record holds nothing, not that anything goes', async () => {
    const { out } = await on(small, 'in-force', 'SO', '--on', '2024-05-01');
    expect(out).toContain('On 2024-05-01 the record holds no measure in force against Somalia.');
  });

  it('gives JSON with its coordinates', async () => {
    const { out } = await on(small, 'in-force', 'SO', '--on', '2023-11-30', '--json');
    expect(JSON.parse(out)).toMatchObject({
      target: 'SO',
      at: { from: '2023-11-30T00:00:00Z', until: '2023-12-01T00:00:00Z' },
      views: [{ positions: [], law: 'UN', measures: [{ id: 'un/s-res-733-1992#5', status: 'in-force' }] }],
    });
  });

  it('leaves exit code 3 where a renewal was due and was not seen', async () => {
    const { code, out } = await on(renewable, 'in-force', 'SO', '--on', '2025-03-01');
    expect(code).toBe(3);
    expect(out).toContain('cannot be said whether in force');
  });
});

describe('diff', () => {
  it('says what went, when and by what act', async () => {
    const { code, out } = await on(small, 'diff', 'SO', '--from', '2023-11-30', '--to', '2023-12-01');
    expect(code).toBe(0);
    expect(out).toContain('UN law: went out of force');
    expect(out).toContain('on 2023-12-01 (hour not recorded), ended by S/RES/2714 (2023), para 1');
  });

  it('says that nothing changed', async () => {
    const { out } = await on(small, 'diff', 'SO', '--from', '2000-01-01', '--to', '2001-01-01');
    expect(out.replace(/\s+/g, ' ')).toContain('nothing on record changed in the measures against Somalia.');
  });

  it('gives the same as JSON', async () => {
    const { out } = await on(small, 'diff', 'SO', '--from', '2023-11-30', '--to', '2023-12-01', '--json');
    expect(JSON.parse(out)).toMatchObject({
      from: '2023-11-30T23:59:59Z',
      to: '2023-12-01T23:59:59Z',
      changes: [
        { kind: 'went', before: 'in-force', after: 'none', turns: [{ at: '2023-12-01T00:00:00Z', precision: 'day' }] },
      ],
    });
  });
});

describe('timeline', () => {
  it.each([60, 80, 120])('draws bands that fit %i columns, and tells them by word', async (columns) => {
    const { out } = await snapback(['timeline', 'SO', '--record', small], { columns });
    const lines = out.split('\n');
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    expect(lines.some((line) => line.includes('█') && line.includes('─'))).toBe(true);
    expect(out.replace(/\s+/g, ' ')).toContain('in force from 1992-01-23 until 2023-12-01');
  });

  it('prints no colour where none is wanted, and some where it is', async () => {
    const plain = await snapback(['timeline', 'SO', '--record', small]);
    const coloured = await snapback(['timeline', 'SO', '--record', small], { color: true });
    expect(plain.out).not.toContain('\u001b');
    expect(coloured.out).toContain('\u001b');
  });

  it('shows even a stretch shorter than a cell', () => {
    const measure = {
      law: 'UN',
      instrument: 'i',
      provision: 'para 1',
      title: 't',
      force: 'decides',
      evidence: 'verified',
    };
    const day = (at: number) => ({ from: at, until: at, precision: 'instant' });
    const stretches = [
      { from: day(0), until: day(60), state: 'in-force' },
      { from: day(60), state: 'ended' },
    ];
    const lanes = [{ measures: [measure], stretches, views: [] }] as never;
    const record = { laws: {}, instruments: { i: { symbol: 'S/RES/1' } } } as never;
    const bands = bandLines({ lanes, record, columns: 80, now: 1_000_000_000 as never });
    expect(bands.find(({ kind }) => kind === 'band')!.text).toContain('█─');
  });

  it('gives the intervals as JSON', async () => {
    const { out } = await on(small, 'timeline', 'SO', '--json');
    expect(JSON.parse(out)).toMatchObject({
      target: 'SO',
      measures: [
        {
          instrument: 'S/RES/733 (1992)',
          effect: 'prohibited',
          intervals: [
            { from: '1992-01-23T00:00:00Z', until: '2023-12-01T00:00:00Z', precision: 'day', status: 'in-force' },
          ],
        },
      ],
    });
  });
});

describe('explain', () => {
  it('tells a provision in our words, its measures, what acts on it and on what it rests', async () => {
    const { out } = await on(small, 'explain', 'S/RES/733', '(1992)', 'para', '5');
    expect(out).toContain('All States shall put a complete embargo on deliveries of weapons to Somalia.');
    expect(out).toContain('in force from 1992-01-23 until 2023-12-01');
    expect(out).toContain('S/RES/2714 (2023), para 1: ended measures of S/RES/733 (1992)');
    expect(out).toContain('https://digitallibrary.un.org/record/134477');
  });

  it('marks what is unverified', async () => {
    const { out } = await on(small, 'explain', 'un/s-res-2714-2023');
    expect(out).toContain('[unverified]');
    expect(out).toContain('Unverified: known, and not yet checked against a text');
  });

  it.each([
    'un/somalia-751',
    'adopted:un/s-res-733-1992',
    'SO',
    'arms',
    'un/s-res-2714-2023#lifts',
    'un/s-res-733-1992#5',
  ])('knows %s, in words and as JSON', async (id) => {
    expect((await on(small, 'explain', id)).code).toBe(0);
    expect(JSON.parse((await on(small, 'explain', id, '--json')).out)).toMatchObject({ id });
  });
});

describe('coverage and positions', () => {
  it('count what was read in a text named', async () => {
    const { out } = await on(small, 'coverage');
    expect(out).toContain('The record holds 1 sanctions regime up to 2024-12-31.');
    expect(out).toContain('2 legal texts, 1 read in a text named (50 %)');
    expect(JSON.parse((await on(small, 'coverage', '--json')).out)).toMatchObject({
      horizon: '2024-12-31',
      measures: { all: 1, verified: 1 },
    });
  });

  it('say of a silent State that silence is not consent', async () => {
    const { code, out } = await on(small, 'positions', 'Italy');
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toMatch(/^No stance of Italy is on record, .*; silence is not consent\./);
  });
});

describe('calendar', () => {
  it('lists the renewal that is due, and writes it as iCalendar', async () => {
    const { out } = await on(renewable, 'calendar', 'SO');
    expect(out).toContain('2025-01-02  Somalia: runs out unless renewed');
    const file = join(scratch, 'due.ics');
    expect((await on(renewable, 'calendar', '--ics', file)).out).toBe(`1 entry written to ${file}.`);
    const [entry] = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8'))).getAllSubcomponents('vevent');
    expect(new ICAL.Event(entry!).summary).toBe('Somalia: runs out unless renewed');
    expect(new ICAL.Event(entry!).startDate.toString()).toBe('2025-01-02T00:00:00Z');
  });

  it('is the same whenever it is made', async () => {
    const twice = await Promise.all([1, 2].map(() => on(renewable, 'calendar', '--ics', '-')));
    expect(twice[0]!.out).toBe(twice[1]!.out);
  });
});

describe('completions', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s know every command and its options', async (shell) => {
    const { out } = await snapback(['completions', shell]);
    for (const word of ['in-force', 'record', 'check', 'according-to']) expect(out).toContain(word);
  });
});

describe('what cannot be understood', () => {
  it.each([
    [['in-force', 'Somaliia', '--on', '2020-01-01'], 'no State is called `Somaliia`. Did you mean `Somalia`?'],
    [['in-force', 'SO'], '`on` is missing'],
    [['in-force', '--on', '2020-01-01'], 'no State is named'],
    [['in-force', 'SO', '--on', '2023-02-29'], 'does not exist'],
    [['in-force', 'SO', '--on', '2023-02-01T10:00'], 'a clock time without a zone'],
    [['diff', 'SO', '--from', '2023-02-01', '--to', '2023-01-01'], 'is not before'],
    [['timeline', 'SO', '--law', 'UNN'], 'the record holds no law called `UNN`'],
    [['timeline', 'SO', '--according-to', 'UN'], 'the United Nations as such holds no position'],
    [['explain'], 'nothing to explain is named'],
    [['explain', 'S/RES/733 (1992) para 6'], 'It holds para 5.'],
    [['explain', 'S/RES/734 (1992)'], 'Did you mean `S/RES/733 (1992)`?'],
    [['positions', 'arms'], 'neither an actor nor a disputed point'],
    [['calendar', '--ics', '/nowhere/at/all.ics'], 'cannot be written'],
    [
      ['ask', '--from', 'IT', '--to', 'SO', '--goods', 'gizmos', '--on', '2020-01-01'],
      'no goods on record are called `gizmos`',
    ],
    [
      ['ask', '--from', 'IT', '--to', 'SO', '--goods', 'arms', '--on', '2020-01-01', '--activity', 'smuggle'],
      'no activity is called',
    ],
    [['ask', '--questions', 'nowhere.ndjson'], 'cannot be read'],
  ])('%j ends in words, exit code 2 and nothing on standard output', async (args, words) => {
    const { code, out, err } = await on(small, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('is told of a shell that is not known', async () => {
    expect(await snapback(['completions', 'tcsh'])).toMatchObject({ code: 2, out: '' });
  });
});
