import { kinds, noValue, scripts } from './build-index.ts';
import { type FirstOf, firstIn } from './hash.ts';
import { keysOf, textKey } from './keys.ts';
import { likeness } from './likeness.ts';
import { makeToken, type Token } from './name.ts';
import type { NameIndex } from './name-index.ts';

/** A word of the index that a word of a query may stand for, and how like it is. */
export type Like = { readonly word: number; readonly value: number };

/** The words of an index, as tokens and by what they are like; what was asked once is remembered. */
export type IndexWords = {
  readonly tokenAt: (word: number) => Token;
  readonly similar: (token: Token) => readonly Like[];
  readonly exactly: (text: string) => readonly Like[];
};

/** Words less alike than this bring no name to the threshold. */
export const leastAlike = 0.67;
const mostRemembered = 10_000;

export function openWords(index: NameIndex): IndexWords {
  const tokenAt = wordReader(index);
  const firstOf = firstIn(index.wordKey);
  return {
    tokenAt,
    similar: similarWords(index, tokenAt, firstOf),
    exactly: (text) => {
      const out: Like[] = [];
      const key = textKey(text);
      for (let i = firstOf(key); index.wordKey[i] === key; i++) {
        if (tokenAt(index.wordKeyTo[i]!).text === text) out.push({ word: index.wordKeyTo[i]!, value: 1 });
      }
      return out;
    },
  };
}

function wordReader(index: NameIndex): (word: number) => Token {
  const known: (Token | undefined)[] = new Array(index.kind.length);
  const read = (units: Uint16Array, start: Uint32Array, word: number): string =>
    String.fromCharCode.apply(null, units.subarray(start[word]!, start[word + 1]!) as unknown as number[]);
  return (word) => {
    const met = known[word];
    if (met !== undefined) return met;
    const value = index.value[word]!;
    const token = makeToken(
      read(index.text, index.textStart, word),
      read(index.latin, index.latinStart, word),
      read(index.sound, index.soundStart, word),
      scripts[index.script[word]!]!,
      kinds[index.kind[word]!]!,
      value === noValue ? undefined : value,
    );
    known[word] = token;
    return token;
  };
}

function similarWords(
  index: NameIndex,
  tokenAt: (word: number) => Token,
  firstOf: FirstOf,
): (token: Token) => readonly Like[] {
  const known = new Map<string, readonly Like[]>();
  const seenIn = new Uint32Array(index.kind.length);
  let turn = 0;
  return (token) => {
    const key = `${token.kind} ${token.text}`;
    const met = known.get(key);
    if (met !== undefined) return met;
    turn++;
    const out: Like[] = [];
    // Between two Latin words a letter more costs something; elsewhere vowels may be missing for nothing.
    const letters = token.script === 'latin' ? token.sound.length : 0;
    for (const hash of keysOf(token)) {
      for (let i = firstOf(hash); index.wordKey[i] === hash; i++) {
        const word = index.wordKeyTo[i]!;
        if (seenIn[word] === turn) continue;
        seenIn[word] = turn;
        if (
          letters > 0 &&
          index.script[word] === 0 &&
          tooLong(letters, index.soundStart[word + 1]! - index.soundStart[word]!)
        )
          continue;
        const { value } = likeness(token, tokenAt(word), leastAlike);
        if (value > 0) out.push({ word, value });
      }
    }
    if (known.size >= mostRemembered) known.clear();
    known.set(key, out);
    return out;
  };
}

/** Whether two words differ so much in length that they cannot be alike, were every letter more the cheapest. */
const tooLong = (a: number, b: number): boolean =>
  Math.abs(a - b) * cheapestLetter > (1 - leastAlike) * Math.max(a, b, 3);
const cheapestLetter = 0.35;
