import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from './commands.ts';

const root = new URL('../../', import.meta.url).pathname;
const built = join(root, 'dist/snapback.js');

/** A command of a document, and the output shown under it, if any. */
type Documented = { readonly command: string; readonly shown?: string };

/**
 * The commands of a document: lines of its `sh` blocks that call Snapback. A block marked `sh not-run` is left alone. A `text`
 * block that follows a block with one command is its output.
 */
function commandsIn(text: string): readonly Documented[] {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```)?/gm)];
  return blocks.flatMap(([, block, shown]) => {
    const commands = block!
      .replaceAll(/\\\n\s*/g, '')
      .split('\n')
      .map((line) =>
        line
          .replace(/^\$ /, '')
          .replace(/ +#.*$/, '')
          .trim(),
      )
      .filter((line) => /^(?:\.\/|npx )?snapback /.test(line));
    return commands.map((command) => (shown === undefined || commands.length > 1 ? { command } : { command, shown }));
  });
}

/** The lines shown that the output does not have in that order; `…` stands for lines left out. */
function linesMissing(shown: string, output: string): readonly string[] {
  const lines = output.split('\n').map((line) => line.trimEnd());
  let next = 0;
  return shown
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '…')
    .filter((line) => {
      const found = lines.indexOf(line.trimEnd(), next);
      if (found >= 0) next = found + 1;
      return found < 0;
    });
}

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true }).map((name) => join('docs', String(name))),
]
  .filter((name) => name.endsWith('.md') && existsSync(join(root, name)))
  .sort();

const scratch = mkdtempSync(join(tmpdir(), 'snapback-docs-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.skipIf(!existsSync(built))('the commands that the docs show (they need `npm run build`)', () => {
  for (const document of documents) {
    const found = commandsIn(readFileSync(join(root, document), 'utf8'));
    for (const { command, shown } of new Map(found.map((one) => [one.command, one])).values()) {
      it(`${document}: ${command}`, () => {
        // A shell of its own where `snapback` is the built command; relative paths are those of the repository.
        const line = command.replace(/^(?:\.\/|npx )?snapback /, `"${process.execPath}" "${built}" `);
        const { status, stderr, stdout } = spawnSync(line, {
          shell: true,
          cwd: root,
          encoding: 'utf8',
          maxBuffer: 64 * 1024 * 1024,
          env: { ...process.env, TMPDIR: scratch },
        });
        expect({ status, stderr }, stdout).toSatisfy(
          (result: { status: number | null }) => result.status === 0 || result.status === 3,
        );
        if (shown !== undefined) expect(linesMissing(shown, stdout), stdout).toEqual([]);
      });
    }
  }

  it('are found in fenced blocks, continued lines joined and remarks left out', () => {
    const text =
      'x\n```sh\n./snapback ask --from RU \\\n  --to IR   # a question\nnpm cit\n```\n```sh not-run\nsnapback serve\n```\n';
    expect(commandsIn(text)).toEqual([{ command: './snapback ask --from RU --to IR' }]);
  });

  it('are shown with their output, in which lines may be left out and none may be made up', () => {
    const text = '```sh\nsnapback --version\n```\n\n```text\none\n…\nthree\n```\n';
    expect(commandsIn(text)).toEqual([{ command: 'snapback --version', shown: 'one\n…\nthree\n' }]);
    expect(linesMissing('one\n…\nthree\n', 'one  \ntwo\nthree\n')).toEqual([]);
    expect(linesMissing('one\n…\nfour\n', 'one\ntwo\nthree\n')).toEqual(['four']);
    expect(linesMissing('three\none\n', 'one\ntwo\nthree\n')).toEqual(['one']);
  });
});

it('README names every command', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const names = new Set(Object.keys(commands).map((name) => name.split(' ')[0]!));
  names.delete('completions'); // its help tells how to use it
  expect([...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(readme))).toEqual([]);
});
