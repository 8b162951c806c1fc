import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** The `id` of a row as it was given, to be printed with its answer; null where there is none that can be read. */
export type RowId = string | number | null;

/** A row that gets no answer, as it is printed. */
export type RejectedRow = { readonly id: RowId; readonly error: { readonly code: string; readonly message: string } };

/** A line of a file of questions: words to be understood, or the error to print for it. */
export type QuestionRow =
  | { readonly ok: true; readonly id: RowId; readonly words: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly rejected: RejectedRow };

/** A question is short; the limit keeps a hostile line from costing more than its reading. */
const LONGEST_ROW = 65_536;

/** Reads a line of NDJSON; undefined when it is blank. A byte order mark before the first line is no part of it. */
export function readQuestionRow(line: string): QuestionRow | undefined {
  if (line.length > LONGEST_ROW) {
    return {
      ok: false,
      rejected: rejected(null, [diagnose('row-too-long', {}, { length: line.length, limit: LONGEST_ROW })]),
    };
  }
  const text = line.replace(/^\ufeff/, '').trim();
  if (text === '') return undefined;
  const row = parsed(text);
  if (!row.ok) return { ok: false, rejected: rejected(null, [diagnose('unreadable-row', {}, { reason: row.reason })]) };
  return { ok: true, id: idOf(row.words), words: row.words };
}

/** The rows of a file of questions, line by line, blank lines left out. */
export function* readQuestionRows(lines: Iterable<string>): Generator<QuestionRow> {
  for (const line of lines) {
    const row = readQuestionRow(line);
    if (row !== undefined) yield row;
  }
}

/** What is printed for a row with these errors: the code of the first, and the words of all of them. */
export function rejected(id: RowId, errors: readonly Diagnostic[]): RejectedRow {
  const message = errors
    .map((error) => (error.place.within === undefined ? error.message : `${error.place.within}: ${error.message}`))
    .join(' ');
  return { id, error: { code: errors[0]?.code ?? 'not-a-question', message } };
}

type Parsed =
  | { readonly ok: true; readonly words: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: string };

function parsed(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'it does not parse' }; // the engine's own words differ from version to version
  }
  if (typeof value !== 'object' || value === null) return { ok: false, reason: 'it holds a bare value' };
  return Array.isArray(value)
    ? { ok: false, reason: 'it holds a list' }
    : { ok: true, words: value as Readonly<Record<string, unknown>> };
}

function idOf(words: Readonly<Record<string, unknown>>): RowId {
  const id = Object.hasOwn(words, 'id') ? words.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
