import { distance, encode, type Hearing } from './distance.ts';
import { clean, fold, unmix } from './letters.ts';
import { isRomanised, romanise } from './romanise.ts';
import { isAbjad, scriptOf } from './script.ts';
import { soundOf } from './sound.ts';

/** What a party is looked up in: a designation of the record, or anything else with names. */
export type Named = {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly native: readonly string[];
};

/** `exact`: ids whose recorded name or alias it is; `candidates`: others it is close to, best first, which decide nothing. */
export type PartyMatch = {
  readonly exact: readonly string[];
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    readonly list: string;
    readonly score: number;
  }[];
};

/** From this score on a designation is named as a candidate. */
const close = 0.8;
const atMost = 10;

/**
 * Who among the designations bears this name. Exactly: letter for letter, after case, marks, punctuation and invisible characters
 * are taken away and "Family, Given" is turned; a variant of spelling (Ghasem, Qasem) is another name and makes a candidate.
 */
export function findParty(designations: readonly Named[], name: string): PartyMatch {
  const wanted = exactKeys(name);
  if (wanted.length === 0) return { exact: [], candidates: [] };
  const exact: string[] = [];
  const candidates: PartyMatch['candidates'][number][] = [];
  const asked = soundsOf(name);
  for (const designation of designations) {
    const names = namesOf(designation);
    if (names.some((known) => exactKeys(known).some((key) => wanted.includes(key)))) {
      exact.push(designation.id);
      continue;
    }
    const score = Math.max(...names.map((known) => closeness(asked, soundsOf(known))));
    if (score >= close)
      candidates.push({
        id: designation.id,
        name: designation.name,
        list: designation.list,
        score: Math.round(score * 1000) / 1000,
      });
  }
  candidates.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return { exact, candidates: candidates.slice(0, atMost) };
}

const namesOf = ({ name, aliases, native }: Named): readonly string[] => [name, ...aliases, ...native];

/** The name as written and, where it has one comma, turned round it; empty for a name without letters. */
function exactKeys(name: string): readonly string[] {
  const parts = clean(name).split(/[,،]/);
  const keys = [exactKey(name)];
  if (parts.length === 2) keys.push(exactKey(`${parts[1]} ${parts[0]}`));
  return keys.filter((key) => key !== '');
}

const exactKey = (name: string): string =>
  fold(name)
    .replace(/['’‘`ʼʻ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

type Sounds = readonly { readonly codes: Uint8Array; readonly hearing: Hearing }[];

function soundsOf(name: string): Sounds {
  return exactKey(name)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const plain = unmix(word);
      const script = scriptOf(plain);
      const latin = isRomanised(script) ? romanise(plain, script) : plain;
      return { codes: encode(soundOf(latin)), hearing: isAbjad(script) ? ('abjad' as const) : ('alphabetic' as const) };
    })
    .filter(({ codes }) => codes.length > 0);
}

/** The part of the letters of both names that meet, each word with its nearest. */
function closeness(a: Sounds, b: Sounds): number {
  if (a.length === 0 || b.length === 0) return 0;
  const there = covered(a, b);
  const back = covered(b, a);
  const least = Math.min(there, back);
  // Names are given short: without the last of three, or with a title more.
  const within = Math.max(there, back) >= 0.95 && least >= 0.6 && Math.min(a.length, b.length) >= 2;
  return within ? Math.max(least, close) : least;
}

function covered(words: Sounds, by: Sounds): number {
  let letters = 0;
  let met = 0;
  for (const word of words) {
    const size = word.codes.length;
    letters += size;
    let best = 0;
    for (const other of by) {
      const hearing = word.hearing === 'abjad' || other.hearing === 'abjad' ? 'abjad' : 'alphabetic';
      const apart = distance(word.codes, other.codes, hearing) / Math.max(size, other.codes.length);
      if (1 - apart > best) best = 1 - apart;
    }
    met += best >= 0.6 ? best * size : 0;
  }
  return met / letters;
}
