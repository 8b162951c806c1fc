import { describe, expect, it } from 'vitest';
import { enumerated, enumeratedShort, lowered, sentence, shortened } from './enumeration.ts';

describe('words in a row', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%j is "%s"', (words, text) => expect(enumerated(words)).toBe(text));

  it('names the one that would be left alone, and counts two and more', () => {
    expect(enumeratedShort(['A', 'B', 'C'], 2)).toBe('A, B and C');
    expect(enumeratedShort(['A', 'B', 'C', 'D'], 2)).toBe('A, B and 2 others');
  });
});

describe('a text', () => {
  it('is cut at a blank, and says that it is', () => {
    expect(shortened('All States shall prevent it.', 40)).toBe('All States shall prevent it.');
    expect(shortened('All States shall prevent the supply, sale or transfer', 37)).toBe(
      'All States shall prevent the supply …',
    );
    expect(shortened('a'.repeat(50), 10).length).toBeLessThanOrEqual(11);
  });

  it('becomes a sentence, once', () => {
    expect(sentence('under EU law you may not')).toBe('Under EU law you may not.');
    expect(sentence('Is it?')).toBe('Is it?');
  });

  it('loses the capital of a heading, and keeps that of an abbreviation', () => {
    expect(lowered('Battle tanks (Register I)')).toBe('battle tanks (Register I)');
    expect(lowered('MTCR Category I')).toBe('MTCR Category I');
  });
});
