import type { Program } from '../compile/program.ts';
import type { Language } from '../law/vocabulary.ts';
import { addDays, type CivilDate, civilDate, parseCivilDate } from '../time/civil-date.ts';
import { daysInMonth } from '../time/gregorian.ts';
import { factsOf } from './facts.ts';
import { datesIn } from './mentions/date.ts';
import { tokenize } from './token.ts';

/** The days on which a document may have been published, half-open: one day, or those of a month. */
export type PublicationSpan = { readonly from: CivilDate; readonly until: CivilDate };

/** Reads `YYYY-MM-DD` or `YYYY-MM`; undefined for anything else. */
export function parsePublished(text: string): PublicationSpan | undefined {
  const date = parseCivilDate(text.slice(0, 10));
  if (date !== undefined && /^\d{4}-\d{2}-\d{2}(?:$|T)/.test(text)) return { from: date, until: addDays(date, 1) };
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  const first = month && civilDate(Number(month[1]), Number(month[2]), 1);
  return first ? { from: first, until: addDays(first, daysInMonth(Number(month[1]), Number(month[2]))) } : undefined;
}

/** How much of a text is looked at for its date. */
const HEAD = 4_000;

/**
 * The publication day as the text itself shows it: the latest full date in its beginning that the record can know.
 * It is inferred, and is to be marked so.
 */
export function publicationOf(program: Program, text: string, language: Language): PublicationSpan | undefined {
  const { vocabulary, record } = factsOf(program);
  const line = vocabulary.lineOf(tokenize(text, 0, Math.min(text.length, HEAD)), language);
  const full = datesIn(line, { date: record.horizon, future: false }).filter(
    ({ precision, yearGiven, relative, from }) =>
      precision === 'day' && yearGiven && !relative && from <= record.horizon,
  );
  // A line that is only a date, near the beginning, is the date line of the report.
  const ownLine = full.find(
    ({ fromToken, toToken }) =>
      line.tokens[fromToken]!.breaks > 0 && (line.tokens[toToken]?.breaks ?? 1) > 0 && fromToken < 120,
  );
  if (ownLine) return { from: ownLine.from, until: ownLine.until };
  const latest = full.sort((a, b) => b.from - a.from)[0];
  return latest && { from: latest.from, until: latest.until };
}
