import { CsvError, type Options, type Parser, parse } from 'csv-parse';
import { limits } from './limits.ts';
import { ListFault } from './list-fault.ts';

/** One row and the line it starts on (1-based). */
export type Row = { readonly cells: readonly string[]; readonly line: number };

/** The rows of a CSV file, one at a time; quotes are read as spreadsheets and ministries write them. */
export async function* csvRows(
  texts: AsyncIterable<string>,
  options: { readonly delimiter?: string } = {},
): AsyncGenerator<Row> {
  const settings: Options = {
    delimiter: options.delimiter ?? ',',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limits.row,
    info: true,
  };
  const parser = parse(settings);
  let fault: unknown;
  parser.on('error', (error) => {
    fault ??= error;
  });
  const ended = new Promise<void>((done) => parser.once('close', done));
  // The parser turns a chunk into rows while it is written; they are taken out at once, so that none pile up.
  for await (const text of texts) {
    for (let at = 0; at < text.length; at += step) {
      parser.write(text.slice(at, at + step));
      yield* rowsIn(parser);
      await turn();
      if (fault !== undefined) throw asFault(fault);
    }
  }
  parser.end();
  await turn();
  yield* rowsIn(parser);
  await ended;
  if (fault !== undefined) throw asFault(fault);
}

function* rowsIn(parser: Parser): Generator<Row> {
  for (let read = parser.read(); read !== null; read = parser.read()) {
    const { record, info } = read as { record: string[]; info: { lines: number } };
    yield { cells: record, line: info.lines };
  }
}

/** Lets what the parser put off (its error, its end) happen. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
const step = 65_536;

function asFault(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { lines } = error as unknown as { lines?: number };
  const place = lines === undefined ? {} : { line: lines };
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new ListFault('list-too-long', { what: 'a row', limit: `${limits.row} characters` }, place);
  return new ListFault(
    'list-unreadable',
    {
      why:
        error.message.split(':')[0]!.toLowerCase() === 'quote not closed' ? 'a quoted field has no end' : error.message,
    },
    place,
  );
}

/** The rows as objects under the names of the first row, lower case with single blanks. */
export async function* csvRecords(
  rows: AsyncIterable<Row>,
): AsyncGenerator<{ readonly row: Readonly<Record<string, string>>; readonly line: number }> {
  let header: readonly string[] | undefined;
  for await (const { cells, line } of rows) {
    if (header === undefined) {
      header = cells.map(columnName);
      continue;
    }
    if (cells.every((cell, i) => columnName(cell) === header![i])) continue; // a header in the middle of joined files
    const row: Record<string, string> = {};
    header.forEach((name, i) => {
      const cell = cells[i]?.trim() ?? '';
      if (cell !== '') row[name] = row[name] === undefined ? cell : `${row[name]}; ${cell}`;
    });
    yield { row, line };
  }
}

const columnName = (cell: string): string => cell.trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * The lines before the header of a table, and the rest of the file. The parser counts columns from its first row: a line of one
 * cell before the table would make every other row a fault to it, which it relaxes about, slowly.
 */
export async function splitPreamble(
  texts: AsyncGenerator<string>,
  isHeader: (line: string) => boolean,
): Promise<{ readonly preamble: readonly string[]; readonly rest: AsyncGenerator<string> }> {
  const preamble: string[] = [];
  let held = '';
  for (;;) {
    const end = held.indexOf('\n');
    if (end >= 0 && preamble.length < mostPreamble && !isHeader(held.slice(0, end))) {
      preamble.push(held.slice(0, end).trim());
      held = held.slice(end + 1);
      continue;
    }
    if (end >= 0 || held.length > limits.row) break;
    const next = await texts.next();
    if (next.done) break;
    held += next.value;
  }
  async function* rest(): AsyncGenerator<string> {
    yield held;
    yield* texts;
  }
  return { preamble, rest: rest() };
}

const mostPreamble = 10;
