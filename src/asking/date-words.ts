import { monthNamed } from './month-names.ts';
import { plainDigits } from './name-key.ts';

/** What a text says of a date, before any calendar or zone is applied. A day always has its month. */
export type DateWords = {
  /** Named by the word for the month. */
  readonly calendar?: 'gregorian' | 'persian';
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly clock?: { readonly hour: number; readonly minute: number; readonly second: number };
  /** `Z`, or `+03:30`. */
  readonly offset?: string;
  /** A zone by its name, as typed. */
  readonly zone?: string;
};

/** Why a text says no date: it says none, day and month can be told apart in two ways, or the clock has no such time. */
export type DateRefusal =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly first: string; readonly second: string }
  | { readonly kind: 'impossible'; readonly reason: string };

export type DateReadout =
  | { readonly ok: true; readonly words: DateWords }
  | { readonly ok: false; readonly refusal: DateRefusal };

const unknown: DateReadout = { ok: false, refusal: { kind: 'unknown' } };
const impossible = (reason: string): DateReadout => ({ ok: false, refusal: { kind: 'impossible', reason } });

/** No date is longer; it also bounds the work on hostile text. */
const LONGEST = 100;

/** Reads a date in numbers or words of seven languages, with or without a clock time, an offset, a zone. */
export function readDateWords(text: string): DateReadout {
  if (text.length > LONGEST) return unknown;
  const plain = plainDigits(text)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const named = /^(.*\S)\s*\[([^[\]]+)\]$/.exec(plain);
  const { date, rest, clock } = splitClock(named?.[1] ?? plain);
  const where = readWhere(rest);
  if (where === undefined || (named && where.zone !== undefined)) return unknown;
  if (clock !== undefined && typeof clock === 'string') return impossible(clock);
  const day = readDay(date);
  if (!day.ok) return day;
  if (clock !== undefined && day.words.day === undefined) return unknown;
  const zone = named?.[2] ?? where.zone;
  return {
    ok: true,
    words: {
      ...day.words,
      ...(clock !== undefined && { clock }),
      ...(where.offset !== undefined && { offset: where.offset }),
      ...(zone !== undefined && { zone }),
    },
  };
}

type Clock = { readonly hour: number; readonly minute: number; readonly second: number };

const CLOCK =
  /^(.*?)(?:(?<=\d)[tT]|[ ,،]+(?:(?:at|um|à|a las|в|ساعت|الساعة) )?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d)(.*)$/;
const DAY_IN_ZONE = /^(\d{4}-\d{2}-\d{2})(Z|z|[+-]\d{2}:\d{2})$/;

/** Date, clock time (a reason when there is no such time) and what follows it: an offset, a zone, nothing. */
function splitClock(text: string): { readonly date: string; readonly rest: string; readonly clock?: Clock | string } {
  const parts = CLOCK.exec(text);
  if (!parts) {
    const day = DAY_IN_ZONE.exec(text);
    return day ? { date: day[1]!, rest: day[2]! } : { date: text, rest: '' };
  }
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)] as const;
  const real = hour < 24 && minute < 60 && second < 60;
  const why =
    hour === 24
      ? 'a day ends as the next begins, so write 00:00 of the next day'
      : 'a clock shows 00:00:00 to 23:59:59';
  return { date: parts[1]!, rest: parts[5]!.trim(), clock: real ? { hour, minute, second } : why };
}

/** `Z`, `UTC`, `GMT`, `+0330`, `UTC+3`, `Asia/Tehran`; undefined when the text is none of these. */
function readWhere(text: string): { readonly offset?: string; readonly zone?: string } | undefined {
  if (text === '') return {};
  if (/^(?:z|utc|gmt)$/i.test(text)) return { offset: 'Z' };
  const offset = /^(?:utc|gmt)? ?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (offset) {
    const [hours, minutes] = [Number(offset[2]), Number(offset[3] ?? 0)];
    if (hours > 23 || minutes > 59) return undefined;
    const clock = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    return { offset: clock === '00:00' ? 'Z' : `${offset[1]}${clock}` };
  }
  return /^\p{L}[\p{L}\p{N}_/+-]*$/u.test(text) && !/^[ap]m$/i.test(text) ? { zone: text } : undefined;
}

const said = (year: string, month?: string, day?: string): DateReadout => ({
  ok: true,
  words: {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  },
});

function readDay(text: string): DateReadout {
  const yearFirst = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(text);
  if (yearFirst) return said(yearFirst[1]!, yearFirst[3], yearFirst[4]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return said(compact[1]!, compact[2], compact[3]);
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (monthFirst) return said(monthFirst[2]!, monthFirst[1]);
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (yearLast) return dayOrMonthFirst(yearLast[1]!, yearLast[2]!, yearLast[3]!, yearLast[4]!);
  return readNamedMonth(text);
}

/** `28.09.2025` is a day first wherever it is written with points; `03/04/2025` is two dates. */
function dayOrMonthFirst(first: string, sign: string, second: string, year: string): DateReadout {
  if (sign === '.' || first === second || Number(first) > 12) return said(year, second, first);
  if (Number(second) > 12) return said(year, first, second);
  const iso = (month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { ok: false, refusal: { kind: 'ambiguous', first: iso(second, first), second: iso(first, second) } };
}

/** Words that stand in dates and say nothing more: "28 de septiembre de 2025", "28 сентября 2025 года", "le 1er mai 2020". */
const FILLERS = new Set(
  'de del of the le el der den dem am im vom année year año jahr г года год году سنة عام سال ماه شهر من م'.split(' '),
);
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|го|ого|ام|م)?$/iu;

/** A month by its name, with a year of four digits and perhaps a day, in any order. */
function readNamedMonth(text: string): DateReadout {
  const tokens = text.split(/[\s,.،/-]+/).filter((token) => token !== '' && !FILLERS.has(token.toLowerCase()));
  if (tokens.length < 2 || tokens.length > 4) return unknown;
  const years = tokens.filter((token) => /^\d{4}$/.test(token));
  const days = tokens.map((token) => ORDINAL.exec(token)?.[1]).filter((day) => day !== undefined);
  const words = tokens.filter((token) => !/^\d/.test(token));
  const month = monthNamed(words.join(''));
  const complete =
    years.length === 1 && days.length <= 1 && years.length + days.length + words.length === tokens.length;
  if (month === undefined || !complete) return unknown;
  const [day] = days;
  return { ok: true, words: { ...month, year: Number(years[0]), ...(day !== undefined && { day: Number(day) }) } };
}
