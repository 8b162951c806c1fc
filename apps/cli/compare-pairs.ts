import { createReadStream } from 'node:fs';
import { compareTexts, matchFrom, reasonText } from '../../src/lists.ts';
import { csvRows } from '../lists/csv-rows.ts';
import { decode } from '../lists/decode.ts';
import { writeWhole } from '../lists/durable.ts';
import { ExitCode, UsageError } from './exit-code.ts';
import type { Io } from './io.ts';

/** Compares the names of each row of a CSV; all columns of it come out, with `score`, `match` and `reasons`. */
export async function comparePairs(file: string, out: string | undefined, io: Io): Promise<ExitCode> {
  const lines: string[] = [];
  let columns: { schema: number; name1: number; name2: number } | undefined;
  for await (const { cells } of csvRows(decode(createReadStream(file), { repaired: 0 }))) {
    if (columns === undefined) {
      columns = columnsOf(cells);
      lines.push(csvLine([...cells, 'score', 'match', 'reasons']));
      continue;
    }
    const { score, because } = compareTexts(
      cells[columns.name1] ?? '',
      cells[columns.name2] ?? '',
      cells[columns.schema] || undefined,
    );
    lines.push(csvLine([...cells, score.toFixed(4), String(score >= matchFrom), because.map(reasonText).join('; ')]));
  }
  if (out === undefined) io.print(lines.join('').trimEnd());
  else writeWhole(out, lines);
  return ExitCode.Ok;
}

function columnsOf(header: readonly string[]): { schema: number; name1: number; name2: number } {
  const at = (name: string): number => header.findIndex((cell) => cell.trim().toLowerCase() === name);
  const [schema, name1, name2] = [at('schema'), at('name1'), at('name2')];
  if (name1 < 0 || name2 < 0)
    throw new UsageError('the CSV needs the columns `name1` and `name2` (and `schema`, if known).');
  return { schema, name1, name2 };
}

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
