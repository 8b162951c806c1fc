import { describe, expect, it } from 'vitest';
import { nameIndex } from './name-index.ts';

const index = nameIndex(() => [
  { id: 'CG', names: ['Republic of the Congo', 'Congo'] },
  { id: 'CD', names: ['Democratic Republic of the Congo', 'Congo'] },
  { id: 'TR', names: ['Türkei', 'تركيا', '!!'] },
  { id: 'IQ', names: ['العراق', 'Iraq'] },
  { id: 'T72', names: ['T-72', 'main battle tank'] },
]);

describe('an index of names', () => {
  it('gives every id that bears a name', () => expect(index.find('congo')).toEqual(['CG', 'CD']));

  it.each(['Türkei', 'TURKEI', 'Tuerkei', 'die Türkei', 'تركیا', 'Türkei '])('finds one id by %s', (name) =>
    expect(index.find(name)).toEqual(['TR']),
  );

  it('finds a name without the article it has on record', () => expect(index.find('عراق')).toEqual(['IQ']));

  it('finds a plural only when asked for other forms', () => {
    expect(index.find('main battle tanks')).toEqual([]);
    expect(index.findInflected('main battle tanks')).toEqual(['T72']);
  });

  it('gives nothing for a name of signs', () => expect(index.find('!!')).toEqual([]));

  it('finds the longest beginning that is accepted', () => {
    expect(index.findBeginning('t72b3', (id) => id === 'T72')).toEqual(['T72']);
    expect(index.findBeginning('t72b3', () => false)).toEqual([]);
  });

  it.each([
    ['Iraqq', 'Iraq'],
    ['Democratic Republic', 'Democratic Republic of the Congo'],
    ['a T-72 of some age', 'T-72'],
  ])('suggests for %s the name %s', (name, expected) => expect(index.suggest(name)).toBe(expected));

  it('suggests nothing for what is near to nothing', () => expect(index.suggest('Zzyzx')).toBeUndefined());

  it('remembers a bounded number of spellings, and answers the same after', () => {
    for (let count = 0; count < 10_000; count += 1) index.find(`nobody ${count}`);
    expect(index.find('iraq')).toEqual(['IQ']);
  });

  it('is made at the first question and not before', () => {
    let made = 0;
    const late = nameIndex(() => {
      made += 1;
      return [{ id: 'a', names: ['a'] }];
    });
    expect(made).toBe(0);
    expect([late.find('a'), late.find('A ')]).toEqual([['a'], ['a']]);
    expect(made).toBe(1);
  });
});
