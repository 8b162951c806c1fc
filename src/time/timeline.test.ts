import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNING, FOREVER, type Instant, instant, parseInstant } from './instant.ts';
import { ALWAYS } from './interval.ts';
import { complement, contains, EMPTY, intersection, normalise, union, WHOLE } from './interval-set.ts';
import {
  and,
  andStatus,
  constant,
  mapSteps,
  may,
  must,
  not,
  notStatus,
  or,
  orStatus,
  type Status,
  type Steps,
  stepAt,
  steps,
  stepsOf,
  stepsWithin,
  timelineFrom,
  valueAt,
  where,
  zipSteps,
} from './timeline.ts';

const LINE = 20;
const TICKS = [BEGINNING, ...Array.from({ length: LINE + 1 }, (_, n) => instant(n))];
const STATUSES: readonly Status[] = ['in-force', 'not-in-force', 'undetermined'];

const anyStatus = fc.constantFrom(...STATUSES);
const stepsOfAny = <V>(value: fc.Arbitrary<V>): fc.Arbitrary<Steps<V>> =>
  fc
    .tuple(value, fc.array(fc.record({ at: fc.nat(LINE).map(instant), value }), { maxLength: 8 }))
    .map(([initial, changes]) =>
      steps(
        initial,
        changes.sort((a, b) => a.at - b.at),
      ),
    );
const anyTimeline = stepsOfAny(anyStatus);
const anyNumbers = stepsOfAny(fc.nat(3));

const values = <V>(line: Steps<V>): V[] => TICKS.map((at) => valueAt(line, at));

function expectWholeLine<V>(line: Steps<V>): void {
  expect(line[0]!.from).toBe(BEGINNING);
  expect(line.at(-1)!.until).toBe(FOREVER);
  for (let i = 1; i < line.length; i++) {
    expect(line[i]!.from).toBe(line[i - 1]!.until);
    expect(line[i]!.from).toBeLessThan(line[i]!.until);
    expect(line[i]!.value).not.toBe(line[i - 1]!.value);
  }
}

describe('a step function', () => {
  it('holds each value from its change up to the next', () => {
    const line = steps('a', [
      { at: instant(5), value: 'b' },
      { at: instant(9), value: 'c' },
    ]);
    expect([BEGINNING, 4, 5, 8, 9, 1e9].map((at) => valueAt(line, at as Instant))).toEqual([
      'a',
      'a',
      'b',
      'b',
      'c',
      'c',
    ]);
    expect(stepAt(line, instant(6))).toEqual({ from: 5, until: 9, value: 'b' });
  });

  it('takes the last of several changes at one instant, and joins equal neighbours', () => {
    const at = instant(5);
    expect(
      steps('a', [
        { at, value: 'b' },
        { at, value: 'a' },
      ]),
    ).toEqual(constant('a'));
    expect(steps('a', [{ at: BEGINNING, value: 'b' }])).toEqual(constant('b'));
    expect(steps('a', [{ at: FOREVER, value: 'b' }])).toEqual(constant('a'));
  });

  it('refuses changes out of order', () => {
    const changes = [
      { at: instant(9), value: 'b' },
      { at: instant(5), value: 'c' },
    ];
    expect(() => steps('a', changes)).toThrow('in order of time');
  });

  it('covers the whole line without a gap, whatever made it', () => {
    fc.assert(
      fc.property(anyNumbers, anyNumbers, (a, b) => {
        expectWholeLine(a);
        expectWholeLine(mapSteps(a, (value) => value % 2));
        expectWholeLine(zipSteps(a, b, (left, right) => left + right));
      }),
    );
  });

  it('is changed and combined instant by instant', () => {
    fc.assert(
      fc.property(anyNumbers, anyNumbers, (a, b) => {
        expect(values(mapSteps(a, (value) => value % 2))).toEqual(values(a).map((value) => value % 2));
        const sums = values(a).map((value, i) => value * 10 + values(b)[i]!);
        expect(values(zipSteps(a, b, (left, right) => left * 10 + right))).toEqual(sums);
      }),
    );
  });

  it('joins neighbours by the equality it is given, and keeps the earlier value', () => {
    const line = steps({ status: 'a', why: 1 }, [{ at: instant(5), value: { status: 'a', why: 2 } }]);
    const joined = mapSteps(
      line,
      (value) => value,
      (a, b) => a.status === b.status,
    );
    expect(line).toHaveLength(2);
    expect(joined).toEqual(constant({ status: 'a', why: 1 }));
  });

  it('is one value inside a set and another outside', () => {
    fc.assert(
      fc.property(anyNumbers, (line) => {
        const set = where(line, (value) => value === 1);
        const back = stepsOf(set, 'in', 'out');
        expectWholeLine(back);
        expect(values(back)).toEqual(values(line).map((value) => (value === 1 ? 'in' : 'out')));
      }),
    );
    expect(stepsOf(EMPTY, 'in', 'out')).toEqual(constant('out'));
    expect(stepsOf(WHOLE, 'in', 'out')).toEqual(constant('in'));
  });

  it('is cut to an interval, edges included and excluded as ever', () => {
    const line = steps('a', [
      { at: instant(5), value: 'b' },
      { at: instant(9), value: 'c' },
    ]);
    const cut = (from: number, until: number) =>
      stepsWithin(line, { from: instant(from), until: instant(until) }).map((step) => [
        step.from,
        step.until,
        step.value,
      ]);
    expect(cut(0, 5)).toEqual([[0, 5, 'a']]);
    expect(cut(4, 6)).toEqual([
      [4, 5, 'a'],
      [5, 6, 'b'],
    ]);
    expect(cut(5, 9)).toEqual([[5, 9, 'b']]);
    expect(cut(6, 6)).toEqual([]);
    expect(stepsWithin(line, ALWAYS)).toEqual(line);
  });
});

