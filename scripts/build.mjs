/** Builds `dist/`: one command with chunks that load when used, and the record, linked, ready to read. */
import { chmodSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const started = new Date();

const input = { snapback: 'apps/cli/main.ts', 'prebuild-record': 'apps/files/prebuild-record.ts' };
const shape = { dir: `${root}dist`, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js', minify: true };
const bundle = () =>
  rolldown({
    cwd: root,
    input,
    platform: 'node',
    // Native, and found beside its own package.
    external: [/^@duckdb\//],
    transform: { target: 'node20.19' },
  });

// What one question loads is one chunk: finding and opening twenty files would cost more than running them.
const draft = await (await bundle()).generate(shape);
const question = new Set(loadedBy('apps/cli/commands/ask.ts', draft.output));
const { output } = await (await bundle()).write({
  ...shape,
  codeSplitting: { groups: [{ name: 'question', test: (id) => question.has(id) }] },
});

// Chunks of earlier builds go only now, so that a command running meanwhile finds its own.
const fresh = new Set(output.map(({ fileName }) => basename(fileName)));
for (const file of readdirSync(`${root}dist/chunks`)) if (!fresh.has(file)) rmSync(`${root}dist/chunks/${file}`);
chmodSync(`${root}dist/snapback.js`, 0o755);

const { prebuildRecord } = await import(pathToFileURL(`${root}dist/prebuild-record.js`).href);
const faults = prebuildRecord(`${root}record`, `${root}dist/record`);
for (const fault of faults.slice(0, 20)) console.error(fault);
if (faults.length > 0) {
  console.error(
    `The record has ${faults.length} errors (\`snapback record check\` tells all): dist/record is left as it was.`,
  );
  process.exitCode = 1;
}
// The launcher builds again when a source is younger than this.
writeFileSync(`${root}dist/.built`, '');
utimesSync(`${root}dist/.built`, started, started);

/** The modules that load with a command, its dynamic imports apart. The entry awaits the command, so it is not among them. */
function loadedBy(command, chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const seen = new Set();
  const visit = (chunk) => {
    if (chunk === undefined || seen.has(chunk)) return;
    seen.add(chunk);
    for (const name of chunk.imports) visit(byName.get(name));
  };
  visit(chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(command)));
  visit(chunks.find(({ name, isEntry }) => isEntry && name === 'snapback'));
  return [...seen].flatMap(({ moduleIds }) => moduleIds).filter((id) => !id.endsWith('apps/cli/main.ts'));
}
