import { identifierKey, initialsKey, joinedKey, joinedSound, keysOf } from './keys.ts';
import { type FormKind, formKinds } from './legal-forms.ts';
import { type Name, type NameOf, readName, type Token, type TokenKind } from './name.ts';
import type { NameIndex, Subject } from './name-index.ts';
import type { Script } from './script.ts';

export const kinds: readonly TokenKind[] = ['word', 'common', 'initial', 'number', 'particle', 'title'];
export const scripts: readonly Script[] = [
  'latin',
  'cyrillic',
  'arabic',
  'hebrew',
  'greek',
  'armenian',
  'georgian',
  'hangul',
  'kana',
  'han',
  'other',
];
export const naming: readonly NameOf[] = ['person', 'organisation', 'vessel'];
/** Stands for no number in `value`. */
export const noValue = -1;

/** Builds the index of all names of all subjects, in the order given: subject numbers are positions in it. */
export function buildIndex(subjects: Iterable<Subject>): NameIndex {
  const words = new Words();
  const names = new Names();
  const identifiers: [key: number, to: number][] = [];
  const whole: [key: number, to: number][] = [];
  let number = 0;
  for (const subject of subjects) {
    for (const of of subject.of) {
      const seen = new Set<string>();
      for (const { text, weak } of subject.names) {
        const name = readName(text, of);
        const key = `${name.tokens.map(({ text }) => text).join(' ')}|${name.forms.join()}|${weak}`;
        if (name.tokens.length === 0 || seen.has(key)) continue;
        seen.add(key);
        whole.push([joinedKey(joinedSound(name.tokens)), names.count]);
        if (of === 'organisation') whole.push([initialsKey(name.tokens), names.count]);
        names.add(
          name,
          name.tokens.map((token) => words.numberOf(token)),
          weak,
          number,
        );
      }
    }
    for (const identifier of subject.identifiers) {
      const key = identifierKey(identifier);
      if (key !== undefined) identifiers.push([key, number]);
    }
    number++;
  }
  const nameStart = Uint32Array.from(names.start);
  const nameWord = Uint32Array.from(names.words);
  return {
    ...words.columns(),
    nameStart,
    nameWord,
    nameOf: Uint8Array.from(names.of),
    nameForms: Uint8Array.from(names.forms),
    nameWeak: Uint8Array.from(names.weak),
    nameSubject: Uint32Array.from(names.subject),
    nameWeight: Float32Array.from(names.weight),
    ...postings(nameStart, nameWord, words.count),
    ...sortedKeys('wordKey', 'wordKeyTo', words.keys),
    ...sortedKeys('wholeKey', 'wholeKeyTo', whole),
    ...sortedKeys('identifierKey', 'identifierKeyTo', identifiers),
  } as NameIndex;
}

/** The words of all names, each once. */
class Words {
  readonly keys: [key: number, to: number][] = [];
  private readonly numbers = new Map<string, number>();
  private readonly tokens: Token[] = [];

  get count(): number {
    return this.tokens.length;
  }

  numberOf(token: Token): number {
    const key = `${token.kind} ${token.value ?? ''} ${token.text}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.tokens.length;
    this.numbers.set(key, number);
    this.tokens.push(token);
    for (const hash of new Set(keysOf(token))) this.keys.push([hash, number]);
    return number;
  }

  columns() {
    return {
      ...texts(
        'text',
        this.tokens.map(({ text }) => text),
      ),
      ...texts(
        'latin',
        this.tokens.map(({ latin }) => latin),
      ),
      ...texts(
        'sound',
        this.tokens.map(({ sound }) => sound),
      ),
      kind: Uint8Array.from(this.tokens, ({ kind }) => kinds.indexOf(kind)),
      script: Uint8Array.from(this.tokens, ({ script }) => scripts.indexOf(script)),
      value: Int32Array.from(this.tokens, ({ value }) => value ?? noValue),
    };
  }
}

class Names {
  readonly start = [0];
  readonly words: number[] = [];
  readonly of: number[] = [];
  readonly forms: number[] = [];
  readonly weak: number[] = [];
  readonly subject: number[] = [];
  readonly weight: number[] = [];

  get count(): number {
    return this.of.length;
  }

  add(name: Name, words: readonly number[], weak: boolean, subject: number): void {
    for (const word of words) this.words.push(word);
    this.start.push(this.words.length);
    this.of.push(naming.indexOf(name.of));
    this.forms.push(formBits(name.forms));
    this.weak.push(weak ? 1 : 0);
    this.subject.push(subject);
    this.weight.push(name.tokens.reduce((total, { weight }) => total + weight, 0));
  }
}

const formBits = (forms: readonly FormKind[]): number =>
  forms.reduce((bits, form) => bits | (1 << formKinds.indexOf(form)), 0);

function texts(name: string, all: readonly string[]): Record<string, Uint16Array | Uint32Array> {
  const start = new Uint32Array(all.length + 1);
  all.forEach((text, i) => {
    start[i + 1] = start[i]! + text.length;
  });
  const units = new Uint16Array(start[all.length]!);
  all.forEach((text, i) => {
    for (let j = 0; j < text.length; j++) units[start[i]! + j] = text.charCodeAt(j);
  });
  return { [name]: units, [`${name}Start`]: start };
}

function postings(nameStart: Uint32Array, nameWord: Uint32Array, words: number) {
  const postingStart = new Uint32Array(words + 1);
  for (const word of nameWord) postingStart[word + 1]!++;
  for (let i = 0; i < words; i++) postingStart[i + 1]! += postingStart[i]!;
  const next = postingStart.slice();
  const posting = new Uint32Array(nameWord.length);
  for (let name = 0; name + 1 < nameStart.length; name++) {
    for (let i = nameStart[name]!; i < nameStart[name + 1]!; i++) posting[next[nameWord[i]!]!++] = name;
  }
  return { postingStart, posting };
}

function sortedKeys(
  key: string,
  to: string,
  pairs: readonly (readonly [number, number])[],
): Record<string, Uint32Array> {
  // Hash and target in one double, which sorts natively; should targets outgrow it, they are sorted as pairs.
  if (pairs.some(([, target]) => target >= room)) {
    const sorted = [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return {
      [key]: Uint32Array.from(sorted, ([hash]) => hash),
      [to]: Uint32Array.from(sorted, ([, target]) => target),
    };
  }
  const sorted = Float64Array.from(pairs, ([hash, target]) => hash * room + target).sort();
  return {
    [key]: Uint32Array.from(sorted, (both) => Math.floor(both / room)),
    [to]: Uint32Array.from(sorted, (both) => both % room),
  };
}

/** 2^21: with a hash of 32 bits it fills the 53 of a double. */
const room = 0x200000;
