/** Dates as texts write them: Gregorian, Solar Hijri and Islamic, with or without a year, weekdays, and relative ones. */
import { addDays, type CivilDate, civilDate, civilParts, weekday } from '../../time/civil-date.ts';
import { daysInMonth } from '../../time/gregorian.ts';
import { fromIslamic, fromPersian, toIslamic, toPersian } from '../../time/zoned.ts';
import type { Line } from '../line.ts';
import { numberAt } from './number.ts';

export type Precision = 'day' | 'week' | 'month' | 'year';

/** A date read: the days `[from, until)` it may mean. */
export type DateMark = {
  readonly kind: 'date';
  readonly fromToken: number;
  readonly toToken: number;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly precision: Precision;
  /** The text names the year, or the whole date was worked out from another one. */
  readonly yearGiven: boolean;
  readonly relative: boolean;
  readonly calendar: 'gregorian' | 'persian' | 'islamic';
  /** The same day in a second calendar stands beside it and is another day. */
  readonly paired?: CivilDate;
  /** A weekday stands beside it. */
  readonly weekday?: number;
};

/** The day from which bare and relative dates are reckoned. */
export type Reference = { readonly date: CivilDate; readonly future: boolean };

type Found = Omit<DateMark, 'kind' | 'fromToken' | 'toToken'> & { readonly to: number };

export function datesIn(line: Line, reference: Reference): DateMark[] {
  const marks: DateMark[] = [];
  let index = 0;
  while (index < line.tokens.length) {
    const found = startsDate(line, index) ? dateAt(line, index, reference) : undefined;
    if (found === undefined) {
      index++;
      continue;
    }
    const { to, ...rest } = found;
    marks.push({ kind: 'date', fromToken: index, toToken: to, ...rest });
    index = to;
  }
  return joinWeekdays(line, joinPairs(line, marks));
}

/** Only a figure, or a word of the lexicon, starts a date. */
const startsDate = (line: Line, index: number): boolean =>
  line.tokens[index]!.kind === 'number' || line.allAt(index).length > 0;

function dateAt(line: Line, index: number, reference: Reference): Found | undefined {
  const figures = line.tokens[index]!.kind === 'number';
  return (
    (figures ? (isoAt(line, index) ?? numericAt(line, index)) : undefined) ??
    dayMonthAt(line, index, reference) ??
    monthAt(line, index, reference) ??
    relativeAt(line, index, reference) ??
    weekdayAt(line, index, reference) ??
    (figures ? yearAt(line, index) : undefined)
  );
}

const day = (date: CivilDate | undefined, to: number, extra: Partial<Found> = {}): Found | undefined =>
  date === undefined
    ? undefined
    : {
        from: date,
        until: addDays(date, 1),
        precision: 'day',
        yearGiven: true,
        relative: false,
        calendar: 'gregorian',
        to,
        ...extra,
      };

function isoAt(line: Line, index: number): Found | undefined {
  if (!/^\d{4}$/.test(line.norm(index)) || line.norm(index + 1) !== '-' || line.norm(index + 3) !== '-')
    return undefined;
  const [month, last] = [line.norm(index + 2), line.norm(index + 4)];
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(last)) return undefined;
  const year = Number(line.norm(index));
  if (year >= 1300 && year <= 1500)
    return day(fromPersian(year, Number(month), Number(last)), index + 5, { calendar: 'persian' });
  return day(civilDate(year, Number(month), Number(last)), index + 5);
}

/** `27.09.2025`, `27/9/2025`, `1404/07/06`; with a slash the day comes first unless only the other order is a date. */
function numericAt(line: Line, index: number): Found | undefined {
  const mark = line.norm(index + 1);
  if ((mark !== '.' && mark !== '/') || line.norm(index + 3) !== mark) return undefined;
  const parts = [line.norm(index), line.norm(index + 2), line.norm(index + 4)];
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [a, b, c] = parts.map(Number) as [number, number, number];
  if (parts[0]!.length === 4 && parts[1]!.length <= 2 && parts[2]!.length <= 2)
    return a >= 1300 && a <= 1500
      ? day(fromPersian(a, b, c), index + 5, { calendar: 'persian' })
      : day(civilDate(a, b, c), index + 5);
  if (parts[2]!.length !== 4 || parts[0]!.length > 2 || parts[1]!.length > 2) return undefined;
  return day(civilDate(c, b, a) ?? civilDate(c, a, b), index + 5);
}

