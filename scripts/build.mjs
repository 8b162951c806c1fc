/** Builds `dist/`: one command with chunks that load when used, and the record, linked, ready to read. */
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const started = new Date();
await waitForOthers(`${root}dist/.building`);

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

/** One build at a time: two first uses at once would write the same files. A lock older than three minutes was left behind. */
async function waitForOthers(lock) {
  mkdirSync(`${root}dist`, { recursive: true });
  for (let told = false; ; told = true) {
    try {
      mkdirSync(lock);
      process.on('exit', () => rmSync(lock, { recursive: true, force: true }));
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const { mtimeMs } = statSync(lock, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
      if (Date.now() - mtimeMs > 180_000) rmSync(lock, { recursive: true, force: true });
      if (!told) console.error('Waiting for another build to end …');
      await sleep(200);
    }
  }
}
