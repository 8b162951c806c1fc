/** One file of a ledger answered: its cells are found, worked out, and its rows joined to them. */
import type { ColumnsByField, WordField } from '../../src/ledger.ts';
import type { Cell, Cells, Fault } from './cells.ts';
import { type Database, named, quoted, type Value } from './duckdb.ts';
import type { Format } from './inputs.ts';
import { IN_WORDS, type RowsWanted, reading, rowsQuery, wordFields } from './relation.ts';
import { createAnswers, createSlots, createTable, outputColumns } from './tables.ts';

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

/** Works out the cells and makes the tables `line`, `fault`, `slot` and `answer`. Gives back how many changes a slot holds. */
export async function compileCells(
  database: Database,
  cells: readonly Cell[],
  worker: Cells,
  positions: readonly string[],
): Promise<number> {
  const answered: { readonly cell: number; readonly line: number }[] = [];
  const faulty: { readonly cell: number; readonly fault: Fault }[] = [];
  // One stretch of time for all cells of a precision, so that those of one kin share their answers.
  const spans = new Map<number, { first: number; last: number }>();
  for (const { precision, first, last } of cells) {
    const span = spans.get(precision) ?? { first, last };
    spans.set(precision, { first: Math.min(span.first, first), last: Math.max(span.last, last) });
  }
  for (const [cell, one] of cells.entries()) {
    const worked = await worker.workOut({ ...one, ...spans.get(one.precision) });
    if ('fault' in worked) faulty.push({ cell, fault: worked.fault });
    else answered.push({ cell, line: worked.line });
  }
  const { lines, slots } = worker.ledger.layOut();
  await createTable(database, 'line', [
    { name: 'cell', type: 'BIGINT', values: answered.map(({ cell }) => cell) },
    ...(['base', 'low', 'high', 'shift'] as const).map((name) => ({
      name,
      type: 'BIGINT' as const,
      values: answered.map(({ line }) => lines[line]![name]),
    })),
  ]);
  await createFaults(database, faulty, worker.faults);
  await createSlots(database, slots);
  await createAnswers(database, worker.ledger.legend.answers, positions, worker.faults.length);
  return slots.changes.length;
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

const LINES = '(SELECT c.* EXCLUDE (cell, first, last, rows), l.* EXCLUDE (cell) FROM cell c JOIN line l USING (cell))';

/** Rows with the number of their answer; a time in words only has none, and any will do, for its line never changes. */
function answeredRows(
  rows: string,
  fields: readonly WordField[],
  inWords: boolean,
  kept: readonly string[],
  changes: number,
): string {
  const keyed = `SELECT ${kept.map((name) => `r.${name}`).join(', ')}, coalesce(r.t, 0) AS t,
    c.base + ((least(greatest(coalesce(r.t, 0), c.low), c.high) - c.low) >> c.shift) AS slot
    FROM (${rows}) r JOIN ${LINES} c ON ${cellOf(fields, inWords)}`;
  return `SELECT k.* EXCLUDE (t, slot), ${answerChosen(changes)} AS answer FROM (${keyed}) k JOIN slot s ON s.slot = k.slot`;
}

/** The answer that holds at `k.t`, among those of its slot. */
const answerChosen = (changes: number): string =>
  `CASE ${Array.from({ length: changes }, (_, i) => `WHEN k.t < s.c${i + 1} THEN s.a${i}`).join(' ')} ELSE s.a${changes} END`;

/** What is known of the cells once they are worked out: `changes` is how many a slot holds. */
export type Compiled = { readonly inWords: boolean; readonly turning: boolean; readonly changes: number };

/** The answers to the rows, in their order: `id` and the columns of the output. */
export function answersQuery(
  wanted: RowsWanted,
  positions: readonly string[],
  { inWords, turning, changes }: Compiled,
): string {
  const id = wanted.byField.id === undefined ? 'row' : 'id';
  const rows = answeredRows(rowsQuery(wanted), wordFields(wanted), inWords, [id], changes);
  const columns = outputColumns(positions).map((name) => `a.${named(name)}`);
  return `SELECT k.${id} AS id, ${columns.join(', ')} FROM (${rows}) k JOIN answer a ON a.answer = k.answer${turning ? ' WHERE a.outcome IS NOT NULL' : ''}`;
}

/** The rows that get no answer: where they stand, the column at fault, its text, why. Lines that are no row are in `malformed`. */
export function rejectsQuery(wanted: RowsWanted, { inWords, changes }: Compiled): string {
  const numbered = rowsQuery({ ...wanted, numbered: true });
  const fields = wordFields(wanted);
  const kept = [
    ...(wanted.byField.id === undefined ? [] : ['id']),
    ...fields.map((field) => `w_${field}`),
    'k',
    'row',
    'line',
  ];
  const value = [...fields.map((field) => `WHEN '${field}' THEN r.w_${field}`), `WHEN 'on' THEN r.k`].join(' ');
  const told = `r.line, r.row, ${wanted.byField.id === undefined ? 'NULL' : 'r.id::VARCHAR'} AS id,
    CASE f.field ${columnNames(wanted.byField)} END AS "column", CASE f.field ${value} END AS value, f.code, f.reason`;
  // The reader of CSV counts records: a value with line breaks is one, a line that it leaves out is one too.
  const csv = wanted.file.format === 'csv';
  return `WITH r AS MATERIALIZED (${numbered}), faulty AS (
      SELECT ${told} FROM r JOIN cell c ON ${cellOf(fields, inWords)} JOIN fault f ON f.cell = c.cell
      UNION ALL
      SELECT ${told} FROM (${answeredRows('SELECT * FROM r', fields, inWords, kept, changes)}) r JOIN timed_fault f ON f.answer = r.answer)
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
