import type { Hit } from './lexicon/matcher.ts';
import type { Token } from './token.ts';

/** One sentence with the phrases of the lexicon found in it, to be looked up by place. */
export class Line {
  readonly #starting: ReadonlyMap<number, readonly Hit[]>;

  constructor(
    readonly tokens: readonly Token[],
    readonly hits: readonly Hit[],
  ) {
    const starting = new Map<number, Hit[]>();
    for (const hit of hits) {
      const here = starting.get(hit.from);
      if (here) here.push(hit);
      else starting.set(hit.from, [hit]);
    }
    this.#starting = starting;
  }

  /** The phrase of a group that starts at a token. */
  at(group: string, index: number): Hit | undefined {
    return this.#starting.get(index)?.find((hit) => hit.group === group);
  }

  /** Every phrase that starts at a token. */
  allAt(index: number): readonly Hit[] {
    return this.#starting.get(index) ?? [];
  }

  norm(index: number): string {
    return this.tokens[index]?.norm ?? '';
  }

  /** The hits of a group within `[from, to)`, in order. */
  within(group: string, from = 0, to = this.tokens.length): Hit[] {
    return this.hits.filter((hit) => hit.group === group && hit.from >= from && hit.to <= to);
  }

  has(concept: string, from = 0, to = this.tokens.length): boolean {
    return this.hits.some((hit) => hit.group === 'concept' && hit.name === concept && hit.from >= from && hit.to <= to);
  }

  /** The place in the original text of the tokens `[from, to)`. */
  span(from: number, to: number): { readonly start: number; readonly end: number } {
    return { start: this.tokens[from]!.start, end: this.tokens[Math.max(from, to - 1)]!.end };
  }
}
