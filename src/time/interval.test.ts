import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNING, FOREVER, type Instant, instant, parseInstant } from './instant.ts';
import {
  ALWAYS,
  covers,
  type Interval,
  includes,
  intersect,
  isBefore,
  lastStartingBy,
  meets,
  overlaps,
} from './interval.ts';

/** `[a, b)`; the ends may be infinite. */
const span = (from: number, until: number): Interval => ({ from: instant(from), until: instant(until) });

/** The closed interval of whole numbers that HL7 CQL and DMN write `[a, b]`: its last point is in it. */
const closed = (first: number, last: number): Interval => span(first, last + 1);

const relations = { isBefore, meets, overlaps, includes };

describe('the relations of CQL and DMN, their closed intervals read as half-open ones', () => {
  it.each([
    // [1, 10] against [11, 20]: nothing shared, nothing between
    { a: closed(1, 10), b: closed(11, 20), isBefore: true, meets: true, overlaps: false, includes: false },
    { a: closed(11, 20), b: closed(1, 10), isBefore: false, meets: false, overlaps: false, includes: false },
    // [1, 10] against [12, 20]: a gap of one
    { a: closed(1, 10), b: closed(12, 20), isBefore: true, meets: false, overlaps: false, includes: false },
    // [1, 10] against [10, 20]: closed, so the 10 is shared
    { a: closed(1, 10), b: closed(10, 20), isBefore: false, meets: false, overlaps: true, includes: false },
    { a: closed(1, 10), b: closed(4, 15), isBefore: false, meets: false, overlaps: true, includes: false },
    { a: closed(4, 15), b: closed(1, 10), isBefore: false, meets: false, overlaps: true, includes: false },
    // during, starts, finishes, equal
    { a: closed(1, 10), b: closed(4, 9), isBefore: false, meets: false, overlaps: true, includes: true },
    { a: closed(4, 9), b: closed(1, 10), isBefore: false, meets: false, overlaps: true, includes: false },
    { a: closed(1, 10), b: closed(1, 3), isBefore: false, meets: false, overlaps: true, includes: true },
    { a: closed(1, 10), b: closed(8, 10), isBefore: false, meets: false, overlaps: true, includes: true },
    { a: closed(1, 10), b: closed(1, 10), isBefore: false, meets: false, overlaps: true, includes: true },
    { a: closed(1, 10), b: closed(5, 11), isBefore: false, meets: false, overlaps: true, includes: false },
    // a point: [5, 5]
    { a: closed(1, 10), b: closed(5, 5), isBefore: false, meets: false, overlaps: true, includes: true },
    { a: closed(1, 10), b: closed(11, 11), isBefore: true, meets: true, overlaps: false, includes: false },
    // half-open already: DMN's [1..5) against [5..10] and (5..10]
    { a: span(1, 5), b: span(5, 11), isBefore: true, meets: true, overlaps: false, includes: false },
    { a: span(1, 5), b: span(6, 11), isBefore: true, meets: false, overlaps: false, includes: false },
    // open ends
    { a: span(-Infinity, 5), b: span(5, Infinity), isBefore: true, meets: true, overlaps: false, includes: false },
    { a: span(-Infinity, 6), b: span(5, Infinity), isBefore: false, meets: false, overlaps: true, includes: false },
    { a: ALWAYS, b: span(5, Infinity), isBefore: false, meets: false, overlaps: true, includes: true },
    { a: span(5, Infinity), b: ALWAYS, isBefore: false, meets: false, overlaps: true, includes: false },
    { a: ALWAYS, b: ALWAYS, isBefore: false, meets: false, overlaps: true, includes: true },
  ])('[$a.from, $a.until) against [$b.from, $b.until)', ({ a, b, ...expected }) => {
    const found = Object.fromEntries(Object.entries(relations).map(([name, holds]) => [name, holds(a, b)]));
    expect(found).toEqual(expected);
  });

  it('share what both cover, and nothing when they only meet', () => {
    expect(intersect(closed(1, 10), closed(4, 15))).toEqual(closed(4, 10));
    expect(intersect(closed(1, 10), closed(11, 20))).toBeUndefined();
    expect(intersect(ALWAYS, closed(1, 10))).toEqual(closed(1, 10));
  });

  it('find nothing in an empty interval, wherever it lies', () => {
    expect(overlaps(span(5, 5), span(0, 10))).toBe(false);
    expect(overlaps(span(0, 10), span(5, 5))).toBe(false);
    expect(covers(span(5, 5), instant(5))).toBe(false);
    expect(includes(span(0, 1), span(5, 5))).toBe(true);
  });

  it('agree with the instants themselves', () => {
    const anySpan = fc.tuple(fc.nat(12), fc.nat(12)).map(([from, until]) => span(from, until));
    const points = (interval: Interval) =>
      Array.from({ length: 13 }, (_, n) => instant(n)).filter((at) => covers(interval, at));
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const [inA, inB] = [points(a), points(b)];
        const both = inA.filter((at) => inB.includes(at));
        const shared = intersect(a, b);
        expect(shared ? points(shared) : []).toEqual(both);
        expect(overlaps(a, b)).toBe(both.length > 0);
        expect(includes(a, b)).toBe(inB.every((at) => inA.includes(at)));
        if (inA.length && inB.length) expect(isBefore(a, b)).toBe(inA.at(-1)! < inB[0]!);
      }),
    );
  });
});

describe('a measure that ends at midnight', () => {
  const arms: Interval = { from: parseInstant('2015-10-18T00:00Z')!, until: parseInstant('2020-10-18T00:00Z')! };

  it.each([
    ['2015-10-17T23:59:59Z', false],
    ['2015-10-18T00:00:00Z', true],
    ['2020-10-17T23:59:59Z', true],
    ['2020-10-18T00:00:00Z', false],
  ])('at %s: %s', (at, holds) => expect(covers(arms, parseInstant(at)!)).toBe(holds));

  it('reaches to the open ends when it has none', () => {
    expect(covers(ALWAYS, BEGINNING)).toBe(true);
    expect(covers(ALWAYS, FOREVER)).toBe(false);
  });
});

it('finds the last interval that starts by an instant as a plain search does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40)), fc.integer({ min: -2, max: 42 }), (starts, at) => {
      const sorted = starts.sort((a, b) => a - b).map((from) => span(from, from + 1));
      const plain = sorted.findLastIndex(({ from }) => from <= at);
      expect(lastStartingBy(sorted, at as Instant)).toBe(plain);
    }),
  );
});
