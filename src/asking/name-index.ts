import { nearest } from '../diagnostics/nearest.ts';
import { keyOfOneScript, keyWithoutArticle, keyWithUmlautsWrittenOut, nameKey, stemKey } from './name-key.ts';

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
  const written = once(() => keysOf(entries(), (name) => name.toLowerCase()));
  const exact = once(() => keysOf(entries(), nameKey));
  const loose = once(() => keysOf(entries(), keyWithoutArticle, keyWithUmlautsWrittenOut));
  const inflected = once(() => keysOf(entries(), stemKey));
  const spelled = once(() => spellingsOf(entries()));
  const search = (name: string): readonly string[] =>
    written().get(name.toLowerCase()) ?? // costs next to nothing, and spares most questions the folding of every name
    exact().get(nameKey(name)) ??
    loose().get(keyWithoutArticle(name)) ??
    loose().get(nameKey(name)) ??
    exact().get(keyOfOneScript(name)) ??
    NOTHING;
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
    suggest: remembering((name) => suggestion(nameKey(name), spelled())),
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
  if (key === '') return; // a name of nothing but signs would be everybody's
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

/** The nearest spelling; else the shortest that contains the input, else the longest that the input contains. */
function suggestion(key: string, spelled: ReadonlyMap<string, string>): string | undefined {
  if (key.length > LONGEST_INPUT) return undefined;
  const near = nearest(key, spelled.keys());
  if (near !== undefined) return spelled.get(near);
  if (key.length < SHORTEST_FRAGMENT) return undefined;
  const known = [...spelled.keys()].filter((name) => name.length >= SHORTEST_FRAGMENT);
  const longer = known.filter((name) => name.includes(key)).sort((a, b) => a.length - b.length)[0];
  const inside = known.filter((name) => key.includes(name)).sort((a, b) => b.length - a.length)[0];
  const chosen = longer ?? inside;
  return chosen === undefined ? undefined : spelled.get(chosen);
}
