import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentence.ts';
import { normalize, tokenize } from './token.ts';

const sentences = (text: string): string[] =>
  [...sentencesOf(text)].map(({ tokens }) => text.slice(tokens[0]!.start, tokens.at(-1)!.end));

describe('a text cut into tokens', () => {
  it('keeps every token at its place in the original text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    ['تحريم‌ها', ['تحریم', 'ها']],
    ['۱۸ اکتبر', ['18', 'اکتبر']],
    ['Résolution', ['resolution']],
    ['Außenminister', ['aussenminister']],
    ['رأی', ['رای']],
  ])('compares %s by its plain form', (text, forms) => {
    expect(tokenize(text).map(({ norm }) => norm)).toEqual(forms);
    expect(normalize(text.replace('\u200c', ''))).not.toMatch(/[يك]/);
  });
});

describe('a text cut into sentences', () => {
  it.each([
    [
      'He met U.S. President Obama on Oct. 18. Then he left.',
      ['He met U.S. President Obama on Oct. 18.', 'Then he left.'],
    ],
    ['It passed by 12 votes to 2. Turkey opposed it.', ['It passed by 12 votes to 2.', 'Turkey opposed it.']],
    ['Der Rat tagte am 28. September 2025. Dann ging er.', ['Der Rat tagte am 28. September 2025.', 'Dann ging er.']],
    ['رأی نیاورد. این متن رد شد.', ['رأی نیاورد.', 'این متن رد شد.']],
  ])('cuts %s', (text, parts) => expect(sentences(text)).toEqual(parts));

  it('gets through a long text without a break, and through hostile ones', () => {
    for (const piece of ['a', '1', '.', '(', 'S/RES/', '"', 'ا', '1-', 'the and ', '2025-'])
      expect([...sentencesOf(piece.repeat(60_000))].length).toBeGreaterThan(0);
  });
});
