/** The query that joins a ledger to compiled tables, as DuckDB, ClickHouse and Spark understand it. Equality joins only. */
import { WORD_FIELDS, type WordField } from './fields.ts';

export const DIALECTS = ['duckdb', 'clickhouse', 'spark'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** What the query must know of the tables; their manifest holds it. */
export type TablesShape = {
  /** Fields that make a cell. */
  readonly fields: readonly WordField[];
  /** The seconds that tell contracts apart, in order; they count where `contract` is a field. */
  readonly contractCuts: readonly number[];
  readonly positions: readonly string[];
  /** Changes that a segment row holds. */
  readonly changes: number;
  /** The stretch of time they hold for, in seconds: `[since, until)`. */
  readonly since: number;
  readonly until: number;
};

type Spelling = {
  readonly name: (text: string) => string;
  readonly shiftRight: (value: string, by: string) => string;
  readonly after: string;
};

const double = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const SPELLINGS: Readonly<Record<Dialect, Spelling>> = {
  duckdb: { name: double, shiftRight: (value, by) => `((${value}) >> ${by})`, after: '' },
  // A left join would otherwise fill up with zeros, which are numbers of cells.
  clickhouse: {
    name: double,
    shiftRight: (value, by) => `bitShiftRight(${value}, ${by})`,
    after: '\nSETTINGS join_use_nulls = 1',
  },
  spark: {
    name: (text) => `\`${text.replaceAll('`', '``')}\``,
    shiftRight: (value, by) => `shiftright(${value}, CAST(${by} AS INT))`,
    after: '',
  },
};

/** The columns of the table `ledger` that the query reads. */
export const LEDGER_COLUMNS = ['id', ...WORD_FIELDS, 't', 'p'] as const;

/**
 * The query over tables `ledger`, `word`, `cell`, `segment`, `answer` as they are named. `ledger` has `id`, a column of
 * text for each field, `contract` (seconds), `t` (the second at which the row's time begins) and `p` (0 instant, 1 day, 2
 * month, 3 year); `columns` are those it has, if not all. A row that the tables do not hold comes out with nulls, so does one
 * that says more than they know; none is dropped.
 */
export function ledgerSql(
  dialect: Dialect,
  { fields, contractCuts, positions, changes, since, until }: TablesShape,
  columns: readonly string[] = LEDGER_COLUMNS,
): string {
  const { name, shiftRight, after } = SPELLINGS[dialect];
  const column = (field: WordField): string => `l.${name(field)}`;
  const blank = (field: WordField): string =>
    field === 'contract' ? `${column(field)} IS NULL` : `coalesce(${column(field)}, '') = ''`;
  const worded = fields.filter((field) => field !== 'contract' && columns.includes(field));
  const numberOf = (field: WordField): string => {
    if (!columns.includes(field)) return String(BLANK);
    return field === 'contract' ? contractNumber(column(field), contractCuts) : `w_${field}.number`;
  };
  const numbers = fields.map((field) => `${numberOf(field)} AS ${name(`n_${field}`)}`);
  const words = worded.map(
    (field) =>
      `  LEFT JOIN (SELECT text, number FROM word WHERE field = '${field}') w_${field} ON w_${field}.text = coalesce(${column(field)}, '')`,
  );
  const unknown = WORD_FIELDS.filter((field) => !fields.includes(field) && columns.includes(field));
  const known = unknown.length === 0 ? '' : `, (${unknown.map(blank).join(' AND ')}) AS known`;
  const carried = unknown.length === 0 ? '' : ', n.known';
  const cell = [...fields.map((field) => `c.${name(`n_${field}`)} = n.${name(`n_${field}`)}`), 'c.p = n.p'];
  const clamped = 'least(greatest(n.t, c.low), c.high) - c.low';
  const chosen = Array.from({ length: changes }, (_, i) => `WHEN k.t < s.c${i + 1} THEN s.a${i}`);
  const held = [`k.t >= ${since}`, `k.t < ${until}`, ...(unknown.length === 0 ? [] : ['k.known'])].join(' AND ');
  const told = ['outcome', ...positions.map((position) => `outcome_${position}`), 'strictest', 'mildest', 'why'];
  return `WITH numbered AS (
  SELECT l.id, l.t, l.p, ${numbers.join(', ')}${known}
  FROM ledger l
${words.join('\n')}
), keyed AS (
  SELECT n.id, n.t${carried}, c.base + ${shiftRight(clamped, 'c.shift')} AS slot
  FROM numbered n
  LEFT JOIN cell c ON ${cell.join(' AND ')}
), chosen AS (
  SELECT k.id, CASE WHEN ${held} THEN CASE ${chosen.join(' ')} ELSE s.a${changes} END END AS answer
  FROM keyed k
  LEFT JOIN segment s ON s.slot = k.slot
)
SELECT h.id, ${told.map((one) => `a.${name(one)}`).join(', ')}
FROM chosen h
LEFT JOIN answer a ON a.answer = h.answer${after}`;
}

/** The number of what a row leaves out, in every field. */
export const BLANK = 0;

/** Contracts count by which of the cuts they were signed after. */
const contractNumber = (column: string, cuts: readonly number[]): string =>
  `CASE WHEN ${column} IS NULL THEN ${BLANK} ${cuts.map((cut, i) => `WHEN ${column} < ${cut} THEN ${i + 1}`).join(' ')} ELSE ${cuts.length + 1} END`;

/** Columns whose words hold for whole tables, as `ask` names them, whatever their case and signs. */
const SAME_FOR_ALL = new Map([
  ['law', 'law'],
  ['accordingto', 'according-to'],
  ['asknown', 'as-known'],
  ['suppose', 'suppose'],
  ['zone', 'zone'],
]);

/** Why a ledger of these columns cannot be answered from tables of this shape, as sentences that say what to do; none where it can. */
export function columnFaults({ fields }: Pick<TablesShape, 'fields'>, columns: readonly string[]): readonly string[] {
  const missing = (['id', 't', 'p'] as const)
    .filter((one) => !columns.includes(one))
    .map((one) => `the ledger needs a column \`${one}\`, ${NEEDED[one]}.`);
  const faults = columns.flatMap((column): readonly string[] => {
    const plain = column.toLowerCase();
    const option = SAME_FOR_ALL.get(plain.replace(/[\s_-]/g, ''));
    if (option !== undefined)
      return [
        `\`${column}\` holds for whole tables, not row by row: compile tables for each with \`--${option}\`, and leave the column out.`,
      ];
    if (plain === 'on') return [`\`${column}\` must come as two columns: \`t\`, ${NEEDED.t}, and \`p\`, ${NEEDED.p}.`];
    if (plain !== column && (LEDGER_COLUMNS as readonly string[]).includes(plain))
      return [`\`${column}\` must be written \`${plain}\`.`];
    const field = WORD_FIELDS.find((one) => one === column);
    if (field === undefined || fields.includes(field)) return [];
    return [
      `\`${field}\` is no field of these tables, so that rows that have one cannot be answered: compile them with ${field === 'contract' ? '`--contracts`' : `\`--${field}\``}, or answer the ledger with \`snapback batch\`.`,
    ];
  });
  return [...missing, ...faults];
}

const NEEDED = {
  id: 'which tells the rows apart',
  t: 'the second (since 1970, UTC) at which the time begins',
  p: 'how exactly it is known (0 instant, 1 day, 2 month, 3 year)',
} as const;