const SKIPPED = new Set([
  'of',
  'de',
  'del',
  '.',
  'th',
  'st',
  'nd',
  'rd',
  'er',
  'º',
  'ه',
  'ماه',
  '-',
  'ی',
  'من',
  'the',
  '،',
]);

function skip(line: Line, index: number, more = 2): number {
  let at = index;
  while (at < index + more && SKIPPED.has(line.norm(at)) && (line.tokens[at]?.breaks ?? 0) === 0) at++;
  return at;
}

/** `18 October 2020`, `28. September`, `18 de octubre de 2020`, `بیست و هفتم سپتامبر`, `27 Mehr 1399`. */
function dayMonthAt(line: Line, index: number, reference: Reference): Found | undefined {
  const number = numberAt(line, index);
  if (number && number.value >= 1 && number.value <= 31) {
    const at = skip(line, number.to);
    const month = line.at('month', at);
    if (month) {
      const year = yearAfter(line, month.to, month.name);
      return dated(month.name, number.value, year?.value, reference, year?.to ?? month.to);
    }
  }
  const month = line.at('month', index);
  if (month === undefined || !isName(line, month)) return undefined;
  const after = numberAt(line, month.to);
  if (after === undefined || after.value < 1 || after.value > 31 || line.tokens[month.to]!.breaks > 0) return undefined;
  if (line.tokens[month.to]!.kind === 'number' && line.norm(after.to) === ':') return undefined;
  const to = ['th', 'st', 'nd', 'rd'].includes(line.norm(after.to)) ? after.to + 1 : after.to;
  const year = yearAfter(line, to, month.name);
  return dated(month.name, after.value, year?.value, reference, year?.to ?? to);
}

/** "may" the verb and "mars" the planet: in the scripts that have capitals a month is capitalised where it could be a word. */
function isName(line: Line, month: { from: number; name: string }): boolean {
  const token = line.tokens[month.from]!;
  return !['may', 'march', 'mar', 'dec', 'jan', 'sep'].includes(token.norm) || token.upper;
}

function yearAfter(
  line: Line,
  index: number,
  month: string,
): { readonly value: number; readonly to: number } | undefined {
  let at = index;
  while (at < index + 2 && [',', '.', 'of', 'de', 'del', 'سال', 'от', 'عام', 'سنه'].includes(line.norm(at))) at++;
  const token = line.tokens[at];
  if (token?.kind !== 'number' || token.breaks > 0) return undefined;
  if (/^(?:19|20)\d\d$/.test(token.norm) && month.startsWith('g')) return { value: Number(token.norm), to: at + 1 };
  if (/^1[34]\d\d$/.test(token.norm) && !month.startsWith('g')) return { value: Number(token.norm), to: at + 1 };
  if (/^\d\d$/.test(token.norm) && month.startsWith('p') && Number(token.norm) >= 50)
    return { value: 1300 + Number(token.norm), to: at + 1 };
  return undefined;
}

function dated(
  month: string,
  dayOfMonth: number,
  year: number | undefined,
  reference: Reference,
  to: number,
): Found | undefined {
  const calendar = calendarOf(month);
  const number = Number(month.slice(1));
  if (year !== undefined) return day(make(calendar, year, number, dayOfMonth), to, { calendar });
  const base = yearOf(calendar, reference.date);
  return day(
    nearest(
      [base - 1, base, base + 1].map((candidate) => make(calendar, candidate, number, dayOfMonth)),
      reference.date,
    ),
    to,
    { calendar, yearGiven: false },
  );
}

const calendarOf = (month: string): DateMark['calendar'] =>
  month[0] === 'g' ? 'gregorian' : month[0] === 'p' ? 'persian' : 'islamic';

function make(calendar: DateMark['calendar'], year: number, month: number, dayOfMonth: number): CivilDate | undefined {
  if (calendar === 'gregorian') return civilDate(year, month, dayOfMonth);
  return calendar === 'persian'
    ? fromPersian(year, month, dayOfMonth)
    : fromIslamic('islamic-umalqura', year, month, dayOfMonth);
}

function yearOf(calendar: DateMark['calendar'], date: CivilDate): number {
  if (calendar === 'gregorian') return civilParts(date).year;
  return calendar === 'persian' ? toPersian(date).year : toIslamic('islamic-umalqura', date).year;
}

