import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNING, FOREVER, type Instant, instant } from './instant.ts';
import { covers, type Interval, isBefore, meets } from './interval.ts';
import {
  complement,
  contains,
  difference,
  EMPTY,
  type IntervalSet,
  intersection,
  isEmpty,
  normalise,
  sameSet,
  union,
  WHOLE,
} from './interval-set.ts';

const LINE = 24;
const TICKS = [BEGINNING, ...Array.from({ length: LINE }, (_, n) => instant(n))];

const anyEnd = fc.oneof(
  { weight: 8, arbitrary: fc.nat(LINE - 1).map(instant) },
  { weight: 1, arbitrary: fc.constantFrom(BEGINNING, FOREVER) },
);
const anyInterval: fc.Arbitrary<Interval> = fc.record({ from: anyEnd, until: anyEnd });
const anyPieces = fc.array(anyInterval, { maxLength: 8 });
const anySet = anyPieces.map(normalise);

/** A set the obvious way: one bit for each instant of a short line, the first for all that went before it. */
const bits = (pieces: readonly Interval[]): boolean[] => TICKS.map((at) => pieces.some((piece) => covers(piece, at)));

const span = (from: number, until: number): Interval => ({ from: instant(from), until: instant(until) });

function expectCanonical(set: IntervalSet): void {
  for (const { from, until } of set) expect(from).toBeLessThan(until);
  for (let i = 1; i < set.length; i++) {
    expect(isBefore(set[i - 1]!, set[i]!)).toBe(true);
    expect(meets(set[i - 1]!, set[i]!)).toBe(false);
  }
}

describe('a set of intervals', () => {
  it.each([
    { name: 'joins what overlaps', pieces: [span(1, 5), span(3, 8)], set: [span(1, 8)] },
    { name: 'joins what meets', pieces: [span(5, 8), span(1, 5)], set: [span(1, 8)] },
    { name: 'keeps a gap of one second', pieces: [span(1, 5), span(6, 8)], set: [span(1, 5), span(6, 8)] },
    { name: 'drops what is empty or backwards', pieces: [span(5, 5), span(8, 2)], set: [] },
    { name: 'swallows what lies inside', pieces: [span(1, 9), span(2, 3), span(4, 5)], set: [span(1, 9)] },
    {
      name: 'reaches to the open ends',
      pieces: [span(5, Infinity), span(-Infinity, 2), span(7, 9)],
      set: [span(-Infinity, 2), span(5, Infinity)],
    },
    { name: 'can be the whole line', pieces: [span(5, Infinity), span(-Infinity, 5)], set: WHOLE },
  ])('$name', ({ pieces, set }) => expect(normalise(pieces)).toEqual(set));

  it('leaves its argument alone', () => {
    const pieces = Object.freeze([Object.freeze(span(3, 8)), Object.freeze(span(1, 5))]);
    expect(normalise(pieces)).toEqual([span(1, 8)]);
    expect(pieces).toEqual([span(3, 8), span(1, 5)]);
  });

  it('covers what its pieces cover, in one canonical form', () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        const set = normalise(pieces);
        expectCanonical(set);
        expect(bits(set)).toEqual(bits(pieces));
        expect(TICKS.map((at) => contains(set, at))).toEqual(bits(pieces));
        expect(isEmpty(set)).toBe(!bits(pieces).includes(true));
        expect(normalise(set)).toEqual(set);
        expect(sameSet(set, normalise([...pieces].reverse()))).toBe(true);
      }),
    );
  });
});

describe('operations on sets', () => {
  it.each([
    { name: 'union', operate: union, onBits: (a: boolean, b: boolean) => a || b },
    { name: 'intersection', operate: intersection, onBits: (a: boolean, b: boolean) => a && b },
    { name: 'difference', operate: difference, onBits: (a: boolean, b: boolean) => a && !b },
    { name: 'complement', operate: (a: IntervalSet) => complement(a), onBits: (a: boolean) => !a },
  ])('agree with bits, and stay canonical: $name', ({ operate, onBits }) => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const [inA, inB] = [bits(a), bits(b)];
        const result = operate(a, b);
        expectCanonical(result);
        expect(bits(result)).toEqual(inA.map((bit, i) => onBits(bit, inB[i]!)));
      }),
      { numRuns: 1000 },
    );
  });

  it('know two sets to be the same exactly when they cover the same', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        expect(sameSet(a, b)).toBe(JSON.stringify(bits(a)) === JSON.stringify(bits(b)));
      }),
    );
  });

  it('join what meets across two sets', () => {
    expect(union([span(1, 5)], [span(5, 9)])).toEqual([span(1, 9)]);
    expect(difference([span(1, 9)], [span(5, 6)])).toEqual([span(1, 5), span(6, 9)]);
    expect(intersection([span(1, 5)], [span(5, 9)])).toEqual(EMPTY);
    expect(complement([span(1, 5)])).toEqual([span(-Infinity, 1), span(5, Infinity)]);
  });

  it('give back a canonical set even when pieces of one set meet', () => {
    expect(union([span(1, 5), span(5, 9)], EMPTY)).toEqual([span(1, 9)]);
    expect(difference(WHOLE, [span(1, 5), span(5, 9)])).toEqual([span(-Infinity, 1), span(9, Infinity)]);
  });
});

describe('the Boolean algebra of sets', () => {
  const law = (holds: (a: IntervalSet, b: IntervalSet, c: IntervalSet) => [IntervalSet, IntervalSet]): void => {
    fc.assert(
      fc.property(anySet, anySet, anySet, (a, b, c) => {
        const [left, right] = holds(a, b, c);
        expect(left).toEqual(right);
      }),
    );
  };

  it.each<[string, (a: IntervalSet, b: IntervalSet, c: IntervalSet) => [IntervalSet, IntervalSet]]>([
    ['union commutes', (a, b) => [union(a, b), union(b, a)]],
    ['intersection commutes', (a, b) => [intersection(a, b), intersection(b, a)]],
    ['union associates', (a, b, c) => [union(a, union(b, c)), union(union(a, b), c)]],
    [
      'intersection associates',
      (a, b, c) => [intersection(a, intersection(b, c)), intersection(intersection(a, b), c)],
    ],
    ['union distributes', (a, b, c) => [union(a, intersection(b, c)), intersection(union(a, b), union(a, c))]],
    [
      'intersection distributes',
      (a, b, c) => [intersection(a, union(b, c)), union(intersection(a, b), intersection(a, c))],
    ],
    ['the empty set adds nothing', (a) => [union(a, EMPTY), a]],
    ['the whole line takes nothing away', (a) => [intersection(a, WHOLE), a]],
    ['a set and its complement are all', (a) => [union(a, complement(a)), WHOLE]],
    ['a set and its complement share nothing', (a) => [intersection(a, complement(a)), EMPTY]],
    ['the complement of the complement is the set', (a) => [complement(complement(a)), a]],
    ['De Morgan for union', (a, b) => [complement(union(a, b)), intersection(complement(a), complement(b))]],
    ['De Morgan for intersection', (a, b) => [complement(intersection(a, b)), union(complement(a), complement(b))]],
    ['absorption', (a, b) => [union(a, intersection(a, b)), a]],
    ['difference is intersection with the complement', (a, b) => [difference(a, b), intersection(a, complement(b))]],
  ])('%s', (_name, holds) => law(holds));
});

it('finds an instant in a set as a plain search does', () => {
  fc.assert(
    fc.property(anySet, fc.integer({ min: -3, max: LINE + 3 }), (set, at) => {
      expect(contains(set, at as Instant)).toBe(set.some((interval) => covers(interval, at as Instant)));
    }),
  );
});
