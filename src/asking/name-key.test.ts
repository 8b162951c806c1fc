import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOfOneScript, keyWithoutArticle, nameKey, plainDigits, stemKey } from './name-key.ts';

describe('two spellings of one name have one key', () => {
  it.each([
    ['Côte d’Ivoire', "COTE D'IVOIRE"],
    ['Guinea-Bissau', 'guinea bissau'],
    ['Su-35', 'SU 35'],
    ['Королёв', 'королев'],
    ['ایران', 'ايران'],
    ['کره شمالی', 'كره‌شمالي'],
    ['جمهوری‌خواه', 'جمهوری خواه'],
    ['سوخو-۳۵', 'سوخو ٣٥'],
    ['أفغانستان', 'افغانستان'],
    ['Şırnak', 'sirnak'],
    ['Straße', 'STRASSE'],
    ['U.A.E.', 'UAE'],
    ['\u200fایران\u200e', 'ایران'],
  ])('%s and %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it.each([
    ['Iran', 'Iraq'],
    ['Niger', 'Nigeria'],
    ['Т-72', 'Т-80'],
    ['ایران', 'عراق'],
  ])('and %s and %s have two', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));
});

it('has no key for signs alone, so that they are nobody’s name', () => {
  for (const signs of ['', ' ', '!!', '—', '\u200c', '。']) expect(nameKey(signs)).toBe('');
});

it.each([
  ['the Gambia', 'Gambia'],
  ["l'Iran", 'Iran'],
  ['Los Estados Unidos', 'Estados Unidos'],
  ['die Türkei', 'Türkei'],
  ['العراق', 'عراق'],
])('leaves the article out of %s', (long, short) => expect(keyWithoutArticle(long)).toBe(nameKey(short)));

it.each([
  ['tank', 'tanks'],
  ['missile', 'missiles'],
  ['battery', 'batteries'],
  ['launcher', 'launchers'],
  ['Rakete', 'Raketen'],
  ['avión', 'aviones'],
  ['танк', 'танков'],
  ['вооружение', 'вооружений'],
  ['سلاح', 'سلاح‌ها'],
  ['موشک', 'موشک‌های'],
])('knows %s and %s for two forms of one word', (one, other) => expect(stemKey(one)).toBe(stemKey(other)));

it.each([
  ['arms', 'army'],
  ['mines', 'mining'],
  ['rockets', 'rocketry'],
])('keeps %s and %s apart', (one, other) => expect(stemKey(one)).not.toBe(stemKey(other)));

it('reads a Latin letter in a Cyrillic word as the Cyrillic one', () =>
  expect(keyOfOneScript('Tор-М1')).toBe(nameKey('Тор-М1')));

it('writes Arabic and Persian digits as plain ones', () => expect(plainDigits('۱۴۰۴-٠٧-06')).toBe('1404-07-06'));

it('takes any text whatever', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
      expect(() => [keyWithoutArticle(text), stemKey(text), keyOfOneScript(text)]).not.toThrow();
    }),
  );
});
