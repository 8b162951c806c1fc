import type { Moment } from '../../law/event.ts';
import { type CivilDate, endOfDay, parseCivilDate, startOfDay } from '../../time/civil-date.ts';
import { type Instant, parseInstant } from '../../time/instant.ts';
import type { Ids } from '../ids.ts';
import type { Holder } from '../places.ts';

/** Some instant of a UTC day that is not recorded. */
export const momentOfDay = (date: CivilDate): Moment => ({
  from: startOfDay(date),
  until: endOfDay(date),
  precision: 'day',
});

/** The moment that `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ` names; undefined, with a fault, for a day that does not exist. */
export function momentOfText(text: string, holder: Holder, key: string, ids: Ids): Moment | undefined {
  const date = parseCivilDate(text);
  if (date !== undefined) return momentOfDay(date);
  const at = parseInstant(text);
  if (at !== undefined) return { from: at, until: at, precision: 'instant' };
  ids.report('no-such-date', holder, key, { text });
  return undefined;
}

/** The same for a key that may be left out. */
export function momentAt<K extends string>(
  holder: { readonly [key in K]?: string },
  key: K,
  ids: Ids,
): Moment | undefined {
  const text = holder[key];
  return text === undefined ? undefined : momentOfText(text, holder, key, ids);
}

/** When something became public, if that is said: the first instant of its day. */
export function publicFrom<K extends string>(
  holder: { readonly [key in K]?: string },
  key: K,
  otherwise: Moment | undefined,
  ids: Ids,
): Instant | undefined {
  return (momentAt(holder, key, ids) ?? otherwise)?.from;
}

/** Where a span starts: 00:00Z of the date, or the instant. */
export const spanStart = <K extends string>(
  holder: { readonly [key in K]?: string },
  key: K,
  ids: Ids,
): Instant | undefined => momentAt(holder, key, ids)?.from;
