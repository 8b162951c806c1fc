import { nearest } from '../diagnostics/nearest.ts';
import { keyOfOneScript, keyWithoutArticle, keyWithUmlautsWrittenOut, nameKey, stemKey, wordKeys } from './name-key.ts';

/** Something that has names: the id they lead to, the names in every language and spelling on record, and the one to show. */
export type Named = { readonly id: string; readonly names: readonly string[]; readonly label?: string };

/** Names to ids. It is made at the first question, so that who asks by codes pays nothing. */
export type NameIndex = {
  /**
   * The ids that bear this name as it is written, case apart; else one that differs in accents and signs; else in
   * article, umlauts, look-alike letters.
   */
  readonly find: (name: string) => readonly string[];
  /** The ids one of whose names differs only in number or case: `tanks`, `танков`. */
  readonly findInflected: (name: string) => readonly string[];
  /** The id whose name is the longest beginning of a key, of those that a test accepts. */
  readonly findBeginning: (key: string, accepts: (id: string, length: number) => boolean) => readonly string[];
  /** The name on record that was probably meant, in English where the letters are Latin. */
  readonly suggest: (name: string) => string | undefined;
};

const NOTHING: readonly string[] = [];

/** How many spellings are remembered with what they led to; a ledger repeats the same few hundred. */
const REMEMBERED = 4096;

type Keys = Map<string, string[]>;

export function nameIndex(entries: () => Iterable<Named>): NameIndex {
  const all = once(() => [...entries()]);
  const exact = once(() => keysOf(all(), nameKey));
  const loose = once(() => keysOf(all(), keyWithoutArticle, keyWithUmlautsWrittenOut));
  const inflected = once(() => keysOf(all(), stemKey));
  const spelled = once(() => spellingsOf(all()));
  const search = (name: string): readonly string[] => {
    const key = nameKey(name);
    if (key === '') return NOTHING; // signs alone would be everybody's name
    return (
      writtenAs(name, all()) ?? // costs next to nothing, and spares most questions the folding of every name
      exact().get(key) ??
      loose().get(keyWithoutArticle(name)) ??
      loose().get(key) ??
      exact().get(keyOfOneScript(name)) ??
      NOTHING
    );
  };
  return {
    find: remembering(search),
    findInflected: remembering((name) => inflected().get(stemKey(name)) ?? NOTHING),
    findBeginning: (key, accepts) => {
      for (let length = key.length; length > 0; length -= 1) {
        const ids = (exact().get(key.slice(0, length)) ?? NOTHING).filter((id) => accepts(id, length));
        if (ids.length > 0) return ids;
      }
      return NOTHING;
    },
    suggest: remembering((name) => suggestion(name, spelled())),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function remembering<T>(search: (name: string) => T): (name: string) => T {
  const found = new Map<string, T>();
  return (name) => {
    if (found.has(name)) return found.get(name)!;
    if (found.size >= REMEMBERED) found.clear();
    const value = search(name);
    found.set(name, value);
    return value;
  };
}

/** The ids that bear a name just as it is written, case apart. */
function writtenAs(name: string, entries: readonly Named[]): readonly string[] | undefined {
  const lower = name.toLowerCase();
  const is = (known: string): boolean =>
    known.length === name.length && (known === name || known.toLowerCase() === lower);
  const ids = entries.filter(({ names }) => names.some(is)).map(({ id }) => id);
  return ids.length === 0 ? undefined : ids;
}

function keysOf(entries: Iterable<Named>, ...keys: readonly ((name: string) => string)[]): Keys {
  const index: Keys = new Map();
  for (const { id, names } of entries) {
    for (const name of names) {
      for (const key of keys) add(index, key(name), id);
    }
  }
  return index;
}

function add(index: Keys, key: string, id: string): void {
  if (key === '') return;
  const ids = index.get(key);
  if (ids === undefined) index.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

function spellingsOf(entries: Iterable<Named>): Map<string, string> {
  const spelled = new Map<string, string>();
  for (const { names, label } of entries) {
    for (const name of names) {
      const key = nameKey(name);
      // A name of another language is shown as it is where the reader typed its script, else by the English one.
      if (!spelled.has(key)) spelled.set(key, label !== undefined && /\p{Script=Latin}/u.test(name) ? label : name);
    }
  }
  return spelled;
}

const SHORTEST_FRAGMENT = 3;
const LONGEST_INPUT = 128;

/** The nearest spelling; else the shortest that contains the input, else the longest that some words of the input make up. */
function suggestion(name: string, spelled: ReadonlyMap<string, string>): string | undefined {
  const key = nameKey(name);
  if (key.length > LONGEST_INPUT) return undefined;
  const near = nearest(key, spelled.keys());
  if (near !== undefined) return spelled.get(near);
  if (key.length < SHORTEST_FRAGMENT) return undefined;
  const longer = [...spelled.keys()].filter((known) => known.includes(key)).sort((a, b) => a.length - b.length)[0];
  const inside = runsOf(wordKeys(name)).find((run) => run.length >= SHORTEST_FRAGMENT && spelled.has(run));
  const chosen = longer ?? inside;
  return chosen === undefined ? undefined : spelled.get(chosen);
}

/** Neighbouring words run together, the longest runs first. */
function runsOf(words: readonly string[]): readonly string[] {
  const runs = words.flatMap((_, start) =>
    words.slice(start).map((__, length) => words.slice(start, start + length + 1).join('')),
  );
  return runs.sort((a, b) => b.length - a.length);
}
