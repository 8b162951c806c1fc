import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRecord, type RecordFile } from '../record/load.ts';
import { noFindings } from './findings.ts';
import { understandGoods } from './goods.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

const home = new URL('../../record/', import.meta.url);
const fileAt = (path: string): RecordFile => ({ path, text: readFileSync(new URL(path, home), 'utf8') });

function vocabularyFrom(files: readonly RecordFile[]): Vocabulary {
  const loaded = loadRecord([fileAt('record.yaml'), ...files], 'sha256:test');
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join(' '));
  return vocabularyOf(loaded.value.record);
}

/** A few goods as the record writes them, small enough to see why each text leads where it does. */
const small = vocabularyFrom([
  {
    path: 'goods/small.yaml',
    text: `goods:
  - {code: arms, name: Arms and related materiel, names: {en: [arms, weapons, military equipment], ru: оружие}, parts: ["unroca:I", "unroca:IV", "unroca:VII", "ml:rest"], evidence: unverified}
  - {code: "unroca:I", name: Battle tanks, names: {en: [battle tanks, tanks], ru: танки, de: [Kampfpanzer], fa: تانک}, in: [arms, "ml:ML6"], evidence: unverified}
  - {code: "unroca:IV", name: Combat aircraft, names: {en: combat aircraft}, in: [arms, "ml:ML10"], parts: ["unroca:IV(a)"], evidence: unverified}
  - {code: "unroca:IV(a)", name: Manned combat aircraft, names: {en: [fighter aircraft, fighter jets]}, in: ["unroca:IV"], evidence: unverified}
  - {code: "unroca:VII", name: Missiles and missile launchers, names: {en: [missiles, missile launchers]}, in: [arms], parts: ["unroca:VII(a)"], evidence: unverified}
  - {code: "unroca:VII(a)", name: Missiles of 25 km or more, names: {en: missiles}, in: ["unroca:VII"], evidence: unverified}
  - {code: ammunition, name: Ammunition, names: {en: ammunition}, in: ["ml:rest"], evidence: unverified}
  - {code: "ml:rest", name: Other military goods, in: [arms], evidence: unverified}
  - {code: "ml:ML6", name: Ground vehicles and components, evidence: unverified}
  - {code: "ml:ML10", name: "Aircraft, engines, equipment and components", evidence: unverified}
  - {code: "mtcr:I", name: Missiles of category I, evidence: unverified}
  - {code: "hs:8802", name: Aircraft, may-be: ["unroca:IV"], decides: whether it is armed, evidence: unverified}
  - {code: "hs:8802.40", name: Aircraft over 15 t, in: ["hs:8802"], evidence: unverified}
  - {code: "hs:93", name: Arms of chapter 93, evidence: unverified}
  - {code: "system:su-35", name: Su-35, aliases: ["СУ-35", "سوخو-۳۵", Flanker-E], in: ["unroca:IV(a)", "ml:ML10"], evidence: unverified}
  - {code: "system:s-300", name: S-300, aliases: [S-300PMU2, Favorit], in: ["ml:rest"], evidence: unverified}
  - {code: "system:t-72", name: T-72, aliases: [Т-72], in: ["unroca:I"], evidence: unverified}
  - {code: "system:mi-17v-5", name: Mi-17V-5, in: ["ml:rest"], evidence: unverified}
  - {code: radar-one, name: First radar, names: {en: radar}, evidence: unverified}
  - {code: radar-two, name: Second radar, names: {en: radar}, evidence: unverified}
`,
  },
]);

function read(text: string, vocabulary = small): string {
  const findings = noFindings();
  const goods = understandGoods(text, vocabulary, findings);
  return [
    ...goods.map(({ code, how }) => (how === 'exact' ? code : `${code} approximate`)),
    ...findings.errors.map(({ code }) => code),
  ].join(' + ');
}

describe('a code', () => {
  it.each([
    ['unroca:IV', 'unroca:IV'],
    ['unroca:iv', 'unroca:IV'],
    ['UNROCA:IV', 'unroca:IV'],
    ['UNROCA IV', 'unroca:IV'],
    ['unroca : iv', 'unroca:IV'],
    ['UNROCA category IV', 'unroca:IV'],
    ['Register category IV', 'unroca:IV'],
    ['UN Register of Conventional Arms category IV', 'unroca:IV'],
    ['Unroca:VII(A)', 'unroca:VII(a)'],
    ['ml:ML10', 'ml:ML10'],
    ['ML10', 'ml:ML10'],
    ['ml10', 'ml:ML10'],
    ['ML 10', 'ml:ML10'],
    ['ml:10', 'ml:ML10'],
    ['MTCR Category I', 'mtcr:I'],
    ['mtcr i', 'mtcr:I'],
    ['hs:8802', 'hs:8802'],
    ['HS 8802', 'hs:8802'],
    ['HS code 8802', 'hs:8802'],
    ['8802', 'hs:8802'],
    ['۸۸۰۲', 'hs:8802'],
    ['8802.40', 'hs:8802.40'],
    ['880240', 'hs:8802.40'],
    ['CN 8802 40', 'hs:8802.40'],
    ['arms', 'arms'],
    ['ARMS', 'arms'],
    ['system:su-35', 'system:su-35'],
    ['system:Su-35', 'system:su-35'],
    ['SYSTEM:СУ-35', 'system:su-35'],
  ])('`%s` is %s', (text, code) => expect(read(text)).toBe(code));

  it.each([
    ['8802.30', 'hs:8802 approximate'],
    ['HS 8802.40.00', 'hs:8802.40 approximate'],
    ['hs:9301', 'hs:93 approximate'],
    ['ML10.a', 'ml:ML10 approximate'],
    ['ml10a', 'ml:ML10 approximate'],
    ['ML10.c.2', 'ml:ML10 approximate'],
  ])('finer than the record, `%s`, is %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    'unroca:VIII',
    'unroca:IV(c)',
    'ml:ML99',
    'ML100',
    'hs:0101',
    '9301',
    '12',
    'unroca:',
    ':',
    'system:',
    'system:arms',
  ])('`%s` is unknown', (text) => expect(read(text)).toBe('unknown-goods'));
});

