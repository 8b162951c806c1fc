/** Names as people type them, brought to one form: what is left decides whether two spellings are one name. */
import { fold, unmix } from '../screening/letters.ts';

const DIGIT_ZEROS = ['\u0660', '\u06f0'].map((zero) => zero.codePointAt(0)!);

/** Arabic and Persian digits as `0` to `9`; everything else as it was. */
export function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.codePointAt(0)!;
    return String(code - DIGIT_ZEROS.findLast((zero) => zero <= code)!);
  });
}

/**
 * A letter as names are compared: its folded form, a blank where a word ends, nothing for what is only a mark or invisible.
 * Each letter is worked out once: an index of names meets a few hundred different ones, thousands of times.
 */
function letterKey(letter: string): string {
  const known = letterKeys.get(letter);
  if (known !== undefined) return known;
  const key = letterKeyAnew(letter);
  if (letterKeys.size < MOST_LETTERS) letterKeys.set(letter, key);
  return key;
}

const letterKeys = new Map<string, string>();
const MOST_LETTERS = 4096;
const TATWEEL = '\u0640';

function letterKeyAnew(letter: string): string {
  if (letter === TATWEEL || /[\p{M}\p{Cf}]/u.test(letter)) return '';
  if (!/[\p{L}\p{N}]/u.test(letter)) return ' ';
  return plainDigits(fold(letter)).replace(/[^\p{L}\p{N}]/gu, '');
}

const COMBINING = /[\u0300-\u036f]/;

/** The words of a text with single or several blanks between them, each letter as `letterKey` has it. */
function spaced(text: string): string {
  let out = '';
  for (const letter of COMBINING.test(text) ? text.normalize('NFC') : text) out += letterKey(letter);
  return out;
}

const joined = (words: string): string => (words.includes(' ') ? words.replaceAll(' ', '') : words);

/** Case, accents, marks, hyphens, blanks, zero-width letters and keyboard variants apart: `Côte d’Ivoire` is `cotedivoire`. */
export const nameKey = (text: string): string => joined(spaced(text));

/** The words of a text, each as `nameKey` would have it. */
export const wordKeys = (text: string): readonly string[] =>
  spaced(text)
    .split(' ')
    .filter((word) => word !== '');

const ARTICLE = /^ *(?:(?:the|les?|la|el|l[ao]s|der|die|das|l) +|ال(?=\p{L}{3}))/u;

/** `nameKey` without a leading article of English, French, Spanish, German or Arabic. */
export const keyWithoutArticle = (text: string): string => joined(spaced(text).replace(ARTICLE, ''));

/** `nameKey` with the umlauts written out, `Südsudan` as `suedsudan`; the same as `nameKey` where there are none. */
export const keyWithUmlautsWrittenOut = (text: string): string =>
  nameKey(/[äöü]/i.test(text) ? text.replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue') : text);

/** `nameKey` with look-alikes brought to one script: `Тор-М1` typed with a Latin `T`. */
export const keyOfOneScript = (text: string): string => wordKeys(text).map(unmix).join('');

const SHORTEST_STEM = 3;

/**
 * A word without its ending of number or case, as far as spelling alone tells. What is left is never shown: two forms
 * of one word only have to come out the same, and different words different.
 */
export function stem(word: string): string {
  if (/\p{Script=Latin}/u.test(word)) return latinStem(word);
  const cut = word.replace(/\p{Script=Cyrillic}/u.test(word) ? CYRILLIC_ENDING : ARABIC_ENDING, '');
  return cut.length >= SHORTEST_STEM ? cut : word;
}

const CYRILLIC_ENDING =
  /(?:иями|иях|ием|ия|ии|ию|ами|ями|ого|его|ыми|ими|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ах|ях|ам|ям|ом|ем|ых|их|а|я|ы|и|у|ю|е|о|ь|й)$/u;
const ARABIC_ENDING = /(?:های|هایی|ها|یه|ات|ین|ون|ان|ی|ه)$/u;

/** Endings of plurals in English, French, German and Spanish come off one after the other: `Raket-e-n`. */
function latinStem(word: string): string {
  const singular = word.replace(/ies$/, 'y').replace(/aux$/, 'al');
  const cut = singular.replace(/s$/, '').length >= SHORTEST_STEM ? singular.replace(/s$/, '') : singular;
  const shorter = cut.replace(/(?:es|en|e|n|x)$/, '');
  const next = shorter.length > SHORTEST_STEM ? shorter : cut;
  return next === word ? word : latinStem(next);
}

/** The stems of the words of a text, run together. */
export const stemKey = (text: string): string => wordKeys(text).map(stem).join('');
