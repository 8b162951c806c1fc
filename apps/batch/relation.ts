/** A file as a relation of rows: id, words, and the time as a precision and a count of seconds. */
import { type ColumnsByField, WORD_FIELDS, type WordField } from '../../src/ledger.ts';
import { BatchFault } from './batch-fault.ts';
import { type Database, named, quoted } from './duckdb.ts';
import type { InputFile } from './inputs.ts';

/** The columns of a file and their DuckDB types. */
export type Columns = ReadonlyMap<string, string>;

/** How a file is read, as the text of a table expression. */
export function reading({ path, format }: InputFile, columns: readonly string[] = [], numbered = false): string {
  const file = quoted(path);
  const partitions = 'hive_partitioning = true, hive_types_autocast = false';
  switch (format) {
    case 'parquet':
      return `read_parquet(${file}, ${partitions}, file_row_number = true)`;
    case 'csv':
      return `read_csv(${file}, ${partitions}, header = true, all_varchar = true, store_rejects = true, rejects_limit = 0)`;
    case 'ndjson':
      return linesOfJson(file, columns, numbered);
  }
}

/** Lines that are no JSON come out with `broken` set; a column may change its type, for every value is taken as text. */
function linesOfJson(file: string, columns: readonly string[], numbered: boolean): string {
  const lines = `read_csv(${file}, columns = {'line': 'VARCHAR'}, delim = E'\\x01', quote = '', escape = '', header = false, auto_detect = false, store_rejects = true, rejects_limit = 0)`;
  const paths = columns.map((name) => quoted(`$."${name}"`)).join(', ');
  const values = columns.map((name, i) => `, v[${i + 1}] AS ${named(name)}`).join('');
  // Lines are counted before blank ones are left out.
  const counted = numbered ? 'row_number() OVER () AS n, ' : '';
  return `(SELECT *, v IS NULL AS broken${values} FROM (SELECT *, CASE WHEN json_valid(line) AND json_type(line) = 'OBJECT' THEN json_extract_string(line, [${paths}]) END AS v FROM (SELECT ${counted}line FROM ${lines}) WHERE line IS NOT NULL))`;
}

/** The columns of a file. Of NDJSON, the keys of its first thousand objects. */
export async function columnsOf(database: Database, file: InputFile): Promise<Columns> {
  if (file.format === 'ndjson') {
    const found = await database.rows(
      `SELECT DISTINCT unnest(json_keys(line)) AS name FROM (SELECT line FROM ${reading(file)} WHERE NOT broken LIMIT 1000) ORDER BY name`,
    );
    return new Map(found.map(([name]) => [String(name), 'VARCHAR']));
  }
  const found = await database.rows(`DESCRIBE SELECT * FROM ${reading(file)}`);
  const columns = new Map(found.map(([name, type]) => [String(name), String(type)] as const));
  columns.delete('file_row_number');
  if (columns.size === 0) throw new BatchFault(`\`${file.path}\` has no columns.`);
  return columns;
}

/** A text that stands for a blank cell as well as a missing one is null; a list becomes its JSON. */
function textOf(name: string, type: string): string {
  const column = named(name);
  if (type === 'VARCHAR') return `nullif(trim(${column}), '')`;
  if (type.endsWith('[]')) return `CASE WHEN len(${column}) > 0 THEN to_json(${column})::VARCHAR END`;
  return `${column}::VARCHAR`;
}

/** How a file becomes rows. */
export type RowsWanted = {
  readonly file: InputFile;
  readonly columns: Columns;
  readonly byField: ColumnsByField;
  /** Seconds east of Greenwich of the clocks that times without a zone are read by; a named zone has no one offset. */
  readonly offset: number | undefined;
  /** Fields whose texts stand in a table `d_FIELD (text, value)`, to be replaced by its values. */
  readonly replaced: ReadonlySet<WordField>;
  /** Whether a table `d_on (text, p, t)` tells the times that SQL does not read itself. */
  readonly times: boolean;
  /** Whether rows are numbered (`row`, `line`), which costs the use of several cores where a file has no numbers of its own. */
  readonly numbered: boolean;
};

/** The fields that the rows have words for. */
export const wordFields = ({ byField }: Pick<RowsWanted, 'byField'>): readonly WordField[] =>
  WORD_FIELDS.filter((field) => byField[field] !== undefined);

