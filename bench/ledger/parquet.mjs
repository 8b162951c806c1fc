/**
 * `snapback batch` beside DuckDB's own copy of the same file, Parquet to Parquet, four positions, both through the same
 * library and with the same cores: `node bench/ledger/parquet.mjs [ROWS…]`. Needs `npm run build`. Wall time, CPU time
 * and the most memory of each child process; the shortest of three rounds by CPU, for the machine may be shared.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'snapback-bench-'));
const ledger = join(folder, 'ledger.parquet');

if (process.env.COPY !== undefined) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `COPY (SELECT * FROM read_parquet('${process.env.COPY}')) TO '${process.env.COPY}.copy' (FORMAT parquet)`,
  );
  process.exit(0);
}

/** Sellers and buyers, arms and other goods, instants over 36 years: 1,920 combinations of words. */
async function generate(rows) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const one = (list) =>
    `list_element([${list.split(' ').map((word) => `'${word}'`)}], 1 + floor(random() * ${list.split(' ').length})::INT)`;
  await connection.run('SELECT setseed(0.42)');
  await connection.run(`COPY (SELECT range AS id, ${one('RU CN DE FR US GB BR TR IN ZA UA BY')} AS "from",
    ${one('IR LY SO SD HT LR CI IQ IT JP KP SY CF ER SS YE AF MM SA EG')} AS "to",
    ${one('unroca:I unroca:IV salw ammunition food system:su-35 unroca:III arms')} AS goods,
    TIMESTAMPTZ '1990-01-01 00:00:00+00' + to_seconds((random() * 1130000000)::BIGINT) AS "on"
    FROM range(${rows})) TO '${ledger}' (FORMAT parquet)`);
}

/** Runs a child; gives its wall and CPU seconds and the most memory it held, in MiB, as /proc tells them. */
function measured(args, env = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let cpu = 0;
    let memory = 0;
    const look = () => {
      try {
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'latin1').split(') ')[1].split(' ');
        cpu = (Number(fields[11]) + Number(fields[12])) / 100;
        memory =
          Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))?.[1] ?? memory * 1024) /
          1024;
      } catch {
        // It has just ended.
      }
    };
    const timer = setInterval(look, 20);
    child.on('exit', (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ wall: (performance.now() - started) / 1000, cpu, memory });
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}

async function best(rounds, work) {
  let found;
  for (let round = 0; round < rounds; round++) {
    const one = await work();
    if (found === undefined || one.cpu < found.cpu) found = one;
  }
  return found;
}

const told = ({ wall, cpu, memory }) => `${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${memory.toFixed(0)} MiB`;
try {
  for (const rows of sizes.length > 0 ? sizes : [10_000_000]) {
    await generate(rows);
    const rounds = rows > 20_000_000 ? 1 : 3;
    const out = join(folder, 'answers.parquet');
    const copy = await best(rounds, () => measured([fileURLToPath(import.meta.url)], { COPY: ledger }));
    const batch = await best(rounds, () =>
      measured([
        'dist/snapback.js',
        'batch',
        ledger,
        '--out',
        out,
        '--according-to',
        'US,RU,CN,UN-SEC',
        '--memory',
        '1500MB',
      ]),
    );
    console.log(`${rows} rows, ${(statSync(ledger).size / 2 ** 20).toFixed(0)} MiB`);
    console.log(`  DuckDB reads and writes it: ${told(copy)}`);
    console.log(`  snapback batch:             ${told(batch)}`);
    console.log(
      `  ratio: ${(batch.wall / copy.wall).toFixed(2)} by the clock, ${(batch.cpu / copy.cpu).toFixed(2)} by CPU`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
