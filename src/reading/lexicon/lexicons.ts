import type { Language } from '../../law/vocabulary.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { persian } from './fa.ts';
import { french } from './fr.ts';
import type { Lexicon } from './lexicon.ts';
import { russian } from './ru.ts';

/** The languages that are read. */
export const lexicons: readonly Lexicon[] = [english, persian, russian, arabic, french, german, spanish];

export const lexiconOf = (language: Language): Lexicon => lexicons.find((lexicon) => lexicon.language === language)!;
