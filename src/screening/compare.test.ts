import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, matchFrom } from './compare-texts.ts';

const score = (a: string, b: string, schema = 'Person') => compareTexts(a, b, schema).score;

describe('two names of one person', () => {
  it.each([
    ['order', 'Musterfrau, Erika', 'Erika Musterfrau'],
    ['a patronymic more', 'Erika Ivanovna Musterova', 'Erika Musterova'],
    ['an initial', 'E. Musterfrau', 'Erika Musterfrau'],
    ['a nickname', 'Bill Mustermann', 'William Mustermann'],
    ['a title', 'Dr. Erika Musterfrau', 'Erika Musterfrau'],
    ['a slip', 'Erika Mustrefrau', 'Erika Musterfrau'],
    ['words run together', 'ErikaMusterfrau', 'Erika Musterfrau'],
    ['a word cut apart', 'Erika Muster frau', 'Erika Musterfrau'],
    ['particles', 'Ahmad bin Khalid al-Masri', 'Ahmed ibn Khaled Masri'],
    ['Abd al-X as one word or three', 'Abdulaziz Nouri', 'Abd al-Aziz Nuri'],
    ['look-alike letters', 'Еrikа Мustеrfrаu', 'Erika Musterfrau'],
    ['invisible letters', 'Er\u200bi\u00adka Muster\u2060frau', 'Erika Musterfrau'],
    ['digits for letters', 'Er1ka Musterfr4u', 'Erika Musterfrau'],
    ['Cyrillic in English', 'Александр Щербаков', 'Aleksandr Shcherbakov'],
    ['Cyrillic in French', 'Александр Щербаков', 'Alexandre Chtcherbakov'],
    ['Cyrillic in German', 'Александр Щербаков', 'Alexander Schtscherbakow'],
    ['Ukrainian', 'Володимир Коваленко', 'Volodymyr Kovalenko'],
    ['Persian without vowels', 'محمد رضا کریمی', 'Mohammad Reza Karimi'],
    ['Arabic with its article', 'خالد الأحمدي', 'Khaled al-Ahmadi'],
    ['Arabic letters of a Persian keyboard', 'علي كريمي', 'علی کریمی'],
    ['Hebrew', 'דוד כהן', 'David Cohen'],
    ['Greek', 'Νικόλαος Παπαδόπουλος', 'Nikolaos Papadopoulos'],
    ['Georgian', 'გიორგი მელაძე', 'Giorgi Meladze'],
    ['Armenian', 'Արամ Պետրոսյան', 'Aram Petrosyan'],
    ['an Arabic article that is none', 'مریم الهام', 'Maryam Elham'],
    ['Belarusian', 'Siarhei Mustarau', 'Sergei Mustarov'],
    ['Chinese', '王伟', 'Wang Wei'],
    ['Chinese in traditional letters', '張偉', '张伟'],
    ['an older spelling of Chinese', 'Chang Hsiao-ming', 'Zhang Xiaoming'],
    ['Korean', '박지성', 'Park Ji Sung'],
    ['Japanese syllables', 'サラ・コナー', 'Sara Konar'],
  ])('match through %s', (_, a, b) => expect(score(a, b)).toBeGreaterThanOrEqual(matchFrom));

  it.each([
    ['another given name', 'Erika Musterfrau', 'Hannelore Musterfrau'],
    ['another family name', 'Erika Musterfrau', 'Erika Kowalski'],
    ['another patronymic', 'Rustam Ibrahimovich Asanov', 'Rustam Magomedovich Asanov'],
    ['another initial', 'Hans O Friedrich', 'Hans Joachim Friedrich'],
    ['another name with Abdul', 'Abdul Karim Nasser', 'Abdul Rahman Nasser'],
    ['brothers whose names rhyme', 'Jalaluddin Musterhan', 'Badruddin Musterhan'],
    ['one syllable of Chinese', '王伟', '王强'],
    ['one syllable of Korean', '박지성', '박지훈'],
    ['a stranger', 'Maria Gonzalez', 'Erika Musterfrau'],
    ['nothing at all', '', 'Erika Musterfrau'],
    ['nothing but signs', '—…!', 'Erika Musterfrau'],
  ])('do not match through %s', (_, a, b) => expect(score(a, b)).toBeLessThan(matchFrom));
});

describe('two names of one body', () => {
  it.each([
    ['legal forms of one kind', 'OAO Muster', 'Muster JSC'],
    ['legal forms in another script', 'ООО «Мустер Строй»', 'Muster Stroy LLC'],
    ['a form run into the name', 'MusterAG', 'Muster Aktiengesellschaft'],
    ['dots', 'M.U.S. Company', 'MUS Co.'],
    ['and', 'Muster & Sons Ltd', 'Muster and Sons Limited'],
    ['a number in words', 'Brigade Forty-Four', '44 Brigade'],
    ['an ordinal', '1st Muster Bank', 'First Muster Bank'],
    ['an abbreviation', 'Int’l Muster Trdg', 'International Muster Trading'],
    ['first letters', 'MLA', 'Muster Liberation Army'],
    ['first letters that pass over particles', 'MRISL', 'Muster Republic of Iran Shipping Lines'],
    ['common words in another tongue', 'Мустер завод № 9', 'Muster Plant No. 9'],
    ['common words in Persian', 'دانشگاه مستر', 'Mustar University'],
  ])('match through %s', (_, a, b) => expect(score(a, b, 'Company')).toBeGreaterThanOrEqual(matchFrom));

  it.each([
    ['a form of another kind', 'Muster Bank AG', 'Muster Foundation Stiftung'],
    ['another number of a unit', 'Military Unit 74001', 'Military Unit 26002'],
    ['another place', 'Bank of Muster (Singapore) Limited', 'Bank of Muster (Australia) Limited'],
    ['nothing but common words', 'General Trading Company LLC', 'Erika General Trading Company LLC'],
  ])('do not match through %s', (_, a, b) => expect(score(a, b, 'Company')).toBeLessThan(matchFrom));
});

it('counts a number against a match', () => {
  expect(score('Muster 5', 'Muster 6', 'Vessel')).toBeLessThan(score('Muster 5', 'Muster 5', 'Vessel'));
});

describe('whatever two names are', () => {
  const anyName = fc.oneof(
    fc.string({ maxLength: 40, unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          'Erika',
          'Muster',
          'al-',
          'bin',
          'محمد',
          'Иван',
          '王伟',
          '5',
          'II',
          'A.',
          'GmbH',
          'and',
          '(UK)',
          "Qa'ida",
          'ООО',
        ),
        { maxLength: 8 },
      )
      .map((words) => words.join(' ')),
  );
  const anySchema = fc.constantFrom('Person', 'Company', 'Vessel', 'LegalEntity', undefined);

  it('their score lies from 0 to 1 and is the sum of what is shown', () => {
    fc.assert(
      fc.property(anyName, anyName, anySchema, (a, b, schema) => {
        const { score, because } = compareTexts(a, b, schema);
        const sum = because.reduce((total, line) => total + line.score, 0);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score).toBeCloseTo(Math.max(0, Math.min(1, sum)), 9);
      }),
      { numRuns: 400 },
    );
  });

  it('it does not matter much which comes first, and a name is like itself', () => {
    fc.assert(
      fc.property(anyName, anyName, anySchema, (a, b, schema) => {
        expect(Math.abs(compareTexts(a, b, schema).score - compareTexts(b, a, schema).score)).toBeLessThan(0.45);
        if (/[A-Za-z]{2}/.test(a)) expect(compareTexts(a, a, schema).score).toBeGreaterThan(0.99);
      }),
      { numRuns: 400 },
    );
  });
});
