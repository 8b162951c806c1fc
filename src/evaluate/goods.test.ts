import { describe, expect, it } from 'vitest';
import type { Goods } from '../law/vocabulary.ts';
import { alternativesOf, classesOf, isAmong, unnamedGoods } from './goods.ts';

const goods = (code: string, more: Partial<Goods> = {}): Goods => ({
  ...{ code, name: code, names: {}, aliases: [], in: [], parts: [], mayBe: [], figures: {} },
  ...more,
});
const vocabulary = Object.fromEntries(
  [
    goods('arms', { parts: ['register', 'rifles'] }),
    goods('register', { in: ['arms'], parts: ['tanks', 'missiles'] }),
    goods('tanks', { in: ['register'] }),
    goods('missiles', { in: ['register'], mayBe: ['mtcr:I', 'mtcr:outside'], decides: 'range and payload' }),
    goods('rifles', { in: ['arms'] }),
    goods('mtcr:I'),
    goods('mtcr:outside'),
    goods('hs:8710', { mayBe: ['tanks', 'tractors'], decides: 'whether it is armoured' }),
    goods('tractors'),
    goods('system:t-90', { in: ['tanks'] }),
  ].map((one) => [one.code, one]),
);
const parts = (code: string, ...named: readonly string[]) =>
  alternativesOf(code, vocabulary, new Set(named)).map(({ part }) => part);

describe('goods', () => {
  it('bear every class that includes them', () => {
    expect([...classesOf('system:t-90', vocabulary)].sort()).toEqual([
      'any',
      'arms',
      'register',
      'system:t-90',
      'tanks',
    ]);
  });

  it('asked as a family are not divided where no measure tells its parts apart', () => {
    expect(parts('arms', 'arms')).toEqual(['arms']);
  });

  it('are divided as far as a measure does', () => {
    expect(parts('register', 'tanks')).toEqual(['tanks', 'missiles']);
  });

  it('under an approximate code may be each possible class', () => {
    expect(parts('hs:8710', 'tanks')).toEqual(['tanks', 'tractors']);
  });

  it('whose class a measure names more finely may be that too', () => {
    expect(parts('tanks', 'system:t-90')).toEqual(['tanks', 'system:t-90']);
  });

  it('that a service is tied to, unnamed, may be any that a measure names, or none', () => {
    expect(unnamedGoods(vocabulary, new Set(['tanks'])).map(({ part }) => part)).toEqual(['tanks', 'other']);
  });

  it('fall under a scope unless they are left out of it', () => {
    const tank = classesOf('tanks', vocabulary);
    expect(isAmong(tank, ['register'])).toBe(true);
    expect(isAmong(tank, ['register'], ['tanks'])).toBe(false);
    expect(isAmong(tank, ['rifles'])).toBe(false);
  });
});