describe('a name', () => {
  it.each([
    ['weapons', 'arms'],
    ['Оружие', 'arms'],
    ['tank', 'unroca:I'],
    ['TANKS', 'unroca:I'],
    ['battle tank', 'unroca:I'],
    ['танков', 'unroca:I'],
    ['Kampfpanzern', 'unroca:I'],
    ['تانک‌ها', 'unroca:I'],
    ['Su-35', 'system:su-35'],
    ['su 35', 'system:su-35'],
    ['SU35', 'system:su-35'],
    ['СУ-35', 'system:su-35'],
    ['су35', 'system:su-35'],
    ['سوخو ۳۵', 'system:su-35'],
    ['سوخو-35', 'system:su-35'],
    ['S-300PMU2', 'system:s-300'],
    ['S-300 PMU-2', 'system:s-300'],
    ['favorit', 'system:s-300'],
  ])('`%s` is %s', (text, code) => expect(read(text)).toBe(code));

  it('that a class shares with its part means the class', () => expect(read('missiles')).toBe('unroca:VII'));
  it('of two classes is refused', () => expect(read('radar')).toBe('ambiguous-goods'));

  it.each([
    ['Su-35S', 'system:su-35 approximate'],
    ['S-300PMU1', 'system:s-300 approximate'],
    ['T-72B3', 'system:t-72 approximate'],
    ['Т-72Б', 'system:t-72 approximate'],
    ['T-720', 'unknown-goods'],
    ['T-7', 'unknown-goods'],
    ['Mi-17', 'unknown-goods'],
    ['Su-35spareparts', 'unknown-goods'],
  ])('of a version, `%s`, is %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['12 Su-35 fighter aircraft', 'system:su-35 approximate'],
    ['the Su-35 fighter jets', 'system:su-35 approximate'],
    ['24 T-72 tanks', 'system:t-72 approximate'],
    ['weapons of all types', 'arms approximate'],
    ['spare parts for the Su-35', 'unknown-goods'],
    ['Su-35 components', 'unknown-goods'],
    ['Su-35 engines', 'unknown-goods'],
    ['anti-aircraft missiles', 'unknown-goods'],
    ['tank ammunition', 'unknown-goods'],
  ])('among other words, `%s`, is %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['', '!!', 'x', 'constructor', '__proto__', 'toString', '\u202e', 'arms'.repeat(1000)])(
    '`%s` is unknown',
    (text) => expect(read(text)).toBe('unknown-goods'),
  );
});

describe('several goods in one text', () => {
  it.each([
    ['tanks, Su-35', 'unroca:I + system:su-35'],
    ['tanks; ammunition', 'unroca:I + ammunition'],
    ['arms and ammunition', 'arms + ammunition'],
    ['танки и оружие', 'unroca:I + arms'],
    ['tanks, zeppelins', 'unroca:I + unknown-goods'],
    ['12 Su-35 and 24 T-72', 'system:su-35 approximate + system:t-72 approximate'],
    ['arms and zeppelins', 'unknown-goods'],
  ])('`%s` are %s', (text, expected) => expect(read(text)).toBe(expected));
});

it('tells in a note what an approximate reading took the words for', () => {
  const findings = noFindings();
  understandGoods('Su-35S', small, findings);
  expect(findings.notes).toEqual(['`Su-35S` was read as system:su-35 (Su-35).']);
});

it('suggests the nearest name', () => {
  const findings = noFindings();
  understandGoods('amunition', small, findings);
  expect(findings.errors[0]!.message).toContain('Did you mean `Ammunition`?');
});

describe('the goods of the record', () => {
  const goodsFiles = readdirSync(new URL('goods/', home)).map((name) => fileAt(`goods/${name}`));
  const real = vocabularyFrom(goodsFiles);

  it.each([
    ['arms', 'arms'],
    ['weapons', 'arms'],
    ['armas', 'arms'],
    ['Waffen', 'arms'],
    ['armes', 'arms'],
    ['оружие', 'arms'],
    ['سلاح', 'arms'],
    ['أسلحة', 'arms'],
    ['salw', 'salw'],
    ['small arms and light weapons', 'salw'],
    ['MANPADS', 'unroca:VII(b)'],
    ['battle tanks', 'unroca:I'],
    ['warships', 'unroca:VI'],
    ['attack helicopters', 'unroca:V'],
    ['any', 'any'],
    ['ammunition', 'ammunition'],
    ['боеприпасы', 'ammunition'],
    ['ML10', 'ml:ML10'],
    ['USML VIII', 'usml:VIII'],
    ['mtcr:I', 'mtcr:I'],
    ['nsg:trigger', 'nsg:trigger'],
  ])('know `%s` as %s', (text, code) => expect(read(text, real)).toBe(code));

  it('are each found by their own code in any case', () => {
    for (const code of Object.keys(real.record.goods)) expect(read(code.toUpperCase(), real)).toBe(code);
  });

  it('have no name that leads nowhere', () => {
    const lost: string[] = [];
    for (const { code, name, names, aliases } of Object.values(real.record.goods)) {
      for (const known of [name, ...Object.values(names).flat(), ...aliases]) {
        if (read(known, real).includes('unknown-goods')) lost.push(`${code} ${known}`);
      }
    }
    expect(lost).toEqual([]);
  });
});
