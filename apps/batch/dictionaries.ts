/** Texts of a column replaced by others before they count: by a user's list of values, or because they mean the same. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { PRECISIONS, spanAround } from '../../src/ledger.ts';
import type { Session } from '../session.ts';
import { BatchFault } from './batch-fault.ts';
import type { Database } from './duckdb.ts';
import { type RowsWanted, timesInWords } from './relation.ts';
import { createTable } from './tables.ts';
import type { RunView } from './viewpoint.ts';

/** A list of values: two columns of a CSV with a header, the text in the ledger and what it means. */
export function readValueMap(path: string): ReadonlyMap<string, string> {
  let rows: string[][];
  try {
    rows = parse(readFileSync(path, 'utf8'), { bom: true, skip_empty_lines: true, trim: true }) as string[][];
  } catch (error) {
    throw new BatchFault(`the list of values \`${path}\` cannot be read: ${(error as Error).message}`);
  }
  const map = new Map<string, string>();
  for (const [text, value] of rows.slice(1)) {
    if (text === undefined || value === undefined || text === '') continue;
    const before = map.get(text);
    if (before !== undefined && before !== value)
      throw new BatchFault(`\`${path}\` maps \`${text}\` twice, to \`${before}\` and to \`${value}\`.`);
    if (value !== '') map.set(text, value);
  }
  if (map.size === 0)
    throw new BatchFault(`\`${path}\` maps nothing: it needs a header and two columns, the text and what it means.`);
  return map;
}

/** Makes the table `d_FIELD` that replaces the texts of a field. */
export async function createDictionary(
  database: Database,
  field: string,
  map: ReadonlyMap<string, string>,
): Promise<void> {
  await createTable(database, `d_${field}`, [
    { name: 'text', type: 'VARCHAR', values: [...map.keys()] },
    { name: 'value', type: 'VARCHAR', values: [...map.values()] },
  ]);
}

/** Makes `d_on`: the times that SQL does not read, understood one by one. Whether there are any. */
export async function understandTimes(
  database: Database,
  wanted: RowsWanted,
  session: Session,
  view: RunView,
): Promise<boolean> {
  const [texts = []] = await database.columns(timesInWords(wanted));
  const text: string[] = [];
  const p: number[] = [];
  const t: number[] = [];
  for (const one of texts) {
    // Only the time is of interest; it is understood in the company of words that are sound.
    const understood = await session.understand({
      ...view.shared,
      from: view.anyState,
      activity: 'assistance',
      on: String(one),
    });
    if (!understood.ok) continue;
    const { from, until } = understood.value.at;
    const precision = PRECISIONS.findIndex((precision) => {
      const span = spanAround(from, precision, view.days);
      return span.from === from && span.until === until;
    });
    if (precision < 0) continue;
    text.push(String(one));
    p.push(precision);
    t.push(from);
  }
  if (texts.length === 0) return false;
  await createTable(database, 'd_on', [
    { name: 'text', type: 'VARCHAR', values: text },
    { name: 'p', type: 'INTEGER', values: p },
    { name: 't', type: 'BIGINT', values: t },
  ]);
  return true;
}
