import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const states = ['Iran', 'Iraq', 'Ireland', 'Israel', 'Sudan', 'South Sudan'];

describe('a suggestion for a word that is not known', () => {
  it.each([
    ['Irann', 'Iran'],
    ['Iraqq', 'Iraq'],
    ['IRAN', 'Iran'],
    ['Irelnad', 'Ireland'],
    ['Sudna', 'Sudan'],
    ['Suth Sudan', 'South Sudan'],
  ])('for `%s` is `%s`', (input, expected) => expect(nearest(input, states)).toBe(expected));

  it.each(['', 'Atlantis', 'x', 'Ir', 'XX'])('is not made for `%s`', (input) =>
    expect(nearest(input, [...states, 'AX'])).toBeUndefined(),
  );

  it('is not looked for when the input is too long to be a slip of the pen', () =>
    expect(nearest('I'.repeat(200), ['I'.repeat(199)])).toBeUndefined());

  it('is the first of equally near ones', () => expect(nearest('Iraa', ['Iran', 'Iraq'])).toBe('Iran'));

  it('allows as many changes as it is told to', () => {
    expect(nearest('abcd', ['abxy'], 1)).toBeUndefined();
    expect(nearest('abcd', ['abxy'], 2)).toBe('abxy');
  });

  it('counts a swap of neighbours as one change, also at the end', () =>
    expect(nearest('RUSISA', ['RUSSIA'], 1)).toBe('RUSSIA'));

  it('finds a word again after any one letter of it was dropped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 40 }), fc.nat(), (word, at) => {
        const index = at % word.length;
        const input = word.slice(0, index) + word.slice(index + 1);
        expect(nearest(input, [word])).toBe(word);
      }),
    );
  });
});
