/**
 * The compiled tables and one ledger through DuckDB, ClickHouse and Spark, whichever are installed; every answer must be the same.
 * `node bench/ledger/warehouses.mjs [ROWS]` after `npm run build`. ClickHouse: `npm install --no-save chdb`. Spark: a Python with
 * `pyspark`, named by `PYTHON`, and a Java.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const rows = Number(process.argv[2] ?? 100_000);
const snapback = fileURLToPath(new URL('../../dist/snapback.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'snapback-warehouses-'));
const at = (name) => join(folder, name);
const TABLES = ['word', 'cell', 'segment', 'answer'];
const run = (...args) => execFileSync(process.execPath, [snapback, ...args], { encoding: 'utf8' });
const queryFor = (dialect) => run('sql', '--dialect', dialect, '--tables', at('law')).replace(/;\s*$/, '');

/** Words of the tables, left out and unknown ones among them; half of the rows beyond what the tables hold. */
async function generate() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const one = (words) =>
    `list_element([${words.map((word) => (word === '' ? 'NULL' : `'${word}'`))}], 1 + floor(random() * ${words.length})::INT)`;
  await connection.run('SELECT setseed(0.3)');
  await connection.run(`COPY (SELECT range AS id, ${one(['RU', 'CN', 'FR', 'Brazil', 'BR', 'AR', '', 'DE'])} AS "from",
    ${one(['IR', 'LY', 'SD', '', 'IT'])} AS "to", ${one(['arms', 'salw', 'food', 'system:su-35', ''])} AS goods,
    ${one(['', '', '', 'supply'])} AS activity, ${one(['', 'government'])} AS recipient, ${one(['', '', 'SD-DARFUR'])} AS region,
    ${one(['', '', '', '', '', 'X'])} AS party, CASE WHEN random() < 0.3 THEN (random() * 1800000000)::BIGINT END AS contract,
    (600000000 + random() * 1300000000)::BIGINT AS t, floor(random() * 4)::INTEGER AS p FROM range(${rows}))
    TO '${at('ledger.parquet')}' (FORMAT parquet)`);
  return connection;
}

async function duckdb(connection) {
  for (const table of TABLES)
    await connection.run(`CREATE VIEW ${table} AS SELECT * FROM '${at(`law/${table}.parquet`)}'`);
  await connection.run(`CREATE VIEW ledger AS SELECT * FROM '${at('ledger.parquet')}'`);
  return (await connection.runAndReadAll(`SELECT * FROM (${queryFor('duckdb')}) ORDER BY id`)).getRowsJson();
}

async function clickhouse() {
  const { Session } = await import('chdb').catch(() => ({}));
  if (Session === undefined) return undefined;
  const session = new Session(at('clickhouse'));
  const view = (name, file) => session.query(`CREATE VIEW ${name} AS SELECT * FROM file('${file}', 'Parquet')`);
  for (const table of TABLES) view(table, at(`law/${table}.parquet`));
  view('ledger', at('ledger.parquet'));
  const told = session.query(queryFor('clickhouse'), 'JSONCompactEachRow');
  session.cleanup();
  return told
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function spark() {
  const program = `
import json
from pyspark.sql import SparkSession
spark = SparkSession.builder.master('local[*]').config('spark.ui.enabled', 'false').getOrCreate()
for table in ${JSON.stringify(TABLES)}:
    spark.read.parquet('${folder}/law/' + table + '.parquet').createOrReplaceTempView(table)
spark.read.parquet('${at('ledger.parquet')}').createOrReplaceTempView('ledger')
answers = spark.sql(open('${at('query.sql')}').read()).collect()
open('${at('spark.json')}', 'w').write(json.dumps([list(row) for row in answers]))
`;
  writeFileSync(at('query.sql'), queryFor('spark'));
  writeFileSync(at('spark.py'), program);
  try {
    execFileSync(process.env.PYTHON ?? 'python3', ['-c', 'import pyspark'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  execFileSync(process.env.PYTHON ?? 'python3', [at('spark.py')], { stdio: ['ignore', 'ignore', 'ignore'] });
  return JSON.parse(readFileSync(at('spark.json'), 'utf8'));
}

const inOrder = (answers) =>
  answers.map((row) => row.map((value) => (value === null ? null : Number(value)))).sort((a, b) => a[0] - b[0]);

try {
  const connection = await generate();
  run(
    'compile',
    '--tables',
    at('law'),
    '--from',
    'RU,CN,FR,Brazil,AR',
    '--to',
    'IR,LY,SD',
    '--goods',
    'arms,salw,food,system:su-35',
    '--recipient',
    'government',
    '--region',
    'SD-DARFUR',
    '--contracts',
    '--according-to',
    'US,RU,FR',
  );
  const expected = inOrder(await duckdb(connection));
  console.log(`DuckDB: ${expected.length} rows, ${expected.filter(([, outcome]) => outcome !== null).length} answered`);
  for (const [name, work] of [
    ['ClickHouse', clickhouse],
    ['Spark', spark],
  ]) {
    const told = await work();
    if (told === undefined) {
      console.log(`${name}: not installed, left out`);
      continue;
    }
    const same = JSON.stringify(inOrder(told)) === JSON.stringify(expected);
    console.log(`${name}: ${told.length} rows, ${same ? 'all the same' : 'NOT the same'}`);
    if (!same) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
