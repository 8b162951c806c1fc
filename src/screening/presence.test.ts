import { describe, expect, it } from 'vitest';
import { holdsOn, spellsOf } from './presence.ts';

const days = ['2018-06-07', '2020-12-01', '2025-08-02', '2025-11-18'];
const seen = (on: readonly string[], listedOn?: string) =>
  on.map((day) => ({ on: day, ...(listedOn && { listedOn }) }));

describe('when an entry stood on a list', () => {
  it.each([
    ['all the time, from the day the list prints', seen(days, '2007-03-24'), [{ from: '2007-03-24', until: null }]],
    ['all the time, no day printed: not known from when', seen(days), [{ from: null, until: null }]],
    ['until it was gone', seen(days.slice(0, 2), '2007-03-24'), [{ from: '2007-03-24', until: '2025-08-02' }]],
    [
      'gone and back: the old listing day is that of the first spell',
      seen([days[0]!, days[1]!, days[3]!], '2007-03-24'),
      [
        { from: '2007-03-24', until: '2025-08-02' },
        { from: '2025-11-18', until: null },
      ],
    ],
    [
      'new, with an old day printed that kept lists deny',
      seen([days[3]!], '2008-03-03'),
      [{ from: '2025-11-18', until: null }],
    ],
    ['new, with a day that they do not deny', seen([days[3]!], '2025-10-17'), [{ from: '2025-10-17', until: null }]],
    ['never', [], []],
  ])('%s', (_, sightings, spells) => expect(spellsOf(days, sightings)).toEqual(spells));

  it('holds from its first day and up to, not including, its last', () => {
    const spell = { from: '2007-03-24', until: '2025-08-02' };
    expect(['2007-03-23', '2007-03-24', '2025-08-01', '2025-08-02'].map((day) => holdsOn(spell, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
