import type { Compare } from './align.ts';
import { kinds, naming } from './build-index.ts';
import { type Because, compareNames, nameWeights, worth } from './compare.ts';
import { matchFrom } from './compare-texts.ts';
import { distance, encode } from './distance.ts';
import { type FirstOf, firstIn } from './hash.ts';
import { type Like, leastAlike, openWords } from './index-words.ts';
import { abbreviationKey, identifierKey, joinedKey, joinedSound } from './keys.ts';
import { formKinds } from './legal-forms.ts';
import { type Likeness, likeness } from './likeness.ts';
import { type Name, type NameOf, readName, type Token, tokenWeight } from './name.ts';
import type { NameIndex } from './name-index.ts';
import { onsetOf } from './sound.ts';

/** One subject that a query may mean: its likest name, by number in the index, and the sum that makes the score. */
export type Hit = {
  readonly subject: number;
  readonly name: number;
  readonly score: number;
  readonly because: readonly Because[];
};

export type SearchOptions = {
  /** What the name may be the name of; all three, if not said. */
  readonly of?: readonly NameOf[];
  /** The least score of a hit. */
  readonly from?: number;
  readonly limit?: number;
  /** Which subjects count; all, if not said. */
  readonly among?: (subject: number) => boolean;
};

/** An index made ready to be searched; it remembers words it has met, so one is kept for many queries. */
export type Search = (text: string, options?: SearchOptions) => readonly Hit[];

/** A weak alias is one that the list itself calls insufficient. */
const weakAlias = -0.05;
/** How far below the asked score a rough estimate may lie for the names to be compared in full. */
const slack = 0.15;
/** So many names are compared in full, the roughly likest first. */
const mostCompared = 24;
/** After so many names that share a word, the commoner words of the query add none. */
const enoughNames = 6_000;
/** So many names are compared although one word of theirs did not meet; and what that word is hoped to be worth. */
const mostPerhaps = 6;
const perhapsWorth = 0.8;
/** Of names under one key. */
const mostSameKey = 150;
/** A word of fewer sounds is not two run together. */
const shortestJoined = 6;
/** Two words run together differ by no more letters than these from the one they are. */
const mostLettersApart = 3;