/** Beyond the codes of `PRECISIONS`: a time understood in words only, one that cannot be understood, none at all. */
export const IN_WORDS = 4;
export const NO_TIME = 5;

/**
 * The rows of a file as a query: `id`, the words `w_FIELD`, `p` (a code of `PRECISIONS`, or one above), `t` (seconds at
 * which the time begins), `k` (the words of a time that has no `t`), and if wanted `row` and `line`.
 */
export function rowsQuery(wanted: RowsWanted): string {
  const { byField, times } = wanted;
  const words = replacedWords(wanted);
  const unread = times ? 'WHEN d_on.p IS NOT NULL THEN d_on.p ' : '';
  const p = `CASE WHEN r.t IS NOT NULL THEN r.p ${unread}WHEN r.on_text IS NULL THEN ${NO_TIME} ELSE ${IN_WORDS} END`;
  const k = `CASE WHEN r.t IS NULL${times ? ' AND d_on.t IS NULL' : ''} THEN r.on_text END`;
  const selected = [
    ...(byField.id === undefined ? [] : ['r.id']),
    ...words,
    `CAST(${p} AS TINYINT) AS p`,
    `${times ? 'coalesce(r.t, d_on.t)' : 'r.t'} AS t`,
    `${k} AS k`,
    ...(wanted.numbered ? ['r.row', 'r.line', 'r.breaks'] : []),
  ];
  const on = times ? 'LEFT JOIN d_on ON r.t IS NULL AND d_on.text = r.on_text' : '';
  return `SELECT ${selected.join(', ')} FROM (${timedQuery(wanted)}) r ${replacements(wanted)} ${on}`;
}

/** The rows in words alone: `on_words`, the other words, `id` or `row`. */
export function rowWords(wanted: RowsWanted): string {
  const words = replacedWords(wanted);
  const key = wanted.byField.id === undefined ? 'r.row' : 'r.id';
  return `SELECT ${[key, 'r.on_text AS on_words', ...words].join(', ')} FROM (${timedQuery(wanted, true)}) r ${replacements(wanted)}`;
}

const replacedWords = (wanted: RowsWanted): readonly string[] =>
  wordFields(wanted).map((field) =>
    wanted.replaced.has(field) ? `coalesce(d_${field}.value, r.w_${field}) AS w_${field}` : `r.w_${field}`,
  );

const replacements = (wanted: RowsWanted): string =>
  wordFields(wanted)
    .filter((field) => wanted.replaced.has(field))
    .map((field) => `LEFT JOIN d_${field} ON d_${field}.text = r.w_${field}`)
    .join(' ');

/** The times that SQL does not read itself, each once. */
export const timesInWords = (wanted: RowsWanted): string =>
  `SELECT DISTINCT on_text FROM (${timedQuery(wanted)}) WHERE t IS NULL AND on_text IS NOT NULL`;

/** `inFull`: also a time that SQL reads is given in words. */
function timedQuery(wanted: RowsWanted, inFull = false): string {
  const { file, columns, byField, numbered } = wanted;
  const used = Object.values(byField);
  const words = wordFields(wanted).map(
    (field) => `${textOf(byField[field]!, columns.get(byField[field]!)!)} AS w_${field}`,
  );
  const selected = [
    ...(byField.id === undefined ? [] : [`${named(byField.id)} AS id`]),
    ...words,
    ...timeColumns(byField.on!, columns.get(byField.on!)!, wanted.offset, inFull),
    ...(numbered ? numberColumns(file, columns) : []),
  ];
  const sound = file.format === 'ndjson' ? 'WHERE NOT broken' : '';
  const inner = `SELECT ${selected.join(', ')} FROM ${reading(file, used, numbered)} ${sound}`;
  return isTyped(columns.get(byField.on!)!, wanted.offset) ? inner : readTimes(inner, wanted.offset);
}

/** A line of CSV is counted with the line breaks inside the values before it; `breaks` are its own. Lines that were left out are added where they are known. */
function numberColumns({ format }: InputFile, columns: Columns): readonly string[] {
  if (format === 'parquet') return ['file_row_number + 1 AS row', 'NULL::BIGINT AS line', '0 AS breaks'];
  if (format === 'ndjson') return ['n AS row', 'n AS line', '0 AS breaks'];
  const breaks = [...columns.keys()].map(
    (name) => `coalesce(length(${named(name)}) - length(replace(${named(name)}, chr(10), '')), 0)`,
  );
  const before = `coalesce(sum(${breaks.join(' + ')}) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)`;
  return [
    'row_number() OVER () AS row',
    `(row_number() OVER () + 1 + ${before})::BIGINT AS line`,
    `(${breaks.join(' + ')})::BIGINT AS breaks`,
  ];
}