/** The candidate nearest to a day; of two about as near the earlier, for reports mostly tell the past. */
function nearest(candidates: readonly (CivilDate | undefined)[], to: CivilDate): CivilDate | undefined {
  const dates = candidates.filter((date) => date !== undefined);
  return dates.sort((a, b) => distance(a, to) - distance(b, to))[0];
}
const distance = (date: CivilDate, to: CivilDate): number => (date <= to ? to - date : (date - to) * 1.2);

function monthAt(line: Line, index: number, reference: Reference): Found | undefined {
  const month = line.at('month', index);
  if (month === undefined || !isName(line, month)) return undefined;
  const calendar = calendarOf(month.name);
  const year = yearAfter(line, month.to, month.name);
  const bare = year === undefined;
  if (bare && (calendar !== 'gregorian' || isCommonWord(line, index))) return undefined;
  const number = Number(month.name.slice(1));
  let value = year?.value;
  if (value === undefined) {
    const base = yearOf(calendar, reference.date);
    const middle = nearest(
      [base - 1, base, base + 1].map((candidate) => make(calendar, candidate, number, 15)),
      reference.date,
    );
    if (middle === undefined) return undefined;
    value = yearOf(calendar, middle);
  }
  return monthSpan(calendar, value, number, year?.to ?? month.to, !bare);
}

/** Words that are months only beside a figure. */
const isCommonWord = (line: Line, index: number): boolean => {
  const { norm, upper, script } = line.tokens[index]!;
  if (script === 'arabic') return ['مه', 'می', 'اب', 'مارس', 'تموز'].includes(norm);
  return (
    ['may', 'mar', 'mai', 'mars', 'march', 'mayo', 'jan', 'dec', 'sep', 'jun', 'jul', 'apr'].includes(norm) &&
    !(upper && ['in', 'since', 'until', 'last', 'early', 'late', 'by', 'im', 'en', 'of'].includes(line.norm(index - 1)))
  );
};

function monthSpan(
  calendar: DateMark['calendar'],
  year: number,
  month: number,
  to: number,
  yearGiven: boolean,
): Found | undefined {
  const from = make(calendar, year, month, 1);
  if (from === undefined) return undefined;
  const length =
    calendar === 'gregorian' ? daysInMonth(year, month) : calendar === 'persian' ? (month <= 6 ? 31 : 30) : 30;
  return { from, until: addDays(from, length), precision: 'month', yearGiven, relative: false, calendar, to };
}

/** A year alone, where nothing makes it the number of something. */
function yearAt(line: Line, index: number): Found | undefined {
  const token = line.tokens[index]!;
  if (token.kind !== 'number') return undefined;
  const isPersian = /^1[34]\d\d$/.test(token.norm) && line.norm(index - 1) === 'سال';
  if (!isPersian && !/^(?:19[4-9]\d|20[0-4]\d)$/.test(token.norm)) return undefined;
  const before = line.tokens[index - 1];
  const after = line.tokens[index + 1];
  if (before && ['/', '-', ':', '№', '.'].includes(before.norm) && !token.spaced) return undefined;
  if (after && ['/', '-', ':', ','].includes(after.norm) && line.tokens[index + 2]?.kind === 'number' && !after.spaced)
    return undefined;
  if (line.at('time', index + 1) || line.at('concept', index + 1)?.name === 'individuals') return undefined;
  if (before && line.hits.some((hit) => hit.group === 'concept' && hit.name === 'resolution' && hit.to === index))
    return undefined;
  const year = Number(token.norm);
  const from = isPersian ? fromPersian(year, 1, 1) : civilDate(year, 1, 1);
  if (from === undefined) return undefined;
  return {
    from,
    until: addDays(from, 365),
    precision: 'year',
    yearGiven: true,
    relative: false,
    calendar: isPersian ? 'persian' : 'gregorian',
    to: index + 1,
  };
}

const relative = (date: CivilDate, to: number, days = 1, precision: Precision = 'day'): Found => ({
  from: date,
  until: addDays(date, days),
  precision,
  yearGiven: true,
  relative: true,
  calendar: 'gregorian',
  to,
});

