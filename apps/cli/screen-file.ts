import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { csvRecords, csvRows } from '../lists/csv-rows.ts';
import { isoDates } from '../lists/dates.ts';
import { decode } from '../lists/decode.ts';
import { writeWhole } from '../lists/durable.ts';
import { ListFault } from '../lists/list-fault.ts';
import type { Screened, ScreenOptions, ScreenQuery } from '../lists/screen.ts';
import { ExitCode, UsageError } from './exit-code.ts';

type Screen = (query: ScreenQuery, options: ScreenOptions) => Screened;

/** Rows written between two flushes; what a crash loses at most is done again. */
const batch = 500;

/**
 * Screens the names of a CSV. OUT gets one line a row (`row`, `id`, then what a single screening gives); rows without a name go to
 * OUT.rejects.ndjson with the reason. A run that was broken off goes on behind the last row that is whole in both.
 */
export async function screenFile(
  screen: Screen,
  file: string,
  out: string,
  options: ScreenOptions,
  progress: (says: string) => void,
): Promise<ExitCode> {
  const rejects = `${out}.rejects.ndjson`;
  const done = resumeAt(file, out, rejects, options);
  if (done > 0) progress(`going on behind row ${done}`);
  const hits = openSync(out, 'a');
  const refused = openSync(rejects, 'a');
  let row = 0;
  let hit = 0;
  let bad = 0;
  let lines: string[] = [];
  let badLines: string[] = [];
  const flush = (): void => {
    writeSync(refused, badLines.join(''));
    fsyncSync(refused);
    writeSync(hits, lines.join(''));
    fsyncSync(hits);
    lines = [];
    badLines = [];
  };
  try {
    for await (const { row: cells, line } of csvRecords(csvRows(decode(createReadStream(file), { repaired: 0 })))) {
      row++;
      if (row <= done) continue;
      const query = queryOf(cells);
      if (query === undefined) {
        bad++;
        badLines.push(`${JSON.stringify({ row, line, why: 'it has no name', cells })}\n`);
      } else {
        const screened = screen(query, options);
        if (screened.matches.length > 0) hit++;
        lines.push(`${JSON.stringify({ row, ...(cells.id !== undefined && { id: cells.id }), ...screened })}\n`);
      }
      if (row % batch === 0) {
        flush();
        progress(`${row} rows, ${hit} with hits, ${bad} rejected`);
      }
    }
    flush();
  } finally {
    closeSync(hits);
    closeSync(refused);
  }
  progress(`${row} rows, ${hit} with hits, ${bad} rejected`);
  return bad > 0 ? ExitCode.BadInput : ExitCode.Ok;
}

const nameColumns = ['name', 'full_name', 'full name'];
const bornColumns = ['born', 'birth_date', 'date_of_birth', 'dob'];
const countryColumns = ['country', 'countries', 'nationality'];
const identifierColumns = ['identifiers', 'identifier', 'passport', 'imo'];

function queryOf(cells: Readonly<Record<string, string>>): ScreenQuery | undefined {
  const first = (columns: readonly string[]): string | undefined =>
    columns.map((column) => cells[column]).find((cell) => cell !== undefined);
  const name = first(nameColumns);
  if (name === undefined) return undefined;
  const [born, countries, identifiers] = [first(bornColumns), first(countryColumns), first(identifierColumns)];
  return {
    name,
    ...(cells.schema !== undefined && { schema: cells.schema }),
    ...(born !== undefined && { born: isoDates(born) }),
    ...(countries !== undefined && { countries: countries.split(/;\s*/) }),
    ...(identifiers !== undefined && { identifiers: identifiers.split(/;\s*/) }),
    ...(cells.gender !== undefined && { gender: cells.gender }),
  };
}

/** The last row that is whole; what lies behind it is cut off. Another input or other options make it another run. */
function resumeAt(file: string, out: string, rejects: string, options: ScreenOptions): number {
  const state = `${out}.run.json`;
  const { size, mtimeMs } = statSync(file);
  const run = createHash('sha256')
    .update(JSON.stringify([file, size, mtimeMs, options]))
    .digest('hex');
  if (existsSync(out)) {
    const before = existsSync(state) ? (JSON.parse(readFileSync(state, 'utf8')) as { run?: string }).run : undefined;
    if (before !== run) throw new UsageError(`\`${out}\` is of another run. Name another \`--out\`, or remove it.`);
  } else writeWhole(state, [`${JSON.stringify({ run })}\n`]);
  const rows = new Set([...rowsOf(out), ...rowsOf(rejects)]);
  let done = 0;
  while (rows.has(done + 1)) done++;
  for (const path of [out, rejects]) cutBehind(path, done);
  return done;
}

function* wholeLines(path: string): Generator<{ readonly row: number; readonly end: number }> {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) return;
    const row = /^\{"row":(\d+)/.exec(bytes.toString('utf8', at, Math.min(end, at + 40)))?.[1];
    if (row === undefined) throw new ListFault('data-folder-damaged', { file: path, why: 'a line is none of ours' });
    at = end + 1;
    yield { row: Number(row), end: at };
  }
}

const rowsOf = (path: string): readonly number[] => [...wholeLines(path)].map(({ row }) => row);

function cutBehind(path: string, done: number): void {
  if (!existsSync(path)) return;
  let end = 0;
  for (const line of wholeLines(path)) if (line.row <= done) end = line.end;
  const file = openSync(path, 'r+');
  ftruncateSync(file, end);
  closeSync(file);
}
