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

const notInNames = /[^\p{L}\p{N}]+/gu;

/** Case, accents, marks, hyphens, blanks, zero-width letters and keyboard variants apart: `Côte d’Ivoire` is `cotedivoire`. */
export function nameKey(text: string): string {
  return folded(text).replace(notInNames, '');
}

const folded = (text: string): string => (isAscii(text) ? text.toLowerCase() : plainDigits(fold(text)));

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII, to leave early
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** The words of a text, each as `nameKey` would have it. */
export const wordKeys = (text: string): readonly string[] =>
  folded(text)
    .split(notInNames)
    .filter((word) => word !== '');

const ARTICLE = /^(?:(?:the|les?|la|el|l[ao]s|der|die|das)[\s-]+|l['’])/u;
const ARABIC_ARTICLE = /^ال(?=\p{L}{3})/u;

/** `nameKey` without a leading article of English, French, Spanish, German or Arabic. */
export const keyWithoutArticle = (text: string): string =>
  folded(text).trim().replace(ARTICLE, '').replace(ARABIC_ARTICLE, '').replace(notInNames, '');

/** `nameKey` with the umlauts written out, `Südsudan` as `suedsudan`; the same as `nameKey` where there are none. */
export const keyWithUmlautsWrittenOut = (text: string): string =>
  nameKey(/[äöü]/i.test(text) ? text.replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue') : text);

/** `nameKey` with look-alikes brought to one script: `СУ-35` typed with a Latin `C`. */
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

/** Endings of plurals in English, French, German and Spanish come off one after the other: launcher-s, launch-er. */
function latinStem(word: string): string {
  const singular = word.replace(/ies$/, 'y').replace(/aux$/, 'al');
  const cut = singular.replace(/s$/, '').length >= SHORTEST_STEM ? singular.replace(/s$/, '') : singular;
  const shorter = cut.replace(/(?:es|en|er|e|n|x)$/, '');
  const next = shorter.length > SHORTEST_STEM ? shorter : cut;
  return next === word ? word : latinStem(next);
}

/** The stems of the words of a text, run together. */
export const stemKey = (text: string): string => wordKeys(text).map(stem).join('');