describe('in force, not in force, undetermined', () => {
  const [T, F, U] = STATUSES as [Status, Status, Status];

  it.each([
    [T, T, T, T],
    [T, F, F, T],
    [T, U, U, T],
    [F, F, F, F],
    [F, U, F, U],
    [U, U, U, U],
  ])('%s with %s: and is %s, or is %s', (a, b, both, either) => {
    expect([andStatus(a, b), andStatus(b, a)]).toEqual([both, both]);
    expect([orStatus(a, b), orStatus(b, a)]).toEqual([either, either]);
  });

  it('negates the known and leaves the unknown', () => expect(STATUSES.map(notStatus)).toEqual([F, T, U]));

  it('does not rank "both undetermined" above what can be said for certain', () => {
    const unknown = constant<Status>(U);
    expect(and(unknown, not(unknown))).toEqual(unknown);
    expect(or(unknown, constant<Status>(T))).toEqual(constant(T));
  });
});

describe('a timeline', () => {
  it('is the pair of when it must and when it may be in force', () => {
    fc.assert(
      fc.property(anyTimeline, (line) => {
        expect(timelineFrom(must(line), may(line))).toEqual(line);
        for (const at of TICKS) {
          expect(contains(must(line), at)).toBe(valueAt(line, at) === 'in-force');
          expect(contains(may(line), at)).toBe(valueAt(line, at) !== 'not-in-force');
        }
      }),
    );
  });

  it('is refused when it must be in force and may not', () => {
    expect(() => timelineFrom(WHOLE, EMPTY)).toThrow(RangeError);
  });

  it('follows the algebra of sets in both of the pair', () => {
    fc.assert(
      fc.property(anyTimeline, anyTimeline, (a, b) => {
        expect(must(and(a, b))).toEqual(intersection(must(a), must(b)));
        expect(may(and(a, b))).toEqual(intersection(may(a), may(b)));
        expect(must(or(a, b))).toEqual(union(must(a), must(b)));
        expect(may(or(a, b))).toEqual(union(may(a), may(b)));
        expect(must(not(a))).toEqual(complement(may(a)));
        expect(may(not(a))).toEqual(complement(must(a)));
      }),
    );
  });

  it.each<[string, (a: Steps<Status>, b: Steps<Status>) => [Steps<Status>, Steps<Status>]]>([
    ['not not', (a) => [not(not(a)), a]],
    ['De Morgan', (a, b) => [not(and(a, b)), or(not(a), not(b))]],
    ['absorption', (a, b) => [or(a, and(a, b)), a]],
    ['idempotence', (a) => [and(a, a), a]],
  ])('keeps the laws that three values keep: %s', (_name, law) => {
    fc.assert(
      fc.property(anyTimeline, anyTimeline, (a, b) => {
        const [left, right] = law(a, b);
        expect(left).toEqual(right);
      }),
    );
  });

  it('can only become more certain when an input does', () => {
    const settle = (line: Steps<Status>, guess: Status) => mapSteps(line, (s) => (s === 'undetermined' ? guess : s));
    fc.assert(
      fc.property(anyTimeline, anyTimeline, fc.constantFrom<Status>('in-force', 'not-in-force'), (a, b, guess) => {
        const [before, after] = [or(and(a, b), not(a)), or(and(settle(a, guess), b), not(settle(a, guess)))];
        for (const [i, value] of values(before).entries())
          if (value !== 'undetermined') expect(values(after)[i]).toBe(value);
      }),
    );
  });

  it('shows an embargo that lapsed and was undetermined from a letter until the next report', () => {
    const at = (text: string) => parseInstant(text)!;
    const embargo = steps<Status>('not-in-force', [
      { at: at('2010-06-09T00:00Z'), value: 'in-force' },
      { at: at('2016-01-16T00:00Z'), value: 'not-in-force' },
      { at: at('2020-09-20T00:00Z'), value: 'undetermined' },
      { at: at('2020-12-09T00:00Z'), value: 'not-in-force' },
    ]);
    expect(valueAt(embargo, at('2016-01-15T23:59:59Z'))).toBe('in-force');
    expect(valueAt(embargo, at('2020-09-20T00:00:00Z'))).toBe('undetermined');
    expect(must(embargo)).toEqual(normalise([{ from: at('2010-06-09T00:00Z'), until: at('2016-01-16T00:00Z') }]));
  });
});
