import type { Language } from '../law/vocabulary.ts';
import { lexicons } from './lexicon/lexicons.ts';
import { normalize, type Token, tokenize } from './token.ts';

/** How much of a text is looked at to know its language. */
const SAMPLE = 2_000;

const common: readonly (readonly [Language, ReadonlySet<string>])[] = lexicons.map((lexicon) => [
  lexicon.language,
  new Set(lexicon.common.split('|').map((word) => normalize(word.trim()))),
]);
const scripts: Readonly<Record<Language, Token['script']>> = {
  en: 'latin',
  fr: 'latin',
  de: 'latin',
  es: 'latin',
  ru: 'cyrillic',
  fa: 'arabic',
  ar: 'arabic',
};

/** The language of a text by script and by its most frequent words; undefined when it is none of the seven that are read. */
export function languageOf(text: string): Language | undefined {
  const words = tokenize(text, 0, Math.min(text.length, SAMPLE)).filter(({ kind }) => kind === 'word');
  if (words.length === 0) return undefined;
  const counts = common.map(([language, set]) => {
    let own = 0;
    let frequent = 0;
    for (const { script, norm } of words) {
      if (script !== scripts[language]) continue;
      own++;
      if (set.has(norm)) frequent++;
    }
    return { language, share: frequent / words.length, script: own / words.length };
  });
  const best = counts.sort((a, b) => b.share - a.share)[0]!;
  if (best.share >= 0.06 || (best.share > 0 && words.length < 12)) return best.language;
  // A short text may have none of the frequent words; one in a script that only one language here uses is of that language.
  if (words.length < 12)
    return counts.find(
      ({ script, language }) => script > 0.6 && (language === 'ru' || language === 'fa' || language === 'en'),
    )?.language;
  return undefined;
}
