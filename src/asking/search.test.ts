import { describe, expect, it } from 'vitest';
import { smallRecord } from '../record/small-record.ts';
import { searcherOf } from './search.ts';
import { vocabularyOf } from './vocabulary.ts';

const search = searcherOf(vocabularyOf(smallRecord().record));

describe('a search of the record', () => {
  it('puts the State before what concerns it', () =>
    expect(
      search('somalia', 10)
        .map(({ kind }) => kind)
        .slice(0, 2),
    ).toEqual(['state', 'regime']));

  it('finds half a word, and any order of words', () => {
    const ids = (text: string) => search(text, 10).map(({ id }) => id);
    expect(ids('embargo deliver')).toEqual(ids('DELIVERies Embargo'));
    expect(ids('embargo deliver')).toContain('un/s-res-733-1992#5');
  });

  it('wants every word', () => expect(search('somalia zebra', 10)).toEqual([]));

  it('finds nothing for nothing, and no more than asked for', () => {
    expect(search(' .,! ', 10)).toEqual([]);
    expect(search('s', 3)).toHaveLength(3);
  });
});
