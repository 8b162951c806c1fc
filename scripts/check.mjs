/** The whole truth about a change: format, lint, types, tests (cases and the commands in the docs among them), record. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']],
  ['types of src', 'node_modules/typescript/bin/tsc', ['-p', 'src']],
  ['types of apps, cases and tests', 'node_modules/typescript/bin/tsc', ['-p', 'apps']],
  ['tests, cases, commands in the docs', 'scripts/test.mjs', []],
  ['record', 'dist/snapback.js', ['record', 'check', 'record']],
];

const failed = steps.filter(([name, script, args]) => {
  console.log(`\n— ${name}`);
  return spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' }).status !== 0;
});

console.log(failed.length === 0 ? '\nAll is well.' : `\nNot well: ${failed.map(([name]) => name).join('; ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