function relativeAt(line: Line, index: number, { date }: Reference): Found | undefined {
  for (const hit of line.allAt(index)) {
    if (hit.group !== 'time') continue;
    const { year, month } = civilParts(date);
    const found = { today: 0, yesterday: -1, tomorrow: 1, nextday: 1 }[hit.name];
    if (found !== undefined)
      return hit.name === 'today' && isCommonToday(line, index) ? undefined : relative(addDays(date, found), hit.to);
    if (hit.name === 'thisyear') return { ...monthless(year, hit.to), relative: true };
    if (hit.name === 'lastyear') return { ...monthless(year - 1, hit.to), relative: true };
    if (hit.name === 'thismonth') return asRelative(monthSpan('gregorian', year, month, hit.to, true));
    if (hit.name === 'lastmonth' || hit.name === 'latelastmonth')
      return asRelative(
        monthSpan('gregorian', month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1, hit.to, true),
      );
    if (hit.name === 'nextmonth')
      return asRelative(
        monthSpan('gregorian', month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, hit.to, true),
      );
    if (hit.name === 'lastweek')
      return relative(addDays(date, -6 - weekday(date)), hit.to, 7 + weekday(date) - 1, 'week');
  }
  return agoAt(line, index, date);
}

/** "اليوم" is also the day of a weekday, "اليوم الجمعة". */
const isCommonToday = (line: Line, index: number): boolean => line.at('weekday', index + 1) !== undefined;

/** `six days later`, `two days before`, `three weeks ago`: from the reference day. */
function agoAt(line: Line, index: number, date: CivilDate): Found | undefined {
  const number = numberAt(line, index);
  if (number === undefined || number.value < 1 || number.value > 90) return undefined;
  const unit = line.at('time', number.to);
  const days = { day: 1, week: 7 }[unit?.name ?? ''];
  if (unit === undefined || days === undefined) return undefined;
  const direction = line
    .allAt(unit.to)
    .find((hit) => hit.group === 'time' && (hit.name === 'ago' || hit.name === 'later'));
  if (direction === undefined) return undefined;
  return relative(addDays(date, number.value * days * (direction.name === 'ago' ? -1 : 1)), direction.to);
}

const monthless = (year: number, to: number): Found => {
  const from = civilDate(year, 1, 1)!;
  return {
    from,
    until: addDays(from, 365),
    precision: 'year',
    yearGiven: true,
    relative: false,
    calendar: 'gregorian',
    to,
  };
};
const asRelative = (found: Found | undefined): Found | undefined => found && { ...found, relative: true };

/** A weekday is the latest one not after the reference day; of something to come, the next. */
function weekdayAt(line: Line, index: number, { date, future }: Reference): Found | undefined {
  const hit = line.at('weekday', index);
  if (hit === undefined) return undefined;
  const back = (weekday(date) - Number(hit.name) + 7) % 7;
  const chosen = future && back !== 0 ? addDays(date, 7 - back) : addDays(date, -back);
  return { ...relative(chosen, hit.to), weekday: Number(hit.name) };
}

/** `18 October (27 Mehr)`: one day in two calendars. */
function joinPairs(line: Line, marks: readonly DateMark[]): DateMark[] {
  const joined: DateMark[] = [];
  for (let i = 0; i < marks.length; i++) {
    const [one, two] = [marks[i]!, marks[i + 1]];
    const adjacent =
      two &&
      two.calendar !== one.calendar &&
      two.precision === 'day' &&
      one.precision === 'day' &&
      two.fromToken - one.toToken <= 2 &&
      ['(', '/', ',', '-', '،'].includes(line.norm(one.toToken));
    if (!adjacent) {
      joined.push(one);
      continue;
    }
    const toToken = line.norm(two.toToken) === ')' ? two.toToken + 1 : two.toToken;
    joined.push({ ...one, toToken, ...(two.from !== one.from && { paired: two.from }) });
    i++;
  }
  return joined;
}

/** `Sunday, October 18`: the weekday belongs to the date beside it. */
function joinWeekdays(line: Line, marks: readonly DateMark[]): DateMark[] {
  const joined: DateMark[] = [];
  for (let i = 0; i < marks.length; i++) {
    const [one, two] = [marks[i]!, marks[i + 1]];
    const gap = two ? two.fromToken - one.toToken : 9;
    if (
      one.weekday !== undefined &&
      two?.precision === 'day' &&
      two.weekday === undefined &&
      !two.relative &&
      gap <= 2 &&
      gapIsLight(line, one.toToken, two.fromToken)
    ) {
      joined.push({ ...two, fromToken: one.fromToken, weekday: one.weekday });
      i++;
    } else joined.push(one);
  }
  return joined;
}

const gapIsLight = (line: Line, from: number, to: number): boolean =>
  line.tokens
    .slice(from, to)
    .every((token) => token.kind === 'mark' || ['the', 'den', 'dem', 'le', 'el', 'on'].includes(token.norm));
