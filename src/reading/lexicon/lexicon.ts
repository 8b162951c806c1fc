import type { Language } from '../../law/vocabulary.ts';

/**
 * What one language calls the things of this field. Each entry is a list of phrases, written as they are spoken; a word that ends
 * in `*` stands for every word that starts so. The keys are the same in all languages, and the patterns over them know no language.
 */
export type Lexicon = {
  readonly language: Language;
  /** Acts, things and qualities (`adopt`, `arms`, `unanimous`). */
  readonly concepts: Readonly<Record<string, string>>;
  /** Bodies: organs, organisations, groups. */
  readonly bodies: Readonly<Record<string, string>>;
  /** Peoples, capitals and governments that stand for a State; the names of States come from the record. */
  readonly peoples: Readonly<Record<string, string>>;
  readonly offices: Readonly<Record<string, string>>;
  /** Months: Gregorian `g1` to `g12`, Solar Hijri `p1` to `p12`, Islamic `i1` to `i12`. */
  readonly months: Readonly<Record<string, string>>;
  /** `1` is Monday. */
  readonly weekdays: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, string>>;
  /** Words with a role in dates and durations: `today`, `year`, `month`, `last`, `next`, `ago`, `until`. */
  readonly times: Readonly<Record<string, string>>;
  /** Cues of reported speech by commitment: `say`, `claim`, `deny`, `call`, `accuse`, `write`. */
  readonly cues: Readonly<Record<string, string>>;
  /** Words that start a clause. */
  readonly joints: string;
  readonly negations: string;
  /** Words of intent, plan or condition. */
  readonly hedges: string;
  readonly and: string;
  /** The most frequent words, by which the language is known. */
  readonly common: string;
  /** Official titles of well-known instruments, by concept. */
  readonly titles: Readonly<Record<string, string>>;
};