export function openIndex(index: NameIndex): Search {
  const { tokenAt, similar, exactly } = openWords(index);
  const names = index.nameSubject.length;
  const firstWhole = firstIn(index.wholeKey);
  const firstIdentifier = firstIn(index.identifierKey);
  const weightOf = Float32Array.from(index.kind, (kind) => tokenWeight(kinds[kind]!));
  const touchedIn = new Uint32Array(names);
  // How like a word is to the likest of the query, and what its share of a name is then worth; 0 of those that have not met.
  const best = new Float32Array(index.kind.length);
  const gain = new Float32Array(index.kind.length);
  const metWords: number[] = [];
  let round = 0;
  // What the last rough estimate was made of.
  let [metWeight, unmetWeight, metWorth, wholeWeight] = [0, 0, 0, 0];

  return (text, { of = naming, from = matchFrom, limit = 10, among } = {}) => {
    const found = new Map<number, Hit>();
    const keep = (name: number, score: number, because: readonly Because[]): void => {
      const subject = index.nameSubject[name]!;
      if (score >= from && score > (found.get(subject)?.score ?? 0))
        found.set(subject, { subject, name, score, because });
    };
    for (const subject of identified(index, firstIdentifier, text)) {
      if (among !== undefined && !among(subject)) continue;
      const name = index.nameSubject.indexOf(subject);
      found.set(subject, {
        subject,
        name,
        score: 1,
        because: [{ feature: 'identifier', score: 1, query: text, candidate: text }],
      });
    }
    for (const what of of) {
      const query = readName(text, what);
      if (query.tokens.length === 0) continue;
      round++;
      const compare = remembering();
      for (const name of candidates(query, naming.indexOf(what), from)) {
        if (among !== undefined && !among(index.nameSubject[name]!)) continue;
        const { score, because } = compareNames(query, nameAt(name), compare);
        if (index.nameWeak[name] === 0) keep(name, score, because);
        else
          keep(name, Math.max(0, score + weakAlias), [
            ...because,
            { feature: 'weak-alias', score: weakAlias, query: '', candidate: '' },
          ]);
      }
    }
    return [...found.values()].sort((a, b) => b.score - a.score || a.subject - b.subject).slice(0, limit);
  };

  function candidates(query: Name, what: number, from: number): number[] {
    for (const word of metWords) best[word] = 0;
    metWords.length = 0;
    const lists = query.tokens.map((token) =>
      token.kind === 'initial' || token.kind === 'particle' || token.kind === 'title' ? [] : similar(token),
    );
    const run = runTogether(query, exactly);
    const estimates: { name: number; estimate: number }[] = [];
    const sure: number[] = [];
    const sizes = [...lists, ...run].map((likes) => ({
      likes,
      names: likes.reduce((total, { word }) => total + postingsOf(word), 0),
    }));
    for (const { likes } of sizes) for (const like of likes) remember(like);
    for (const token of query.tokens)
      if (token.kind === 'particle' || token.kind === 'title') for (const like of similar(token)) remember(like);
    const asked = query.tokens.reduce((total, { weight }) => total + weight, 0);
    const initials = query.tokens.reduce((total, { kind, weight }) => total + (kind === 'initial' ? weight : 0), 0);
    const perhaps: number[] = [];
    const onsets = new Set(query.tokens.map(({ sound }) => onsetOf(sound[0] ?? '')));
    const consider = (name: number): void => {
      touchedIn[name] = round;
      const estimate = roughly(name, asked, initials, query.of);
      if (estimate >= from - slack) estimates.push({ name, estimate });
      else if (
        perhaps.length < mostPerhaps &&
        unmetWeight > 0 &&
        metWeight > 0 &&
        hopeful(from, query.of) &&
        beginsAlike(name, onsets)
      )
        perhaps.push(name);
    };
    // Names that are, run together, the query or a word of it: the estimate holds where the words are as many, else they are compared.
    const visit = (key: number, words: number, fits: (name: number) => boolean): void => {
      for (let i = firstWhole(key), n = 0; index.wholeKey[i] === key && n < mostSameKey; i++, n++) {
        const name = index.wholeKeyTo[i]!;
        if (index.nameOf[name] !== what || touchedIn[name] === round) continue;
        if (wordsIn(name) === words) consider(name);
        else if (fits(name)) {
          if (sure.length >= mostCompared) return;
          touchedIn[name] = round;
          sure.push(name);
        }
      }
    };
    const joined = joinedSound(query.tokens);
    const allLatin = query.tokens.every(({ script }) => script === 'latin');
    visit(joinedKey(joined), query.tokens.length, runsAs(encode(joined), allLatin));
    for (const token of query.tokens) {
      const { kind, sound, codes, script } = token;
      if (kind === 'particle' || kind === 'title' || kind === 'initial') continue;
      visit(joinedKey(sound), 1, sound.length >= shortestJoined ? runsAs(codes, script === 'latin') : () => false);
      const abbreviation = query.of === 'organisation' ? abbreviationKey(token) : 0;
      if (abbreviation !== 0) visit(abbreviation, -1, () => true);
    }
    let touched = 0;
    sizes.sort((a, b) => a.names - b.names);
    // A name that shares only the commonest word of several is no match, unless the word is all of it: that the whole keys found.
    const telling = lists.filter((likes) => likes.length > 0).length > 1 ? sizes.slice(0, -1) : sizes;
    for (const { likes, names: count } of telling) {
      if (touched > 0 && touched + count > enoughNames) break;
      touched += count;
      for (const { word } of likes) {
        for (let i = index.postingStart[word]!; i < index.postingStart[word + 1]!; i++) {
          const name = index.posting[i]!;
          if (index.nameOf[name] !== what || touchedIn[name] === round) continue;
          consider(name);
        }
      }
    }
    estimates.sort((a, b) => b.estimate - a.estimate);
    return [...sure, ...estimates.slice(0, mostCompared).map(({ name }) => name), ...perhaps];
  }

  function remember({ word, value }: Like): void {
    if (best[word]! >= value) return;
    if (best[word] === 0) metWords.push(word);
    best[word] = value;
    gain[word] = weightOf[word]! * worth(value);
  }

  /** The score as far as it shows without giving each word its own counterpart. */
  function roughly(name: number, asked: number, initials: number, of: NameOf): number {
    let met = 0;
    let worthOf = 0;
    for (let i = index.nameStart[name]!; i < index.nameStart[name + 1]!; i++) {
      const word = index.nameWord[i]!;
      if (best[word] === 0) continue;
      met += weightOf[word]!;
      worthOf += gain[word]!;
    }
    const left = Math.max(0, asked - initials - met);
    const right = Math.max(0, index.nameWeight[name]! - initials - met);
    const against = Math.min(left, right);
    const whole = 2 * met + 2 * against + nameWeights.extra[of] * Math.abs(left - right);
    metWeight = met;
    unmetWeight = against;
    metWorth = worthOf;
    wholeWeight = whole;
    return (2 * worthOf - 2 * against * nameWeights.conflict[of]) / whole;
  }

  /** Whether the name would do if one of the words that did not meet were one, spelled in a way that no key foresees. */
  function hopeful(from: number, of: NameOf): boolean {
    const one = Math.min(1, unmetWeight);
    return (
      (2 * (metWorth + one * perhapsWorth) - 2 * (unmetWeight - one) * nameWeights.conflict[of]) / wholeWeight >= from
    );
  }

  /** Whether a word of the name that has not met begins as a word of the query does. */
  function beginsAlike(name: number, onsets: ReadonlySet<string>): boolean {
    for (let i = index.nameStart[name]!; i < index.nameStart[name + 1]!; i++) {
      const word = index.nameWord[i]!;
      if (best[word] === 0 && onsets.has(onsetOf(String.fromCharCode(index.sound[index.soundStart[word]!] ?? 0))))
        return true;
    }
    return false;
  }

  function wordsIn(name: number): number {
    return index.nameStart[name + 1]! - index.nameStart[name]!;
  }

  /** Tells of a name whether its words, run together, sound like what is asked. Vowels decide only between Latin spellings. */
  function runsAs(asked: Uint8Array, latin: boolean): (name: number) => boolean {
    return (name) => {
      let joined = '';
      let comparable = latin;
      for (let i = index.nameStart[name]!; i < index.nameStart[name + 1]!; i++) {
        const word = index.nameWord[i]!;
        if (index.script[word] !== 0) comparable = false;
        for (let at = index.soundStart[word]!; at < index.soundStart[word + 1]!; at++)
          joined += String.fromCharCode(index.sound[at]!);
      }
      if (Math.abs(joined.length - asked.length) > mostLettersApart) return false;
      if (!comparable) return true;
      const most = (1 - leastAlike) * Math.max(asked.length, joined.length);
      return distance(asked, encode(joined), 'alphabetic', most) <= most;
    };
  }

  function postingsOf(word: number): number {
    return index.postingStart[word + 1]! - index.postingStart[word]!;
  }

  function nameAt(name: number): Name {
    const tokens: Token[] = [];
    for (let i = index.nameStart[name]!; i < index.nameStart[name + 1]!; i++) tokens.push(tokenAt(index.nameWord[i]!));
    const forms = formKinds.filter((_, bit) => (index.nameForms[name]! >> bit) & 1);
    return { text: '', of: naming[index.nameOf[name]!]!, tokens, forms };
  }
}

