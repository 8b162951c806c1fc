import { hash } from './hash.ts';
import type { Token } from './name.ts';
import { skeletonOf } from './sound.ts';

/** Kinds of keys that words and names are found by. */
const byText = 1;
const byLatin = 2;
const bySkeleton = 3;
const byGap = 4;
const byWhole = 5;
const byInitials = 6;
const byIdentifier = 7;

const fewest = 3;

/** The hashes that a word is found by: as written, by its coarse skeleton, and by its consonants with one of them left out. */
export function keysOf({ text, latin, sound, kind }: Token): number[] {
  const keys = [textKey(text), hash(latin, byLatin)];
  if (kind === 'number' || kind === 'initial' || sound.length < 2) return keys;
  keys.push(hash(shape(skeletonOf(sound), sound), bySkeleton));
  const fine = consonants(sound).slice(0, 7);
  if (fine.length >= fewest) {
    keys.push(hash(fine, byGap));
    // Slips seldom hit the first sound; asking for it halves and halves again the words that have to be compared.
    const first = /^[aeiouh]/.test(sound) ? '+' : skeletonOf(sound)[0]!;
    keys.push(hash(first + fine, byGap));
    if (fine.length > fewest) keys.push(hash(fine.slice(1), byGap));
    for (let i = 1; i < fine.length; i++) keys.push(hash(first + fine.slice(0, i) + fine.slice(i + 1), byGap));
  }
  return keys;
}

/** The key of a word exactly as written, folded. */
export const textKey = (text: string): number => hash(text, byText);

/** A skeleton of one or two letters is too many words': there the first letter's being a vowel counts too. */
const shape = (skeleton: string, sound: string): string =>
  skeleton.length > 2 ? skeleton : `${skeleton}${/^[aeiou]/.test(sound) ? '+' : '-'}`;

const consonants = (sound: string): string =>
  sound
    .replace(/[aeiouh]/g, '')
    .replace(/v/g, 'f')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1');

/** The sounds of all words of a name run together, and the key of that. */
export function joinedSound(tokens: readonly Token[]): string {
  let joined = '';
  for (const { kind, sound } of tokens) if (kind !== 'title' && kind !== 'particle') joined += sound;
  return joined;
}
export const joinedKey = (joined: string): number => hash(skeletonOf(joined), byWhole);

/** The key of the first letters of a name of three words or more; 0, which is nobody's, if it has fewer. */
export function initialsKey(tokens: readonly Token[]): number {
  const telling = tokens.filter(({ kind, script }) => kind !== 'title' && kind !== 'particle' && script === 'latin');
  return telling.length < fewest ? 0 : hash(telling.map(({ latin }) => latin[0] ?? '').join(''), byInitials);
}

/** The key by which a word of three to six letters finds the bodies whose first letters they are. */
export const abbreviationKey = ({ latin, script }: Token): number =>
  script === 'latin' && latin.length >= fewest && latin.length <= 6 ? hash(latin, byInitials) : 0;

/** The key of an identifying number, whatever dashes and blanks it is written with; none if it is too short to identify. */
export function identifierKey(number: string): number | undefined {
  const plain = number
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^IMO(?=\d{7}$)/, '');
  return plain.length < 5 || !/\d/.test(plain) ? undefined : hash(plain, byIdentifier);
}
