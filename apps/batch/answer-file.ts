/** One file of a ledger answered: its cells are found, worked out, and its rows joined to them. */
import type { ColumnsByField, WordField } from '../../src/ledger.ts';
import type { Cell, Cells, Fault } from './cells.ts';
import { type Database, named, quoted, type Value } from './duckdb.ts';
import type { Format } from './inputs.ts';
import { IN_WORDS, type RowsWanted, reading, rowsQuery, wordFields } from './relation.ts';
import { createSegments, createTable, outputColumns } from './tables.ts';

/** Makes the table `cell`: each combination of words, precision and unread time that occurs, with its first and last time. */
export async function findCells(database: Database, wanted: RowsWanted): Promise<readonly Cell[]> {
  const fields = wordFields(wanted);
  const keys = [...fields.map((field) => `w_${field}`), 'p', 'k'];
  await database.run(
    `CREATE OR REPLACE TEMP TABLE cell AS SELECT row_number() OVER () - 1 AS cell, * FROM (
       SELECT ${keys.join(', ')}, min(t) AS first, max(t) AS last, count(*) AS rows FROM (${rowsQuery(wanted)}) GROUP BY ALL)`,
  );
  const columns = await database.columns(
    `SELECT ${keys.join(', ')}, first::DOUBLE, last::DOUBLE FROM cell ORDER BY cell`,
  );
  const count = columns[0]?.length ?? 0;
  const [precisions, inWords, first, last] = columns.slice(fields.length) as Value[][];
  return Array.from({ length: count }, (_, i): Cell => {
    const words: Partial<Record<WordField, string>> = {};
    fields.forEach((field, f) => {
      const text = columns[f]![i];
      if (text !== null) words[field] = String(text);
    });
    const unread = inWords![i];
    return {
      words,
      precision: Number(precisions![i]),
      first: Number(first![i]),
      last: Number(last![i]),
      ...(unread !== null && { inWords: String(unread) }),
    };
  });
}

/** Works out the cells and makes the tables `line`, `fault` and `segment`. */
export async function compileCells(
  database: Database,
  cells: readonly Cell[],
  worker: Cells,
  positions: readonly string[],
): Promise<void> {
  const lines: number[][] = [];
  const faulty: { readonly cell: number; readonly fault: Fault }[] = [];
  // One stretch of time for all cells of a precision, so that those of one kin share their answers.
  const spans = new Map<number, { first: number; last: number }>();
  for (const { precision, first, last } of cells) {
    const span = spans.get(precision) ?? { first, last };
    spans.set(precision, { first: Math.min(span.first, first), last: Math.max(span.last, last) });
  }
  for (const [number, cell] of cells.entries()) {
    const worked = await worker.workOut({ ...cell, ...spans.get(cell.precision) });
    if ('fault' in worked) faulty.push({ cell: number, fault: worked.fault });
    else lines.push([number, worked.line.base, worked.line.low, worked.line.high, worked.line.shift]);
  }
  await createTable(
    database,
    'line',
    ['cell', 'base', 'low', 'high', 'shift'].map((name, i) => ({
      name,
      type: 'BIGINT' as const,
      values: lines.map((line) => line[i]!),
    })),
  );
  await createFaults(database, faulty, worker.faults);
  await createSegments(database, worker.ledger.segments, worker.ledger.legend.answers, positions);
}

async function createFaults(
  database: Database,
  faulty: readonly { readonly cell: number; readonly fault: Fault }[],
  timed: readonly Fault[],
): Promise<void> {
  const columnsOf = (faults: readonly Fault[]) =>
    (['field', 'code', 'reason'] as const).map((name) => ({
      name,
      type: 'VARCHAR' as const,
      values: faults.map((fault) => fault[name]),
    }));
  await createTable(database, 'fault', [
    { name: 'cell', type: 'BIGINT', values: faulty.map(({ cell }) => cell) },
    ...columnsOf(faulty.map(({ fault }) => fault)),
  ]);
  await createTable(database, 'timed_fault', [
    { name: 'answer', type: 'INTEGER', values: timed.map((_, i) => -1 - i) },
    ...columnsOf(timed),
  ]);
}

/** The join of rows to their cells. */
const cellOf = (fields: readonly WordField[], withWords: boolean): string =>
  [
    ...fields.map((field) => `c.w_${field} IS NOT DISTINCT FROM r.w_${field}`),
    'c.p = r.p',
    ...(withWords ? ['c.k IS NOT DISTINCT FROM r.k'] : []),
  ].join(' AND ');

const SLOT = 'l.base + ((least(greatest(r.t, l.low), l.high) - l.low) >> l.shift)';

/** What is known of the cells once they are worked out. */
export type Compiled = { readonly inWords: boolean; readonly turning: boolean };

