/** Builds `dist/`: one command with chunks that load when used, and the record, linked, ready to read. */
import { chmodSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;

rmSync(`${root}dist/chunks`, { recursive: true, force: true });
await build({
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
  // Its build for Node is CommonJS, which cannot be split into chunks; this is the same code as modules.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  legalComments: 'eof',
  logLevel: 'warning',
});
chmodSync(`${root}dist/snapback.js`, 0o755);

const { prebuildRecord } = await import(pathToFileURL(`${root}dist/prebuild-record.js`).href);
const faults = prebuildRecord(`${root}record`, `${root}dist/record`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
