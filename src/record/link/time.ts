import type { DateReading, Reckoning, TimeExpression } from '../../law/time-expression.ts';
import { parseCivilDate } from '../../time/civil-date.ts';
import { parseDuration } from '../../time/duration.ts';
import { parseInstant } from '../../time/instant.ts';
import { fixedOffset, parseZone } from '../../time/zone.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import type { Holder } from '../places.ts';
import type { TimeText } from '../schema.ts';

/** How a bare date is read where the file does not say; in `ends` "until D" includes D, "for N months" ends as that day begins. */
export type BareDate = 'hour-not-recorded' | 'start-of-day' | 'end-of-day';

type Reckoned = Exclude<TimeText, string | { earliest: unknown } | { latest: unknown }>;

/** The time that a file names at `holder[key]`; undefined, with a fault, when it names none. */
export function linkTime(
  text: TimeText,
  holder: Holder,
  key: string | number,
  bare: BareDate,
  ids: Ids,
): TimeExpression | undefined {
  if (typeof text === 'string') return literal(text, holder, key, bare, {}, ids);
  if ('earliest' in text || 'latest' in text) {
    const kind = 'earliest' in text ? 'earliest' : 'latest';
    const parts = (text as Record<string, TimeText[]>)[kind]!;
    const of = parts.map((part, index) => linkTime(part, parts, index, bare, ids));
    return of.includes(undefined) ? undefined : { kind, of: of as TimeExpression[] };
  }
  return reckoned(text as Reckoned, holder, key, bare, ids);
}

function reckoned(
  text: Reckoned,
  holder: Holder,
  key: string | number,
  bare: BareDate,
  ids: Ids,
): TimeExpression | undefined {
  const named = (['date', 'event', 'rule'] as const).filter((one) => text[one] !== undefined);
  if (named.length !== 1) {
    const keys = named.length === 0 ? 'none is given' : `\`${named.join('` and `')}\` are`;
    ids.report('not-one-time', holder, key, { keys });
    return undefined;
  }
  const zone = zoneOf(text, ids);
  if (zone === undefined) return undefined;
  if (text.date !== undefined) {
    if (text.plus !== undefined) ids.report('plus-to-a-date', text, 'plus');
    return literal(text.date, text, 'date', text.reading ?? bare, { zone, ...given({ basis: text.basis }) }, ids);
  }
  return counted(text, zone, bare, ids);
}

function counted(text: Reckoned, zone: string, bare: BareDate, ids: Ids): TimeExpression | undefined {
  const length = text.plus === undefined ? undefined : parseDuration(text.plus);
  if (text.plus !== undefined && length === undefined) {
    ids.report('not-a-duration', text, 'plus', { text: text.plus });
    return undefined;
  }
  const inDays = length !== undefined && length.hours + length.minutes + length.seconds === 0;
  const reading = text.reading ?? (bare !== 'hour-not-recorded' && inDays ? 'start-of-day' : undefined);
  const rest: Reckoning = { zone, ...given({ plus: text.plus, reading, rounding: text.rounding, basis: text.basis }) };
  if (text.event !== undefined)
    return ids.refer('event', text.event, text, 'event') ? { kind: 'event', event: text.event, ...rest } : undefined;
  return ids.refer('rule', text.rule!, text, 'rule') ? { kind: 'rule', rule: text.rule!, ...rest } : undefined;
}

function literal(
  text: string,
  holder: Holder,
  key: string | number,
  reading: DateReading,
  more: { readonly zone?: string; readonly basis?: string },
  ids: Ids,
): TimeExpression | undefined {
  const at = parseInstant(text);
  if (at !== undefined) return { kind: 'instant', at };
  const date = parseCivilDate(text);
  if (date !== undefined) return { kind: 'date', date, reading, zone: 'UTC', ...more };
  ids.report('no-such-date', holder, key, { text });
  return undefined;
}

/** The zone of a time: UTC or a fixed offset, for the engine reads the record without any tables of zones. */
function zoneOf(text: Reckoned, ids: Ids): string | undefined {
  if (text.zone === undefined) return 'UTC';
  const zone = parseZone(text.zone);
  if (zone !== undefined && fixedOffset(zone) !== undefined) return zone;
  ids.report(zone === undefined ? 'unknown-record-zone' : 'moving-zone', text, 'zone', { text: text.zone });
  return undefined;
}