/** The answers to the rows, in their order: `id` and the columns of the output. */
export function answersQuery(wanted: RowsWanted, positions: readonly string[], { inWords, turning }: Compiled): string {
  const fields = wordFields(wanted);
  const id = wanted.byField.id === undefined ? 'r.row AS id' : 'r.id AS id';
  const lines = `(SELECT c.* EXCLUDE (cell, first, last, rows), l.* EXCLUDE (cell) FROM cell c JOIN line l USING (cell))`;
  const keyed = `SELECT ${id}, coalesce(r.t, 0) AS t, ${SLOT.replace('r.t', 'coalesce(r.t, 0)').replaceAll('l.', 'c.')} AS slot FROM (${rowsQuery(wanted)}) r JOIN ${lines} c ON ${cellOf(fields, inWords)}`;
  const columns = outputColumns(positions).map((name) => `s.${named(name)}`);
  return `SELECT k.id, ${columns.join(', ')} FROM (${keyed}) k JOIN segment s ON s.slot = k.slot AND k.t >= s.since AND k.t < s.until${turning ? ' WHERE s.outcome IS NOT NULL' : ''}`;
}

/** The rows that get no answer: where they stand, the column at fault, its text, why. Lines that are no row are in `malformed`. */
export function rejectsQuery(wanted: RowsWanted, { inWords }: Compiled): string {
  const numbered = rowsQuery({ ...wanted, numbered: true });
  const fields = wordFields(wanted);
  const value = [...fields.map((field) => `WHEN '${field}' THEN r.w_${field}`), `WHEN 'on' THEN r.k`].join(' ');
  const told = `r.line, r.row, ${wanted.byField.id === undefined ? 'NULL' : 'r.id::VARCHAR'} AS id,
    CASE f.field ${columnNames(wanted.byField)} END AS "column", CASE f.field ${value} END AS value, f.code, f.reason`;
  const lines = 'SELECT c.* EXCLUDE (cell, first, last, rows), l.* EXCLUDE (cell) FROM cell c JOIN line l USING (cell)';
  // The reader of CSV counts records: a value with line breaks is one, a line that it leaves out is one too.
  const csv = wanted.file.format === 'csv';
  return `WITH r AS MATERIALIZED (${numbered}), faulty AS (
      SELECT ${told} FROM r JOIN cell c ON ${cellOf(fields, inWords)} JOIN fault f ON f.cell = c.cell
      UNION ALL
      SELECT ${told} FROM r JOIN (${lines}) c ON ${cellOf(fields, inWords)}
      JOIN segment s ON s.slot = ${SLOT.replaceAll('l.', 'c.')} AND r.t >= s.since AND r.t < s.until
      JOIN timed_fault f ON f.answer = s.answer)
    SELECT ${quoted(wanted.file.path)} AS file, * FROM (
      SELECT ${csv ? 'line + (SELECT count(*) FROM malformed m WHERE m.line - m.rank <= f.row + 1)' : 'line'} AS line, * EXCLUDE (line) FROM faulty f
      UNION ALL
      SELECT ${csv ? 'm.line + coalesce((SELECT r.line - r.row - 1 + r.breaks FROM r WHERE r.row = m.line - m.rank - 2), 0)' : 'm.line'}, NULL, NULL, m."column", m.value, m.code, m.reason FROM malformed m)
    ORDER BY line, row`;
}

/** Makes `malformed`: lines of the file that are no row at all, as the reader of the last pass left them out. */
export async function findMalformed(database: Database, { file }: RowsWanted): Promise<number> {
  const broken =
    file.format === 'ndjson'
      ? `SELECT n, NULL, left(line, 200), 'unreadable-row', 'the line is no JSON object' FROM ${reading(file, [], true)} WHERE broken`
      : undefined;
  const left =
    file.format === 'parquet'
      ? undefined
      : `SELECT line, any_value(column_name), any_value(left(csv_line, 200)), 'unreadable-row', lower(any_value(error_type)) || ': ' || split_part(any_value(error_message), chr(10), 1)
         FROM reject_errors WHERE scan_id = (SELECT max(scan_id) FROM reject_errors) AND file_id = 0 GROUP BY line`;
  const parts = [broken, left].filter((part) => part !== undefined);
  const all =
    parts.length === 0
      ? `SELECT NULL::BIGINT, NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR LIMIT 0`
      : parts.join(' UNION ALL ');
  await database.run(
    `CREATE OR REPLACE TEMP TABLE malformed AS SELECT *, row_number() OVER (ORDER BY line) - 1 AS rank FROM (${all}) AS m (line, "column", value, code, reason)`,
  );
  const [[count]] = (await database.rows('SELECT count(*) FROM malformed')) as [[bigint]];
  return Number(count);
}

const columnNames = (byField: ColumnsByField): string =>
  Object.entries(byField)
    .map(([field, name]) => `WHEN ${quoted(field)} THEN ${quoted(name)}`)
    .join(' ');

export const formatClause = (format: Format): string =>
  format === 'parquet' ? 'FORMAT parquet' : format === 'csv' ? 'FORMAT csv, HEADER' : 'FORMAT json';

export const hasTimesInWords = (cells: readonly Cell[]): boolean =>
  cells.some(({ precision }) => precision >= IN_WORDS);
