/** Builds `dist/`: one command with chunks that load when used, and the record, linked, ready to read. */
import { chmodSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const started = new Date();

const bundle = await rolldown({
  cwd: root,
  input: { snapback: 'apps/cli/main.ts', 'prebuild-record': 'apps/files/prebuild-record.ts' },
  platform: 'node',
  // Native, and found beside its own package.
  external: [/^@duckdb\//],
  transform: { target: 'node20.19' },
});
const { output } = await bundle.write({
  dir: `${root}dist`,
  format: 'esm',
  chunkFileNames: 'chunks/[name]-[hash].js',
  minify: true,
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
