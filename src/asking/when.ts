/** A text to the time it names: an instant, a day, a month, a year. */
import { addDays, type CivilDate, civilDate, formatCivilDate, parseCivilDate, startOfDay } from '../time/civil-date.ts';
import { daysInMonth } from '../time/gregorian.ts';
import { formatInstant, type Instant, instant, parseInstant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { fixedOffset, localFields, parseZone, UTC, type Zone } from '../time/zone.ts';
import type { fromPersian, localToInstant, startOfLocalDay } from '../time/zoned.ts';
import { type DateWords, readDateWords } from './date-words.ts';
import type { Field } from './fields.ts';
import { type Findings, refuse } from './findings.ts';
import { nearestZone } from './zone-words.ts';

/** Calendars and clocks that need tables; `calendar-tables.ts` has them, and is loaded only when a question needs it. */
export type CalendarTables = {
  readonly fromPersian: typeof fromPersian;
  readonly localToInstant: typeof localToInstant;
  readonly startOfLocalDay: typeof startOfLocalDay;
};

/** How the dates of a question are read: whose clock, which calendar, and what `now` means. */
export type Dating = {
  /** The zone of clock times that name none; left out, such times are refused. */
  readonly clockZone?: Zone;
  /** The zone whose days a plain date means. */
  readonly dayZone: Zone;
  readonly calendar?: 'gregorian' | 'persian';
  readonly now: Instant;
  readonly tables?: CalendarTables;
};

/** A time as asked. `at` is half-open; an instant is `[t, t+1)`. */
export type When = { readonly at: Interval; readonly precision: 'instant' | 'day' | 'month' | 'year' };

const atInstant = (at: Instant): When => ({ at: { from: at, until: instant(at + 1) }, precision: 'instant' });

/** The time that a text names, or undefined with the reason among the findings. */
export function understandWhen(text: string, dating: Dating, field: Field, findings: Findings): When | undefined {
  const quick = plainForm(text, dating);
  if (quick !== undefined) return quick;
  const readout = readDateWords(text);
  if (!readout.ok) {
    const { refusal } = readout;
    if (refusal.kind === 'unknown') return refuse(findings, 'unknown-date', field, { input: text });
    if (refusal.kind === 'ambiguous') return refuse(findings, 'ambiguous-date', field, { input: text, ...refusal });
    return refuse(findings, 'impossible-date', field, { input: text, reason: refusal.reason });
  }
  return new Reader(text, dating, field, findings).read(readout.words);
}

/** The forms that most questions use, without looking further: an ISO instant, a date, `now`. */
function plainForm(text: string, { dayZone, calendar, now }: Dating): When | undefined {
  if (calendar === 'persian') return undefined;
  const at = text === 'now' ? now : parseInstant(text);
  if (at !== undefined) return atInstant(at);
  const date = dayZone === UTC ? parseCivilDate(text) : undefined;
  if (date === undefined || looksPersian(Number(text.slice(0, 4)))) return undefined;
  return { at: { from: startOfDay(date), until: startOfDay(addDays(date, 1)) }, precision: 'day' };
}

/** Years in which Solar Hijri dates of our time are written; Gregorian dates of those years are before any sanctions law. */
const looksPersian = (year: number): boolean => year >= 1300 && year <= 1499;

/** Reads what one text says. A class, because every step can refuse and needs the text, the field and the findings for it. */
class Reader {
  private readonly text: string;
  private readonly dating: Dating;
  private readonly field: Field;
  private readonly findings: Findings;

  constructor(text: string, dating: Dating, field: Field, findings: Findings) {
    this.text = text;
    this.dating = dating;
    this.field = field;
    this.findings = findings;
  }

  read(words: DateWords): When | undefined {
    const calendar = this.calendarOf(words);
    if (calendar === undefined) return undefined;
    const zone = words.zone === undefined ? undefined : this.zoneNamed(words.zone);
    if (words.zone !== undefined && zone === undefined) return undefined;
    return words.clock === undefined ? this.span(words, calendar, zone) : this.clockTime(words, calendar, zone);
  }

  private calendarOf({ calendar: named, year }: DateWords): 'gregorian' | 'persian' | undefined {
    const calendar = named ?? this.dating.calendar;
    if (calendar === 'persian') return year >= 1500 ? this.refuse('not-a-persian-year', { year }) : calendar;
    if (this.dating.calendar === 'gregorian' || !looksPersian(year)) return 'gregorian';
    return this.refuse('which-calendar', { year, gregorian: this.gregorianOf(this.text) });
  }

  /** What a date would be if it were a Solar Hijri one, where that can be told at once. */
  private gregorianOf(text: string): string {
    const readout = readDateWords(text);
    if (!readout.ok || readout.words.month === undefined || readout.words.day === undefined) return '';
    const date = this.dating.tables?.fromPersian(readout.words.year, readout.words.month, readout.words.day);
    return date === undefined ? '' : formatCivilDate(date);
  }

  private zoneNamed(name: string): Zone | undefined {
    return parseZone(name) ?? this.refuse('unknown-zone', { input: name, nearest: nearestZone(name) });
  }

  /** A day, month or year, in the zone that the text names or else in the one that plain dates are read in. */
  private span(words: DateWords, calendar: 'gregorian' | 'persian', named: Zone | undefined): When | undefined {
    const zone = named ?? (words.offset === undefined ? this.dating.dayZone : parseZone(words.offset)) ?? UTC;
    const { year, month, day } = words;
    const first = this.date(calendar, year, month ?? 1, day ?? 1);
    const from = first === undefined ? undefined : this.startOf(first, zone);
    if (first === undefined || from === undefined) return undefined;
    const after = this.dayAfter(words, calendar, first);
    const until = after === undefined ? undefined : this.startOf(after, zone);
    if (until === undefined) return undefined;
    return { at: { from, until }, precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
  }

  private dayAfter(
    { year, month, day }: DateWords,
    calendar: 'gregorian' | 'persian',
    first: CivilDate,
  ): CivilDate | undefined {
    if (day !== undefined) return addDays(first, 1);
    const lastMonth = month ?? 12;
    if (calendar === 'gregorian') {
      const last = civilDate(year, lastMonth, daysInMonth(year, lastMonth));
      return last === undefined ? undefined : addDays(last, 1);
    }
    return lastMonth === 12 ? this.date(calendar, year + 1, 1, 1) : this.date(calendar, year, lastMonth + 1, 1);
  }

  private date(calendar: 'gregorian' | 'persian', year: number, month: number, day: number): CivilDate | undefined {
    if (month < 1 || month > 12) return this.refuse('impossible-date', { reason: `there is no month ${month}` });
    if (calendar === 'gregorian') {
      const found = civilDate(year, month, day);
      if (found !== undefined) return found;
      const length = daysInMonth(year, month);
      const reason = year < 1 ? 'years count from 1' : `month ${month} of ${year} has ${length} days`;
      return this.refuse('impossible-date', { reason });
    }
    const tables = this.tables();
    if (tables === undefined) return undefined;
    const found = tables.fromPersian(year, month, day);
    if (found !== undefined) return found;
    const length = [31, 30, 29].find((days) => tables.fromPersian(year, month, days) !== undefined);
    return this.refuse('impossible-date', {
      reason: `month ${month} of ${year} (Solar Hijri) has ${length ?? 'no such'} days`,
    });
  }

  private startOf(date: CivilDate, zone: Zone): Instant | undefined {
    const offset = fixedOffset(zone);
    return offset === undefined ? this.tables()?.startOfLocalDay(date, zone) : instant(startOfDay(date) - offset);
  }

  private clockTime(words: DateWords, calendar: 'gregorian' | 'persian', named: Zone | undefined): When | undefined {
    const date = this.date(calendar, words.year, words.month!, words.day!);
    if (date === undefined) return undefined;
    const { hour, minute, second } = words.clock!;
    const local = startOfDay(date) + hour * 3600 + minute * 60 + second;
    if (words.offset !== undefined) return this.withOffset(local, words.offset, named);
    const zone = named ?? this.dating.clockZone;
    if (zone === undefined) return this.refuse('local-time-without-zone');
    const offset = fixedOffset(zone);
    return offset === undefined ? this.inZone(local, zone) : atInstant(instant(local - offset));
  }

  /** An offset and a zone (`+03:30[Asia/Tehran]`) must agree, as RFC 9557 has it. */
  private withOffset(local: number, offset: string, named: Zone | undefined): When | undefined {
    const seconds = fixedOffset(parseZone(offset) ?? UTC) ?? 0;
    const at = instant(local - seconds);
    const wasThen = named === undefined ? seconds : localFields(at, named).offsetSeconds;
    if (offset === 'Z' || wasThen === seconds) return atInstant(at);
    return this.refuse('zone-and-offset-differ', { zone: named, offset, was: offsetText(wasThen) });
  }

  private inZone(local: number, zone: Zone): When | undefined {
    const tables = this.tables();
    if (tables === undefined) return undefined;
    const found = tables.localToInstant(formatInstant(instant(local)).slice(0, -1), zone);
    if (typeof found === 'number') return atInstant(found);
    if (found.kind === 'invalid') return this.refuse('unknown-date');
    const candidates = { zone, earlier: formatInstant(found.earlier), later: formatInstant(found.later) };
    return this.refuse(found.kind === 'gap' ? 'no-such-local-time' : 'ambiguous-local-time', candidates);
  }

  private tables(): CalendarTables | undefined {
    return this.dating.tables ?? this.refuse('calendar-tables-needed');
  }

  private refuse(code: Parameters<typeof refuse>[1], facts: Parameters<typeof refuse>[3] = {}): undefined {
    return refuse(this.findings, code, this.field, { input: this.text, ...facts });
  }
}

function offsetText(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}
