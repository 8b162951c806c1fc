/** The query that joins a ledger to compiled tables, as DuckDB, ClickHouse and Spark understand it. Equality joins only. */

export const DIALECTS = ['duckdb', 'clickhouse', 'spark'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** What the query must know of the tables; their manifest holds it. */
export type TablesShape = {
  /** Fields whose words make a cell. */
  readonly fields: readonly string[];
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

/**
 * The query over tables `ledger`, `word`, `cell`, `segment`, `answer` as they are named. `ledger` has `id`, a column of
 * text for each field, `t` (the second at which the row's time begins) and `p` (0 instant, 1 day, 2 month, 3 year). A row
 * that the tables do not hold comes out with nulls; none is dropped.
 */
export function ledgerSql(dialect: Dialect, { fields, positions, changes, since, until }: TablesShape): string {
  const { name, shiftRight, after } = SPELLINGS[dialect];
  const numbers = fields.map((field) => `w_${field}.number AS ${name(`n_${field}`)}`);
  const words = fields.map(
    (field) =>
      `  LEFT JOIN (SELECT text, number FROM word WHERE field = '${field}') w_${field} ON w_${field}.text = coalesce(l.${name(field)}, '')`,
  );
  const cell = [...fields.map((field) => `c.${name(`n_${field}`)} = n.${name(`n_${field}`)}`), 'c.p = n.p'];
  const clamped = 'least(greatest(n.t, c.low), c.high) - c.low';
  const chosen = Array.from({ length: changes }, (_, i) => `WHEN k.t < s.c${i + 1} THEN s.a${i}`);
  const columns = ['outcome', ...positions.map((position) => `outcome_${position}`), 'strictest', 'mildest', 'why'];
  return `WITH numbered AS (
  SELECT l.id, l.t, l.p, ${numbers.join(', ')}
  FROM ledger l
${words.join('\n')}
), keyed AS (
  SELECT n.id, n.t, c.base + ${shiftRight(clamped, 'c.shift')} AS slot
  FROM numbered n
  LEFT JOIN cell c ON ${cell.join(' AND ')}
), chosen AS (
  SELECT k.id, CASE WHEN k.t >= ${since} AND k.t < ${until} THEN CASE ${chosen.join(' ')} ELSE s.a${changes} END END AS answer
  FROM keyed k
  LEFT JOIN segment s ON s.slot = k.slot
)
SELECT h.id, ${columns.map((column) => `a.${name(column)}`).join(', ')}
FROM chosen h
LEFT JOIN answer a ON a.answer = h.answer${after}`;
}
