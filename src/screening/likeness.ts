import { distance, hearingBetween, sizeOf } from './distance.ts';
import type { Token } from './name.ts';
import { servantLetters } from './name-parts.ts';
import { isNickname, isVariant } from './name-words.ts';
import { isSyllabic } from './script.ts';
import { onsetOf } from './sound.ts';

/** How two words meet. */
export type Meeting =
  | 'equal'
  | 'same-sound'
  | 'spelling'
  | 'nickname'
  | 'variant'
  | 'initial'
  | 'joined'
  | 'acronym'
  | 'differs';

/** How alike two words are, from 0 to 1, and by which rule. */
export type Likeness = { readonly how: Meeting; readonly value: number };

/** The values of the rules that are not measured. Below `differs` two words are two words. */
export const values = {
  equal: 1,
  sameSound: 0.97,
  nickname: 0.86,
  variant: 0.95,
  initial: 0.91,
  differs: 0.6,
  shortSyllable: 0.85,
};
/** Of fewer sounds than these, much else is near. */
const shortSound = 4;

const differs: Likeness = { how: 'differs', value: 0 };
const equal: Likeness = { how: 'equal', value: values.equal };
const sameSound: Likeness = { how: 'same-sound', value: values.sameSound };
const nickname: Likeness = { how: 'nickname', value: values.nickname };
const variant: Likeness = { how: 'variant', value: values.variant };
const initial: Likeness = { how: 'initial', value: values.initial };

/** Compares two words of two names; what is less alike than `least` differs. */
export function likeness(a: Token, b: Token, least: number = values.differs): Likeness {
  if (a.text === b.text) return equal;
  if (a.value !== undefined || b.value !== undefined) return a.value === b.value ? equal : differs;
  if (isSyllabic(a.script) && a.script === b.script && a.script !== 'kana') return bySyllable(a.text, b.text);
  if (a.latin === b.latin) return sameSound;
  if (a.kind === 'initial' || b.kind === 'initial') return meetsInitial(a, b) ? initial : differs;
  if (a.sound === b.sound && a.sound.length > 1) return sameSound;
  if (a.kin && b.kin) {
    if (isNickname(a.latin, b.latin)) return nickname;
    if (isVariant(a.latin, b.latin)) return variant;
  }
  return bySound(a, b, least);
}

/** Two characters that differ are two words, whatever they have in common. */
function bySyllable(a: string, b: string): Likeness {
  const [one, other] = [[...a], [...b]];
  const same = one.filter((syllable, i) => syllable === other[i]).length;
  const value = same / Math.max(one.length, other.length);
  return value >= 0.75 ? { how: 'spelling', value } : differs;
}

const meetsInitial = (a: Token, b: Token): boolean => {
  const [short, long] = a.kind === 'initial' ? [a, b] : [b, a];
  return long.latin[0] === short.latin[0] || long.sound[0] === short.sound[0];
};

function bySound(a: Token, b: Token, asked: number): Likeness {
  const cut = sharedEnds(a, b);
  const left = cut === undefined ? a.codes : cut[0];
  const right = cut === undefined ? b.codes : cut[1];
  const length = Math.max(left.length, right.length);
  if (left.length === 0 || right.length === 0 || length > Math.min(left.length, right.length) * 2 + 2) return differs;
  const hearing = hearingBetween(a, b);
  const least =
    hearing === 'syllabic' && Math.min(left.length, right.length) < shortSound ? values.shortSyllable : asked;
  const size = Math.max(sizeOf(left, hearing), sizeOf(right, hearing));
  const value = 1 - distance(left, right, hearing, (1 - least) * size) / size - onsetLack(a.sound, b.sound);
  return value >= least ? { how: 'spelling', value } : differs;
}

/** Slips seldom hit the first sound: words that begin with consonants of two kinds are likelier two words. */
function onsetLack(a: string, b: string): number {
  const [one, other] = [a[0] ?? '', b[0] ?? ''];
  if (one === other || weakOnset.test(one) || weakOnset.test(other)) return 0;
  return onsetOf(one) === onsetOf(other) ? 0 : otherOnset;
}
const otherOnset = 0.04;
/** Vowels and what is swallowed or written before them. */
const weakOnset = /[aeiouhvJ0-9]/;

/** What tells apart two patronymics, or two names with Abdul, is the name inside. */
function sharedEnds(a: Token, b: Token): readonly [Uint8Array, Uint8Array] | undefined {
  if (a.servant && b.servant) return [a.codes.subarray(servantLetters), b.codes.subarray(servantLetters)];
  if (a.father === 0 || b.father === 0) return undefined;
  return [a.codes.subarray(0, a.father), b.codes.subarray(0, b.father)];
}
