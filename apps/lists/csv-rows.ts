import { limits } from './limits.ts';
import { ListFault } from './list-fault.ts';

/** One row and the line it starts on (1-based). */
export type Row = { readonly cells: readonly string[]; readonly line: number };

/** The rows of a CSV file, one at a time; quotes are read as spreadsheets and ministries write them. */
export async function* csvRows(
  texts: AsyncIterable<string>,
  options: { readonly delimiter?: string } = {},
): AsyncGenerator<Row> {
  const scanner = new RowScanner(options.delimiter ?? ',');
  for await (const text of texts) yield* scanner.rowsOf(text, false);
  yield* scanner.rowsOf('', true);
}

/** Takes text in pieces, gives rows as soon as they are whole; what is left of a piece waits for the next. */
class RowScanner {
  private held = '';
  private line = 1;
  private lineEnd: string | undefined;

  private readonly delimiterUnit: number;

  /** The delimiter is one character, and no blank. */
  constructor(delimiter: string) {
    this.delimiterUnit = delimiter.charCodeAt(0);
  }

  *rowsOf(piece: string, last: boolean): Generator<Row> {
    const text = this.held + piece;
    this.lineEnd ??= lineEndOf(text, last);
    let at = 0;
    while (this.lineEnd !== undefined && at < text.length) {
      const { cells, next } = this.scan(text, at, this.lineEnd, last);
      if (next === unfinished) break;
      if (next - at > limits.row) throw this.tooLong();
      if (cells.length > 1 || cells[0] !== '') yield { cells, line: this.line };
      for (let i = text.indexOf(this.lineEnd, at); i >= 0 && i < next; i = text.indexOf(this.lineEnd, i + 1))
        this.line++;
      at = next;
    }
    this.held = text.slice(at);
    if (this.held.length > limits.row) throw this.tooLong();
  }

  /** The cells of the row that starts at a place, and where the next one starts. */
  private scan(text: string, start: number, lineEnd: string, last: boolean): { cells: string[]; next: number } {
    let end = text.indexOf(lineEnd, start);
    const cells: string[] = [];
    let at = start;
    for (;;) {
      if (text.charCodeAt(at) === quoteUnit) {
        const quoted = this.quoted(text, at, lineEnd, last);
        if (quoted === undefined) return { cells, next: unfinished };
        if (quoted.until >= 0) {
          cells.push(quoted.cell);
          at = quoted.until;
          if (text.charCodeAt(at) === this.delimiterUnit) {
            at++;
            continue;
          }
          return { cells, next: rowAfter(text, at, lineEnd) };
        }
      }
      if (end < at && end >= 0) end = text.indexOf(lineEnd, at);
      if (end < 0 && !last) return { cells, next: unfinished };
      const stop = end < 0 ? text.length : end;
      let found = at;
      while (found < stop && text.charCodeAt(found) !== this.delimiterUnit) found++;
      if (found === stop) {
        cells.push(withoutReturn(text.slice(at, stop)));
        return { cells, next: end < 0 ? text.length : end + lineEnd.length };
      }
      cells.push(text.slice(at, found));
      at = found + 1;
    }
  }

  /**
   * The quoted cell that starts at a place and where it ends (before a delimiter or the end of the row); ends at -1 where text
   * goes on behind its quote, so that the quotes were meant as such; nothing where the text breaks off within it.
   */
  private quoted(text: string, start: number, lineEnd: string, last: boolean) {
    let doubled = false;
    for (let from = start + 1; ; ) {
      const quote = text.indexOf('"', from);
      if (quote < 0 || (quote + 1 === text.length && !last)) {
        if (last) throw new ListFault('list-unreadable', { why: 'a quoted field has no end' }, { line: this.line });
        return undefined;
      }
      if (text.charCodeAt(quote + 1) === quoteUnit) {
        doubled = true;
        from = quote + 2;
        continue;
      }
      let until = quote + 1;
      while (text.charCodeAt(until) === blankUnit) until++;
      if (until === text.length && !last) return undefined;
      const ends =
        until === text.length ||
        text.charCodeAt(until) === this.delimiterUnit ||
        text.startsWith(lineEnd, until) ||
        text.startsWith(`\r${lineEnd}`, until);
      if (!ends && until + 1 === text.length && !last) return undefined;
      const cell = text.slice(start + 1, quote);
      return ends ? { cell: doubled ? cell.replaceAll('""', '"') : cell, until } : { cell: '', until: -1 };
    }
  }

  private tooLong(): ListFault {
    return new ListFault('list-too-long', { what: 'a row', limit: `${limits.row} characters` }, { line: this.line });
  }
}

const unfinished = -1;
const quoteUnit = 0x22;
const blankUnit = 0x20;
const withoutReturn = (cell: string): string => (cell.endsWith('\r') ? cell.slice(0, -1) : cell);

/** Where the row behind a line end at a place starts. */
function rowAfter(text: string, at: number, lineEnd: string): number {
  const end = text.indexOf(lineEnd, at);
  return end < 0 ? text.length : end + lineEnd.length;
}

/** Lines end in `\n` (with or without `\r`), in old files of the Macintosh in `\r` alone; not known before the first end is seen. */
function lineEndOf(text: string, last: boolean): string | undefined {
  const at = text.search(/[\r\n]/);
  if (at < 0 || (at + 1 === text.length && text[at] === '\r')) return last ? '\n' : undefined;
  return text[at] === '\r' && text[at + 1] !== '\n' ? '\r' : '\n';
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

/** The lines before the header of a table, and the rest of the file. */
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
