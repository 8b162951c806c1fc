/**
 * What `docs/ledger-findings.md` counts, from the answers to a ledger of the trade register:
 * `node bench/ledger/register-counts.mjs LEDGER.csv ANSWERS.parquet`. Prints the totals and the table as Markdown.
 */
import { DuckDBInstance } from '@duckdb/node-api';

const [ledger, answers] = process.argv.slice(2);
if (answers === undefined) {
  console.error('usage: node bench/ledger/register-counts.mjs LEDGER.csv ANSWERS.parquet');
  process.exit(2);
}
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();

await connection.run(`CREATE TABLE answered AS
  SELECT a.id, a.outcome::VARCHAR AS outcome, l.regimes, l.missing, substr(d."on", 1, 3) || '0s' AS decade
  FROM read_parquet(${quoted(answers)}) a
  JOIN read_parquet(${quoted(`${answers}.why.parquet`)}) l USING (why)
  JOIN (SELECT id, "on" FROM read_csv(${quoted(ledger)}, all_varchar = true)) d ON d.id = a.id::VARCHAR`);
await connection.run(`CREATE VIEW touched AS SELECT * FROM answered WHERE outcome <> 'no-measure-found'`);

console.log('answered', (await rows('SELECT count(*) FROM answered'))[0][0]);
console.log('of them under some measure or call', (await rows('SELECT count(*) FROM touched'))[0][0]);
for (const [outcome, count] of await rows('SELECT outcome, count(*) FROM touched GROUP BY 1 ORDER BY 2 DESC'))
  console.log(`  ${outcome} ${count}`);
for (const [fact, count] of await rows(
  'SELECT fact, count(*) FROM (SELECT unnest(missing) AS fact FROM touched) GROUP BY 1 ORDER BY 2 DESC',
))
  console.log(`turning on ${fact}, alone or with others: ${count}`);

console.log('\n| regime | decade | prohibited | conditional | other |\n| --- | --- | --- | --- | --- |');
const table =
  await rows(`SELECT regime, decade, count(*) FILTER (outcome = 'prohibited'), count(*) FILTER (outcome = 'conditional'),
  count(*) FILTER (outcome NOT IN ('prohibited', 'conditional'))
  FROM (SELECT unnest(regimes) AS regime, decade, outcome FROM touched) GROUP BY 1, 2 ORDER BY 1, 2`);
for (const one of table) console.log(`| \`${one[0]}\` | ${one.slice(1).join(' | ')} |`);
