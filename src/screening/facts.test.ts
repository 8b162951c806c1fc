import { describe, expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { compareFacts, type Facts } from './facts.ts';

const features = (query: Facts, entry: Partial<Entry>): readonly string[] =>
  compareFacts(query, { id: '1', schema: 'Vessel', names: [], ...entry }, (text) => text).map(({ feature }) => feature);
const ship = { documents: [{ kind: 'imo', number: '9074729' }] };

describe('facts beside a name', () => {
  it.each([
    ['the same IMO number', ['IMO 9074729'], ['same-identifier']],
    ['another IMO number', ['9176187'], ['imo-differs']],
    ['one of several IMO numbers', ['9176187', '9074729'], ['same-identifier']],
    ['seven digits that are no IMO number', ['9074720'], []],
    ['a number of another kind', ['A1234567'], []],
    ['no number', [], []],
  ])('%s: %j gives %j', (_, identifiers, expected) => expect(features({ identifiers }, ship)).toEqual(expected));

  it('say nothing where the list has none', () => {
    expect(features({ identifiers: ['9074729'], born: ['1970'], countries: ['IR'] }, {})).toEqual([]);
  });
});
