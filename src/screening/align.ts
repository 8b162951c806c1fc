import { distance, encode, hearingBetween, sizeOf } from './distance.ts';
import { type Likeness, likeness, type Meeting } from './likeness.ts';
import type { Token } from './name.ts';
import { isSyllabic } from './script.ts';
import { soundOf } from './sound.ts';

/** Words of the one name and of the other that stand for each other; more than one on a side where they were joined. */
export type Met = {
  readonly how: Meeting;
  readonly value: number;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
};

/** Which words of two names meet, and which are left alone on either side. */
export type Alignment = {
  readonly met: readonly Met[];
  readonly left: readonly Token[];
  readonly right: readonly Token[];
};

/** Compares two words; the index hands in one that remembers. */
export type Compare = (left: Token, right: Token) => Likeness;

/**
 * Gives each word of one name at most one of the other, the likest first (order tells little: family names go first in half of
 * the world and on half of the forms), then looks whether what is left are words run together or cut apart.
 */
export function align(left: readonly Token[], right: readonly Token[], compare: Compare = likeness): Alignment {
  const pairs: { i: number; j: number; likeness: Likeness; rank: number }[] = [];
  for (let i = 0; i < left.length; i++) {
    for (let j = 0; j < right.length; j++) {
      const found = compare(left[i]!, right[j]!);
      if (found.value === 0) continue;
      pairs.push({
        i,
        j,
        likeness: found,
        rank: found.value - (found.how === 'initial' ? 0.5 : 0) - Math.abs(i - j) * 0.001,
      });
    }
  }
  pairs.sort((a, b) => b.rank - a.rank);
  const freeLeft = new Set(left.keys());
  const freeRight = new Set(right.keys());
  const met: Met[] = [];
  const give = (sure: boolean): void => {
    for (const { i, j, likeness: found, rank } of pairs) {
      if (rank >= surely !== sure || !freeLeft.has(i) || !freeRight.has(j)) continue;
      freeLeft.delete(i);
      freeRight.delete(j);
      met.push({ ...found, left: [left[i]!], right: [right[j]!] });
    }
  };
  give(true);
  // Before a word is given to one that it is only somewhat like: is it two of the others, run together?
  if (freeLeft.size > 0 && freeRight.size > 0) {
    joinRuns(left, right, freeLeft, freeRight, (word, parts, how, value) =>
      met.push({ how, value, left: [word], right: parts }),
    );
    joinRuns(right, left, freeRight, freeLeft, (word, parts, how, value) =>
      met.push({ how, value, left: parts, right: [word] }),
    );
  }
  give(false);
  return { met, left: [...freeLeft].map((i) => left[i]!), right: [...freeRight].map((j) => right[j]!) };
}

const surely = 0.9;

function joinRuns(
  words: readonly Token[],
  among: readonly Token[],
  freeWords: Set<number>,
  freeAmong: Set<number>,
  found: (word: Token, parts: readonly Token[], how: Meeting, value: number) => void,
): void {
  for (const i of [...freeWords]) {
    const run = runFor(words[i]!, among, freeAmong);
    if (run === undefined) continue;
    freeWords.delete(i);
    for (const j of run.of) freeAmong.delete(j);
    found(
      words[i]!,
      run.of.map((j) => among[j]!),
      run.how,
      run.value,
    );
  }
}

type Run = { readonly of: readonly number[]; readonly how: Meeting; readonly value: number };

/** The run of free words that, written as one, is the word; or whose first letters are. */
function runFor(word: Token, among: readonly Token[], free: ReadonlySet<number>): Run | undefined {
  if (word.kind === 'initial' || word.value !== undefined) return undefined;
  for (let from = 0; from < among.length; from++) {
    const of: number[] = [];
    let letters = '';
    for (let j = from; j < among.length && free.has(j); j++) {
      of.push(j);
      if (among[j]!.kind !== 'particle') letters += among[j]!.latin[0] ?? '';
      if (of.length < 2) continue;
      if (letters === word.latin && abbreviates(word, among[j]!, of.length))
        return { of: [...of], how: 'acronym', value: letters.length > 2 ? 0.9 : 0.8 };
      const value = joinedLikeness(among.slice(from, j + 1), word);
      if (value >= joinedFrom(word, among[j]!)) return { of: [...of], how: 'joined', value };
    }
  }
  return undefined;
}

/** Letters are read as an abbreviation in Latin only: three or more of a body, two of given names. */
const abbreviates = (word: Token, part: Token, words: number): boolean =>
  word.script === 'latin' && part.script === 'latin' && words === word.latin.length && words >= 2;

/** From which likeness on words written as one are the word: lower where syllables were parted by rule, higher without vowels. */
function joinedFrom(word: Token, part: Token): number {
  if (isSyllabic(word.script) || isSyllabic(part.script)) return 0.75;
  return word.hearing === part.hearing ? 0.82 : 0.9;
}

function joinedLikeness(parts: readonly Token[], word: Token): number {
  const syllabic = isSyllabic(word.script) || parts.some(({ script }) => isSyllabic(script));
  const letters = parts.reduce((total, { sound }) => total + sound.length, 0);
  if (!syllabic && (parts[0]!.sound[0] !== word.sound[0] || Math.abs(letters - word.sound.length) > 3)) return 0;
  const latin = parts.every(({ script }) => script === 'latin');
  const sound = latin ? soundOf(parts.map(({ latin }) => latin).join('')) : parts.map((part) => part.sound).join('');
  if (sound === word.sound) return 0.97;
  if (Math.max(sound.length, word.sound.length) > Math.min(sound.length, word.sound.length) * 2 + 2) return 0;
  const hearing = hearingBetween(parts[0]!, word);
  const codes = encode(sound);
  return 0.97 - distance(codes, word.codes, hearing) / Math.max(sizeOf(codes, hearing), sizeOf(word.codes, hearing));
}
