/** Builds `dist/`: one command with chunks that load when used, and the record, linked, ready to read. */
import { chmodSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const started = new Date();

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { snapback: 'apps/cli/main.ts', 'prebuild-record': 'apps/files/prebuild-record.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'eof',
  metafile: true,
  logLevel: 'warning',
});
// Chunks of earlier builds go only now, so that a command running meanwhile finds its own.
const fresh = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
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