const isTyped = (type: string, offset: number | undefined): boolean =>
  type === 'TIMESTAMP WITH TIME ZONE' || (offset !== undefined && (type === 'DATE' || type.startsWith('TIMESTAMP')));

/** The second day of the year 1, and the last but one of 9999, in seconds: a zone may move them by a day. */
const FIRST_READABLE = -62_135_510_400;
const LAST_READABLE = 253_402_128_000;

/** A column of dates or instants is read as such, in the years that have four digits; all else is text for now. */
function timeColumns(name: string, type: string, offset: number | undefined, inFull: boolean): readonly string[] {
  const column = named(name);
  const zoned = type === 'TIMESTAMP WITH TIME ZONE';
  const clock = `strftime(date_trunc('second', ${column}::TIMESTAMP), '%Y-%m-%d %H:%M:%S')${zoned ? " || 'Z'" : ''}`;
  const text = type.startsWith('TIMESTAMP') ? clock : textOf(name, type);
  if (!isTyped(type, offset)) return [`${text} AS on_text`];
  const micros = `epoch_us(${column}${zoned || type === 'DATE' ? '' : '::TIMESTAMP'})`;
  // Casts to and from dates would go through the tables of zones; seconds need none.
  const [readable, seconds] =
    type === 'DATE'
      ? [`${column} BETWEEN DATE '0001-01-02' AND DATE '9999-12-30'`, `(${column} - DATE '1970-01-01') * 86400::BIGINT`]
      : [
          `${micros} BETWEEN ${FIRST_READABLE}000000 AND ${LAST_READABLE}000000`,
          `CAST(floor(${micros} / 1000000) AS BIGINT)`,
        ];
  return [
    `CASE ${inFull ? '' : `WHEN ${readable} THEN NULL `}WHEN ${column} IS NOT NULL THEN ${text} END AS on_text`,
    `${type === 'DATE' ? 1 : 0} AS p`,
    `CASE WHEN ${readable} THEN ${seconds} - ${zoned ? 0 : (offset ?? 0)} END AS t`,
  ];
}

/**
 * The plain forms of a time, read in SQL exactly as the engine reads them; every other text is left to the engine.
 * Years before 1500 are left to it too, for it asks which calendar is meant.
 */
function readTimes(inner: string, offset: number | undefined): string {
  const year = '(?:1[5-9]|[2-9]\\d)\\d\\d';
  const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
  const form = (pattern: string): string => `regexp_full_match(on_text, ${quoted(pattern)})`;
  const coarse =
    offset === undefined
      ? []
      : [
          `WHEN length(on_text) = 10 AND ${form(`${year}-\\d\\d-\\d\\d`)} THEN 1`,
          `WHEN length(on_text) = 7 AND ${form(`${year}-\\d\\d`)} THEN 2`,
          `WHEN length(on_text) = 4 AND ${form(year)} THEN 3`,
          `WHEN length(on_text) = 19 AND ${form(`${year}-\\d\\d-\\d\\d[T ]${clock}`)} THEN -1`,
        ];
  const forms = [`WHEN length(on_text) = 20 AND ${form(`${year}-\\d\\d-\\d\\dT${clock}Z`)} THEN 0`, ...coarse];
  const day = (text: string): string =>
    `(try_cast(${text} AS DATE) - DATE '1970-01-01') * 86400::BIGINT - ${offset ?? 0}`;
  const second = `epoch_us(try_cast(on_text AS TIMESTAMP)) // 1000000`;
  const t = [
    `WHEN 0 THEN ${second}`,
    `WHEN 1 THEN ${day('on_text')}`,
    `WHEN 2 THEN ${day(`on_text || '-01'`)}`,
    `WHEN 3 THEN ${day(`on_text || '-01-01'`)}`,
    `WHEN -1 THEN ${second} - ${offset ?? 0}`,
  ];
  return `SELECT * EXCLUDE (form), greatest(form, 0) AS p, CASE form ${t.join(' ')} END AS t FROM (SELECT *, CASE ${forms.join(' ')} END AS form FROM (${inner}))`;
}