/** Likenesses of one query's words, each found once. */
function remembering(): Compare {
  const known = new Map<Token, Map<Token, Likeness>>();
  return (left, right) => {
    let row = known.get(left);
    if (row === undefined) known.set(left, (row = new Map()));
    let found = row.get(right);
    if (found === undefined) row.set(right, (found = likeness(left, right)));
    return found;
  };
}

/** The words of a query that may have been cut apart, as one; and one that may have been run together, in two. */
function runTogether({ tokens }: Name, exactly: (text: string) => readonly Like[]): (readonly Like[])[] {
  const out: (readonly Like[])[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [one, next] = [tokens[i]!, tokens[i + 1]!];
    if (one.value === undefined && next.value === undefined) out.push(exactly(one.text + next.text));
  }
  for (const { script, text } of tokens) {
    if (script !== 'latin' || text.length < 8) continue;
    for (let at = 3; at <= text.length - 3; at++) {
      const [head, tail] = [exactly(text.slice(0, at)), exactly(text.slice(at))];
      if (head.length > 0 && tail.length > 0) out.push(head, tail);
    }
  }
  return out.filter((likes) => likes.length > 0);
}

function identified(index: NameIndex, firstOf: FirstOf, text: string): readonly number[] {
  const key = identifierKey(text);
  if (key === undefined) return [];
  const out: number[] = [];
  for (let i = firstOf(key); index.identifierKey[i] === key; i++) out.push(index.identifierKeyTo[i]!);
  return out;
}
