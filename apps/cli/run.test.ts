import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchemas, ENGINE_VERSION, jsonSchemas } from '../../src/index.ts';
import { type Edit, smallRecordFiles } from '../../src/record/small-record.ts';
import { schemaText } from './commands/record-schema.ts';
import { commands } from './commands.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

const root = new URL('../../', import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), 'snapback-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

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
    env: {},
  };
  const code = await run(args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function recordIn(name: string, edit: Edit = {}): string {
  for (const { path, text } of smallRecordFiles(edit)) {
    mkdirSync(dirname(join(scratch, name, path)), { recursive: true });
    writeFileSync(join(scratch, name, path), text);
  }
  return join(scratch, name);
}

describe('the command line', () => {
  it('prints the version of the package, which is the engine’s', async () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
    expect(ENGINE_VERSION).toBe(version);
    expect(await snapback('--version')).toEqual({ code: 0, out: version, err: '' });
  });

  it('lists every command in its help, and each has help of its own', async () => {
    const { out } = await snapback('--help');
    for (const [name, { summary }] of Object.entries(commands)) {
      expect(out).toContain(name);
      expect(out).toContain(summary);
      const help = await snapback(...name.split(' '), '--help');
      expect(help.code).toBe(0);
      expect(help.out).toContain(`Usage: snapback ${name}`);
    }
  });

  it.each([
    [['recrod'], 'Did you mean `record`?'],
    [['record', 'chekc'], 'Did you mean `record check`?'],
    [['record', 'check', '--jsno'], 'Did you mean `--json`?'],
    [['record', 'check', '--record'], '`--record` needs a value'],
    [['record', 'check', '--json=yes'], '`--json` takes no value'],
    [['record', 'schema', 'x'], '`x` is one argument too many'],
    [['record', 'schema', '--out', 'a', '--out', 'b'], '`--out` is given twice'],
    [['record'], '`record check`'],
    [['constructor'], 'there is no command `constructor`'],
    [['record', 'check', '--constructor'], 'there is no option `--constructor`'],
    [['record', 'check', 'nowhere.yaml'], 'there is no file or folder `nowhere.yaml`'],
    [['record', 'check', '--record', 'nowhere'], '`nowhere` is no folder'],
    [['record', 'diff', scratch], 'two folders'],
    [['record', 'diff', scratch, join(scratch, 'none')], 'is no folder'],
  ])('answers %j with words and exit code 2', async (args, words) => {
    if (args.includes(scratch) && args.length === 4) recordIn('.');
    const { code, out, err } = await snapback(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('asks to report a bug, in one line', async () => {
    const io: Io = {
      print: () => {
        throw new Error('the terminal fell over');
      },
      write: () => {},
      warn: () => {},
      isTTY: false,
      color: false,
      columns: 80,
      env: {},
    };
    expect(await run(['--version'], io)).toBe(70);
  });
});

describe('record check', () => {
  let sound: string;
  beforeAll(() => {
    sound = recordIn('sound');
  });

  it('is content with a sound record', async () => {
    expect(await snapback('record', 'check', sound)).toEqual({
      code: 0,
      out: '7 files: 0 errors, 0 warnings.',
      err: '',
    });
  });

  it('tells what is wrong, where, and what to do', async () => {
    const folder = recordIn('unsound', { 'instruments/un/s-res-2714-2023.yaml': ['733-1992', '773-1992'] });
    const { code, out } = await snapback('record', 'check', folder);
    expect(code).toBe(2);
    expect(out).toMatch(
      /s-res-2714-2023\.yaml:12:43 error unknown-instrument \(S\/RES\/2714 \(2023\), para 1, lifts\)\n {2}no instrument has the id `un\/s-res-773-1992`\. Did you mean `un\/s-res-733-1992`\?/,
    );
    expect(out.endsWith('7 files: 1 error, 0 warnings.')).toBe(true);
  });

  it('tells only of the paths named, and of them what the rest of the record shows', async () => {
    const folder = recordIn('partly', { 'instruments/un/s-res-2714-2023.yaml': ['733-1992', '773-1992'] });
    const only = (path: string) => snapback('record', 'check', '--record', folder, join(folder, path));
    expect((await only('instruments/un/s-res-2714-2023.yaml')).code).toBe(2);
    expect((await only('regimes')).code).toBe(0);
    expect((await snapback('record', 'check', '--record', folder, tmpdir())).err).toContain('is not in the record');
  });

  it('prints JSON that says the same', async () => {
    const folder = recordIn('json', { 'record.yaml': undefined });
    const { code, out } = await snapback('record', 'check', folder, '--json');
    const { record, files, diagnostics } = JSON.parse(out);
    expect(code).toBe(2);
    expect(record).toMatch(/^sha256:/);
    expect(files).toBe(6);
    expect(diagnostics).toMatchObject([{ code: 'missing-file', severity: 'error' }]);
  });
});

describe('record diff', () => {
  it('tells in words what an edit does to the law', async () => {
    const after = recordIn('after', { 'instruments/un/s-res-733-1992.yaml': ['goods: [arms]', 'goods: [any]'] });
    const { code, out } = await snapback('record', 'diff', recordIn('before'), after);
    expect(code).toBe(0);
    expect(out).toMatch(/^S\/RES\/733 \(1992\), para 5 .* reads otherwise: `goods`\.$/);
  });

  it('compares no record that has faults', async () => {
    const faulty = recordIn('faulty', { 'record.yaml': 'horizon: soon\n' });
    expect((await snapback('record', 'diff', recordIn('before'), faulty)).err).toContain('has 1 error;');
  });
});

describe('the JSON Schemas', () => {
  it('in the repository are those of the code (`snapback record schema --out schemas`)', () => {
    const schemas = { ...jsonSchemas(), ...answerSchemas() };
    for (const [name, schema] of Object.entries(schemas))
      expect(readFileSync(`${root}schemas/${name}`, 'utf8'), name).toBe(schemaText(schema));
  });
});
