import { describe, expect, it } from 'vitest';
import type { Moment } from '../law/event.ts';
import type { DateReading, TimeExpression } from '../law/time-expression.ts';
import { parseCivilDate, startOfDay } from '../time/civil-date.ts';
import { formatInstant, parseInstant } from '../time/instant.ts';
import { exactly, markOf, momentOf, withinDay } from './moment.ts';

const date = (text: string) => parseCivilDate(text)!;
const instantOf = (text: string) => exactly(parseInstant(text)!);
const never = { occurred: () => undefined, fired: () => undefined };
const following = (moment: Moment) => ({ occurred: () => moment, fired: () => moment });
const told = (moment: Moment | undefined): string | undefined =>
  moment && `${moment.precision === 'day' ? 'in the day from ' : ''}${formatInstant(moment.from)}`;

describe('a time reckoned from an event', () => {
  it.each([
    // A notice of 28 August 2025, at whatever hour: midnight GMT after the thirtieth day.
    { from: '2025-08-28T00:00:00Z', plus: 'P30D', reading: 'midnight-after', is: '2025-09-28T00:00:00Z' },
    { from: '2025-08-28T23:59:59Z', plus: 'P30D', reading: 'midnight-after', is: '2025-09-28T00:00:00Z' },
    // A notice of 20 August 2020: 20 September 2020.
    { from: '2020-08-20T18:00:00Z', plus: 'P30D', reading: 'midnight-after', is: '2020-09-20T00:00:00Z' },
    // "Until the date five years after": that date is not reached.
    { from: '2015-10-18T00:00:00Z', plus: 'P5Y', reading: 'start-of-day', is: '2020-10-18T00:00:00Z' },
    { from: '2015-10-18T14:00:00Z', plus: 'P10Y', reading: 'start-of-day', is: '2025-10-18T00:00:00Z' },
    {
      from: '2016-01-31T00:00:00Z',
      plus: 'P1M',
      reading: 'start-of-day',
      rounding: 'down',
      is: '2016-02-29T00:00:00Z',
    },
    { from: '2016-01-31T00:00:00Z', plus: 'P1M', reading: 'start-of-day', rounding: 'up', is: '2016-03-01T00:00:00Z' },
    // Hours are counted from the second, months on dates.
    { from: '1993-10-18T04:59:00Z', plus: 'PT24H', is: '1993-10-19T04:59:00Z' },
    { from: '1993-10-18T04:59:00Z', plus: 'P1M', is: 'in the day from 1993-11-18T00:00:00Z' },
    { from: '1993-10-18T04:59:00Z', is: '1993-10-18T04:59:00Z' },
  ] as const)('from $from, $plus ($reading): $is', ({ from, is, ...reckoning }) => {
    const time = { kind: 'event', event: 'e', zone: 'UTC', ...reckoning } as TimeExpression;
    expect(told(momentOf(time, following(instantOf(from))))).toBe(is);
  });

  it('counts the day in the zone that is named', () => {
    const time = { kind: 'event', event: 'e', zone: '+03:30', plus: 'P1D', reading: 'start-of-day' } as const;
    // 21:00 GMT is already the next day in Tehran.
    expect(told(momentOf(time, following(instantOf('2025-01-01T21:00:00Z'))))).toBe('2025-01-02T20:30:00Z');
  });

  it('never comes when the event has not', () => {
    expect(momentOf({ kind: 'event', event: 'e', zone: 'UTC', plus: 'P5Y' }, never)).toBeUndefined();
  });

  it('refuses a day that does not exist', () => {
    const time = { kind: 'event', event: 'e', zone: 'UTC', plus: 'P6M', reading: 'start-of-day' } as const;
    expect(() => momentOf(time, following(withinDay(date('2021-08-31'))))).toThrow(RangeError);
  });
});

describe('a bare date', () => {
  it.each([
    ['hour-not-recorded', 'in the day from 2020-10-18T00:00:00Z'],
    ['start-of-day', '2020-10-18T00:00:00Z'],
    ['end-of-day', '2020-10-19T00:00:00Z'],
  ] satisfies [DateReading, string][])('read as %s is %s', (reading, is) => {
    expect(told(momentOf({ kind: 'date', date: date('2020-10-18'), reading, zone: 'UTC' }, never))).toBe(is);
  });
});

describe('whichever is earlier', () => {
  const sunset = { kind: 'instant', at: startOfDay(date('2020-10-18')) } as const;
  const report = { kind: 'event', event: 'broader-conclusion', zone: 'UTC' } as const;

  it('is the date while the report has not come', () => {
    expect(told(momentOf({ kind: 'earliest', of: [sunset, report] }, never))).toBe('2020-10-18T00:00:00Z');
  });

  it('is the report when it came before', () => {
    const came = following(withinDay(date('2019-03-01')));
    expect(told(momentOf({ kind: 'earliest', of: [sunset, report] }, came))).toBe(
      'in the day from 2019-03-01T00:00:00Z',
    );
  });

  it('whichever is later waits for both', () => {
    expect(momentOf({ kind: 'latest', of: [sunset, report] }, never)).toBeUndefined();
  });
});

describe('the order of things', () => {
  it('puts an act without an hour after the first instant of its day and before every later one', () => {
    const day = withinDay(date('2016-01-16'));
    expect(markOf(instantOf('2016-01-16T00:00:00Z'))).toBeLessThan(markOf(day));
    expect(markOf(day)).toBeLessThan(markOf(instantOf('2016-01-16T00:00:01Z')));
  });

  it('lets two acts of one day count as simultaneous', () => {
    expect(markOf(withinDay(date('2016-01-16')))).toBe(markOf(withinDay(date('2016-01-16'))));
  });
});
