import { describe, expect, it } from 'vitest';
import { findParty } from './party.ts';

const designations = [
  {
    id: 'a',
    list: 'un/x',
    name: 'Qasem Soleimani',
    aliases: ['Ghasem Soleymani', 'Haj Qasem'],
    native: ['قاسم سلیمانی'],
  },
  { id: 'b', list: 'un/x', name: 'Ghasem Soleimani', aliases: [], native: [] },
  {
    id: 'c',
    list: 'un/y',
    name: 'Société Générale de Câbles',
    aliases: ["Al-Qa'ida Trading (Holding) Co."],
    native: [],
  },
  { id: 'd', list: 'us/z', name: 'Qasem Soleimani', aliases: [], native: [] },
];

describe('a party named in a question', () => {
  it.each([
    ['qasem  SOLEIMANI', ['a', 'd']],
    ['Soleimani, Qasem', ['a', 'd']],
    ['Ghasem Soleimani', ['b']],
    ['قاسم سليماني', ['a']],
    ['Qa\u200bsem Soleimani', ['a', 'd']],
    ['Societe generale de cables', ['c']],
    ["Al Qa'ida Trading Holding Co", ['c']],
    ['Qassem Soleimani', []],
    ['Soleimani', []],
    ['', []],
    ['   ', []],
  ])('`%s` is exactly %j', (name, ids) => expect(findParty(designations, name).exact).toEqual(ids));

  it('names those it is only close to, best first, and never those it is exactly', () => {
    const { exact, candidates } = findParty(designations, 'Qasem Soleimani');
    expect(exact).toEqual(['a', 'd']);
    expect(candidates.map(({ id }) => id)).toEqual(['b']);
  });

  it('finds a spelling variant and a name of another script as candidates', () => {
    expect(findParty(designations, 'Qassem Suleimani').candidates.map(({ id }) => id)).toContain('a');
    expect(findParty(designations, 'Касем Сулеймани').candidates.map(({ id }) => id)).toContain('a');
  });

  it('finds a name of two words or more that is a part of another as a candidate', () => {
    const long = { id: 'e', list: 'un/x', name: 'Tamir Bako Dessalen Ruge', aliases: [], native: [] };
    const near = (name: string) => findParty([long], name).candidates.map(({ id }) => id);
    expect(near('Tamir Bako Dessalen')).toEqual(['e']);
    expect(near('Gen. Tamir Bako Dessalen Ruge')).toEqual(['e']);
    expect(near('Tamir')).toEqual([]);
    expect(near('Tamir Bako')).toEqual([]);
  });

  it('finds nobody close to a stranger', () => {
    expect(findParty(designations, 'Maria Gonzalez Perez').candidates).toEqual([]);
    expect(findParty(designations, 'Acme Bakery GmbH').candidates).toEqual([]);
  });

  it('does not make a match of look-alike letters, but names the candidate', () => {
    const found = findParty(designations, 'Qаsem Soleimani'); // the second letter is Cyrillic
    expect(found.exact).toEqual([]);
    expect(found.candidates.map(({ id }) => id)).toContain('a');
  });
});
