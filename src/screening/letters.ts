import { simplified } from './han-forms.ts';

/** Letters as typed in, letters to compare out: no marks, no case, no invisible characters, no look-alikes of another script. */

/** Letters that decompose into nothing smaller, and what is written for them where they are not to be had. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ə: 'a',
  ŋ: 'ng',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  // One letter of the Arabic script, typed with another's code point (Persian and Arabic keyboards), or with a carrier.
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ء: '',
  // Final forms of Hebrew and Greek letters.
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
  ς: 'σ',
};

/** Latin letters and the Cyrillic and Greek ones that look the same. */
const lookAlikes: readonly (readonly [latin: string, cyrillic: string, greek: string])[] = [
  ['a', 'а', 'α'],
  ['b', 'ь', 'β'],
  ['c', 'с', ''],
  ['e', 'е', 'ε'],
  ['h', 'һ', ''],
  ['i', 'і', 'ι'],
  ['j', 'ј', ''],
  ['k', 'к', 'κ'],
  ['m', 'м', ''],
  ['n', 'п', 'ν'],
  ['o', 'о', 'ο'],
  ['p', 'р', 'ρ'],
  ['s', 'ѕ', ''],
  ['t', 'т', 'τ'],
  ['u', '', 'υ'],
  ['v', 'ѵ', ''],
  ['x', 'х', 'χ'],
  ['y', 'у', 'γ'],
];
const toLatin = new Map(
  lookAlikes
    .flatMap(
      ([latin, cyrillic, greek]) =>
        [
          [cyrillic, latin],
          [greek, latin],
        ] as const,
    )
    .filter(([from]) => from !== ''),
);
const toCyrillic = new Map(
  lookAlikes.flatMap(([latin, cyrillic]) => (cyrillic === '' ? [] : [[latin, cyrillic] as const])),
);

const marks = /\p{M}/gu;
const invisible = /[\p{Cf}\p{Cc}\p{Co}\u115f\u1160\u3164\u2800]/gu;

/** The text without what cannot be seen: control, zero-width and direction characters; white space is a single blank. */
export function clean(text: string): string {
  if (isPlainAscii(text)) return text.trim();
  return text
    .normalize('NFKC')
    .replace(/[\t\n\v\f\r\u00a0\u2028\u2029]/g, ' ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const isPlainAscii = (text: string): boolean => /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text);

/** Lower case, without diacritics; й stays a letter of its own, Indic and Thai vowel signs stay as they carry the sound. */
export function fold(text: string): string {
  const lower = clean(text).toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a range of ASCII, to leave early
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  let out = '';
  for (const letter of lower) out += foldLetter(letter);
  return out;
}

const folded = new Map<string, string>();
function foldLetter(letter: string): string {
  if (letter <= '\x7f') return letter;
  const known = folded.get(letter);
  if (known !== undefined) return known;
  const result = plain[letter] ?? simplified.get(letter) ?? withoutMarks(letter);
  if (folded.size < 20_000) folded.set(letter, result);
  return result;
}

function withoutMarks(letter: string): string {
  if (letter === 'й' || letter === 'ў' || letter === 'ї') return letter;
  if (/[\u3040-\u30ff\u0900-\u109f\u1780-\u17ff\u1200-\u137f\uac00-\ud7a3]/u.test(letter)) return letter;
  const base = letter.normalize('NFD').replace(marks, '');
  return plain[base] ?? base.normalize('NFC');
}

const isLatin = /[a-z]/;
const isCyrillic = /\p{Script=Cyrillic}/u;
const isGreek = /\p{Script=Greek}/u;

/** A folded word in one script: where Latin is mixed with Cyrillic or Greek, the look-alikes go over to the script of the majority. */
export function unmix(word: string): string {
  if (!isLatin.test(word) || (!isCyrillic.test(word) && !isGreek.test(word))) return word;
  const letters = [...word];
  const latin = letters.filter((letter) => isLatin.test(letter)).length;
  const cyrillic = letters.filter((letter) => isCyrillic.test(letter)).length;
  // Letters without a look-alike decide before the count: `Рutіn` is Latin for its `n`.
  const firmCyrillic = letters.some((letter) => isCyrillic.test(letter) && !toLatin.has(letter));
  const table = cyrillic > latin || (firmCyrillic && cyrillic === latin) ? toCyrillic : toLatin;
  return letters.map((letter) => table.get(letter) ?? letter).join('');
}
