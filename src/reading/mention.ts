import { formatCivilDate } from '../time/civil-date.ts';
import type { DateMark } from './mentions/date.ts';
import type { InstrumentMark } from './mentions/instrument.ts';
import { tallyIn } from './mentions/tally.ts';
import type { Scan } from './scan.ts';
import type { Mention } from './statement.ts';

/** The mentions of a sentence as they are given out: what is named, where, and what it was understood as. */
export function mentionsOf(
  text: string,
  { line, dates, clocks, durations, instruments, states, bodies, persons, offices }: Scan,
): Mention[] {
  const mentions: Mention[] = [];
  const note = (type: string, value: string, from: number, to: number): void => {
    const { start, end } = line.span(from, to);
    mentions.push({ quote: text.slice(start, end), start, end, type, value });
  };
  for (const mark of dates) note('date', dateValue(mark), mark.fromToken, mark.toToken);
  for (const mark of clocks)
    note(
      'time',
      `T${String(Math.floor(mark.minutes / 60)).padStart(2, '0')}:${String(mark.minutes % 60).padStart(2, '0')}${mark.zone ? ` ${mark.zone}` : ''}`,
      mark.fromToken,
      mark.toToken,
    );
  for (const mark of durations) note('duration', mark.period, mark.fromToken, mark.toToken);
  for (const mark of instruments) note('instrument', instrumentValue(mark), mark.fromToken, mark.toToken);
  for (const hit of states) note('state', hit.name, hit.from, hit.to);
  for (const hit of bodies) note('body', hit.name, hit.from, hit.to);
  for (const hit of persons) note('person', hit.name, hit.from, hit.to);
  for (const hit of offices) note('office', hit.name, hit.from, hit.to);
  for (const hit of line.within('listed')) note('listed-name', hit.name, hit.from, hit.to);
  const tally = tallyIn(line);
  if (tally && Object.keys(tally.counts).length > 1)
    note(
      'tally',
      `${tally.counts.for ?? '?'}-${tally.counts.against ?? '?'}-${tally.counts.abstaining ?? '?'}`,
      tally.fromToken,
      tally.toToken,
    );
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** TIMEX3 values: `2025-09-28`, `2025-09`, `2025`. */
function dateValue({ from, precision, calendar, until }: DateMark): string {
  const text = formatCivilDate(from);
  if (precision === 'day') return text;
  if (calendar !== 'gregorian' || precision === 'week') return `${text}/${formatCivilDate(until)}`;
  return precision === 'month' ? text.slice(0, 7) : text.slice(0, 4);
}

const instrumentValue = ({ form, number, year, symbol, name }: InstrumentMark): string => {
  if (form === 'resolution') return `S/RES/${number}${year === undefined ? '' : ` (${year})`}`;
  return symbol ?? (name === 'deal' ? 'JCPOA' : (name ?? form).toUpperCase());
};
