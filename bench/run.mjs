/** Bundles one benchmark and runs it: `node bench/run.mjs engine/throughput [ARG…]`. Needs `npm run build` first, for the record. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...args] = process.argv.slice(2);
if (name === undefined || !/^[a-z-]+\/[a-z-]+$/.test(name)) {
  console.error('usage: node bench/run.mjs FOLDER/NAME [ARG…], such as engine/throughput');
  process.exit(2);
}
const bundle = await rolldown({
  cwd: root,
  input: `bench/${name}.ts`,
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('bench/'),
});
const file = `${root}dist/bench/${name.replace('/', '-')}.mjs`;
await bundle.write({ file, format: 'esm', codeSplitting: false });
process.exitCode =
  spawnSync(process.execPath, ['--expose-gc', file, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
