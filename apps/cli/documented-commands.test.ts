import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const built = join(root, 'dist/snapback.js');

/** The commands of a document: lines of its `sh` blocks that call Snapback. A block marked `sh not-run` is left alone. */
function commandsIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block!);
  return blocks
    .flatMap((block) => block.replaceAll(/\\\n\s*/g, '').split('\n'))
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/ +#.*$/, '')
        .trim(),
    )
    .filter((line) => /^(?:\.\/|npx )?snapback /.test(line));
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
    for (const command of new Set(commandsIn(readFileSync(join(root, document), 'utf8')))) {
      it(`${document}: ${command}`, () => {
        // A shell of its own where `snapback` is the built command; relative paths are those of the repository.
        const line = command.replace(/^(?:\.\/|npx )?snapback /, `"${process.execPath}" "${built}" `);
        const { status, stderr, stdout } = spawnSync(line, {
          shell: true,
          cwd: root,
          encoding: 'utf8',
          env: { ...process.env, TMPDIR: scratch },
        });
        expect({ status, stderr }, stdout).toSatisfy(
          (result: { status: number | null }) => result.status === 0 || result.status === 3,
        );
      });
    }
  }

  it('are found in fenced blocks, continued lines joined and remarks left out', () => {
    const text =
      'x\n```sh\n./snapback ask --from RU \\\n  --to IR   # a question\nnpm cit\n```\n```sh not-run\nsnapback serve\n```\n';
    expect(commandsIn(text)).toEqual(['./snapback ask --from RU --to IR']);
  });
});
