/** Plain arrays into tables of the database, and what has been compiled into tables that rows are joined to. */
import { HEADLINES, type LedgerAnswer, type LegendEntry, OUTCOMES, type SlotTable } from '../../src/ledger.ts';
import { type Database, named, quoted } from './duckdb.ts';

type Kind = 'VARCHAR' | 'BIGINT' | 'INTEGER';
type Column = { readonly name: string; readonly type: Kind; readonly values: readonly (string | number | null)[] };

const CHUNK = 2048;

/** Makes a table of columns of the same length. */
export async function createTable(database: Database, table: string, columns: readonly Column[]): Promise<void> {
  const { BIGINT, DuckDBDataChunk, INTEGER, VARCHAR } = await import('@duckdb/node-api');
  const types = { BIGINT, INTEGER, VARCHAR };
  await database.run(
    `CREATE OR REPLACE TEMP TABLE ${table} (${columns.map(({ name, type }) => `${named(name)} ${type}`).join(', ')})`,
  );
  const appender = await database.connection.createAppender(table, 'main', 'temp');
  const length = columns[0]?.values.length ?? 0;
  for (let start = 0; start < length; start += CHUNK) {
    const chunk = DuckDBDataChunk.create(columns.map(({ type }) => types[type]));
    chunk.setColumns(
      columns.map(({ type, values }) => {
        const part = values.slice(start, start + CHUNK);
        return type === 'BIGINT' ? part.map((value) => (value === null ? null : BigInt(value))) : part;
      }),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const enumOf = (words: readonly string[]): string => `ENUM (${words.map(quoted).join(', ')})`;

/** The columns that every row of the output has, besides its id, with the position each is of. */
export const outputColumns = (positions: readonly string[]): readonly string[] => [
  'outcome',
  ...positions.map((position) => `outcome_${position}`),
  'strictest',
  'mildest',
  'why',
];

/** A column of the output as it is written: words as an enum, `why` as a number. */
export const typedColumn = (name: string): string =>
  name === 'why'
    ? 'why'
    : `${named(name)}::${enumOf(name.startsWith('outcome') ? HEADLINES : OUTCOMES)} AS ${named(name)}`;

/** Makes `slot (slot, a0, c1, a1, …)`: answers by number and the seconds at which they change. */
export async function createSlots(database: Database, { count, answers, changes }: SlotTable): Promise<void> {
  await createTable(database, 'slot', [
    { name: 'slot', type: 'BIGINT', values: Array.from({ length: count }, (_, i) => i) },
    ...answers.map((values, i) => ({ name: `a${i}`, type: 'INTEGER' as const, values })),
    ...changes.map((values, i) => ({ name: `c${i + 1}`, type: 'BIGINT' as const, values })),
  ]);
}

/** Makes `answer (answer, outcome, …, why)`; the negative numbers, one for each of `faults`, have no outcome. */
export async function createAnswers(
  database: Database,
  answers: readonly LedgerAnswer[],
  positions: readonly string[],
  faults: number,
): Promise<void> {
  const all: readonly (LedgerAnswer | undefined)[] = [...answers, ...Array.from({ length: faults }, () => undefined)];
  const words = (name: string, word: (answer: LedgerAnswer) => string) => ({
    name,
    type: 'VARCHAR' as const,
    values: all.map((answer) => (answer === undefined ? null : word(answer))),
  });
  await createTable(database, 'answer_in_words', [
    {
      name: 'answer',
      type: 'INTEGER',
      values: all.map((answer, i) => (answer === undefined ? answers.length - 1 - i : i)),
    },
    words('outcome', ({ outcome }) => HEADLINES[outcome]!),
    ...positions.map((position, i) => words(`outcome_${position}`, (answer) => HEADLINES[answer.positions[i]!]!)),
    words('strictest', ({ strictest }) => OUTCOMES[strictest]!),
    words('mildest', ({ mildest }) => OUTCOMES[mildest]!),
    { name: 'why', type: 'INTEGER', values: all.map((answer) => answer?.why ?? null) },
  ]);
  const columns = outputColumns(positions).map(typedColumn);
  await database.run(
    `CREATE OR REPLACE TEMP TABLE answer AS SELECT answer, ${columns.join(', ')} FROM answer_in_words`,
  );
}

/** Writes the legend: one row for each `why`. */
export async function writeLegend(database: Database, entries: readonly LegendEntry[], file: string): Promise<void> {
  const listed = ['regimes', 'laws', 'measures', 'provisions', 'missing'] as const;
  await createTable(database, 'legend_text', [
    { name: 'why', type: 'INTEGER', values: entries.map(({ why }) => why) },
    ...(['outcome', 'strictest', 'mildest', 'undetermined', 'text'] as const).map((name) => ({
      name,
      type: 'VARCHAR' as const,
      values: entries.map((entry) => entry[name]),
    })),
    ...listed.map((name) => ({
      name,
      type: 'VARCHAR' as const,
      values: entries.map((entry) => JSON.stringify(entry[name])),
    })),
  ]);
  const lists = listed.map((name) => `from_json(${name}, '["VARCHAR"]') AS ${name}`).join(', ');
  await database.run(
    `COPY (SELECT why, outcome, strictest, mildest, undetermined, ${lists}, text FROM legend_text ORDER BY why) TO ${quoted(file)} (FORMAT parquet)`,
  );
}
