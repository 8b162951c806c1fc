/**
 * What `npm test` does: builds, runs every test once, and those about time again in other zones. The last line is
 * plain (`Tests: 12 passed, 0 failed`), whatever the terminal.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (script, args, env = {}) =>
  spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    .status;

const built = run('scripts/build.mjs', []);
const scratch = mkdtempSync(join(tmpdir(), 'snapback-tests-'));
const report = join(scratch, 'report.json');
const tested = run(
  'node_modules/vitest/vitest.mjs',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { SNAPBACK_ZONES: '1' },
);

const { passed, failed, pending } = counted();
rmSync(scratch, { recursive: true, force: true });
if (built !== 0) console.error('\nThe build failed, see above.');
console.log(`\nTests: ${passed} passed, ${failed} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
process.exitCode = built === 0 && tested === 0 && failed === 0 ? 0 : 1;

/** A file that cannot even be loaded has no tests; it counts as one that failed. */
function counted() {
  try {
    const { numPassedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const wrong = testResults.flatMap(({ status, assertionResults }) => {
      const own = assertionResults.filter((one) => one.status === 'failed');
      return own.length === 0 && status === 'failed' ? [status] : own;
    });
    return { passed: numPassedTests, failed: wrong.length, pending: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, pending: 0 };
  }
}
