import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from './build-index.ts';
import { compareTexts, matchFrom } from './compare-texts.ts';
import { openIndex } from './search.ts';

const people = [
  'Erika Musterfrau',
  'Max Mustermann',
  'Александр Щербаков',
  'محمد رضا کریمی',
  'Abdul Rahman Nuri',
  'Ali Hassan Nuri',
  'Ivan Petrov',
  'Petra Ivanova',
  'Sergei Lavrentiev',
  '王伟',
];
const bodies = ['Muster Trading LLC', 'Muster Liberation Army', 'OOO Stroymontazh'];
const search = openIndex(
  buildIndex([
    ...people.map((text) => ({ of: ['person' as const], names: [{ text, weak: false }], identifiers: [] })),
    ...bodies.map((text, i) => ({
      of: ['organisation' as const],
      names: [
        { text, weak: false },
        { text: `Weak Alias ${i}`, weak: true },
      ],
      identifiers: [`IMO 918762${i}`],
    })),
  ]),
);
const found = (text: string) => search(text).map(({ subject }) => [...people, ...bodies][subject]);

describe('a name searched in an index', () => {
  it.each([
    ['Musterfrau, Erika', 'Erika Musterfrau'],
    ['Erka Musterfrau', 'Erika Musterfrau'],
    ['ErikaMusterfrau', 'Erika Musterfrau'],
    ['Aleksandr Shcherbakov', 'Александр Щербаков'],
    ['Alexandre Chtcherbakov', 'Александр Щербаков'],
    ['Mohammad-Reza Karimi', 'محمد رضا کریمی'],
    ['Abdurrahman Nouri', 'Abdul Rahman Nuri'],
    ['Wang Wei', '王伟'],
    ['muster trading company', 'Muster Trading LLC'],
    ['MLA', 'Muster Liberation Army'],
    ['Строймонтаж', 'OOO Stroymontazh'],
    ['9187621', 'Muster Liberation Army'],
  ])('`%s` finds %s', (text, name) => expect(found(text)[0]).toBe(name));

  it.each(['Hannelore Kowalski', 'Ivanka Petrushka', '', '…', 'LLC', 'Company'])('`%s` finds nobody', (text) =>
    expect(found(text)).toEqual([]),
  );

  it('takes something off where the list itself calls the alias weak', () => {
    const [hit] = search('Weak Alias 1');
    expect(hit?.because.at(-1)).toEqual({ feature: 'weak-alias', score: -0.05, query: '', candidate: '' });
    expect(hit?.score).toBeCloseTo(0.95, 9);
  });

  it('asks only among the subjects that count', () =>
    expect(search('Erika Musterfrau', { among: (subject) => subject !== 0 })).toEqual([]));
});

it('scores what it finds as a comparison does, and misses nothing that is nearly the same', () => {
  const words = [
    'Erika',
    'Maximilian',
    'Sergei',
    'Fatima',
    'Musterfrau',
    'Lavrentiev',
    'Karimi',
    'Petrosyan',
    'Nouri',
    'Kovalenko',
  ];
  const anyName = fc.uniqueArray(fc.constantFrom(...words), { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(anyName, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (names, which, where) => {
      const texts = names.map((name) => name.join(' '));
      const find = openIndex(
        buildIndex(texts.map((text) => ({ of: ['person' as const], names: [{ text, weak: false }], identifiers: [] }))),
      );
      const meant = texts[which % texts.length]!;
      // One letter left out of the longest word.
      const longest = meant.split(' ').sort((a, b) => b.length - a.length)[0]!;
      const at = 1 + (where % (longest.length - 1));
      const query = meant.replace(longest, longest.slice(0, at) + longest.slice(at + 1));
      const hits = find(query, { of: ['person'], limit: 100 });
      for (const { subject, score } of hits)
        expect(score).toBeCloseTo(compareTexts(query, texts[subject]!, 'Person').score, 6);
      expect(hits.some(({ subject }) => texts[subject] === meant)).toBe(true);
      expect(hits[0]!.score).toBeGreaterThanOrEqual(matchFrom);
    }),
    { numRuns: 150 },
  );
});
