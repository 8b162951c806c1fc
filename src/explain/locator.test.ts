import { expect, it } from 'vitest';
import { locatorOf } from './locator.ts';

it.each(['para 8', 'Annex B, para 5', 'annex A', 'Art. 1(1)(c)', 'Section 2', '(d)(1)', '13(a)'])(
  'keeps %s, which people cite',
  (provision) => expect(locatorOf(provision)).toBe(provision),
);

it.each(['whole text', 'operative part', 'declaration', 'list of weapons, S-300', 'Part 5'])(
  'leaves out %s, which names no place in the act that people cite',
  (provision) => expect(locatorOf(provision)).toBe(''),
);
