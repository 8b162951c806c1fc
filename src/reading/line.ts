import type { Hit } from './lexicon/matcher.ts';
import type { Signature } from './signature.ts';
import type { Token } from './token.ts';

const NONE: readonly Hit[] = [];

/** One sentence with the phrases of the lexicon found in it, to be looked up by place, by group and by name. */
export class Line {
  readonly #starting: (Hit[] | undefined)[] = [];
  readonly #groups = new Map<string, Hit[]>();
  readonly #concepts = new Map<string, Hit[]>();
  /** What stretches of it are about, kept by their place. */
  readonly signatures = new Map<number, Signature>();

  constructor(
    readonly tokens: readonly Token[],
    readonly hits: readonly Hit[],
  ) {
    for (const hit of hits) {
      const here = this.#starting[hit.from];
      if (here) here.push(hit);
      else this.#starting[hit.from] = [hit];
      put(this.#groups, hit.group, hit);
      if (hit.group === 'concept') put(this.#concepts, hit.name, hit);
    }
  }

  /** The phrase of a group that starts at a token. */
  at(group: string, index: number): Hit | undefined {
    return this.#starting[index]?.find((hit) => hit.group === group);
  }

  /** Every phrase that starts at a token. */
  allAt(index: number): readonly Hit[] {
    return this.#starting[index] ?? NONE;
  }

  norm(index: number): string {
    return this.tokens[index]?.norm ?? '';
  }

  /** The hits of a group within `[from, to)`, in order. */
  within(group: string, from = 0, to = this.tokens.length): Hit[] {
    return (this.#groups.get(group) ?? NONE).filter((hit) => hit.from >= from && hit.to <= to);
  }

  /** The first place within `[from, to)` where a concept is named. */
  first(concept: string, from = 0, to = this.tokens.length): Hit | undefined {
    return this.#concepts.get(concept)?.find((hit) => hit.from >= from && hit.to <= to);
  }

  has(concept: string, from = 0, to = this.tokens.length): boolean {
    return this.first(concept, from, to) !== undefined;
  }

  /** A word of negation, intent or joining within `[from, to)`. */
  word(name: string, from = 0, to = this.tokens.length): Hit | undefined {
    return this.#groups.get('word')?.find((hit) => hit.name === name && hit.from >= from && hit.to <= to);
  }

  /** The place in the original text of the tokens `[from, to)`. */
  span(from: number, to: number): { readonly start: number; readonly end: number } {
    return { start: this.tokens[from]!.start, end: this.tokens[Math.max(from, to - 1)]!.end };
  }
}

function put(map: Map<string, Hit[]>, key: string, hit: Hit): void {
  const list = map.get(key);
  if (list) list.push(hit);
  else map.set(key, [hit]);
}
