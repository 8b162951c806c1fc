import type { Language } from '../law/vocabulary.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Zone } from '../time/zone.ts';
import type { Facts } from './facts.ts';
import type { DateMark } from './mentions/date.ts';
import type { VoteFact } from './passages.ts';

/** What the reader knows before a sentence: about the document, and from the sentences before. */
export type Context = {
  readonly facts: Facts;
  readonly language: Language;
  /** The days on which the document may have been published: one, or a month. */
  readonly published?: { readonly from: CivilDate; readonly until: CivilDate };
  /** Whose clock the document goes by. */
  readonly zone?: Zone;
  /** The day that bare and relative dates are reckoned from. */
  reference: CivilDate;
  /** The day of the entry of a timeline. */
  entry?: DateMark;
  /** States the document is about, the most named first. */
  readonly topics: readonly string[];
  /** The vote or resolution spoken of last. */
  vote?: VoteFact;
  /** That vote was named by its number, its symbol or its day, and not worked out from what surrounds it. */
  isNamed?: boolean;
  /** The resolution named last by its number. */
  resolution?: VoteFact;
  /** A vote whose wrong day has been told in this entry of a timeline. */
  misdated?: VoteFact;
  /** The deal of 2015 has been named. */
  isDealKnown?: boolean;
  /** The last day named outright. */
  day?: DateMark;
};

/** The last day the document can speak about as past. */
export const writtenBy = ({ published, entry, reference }: Context): CivilDate =>
  entry ? entry.until : published ? published.until : ((reference + 1) as CivilDate);
