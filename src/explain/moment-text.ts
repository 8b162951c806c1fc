import type { Moment } from '../law/event.ts';
import { civilDateOf, formatCivilDate } from '../time/civil-date.ts';
import { formatInstant, type Instant } from '../time/instant.ts';

/** The UTC date of an instant, `2025-09-28`; "any time" for an open end. */
export const dayOf = (at: Instant): string => (Number.isFinite(at) ? formatCivilDate(civilDateOf(at)) : 'any time');

/** "on 2006-12-23 (hour not recorded)", "at 2025-09-28 00:00 UTC". */
export const momentText = (moment: Moment): string =>
  moment.precision === 'day' ? `on ${dayOf(moment.from)} (hour not recorded)` : `at ${instantText(moment.from)}`;

/** `2025-09-28 00:00 UTC`; seconds are shown when there are any. */
export function instantText(at: Instant): string {
  if (!Number.isFinite(at)) return 'no time';
  const text = formatInstant(at);
  return `${text.slice(0, 10)} ${text.endsWith(':00Z') ? text.slice(11, 16) : text.slice(11, 19)} UTC`;
}

/** The edge of a stretch as short as it stays exact: a day where the hour is unknown or midnight, else an instant. */
export const edgeText = ({ from, precision }: Moment): string =>
  precision === 'day' ? dayOf(from) : instantText(from).replace(' 00:00 UTC', '');

/** An instant up to which something counts: the last second of a UTC day is "the end of 2025-09-27 (UTC)". */
export function endText(at: Instant): string {
  const isEnd = Number.isFinite(at) && formatInstant(at).endsWith('T23:59:59Z');
  return isEnd ? `the end of ${dayOf(at)} (UTC)` : instantText(at);
}
