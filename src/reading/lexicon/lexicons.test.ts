import { describe, expect, it } from 'vitest';
import { english } from './en.ts';
import { lexicons } from './lexicons.ts';

/** What every language must have a word for, or the checks over it cannot work. */
const NEEDED =
  'adopt fail vote veto abstain against favour unanimous threshold submit draft resolution extend end impose reimpose keep endorse list withdraw notify sanctions arms freeze travel missile nuclear experts deal snapback individuals entities alls none presidency automatic'.split(
    ' ',
  );

describe.each(lexicons.map((lexicon) => [lexicon.language, lexicon] as const))('the lexicon of %s', (_, lexicon) => {
  it('has a word for whatever the checks turn on', () => {
    expect(NEEDED.filter((concept) => !lexicon.concepts[concept])).toEqual([]);
  });

  it('uses the names of bodies, offices and times that English uses', () => {
    for (const table of ['bodies', 'offices', 'cues'] as const)
      expect(
        Object.keys(lexicon[table]).filter((name) => english[table][name] === undefined && !EXTRA.has(name)),
      ).toEqual([]);
  });

  it('has all months, weekdays and the numbers to fifteen', () => {
    for (let month = 1; month <= 12; month++) expect(lexicon.months[`g${month}`]).toBeTruthy();
    for (let day = 1; day <= 7; day++) expect(lexicon.weekdays[day]).toBeTruthy();
    for (let number = 0; number <= 15; number++) expect(lexicon.numbers[number]).toBeTruthy();
  });

  it('has no phrase that is only a star or empty', () => {
    for (const table of [lexicon.concepts, lexicon.bodies, lexicon.peoples, lexicon.cues])
      for (const phrases of Object.values(table))
        for (const phrase of phrases.split('|')) expect(phrase.trim()).not.toMatch(/^\*?$/);
  });
});

/** Offices that one language has a word of its own for. */
const EXTRA = new Set(['spokesperson']);
