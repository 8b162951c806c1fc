/** Which way imports point: data flows down the house, imports point back up, toward `time` and `law`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = new URL('.', import.meta.url).pathname;

/** What each folder may import, besides itself. A change here is a decision that someone sees. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  time: [],
  diagnostics: [],
  screening: [],
  law: ['time'],
  record: ['law', 'time', 'diagnostics'],
  compile: ['law', 'time'],
  evaluate: ['compile', 'law', 'time'],
  asking: ['screening', 'law', 'time', 'diagnostics'],
  reading: ['asking', 'screening', 'evaluate', 'compile', 'law', 'time', 'diagnostics'],
  revision: ['record', 'evaluate', 'compile', 'law', 'time', 'diagnostics'],
  explain: ['reading', 'revision', 'screening', 'evaluate', 'compile', 'law', 'time'],
  ledger: ['explain', 'asking', 'evaluate', 'compile', 'law', 'time', 'diagnostics'],
  reference: ['law', 'time'],
  proof: ['reference', 'evaluate', 'compile', 'law', 'time'],
};

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name.includes('/'),
);

const folderOf = (path: string): string => path.split('/')[0]!;

/** The folders that a file imports from, with the specifier; packages are left out. */
function importsOf(file: string): readonly (readonly [folder: string, specifier: string])[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, specifier]) => [
    folderOf(relative(src, resolve(src, dirname(file), specifier!))),
    specifier!,
  ]);
}

describe('imports inside src', () => {
  it.each([...new Set(sources.map(folderOf))].sort())('%s imports only what stands above it', (folder) => {
    const allowed = mayImport[folder];
    expect(allowed, `say in mayImport what ${folder} may import`).toBeDefined();
    const strays = sources
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) =>
        importsOf(file)
          .filter(([target]) => target !== folder && !allowed!.includes(target))
          .map(([, specifier]) => `${file} imports ${specifier}`),
      );
    expect(strays).toEqual([]);
  });

  it('never leave src, nor reach for Node', () => {
    const strays = sources.flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      const outside = importsOf(file).filter(([target]) => target === '..' || target === '');
      return [
        ...outside.map(([, specifier]) => `${file} imports ${specifier}`),
        ...(/from 'node:/.test(text) ? [`${file} imports Node`] : []),
      ];
    });
    expect(strays).toEqual([]);
  });

  it('take clock and chance as values', () => {
    const strays = sources.filter((file) =>
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(strays).toEqual([]);
  });
});

it('has a wall: neither Node nor a browser is there to be used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapback-wall-'));
  const uses = ['process.exit(0)', "fetch('x')", 'document.title', 'setTimeout(() => {}, 1)'];
  writeFileSync(join(folder, 'wall.ts'), uses.map((use) => `// @ts-expect-error not here\n${use};`).join('\n'));
  const { compilerOptions } = JSON.parse(readFileSync(join(src, 'tsconfig.json'), 'utf8')) as {
    compilerOptions: object;
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['wall.ts'] }));
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(src, '../node_modules/typescript/bin/tsc'), '-p', folder],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true, force: true });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
