import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { instant } from '../time/instant.ts';
import { agenda, inOrder } from './agenda.ts';
import { exactly } from './moment.ts';

const thing = (at: number) => ({ at: exactly(instant(at)), item: at });

it('gives out what was there and what was added in order of time, and what is simultaneous together', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.array(fc.nat(20)), (start, more) => {
      const things = agenda<number>(inOrder(start.map(thing)));
      for (const at of more) things.add(exactly(instant(at)), at);
      const seen: (readonly number[])[] = [];
      for (let batch = things.next(); batch !== undefined; batch = things.next()) seen.push(batch.items);
      const sorted = [...start, ...more].sort((a, b) => a - b);
      expect(seen.flat()).toEqual(sorted);
      expect(seen.length).toBe(new Set(sorted).size);
    }),
  ));

it('gives out what comes to be due at the very time that is being dealt with', () => {
  const things = agenda<string>(inOrder([{ at: exactly(instant(5)), item: 'a rule' }]));
  expect(things.next()!.items).toEqual(['a rule']);
  things.add(exactly(instant(5)), 'what follows at once');
  things.add(exactly(instant(6)), 'what follows later');
  expect(things.more()).toEqual(['what follows at once']);
  expect(things.next()!.items).toEqual(['what follows later']);
});
