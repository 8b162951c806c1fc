/** Finds the phrases of a lexicon in a row of tokens: a tree of words, so time grows with the text and not with the lexicon. */
import { normalize, type Token, tokenize } from '../token.ts';

/** A phrase found: the tokens `[from, to)` say `name` in the group `group`. */
export type Hit = { readonly group: string; readonly name: string; readonly from: number; readonly to: number };

type Node = { readonly next: Map<number, Node>; readonly ends: { group: string; name: string }[] };

/** The words of the lexicon that a word may be, and where the phrases that it starts go on. */
type Form = { readonly ids: readonly number[]; readonly starts: readonly Node[] };

const KEPT_FORMS = 40_000;

export class Matcher {
  readonly #root: Node = { next: new Map(), ends: [] };
  readonly #exact = new Map<string, number>();
  readonly #prefixes = new Map<string, number>();
  readonly #forms = new Map<string, Form>();
  #words = 0;
  #shortestPrefix = 99;
  readonly #forces: (word: string) => readonly string[];

  /** `alternatives` gives other forms under which a word may stand in the lexicon (Arabic without its article). */
  constructor(alternatives: (word: string) => readonly string[] = () => []) {
    this.#forces = alternatives;
  }

  /** Adds one phrase; words that end in `*` are stems. */
  add(group: string, name: string, phrase: string): void {
    let node = this.#root;
    let steps = 0;
    for (const part of phrase.trim().split(/\s+/)) {
      const stem = part.endsWith('*');
      const tokens = tokenize(stem ? part.slice(0, -1) : part);
      for (const [i, token] of tokens.entries()) {
        const id = this.#wordId(token.norm, stem && i === tokens.length - 1);
        let next = node.next.get(id);
        if (next === undefined) node.next.set(id, (next = { next: new Map(), ends: [] }));
        node = next;
        steps++;
      }
    }
    if (steps > 0 && !node.ends.some((end) => end.group === group && end.name === name))
      node.ends.push({ group, name });
  }

  #wordId(norm: string, stem: boolean): number {
    const table = stem ? this.#prefixes : this.#exact;
    let id = table.get(norm);
    if (id === undefined) table.set(norm, (id = this.#words++));
    if (stem) this.#shortestPrefix = Math.min(this.#shortestPrefix, norm.length);
    return id;
  }

  #formOf(norm: string): Form {
    const kept = this.#forms.get(norm);
    if (kept !== undefined) return kept;
    const ids: number[] = [];
    for (const form of [norm, ...this.#forces(norm)]) {
      const exact = this.#exact.get(form);
      if (exact !== undefined) ids.push(exact);
      for (let length = this.#shortestPrefix; length <= Math.min(form.length, 24); length++) {
        const stem = this.#prefixes.get(form.slice(0, length));
        if (stem !== undefined) ids.push(stem);
      }
    }
    if (this.#forms.size > KEPT_FORMS) this.#forms.clear();
    const form = { ids, starts: ids.flatMap((id) => this.#root.next.get(id) ?? []) };
    this.#forms.set(norm, form);
    return form;
  }

  /** The longest phrase of each group at each place; shorter ones inside a longer of the same group are dropped. */
  find(tokens: readonly Token[]): Hit[] {
    const hits: Hit[] = [];
    const reach = new Map<string, number>();
    const longest = new Map<string, Hit[]>();
    for (let from = 0; from < tokens.length; from++) {
      const token = tokens[from]!;
      if (token.kind === 'mark') continue;
      const { starts } = this.#formOf(token.norm);
      if (starts.length === 0) continue;
      longest.clear();
      for (const node of starts) this.#walk(tokens, from, from + 1, node, longest);
      for (const [group, found] of longest) {
        const to = found[0]!.to;
        if ((reach.get(group) ?? 0) >= to) continue;
        reach.set(group, to);
        hits.push(...found);
      }
    }
    return hits;
  }

  #walk(tokens: readonly Token[], from: number, at: number, node: Node, longest: Map<string, Hit[]>): void {
    for (const { group, name } of node.ends) {
      const best = longest.get(group);
      if (best === undefined || best[0]!.to < at) longest.set(group, [{ group, name, from, to: at }]);
      else if (best[0]!.to === at && !best.some((hit) => hit.name === name)) best.push({ group, name, from, to: at });
    }
    const token = tokens[at];
    if (token === undefined || node.next.size === 0 || token.breaks > 1) return;
    for (const id of this.#formOf(token.norm).ids) {
      const next = node.next.get(id);
      if (next !== undefined) this.#walk(tokens, from, at + 1, next, longest);
    }
  }
}

/** Adds every phrase of a table: `name: 'phrase | phrase'`. */
export function addTable(matcher: Matcher, group: string, table: Readonly<Record<string, string>>): void {
  for (const [name, phrases] of Object.entries(table))
    for (const phrase of phrases.split('|')) matcher.add(group, name, phrase);
}

/** Arabic writes the article and some prepositions as part of the word; the same word without them. */
export function withoutArabicPrefixes(word: string): readonly string[] {
  if (!/^[\u0600-\u06FF]{4,}$/.test(word)) return [];
  const forms = new Set<string>();
  const first = /^(?:وال|بال|فال|کال|ال|لل)/.exec(word);
  if (first && word.length - first[0].length >= 2) forms.add(word.slice(first[0].length));
  if (/^[وفبلک]/.test(word) && word.length > 4) forms.add(word.slice(1));
  return [...forms].map(normalize);
}
