import { distance, encode, hearingBetween, sizeOf } from './distance.ts';
import { type Likeness, likeness, type Meeting } from './likeness.ts';
import type { Token } from './name.ts';
import { isSyllabic } from './script.ts';
import { onsetOf, soundOf } from './sound.ts';

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
  const freeLeft = left.map(() => true);
  const freeRight = right.map(() => true);
  const met: Met[] = [];
  const give = (sure: boolean): void => {
    for (const { i, j, likeness: found, rank } of pairs) {
      if (rank >= surely !== sure || !freeLeft[i] || !freeRight[j]) continue;
      freeLeft[i] = false;
      freeRight[j] = false;
      met.push({ how: found.how, value: found.value, left: [left[i]!], right: [right[j]!] });
    }
  };
  give(true);
  // Before a word is given to one that it is only somewhat like: is it two of the others, run together?
  if (freeLeft.includes(true) && freeRight.includes(true)) {
    joinRuns(left, right, freeLeft, freeRight, (word, parts, how, value) =>
      met.push({ how, value, left: [word], right: parts }),
    );
    joinRuns(right, left, freeRight, freeLeft, (word, parts, how, value) =>
      met.push({ how, value, left: parts, right: [word] }),
    );
  }
  give(false);
  return { met, left: left.filter((_, i) => freeLeft[i]), right: right.filter((_, j) => freeRight[j]) };
}

const surely = 0.9;

function joinRuns(
  words: readonly Token[],
  among: readonly Token[],
  freeWords: boolean[],
  freeAmong: boolean[],
  found: (word: Token, parts: readonly Token[], how: Meeting, value: number) => void,
): void {
  for (let i = 0; i < words.length; i++) {
    const run = freeWords[i] ? runFor(words[i]!, among, freeAmong) : undefined;
    if (run === undefined) continue;
    freeWords[i] = false;
    freeAmong.fill(false, run.from, run.until);
    found(words[i]!, among.slice(run.from, run.until), run.how, run.value);
  }
}

type Run = { readonly from: number; readonly until: number; readonly how: Meeting; readonly value: number };

/** The run of free words that, written as one, is the word; or whose first letters are. */
function runFor(word: Token, among: readonly Token[], free: readonly boolean[]): Run | undefined {
  if (word.kind === 'initial' || word.value !== undefined) return undefined;
  for (let from = 0; from + 1 < among.length; from++) {
    if (!free[from]) continue;
    for (let until = from + 2; until <= among.length && free[until - 1]; until++) {
      if (abbreviates(word, among, from, until))
        return { from, until, how: 'acronym', value: word.latin.length > 2 ? 0.9 : 0.8 };
      const value = joinedLikeness(word, among, from, until);
      if (value > 0) return { from, until, how: 'joined', value };
    }
  }
  return undefined;
}

/** Letters are read as an abbreviation in Latin only: two or more, each the first of a word; particles between them have none. */
function abbreviates({ script, latin }: Token, among: readonly Token[], from: number, until: number): boolean {
  if (script !== 'latin' || latin.length > until - from || among[until - 1]!.script !== 'latin') return false;
  let letters = 0;
  for (let i = from; i < until; i++) {
    const { kind, latin: word } = among[i]!;
    if (kind === 'particle' && word[0] !== latin[letters]) continue;
    if (word[0] !== latin[letters]) return false;
    letters++;
  }
  return letters === latin.length && letters >= 2;
}

/** From which likeness on words written as one are the word: lower where syllables were parted by rule, higher without vowels. */
function joinedFrom(word: Token, part: Token): number {
  if (isSyllabic(word.script) || isSyllabic(part.script)) return 0.75;
  return word.hearing === part.hearing ? 0.82 : 0.9;
}

const joinedBest = 0.97;
const mostLettersApart = 3;

/** How like the words from one place until another, written as one, are to the word; 0 if not enough to be it. */
function joinedLikeness(word: Token, among: readonly Token[], from: number, until: number): number {
  let syllabic = isSyllabic(word.script);
  let latin = true;
  let letters = 0;
  for (let i = from; i < until; i++) {
    const { script, sound } = among[i]!;
    if (isSyllabic(script)) syllabic = true;
    if (script !== 'latin') latin = false;
    letters += sound.length;
  }
  const first = among[from]!;
  if (
    !syllabic &&
    (onsetOf(first.sound[0] ?? '') !== onsetOf(word.sound[0] ?? '') ||
      Math.abs(letters - word.sound.length) > mostLettersApart)
  )
    return 0;
  let joined = '';
  for (let i = from; i < until; i++) joined += latin ? among[i]!.latin : among[i]!.sound;
  const sound = latin ? soundOf(joined) : joined;
  if (sound === word.sound) return joinedBest;
  if (Math.max(sound.length, word.sound.length) > Math.min(sound.length, word.sound.length) * 2 + 2) return 0;
  const hearing = hearingBetween(first, word);
  const codes = encode(sound);
  const size = Math.max(sizeOf(codes, hearing), sizeOf(word.codes, hearing));
  const least = joinedFrom(word, among[until - 1]!);
  const value = joinedBest - distance(codes, word.codes, hearing, (joinedBest - least) * size) / size;
  return value >= least ? value : 0;
}
