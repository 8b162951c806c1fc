import type { Program } from '../compile/program.ts';
import type { Language } from '../law/vocabulary.ts';
import { addDays, type CivilDate, civilDate, parseCivilDate } from '../time/civil-date.ts';
import { daysInMonth } from '../time/gregorian.ts';
import { factsOf } from './facts.ts';
import type { Line } from './line.ts';
import { type DateMark, datesIn } from './mentions/date.ts';
import { tokenize } from './token.ts';
import { isLimit } from './vote-choice.ts';

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
    (mark) =>
      mark.precision === 'day' &&
      mark.yearGiven &&
      !mark.relative &&
      mark.from <= record.horizon &&
      !isLimit(line, mark),
  );
  const found = full.find((mark) => isDateLine(line, mark)) ?? full.sort((a, b) => b.from - a.from)[0];
  return found && { from: found.from, until: found.until };
}

/** How far into a text its date line can stand, and how many words it can have besides the date, in tokens. */
const FIRST = 120;
const BESIDE = 4;

/** A short line with a date in it, near the beginning and no sentence: "3 October 2025", "Published 3 October 2025". */
function isDateLine({ tokens }: Line, { fromToken, toToken }: DateMark): boolean {
  if (fromToken >= FIRST) return false;
  let start = fromToken;
  while (start > 0 && tokens[start]!.breaks === 0) start--;
  let end = toToken;
  while (end < tokens.length && tokens[end]!.breaks === 0) end++;
  return fromToken - start + (end - toToken) <= BESIDE && tokens[end - 1]!.norm !== '.';
}
