/**
 * Time and memory of `snapback read FILE --json` by the length of the text: `node bench/run.mjs reading/growth`, drawn as
 * `bench/reading/growth.svg`. Each text is `examples/renewals.en.txt` over and over, denser in statements than any newspaper.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Run = { readonly megabytes: number; readonly seconds: number; readonly mebibytes: number };

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [0.1, 0.3, 1, 3, 10];
const report = readFileSync('examples/renewals.en.txt', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'snapback-growth-'));
const nowhere = openSync('/dev/null', 'w');
const atExit = 'data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.resourceUsage())))';

console.log('MB\tseconds of processor time\tmost memory, MiB');
const runs = sizes.map((megabytes): Run => {
  const file = join(folder, 'text.txt');
  writeFileSync(file, `${report}\n\n`.repeat(Math.ceil((megabytes * 1e6) / report.length)).slice(0, megabytes * 1e6));
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', atExit, 'dist/snapback.js', 'read', file, '--json', '--published', '2025-09-29'],
    { stdio: ['ignore', nowhere, 'pipe'], encoding: 'utf8' },
  );
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(stderr.trim().split('\n').at(-1)!) as NodeJS.ResourceUsage;
  const run = { megabytes, seconds: (userCPUTime + systemCPUTime) / 1e6, mebibytes: maxRSS / 1024 };
  console.log(`${megabytes}\t${run.seconds.toFixed(1)}\t${run.mebibytes.toFixed(0)}`);
  return run;
});
rmSync(folder, { recursive: true });
writeFileSync('bench/reading/growth.svg', drawing(runs));

/** Seconds against megabytes on logarithmic axes; a dashed line shows growth in proportion to the longest text. */
function drawing(points: readonly Run[]): string {
  const [left, top, width, height] = [60, 40, 380, 220];
  const last = points.at(-1)!;
  const [least, most] = [Math.min(...points.map(({ seconds }) => seconds)) / 2, last.seconds * 2];
  const x = (megabytes: number): number =>
    left + (Math.log(megabytes / points[0]!.megabytes) / Math.log(last.megabytes / points[0]!.megabytes)) * width;
  const y = (seconds: number): number => top + height - (Math.log(seconds / least) / Math.log(most / least)) * height;
  const from = Math.max(points[0]!.megabytes, (last.megabytes * least) / last.seconds);
  const marks = points.map(
    ({ megabytes, seconds, mebibytes }) =>
      `<circle cx="${x(megabytes).toFixed(1)}" cy="${y(seconds).toFixed(1)}" r="4" fill="#1b5e8c"/><text x="${x(megabytes).toFixed(1)}" y="${(y(seconds) - 9).toFixed(1)}" text-anchor="middle">${seconds.toFixed(1)} s</text><text x="${x(megabytes).toFixed(1)}" y="${top + height + 16}" text-anchor="middle">${megabytes} MB</text><text x="${x(megabytes).toFixed(1)}" y="${top + height + 31}" text-anchor="middle" fill="#666">${mebibytes.toFixed(0)} MiB</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 310" font-family="system-ui, sans-serif" font-size="11">
<title>Time of reading by length of text</title><rect width="500" height="310" fill="#fff"/>
<text x="${left}" y="20" font-size="14" font-weight="600">snapback read --json: processor time and most memory by length</text>
<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="#bbb"/>
<line x1="${x(from).toFixed(1)}" y1="${y((last.seconds * from) / last.megabytes).toFixed(1)}" x2="${x(last.megabytes)}" y2="${y(last.seconds).toFixed(1)}" stroke="#888" stroke-dasharray="4 4"/>
${marks.join('\n')}
</svg>
`;
}
