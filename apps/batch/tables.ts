/** Plain arrays into tables of the database, and what has been compiled into tables that rows are joined to. */
import { HEADLINES, type LedgerAnswer, type LegendEntry, OUTCOMES, type Segments } from '../../src/ledger.ts';
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

/** Makes `segment (slot, since, until, outcome, …, why)`; a segment without an outcome stands for a fault. */
export async function createSegments(
  database: Database,
  segments: Segments,
  answers: readonly LedgerAnswer[],
  positions: readonly string[],
): Promise<void> {
  await createTable(database, 'segment_number', [
    { name: 'slot', type: 'BIGINT', values: segments.slot },
    { name: 'since', type: 'BIGINT', values: segments.from },
    { name: 'until', type: 'BIGINT', values: segments.until },
    { name: 'answer', type: 'INTEGER', values: segments.answer },
  ]);
  await createTable(database, 'answer_number', [
    { name: 'answer', type: 'INTEGER', values: answers.map((_, i) => i) },
    { name: 'outcome', type: 'VARCHAR', values: answers.map(({ outcome }) => HEADLINES[outcome]!) },
    ...positions.map((position, i) => ({
      name: `outcome_${position}`,
      type: 'VARCHAR' as const,
      values: answers.map((answer) => HEADLINES[answer.positions[i]!]!),
    })),
    { name: 'strictest', type: 'VARCHAR', values: answers.map(({ strictest }) => OUTCOMES[strictest]!) },
    { name: 'mildest', type: 'VARCHAR', values: answers.map(({ mildest }) => OUTCOMES[mildest]!) },
    { name: 'why', type: 'INTEGER', values: answers.map(({ why }) => why) },
  ]);
  const cast = (name: string): string => {
    const type = name === 'why' ? undefined : enumOf(name.startsWith('outcome') ? HEADLINES : OUTCOMES);
    return type === undefined ? `a.${named(name)}` : `a.${named(name)}::${type} AS ${named(name)}`;
  };
  await database.run(
    `CREATE OR REPLACE TEMP TABLE segment AS SELECT s.slot, s.since, s.until, s.answer, ${outputColumns(positions).map(cast).join(', ')}
     FROM segment_number s LEFT JOIN answer_number a USING (answer)`,
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
