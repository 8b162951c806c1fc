/** The parts of a run put together as one table, whatever type the ids of each file have. */
import { type Database, quoted } from './duckdb.ts';
import { outputColumns, typedColumn } from './tables.ts';

/** Ids stay as they came where all files agree, or where all are whole numbers; else every id is text. */
export async function joinedQuery(
  database: Database,
  parts: readonly string[],
  positions: readonly string[],
): Promise<string> {
  const byType = new Map<string, string[]>();
  for (const part of parts) {
    const [[type]] = (await database.rows(`SELECT column_type FROM (DESCRIBE SELECT id FROM ${reading([part])})`)) as [
      [string],
    ];
    byType.set(type, [...(byType.get(type) ?? []), part]);
  }
  const types = [...byType.keys()];
  const id = types.length === 1 || types.every((type) => /^U?\w*INT(?:EGER)?$/.test(type)) ? 'id' : 'id::VARCHAR AS id';
  const columns = [id, ...outputColumns(positions).map(typedColumn)].join(', ');
  return types.map((type) => `SELECT ${columns} FROM ${reading(byType.get(type)!)}`).join(' UNION ALL ');
}

const reading = (paths: readonly string[]): string => `read_parquet([${paths.map(quoted).join(', ')}])`;
