import { setFlagsFromString } from 'node:v8';
import { addTo, emptySummary, type Mention, type OpenReading } from '../../src/documents.ts';

/** Takes a piece of output; when it gives a promise, nothing more is to come before that is kept. */
export type Write = (text: string) => void | Promise<void>;

/** How much of the text is written in one piece, in characters. */
const PIECE = 65_536;

/** From here on memory counts for more than time, in characters. */
const LONG = 1_000_000;

const indented = (value: unknown, by: string): string => JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);

/**
 * Writes a reading as JSON, `{document, statements, mentions, summary}`, each statement as soon as its sentence has been
 * read: what a book says never lies in memory as a whole.
 */
export async function writeReading({ document, parts }: OpenReading, write: Write): Promise<void> {
  const summary = emptySummary();
  const mentions = new MentionColumns();
  const { text, ...about } = document;
  // Nearly all that is made for a sentence is done with after it: collecting it sooner costs less than letting the heap grow.
  if (text.length > LONG) setFlagsFromString('--heap-growing-percent=25');
  await write('{\n  "document": {\n    "text": "');
  for (let at = 0; at < text.length; at += PIECE) await write(JSON.stringify(text.slice(at, at + PIECE)).slice(1, -1));
  await write(`",${indented(about, '  ').slice(1)},\n  "statements": [`);
  for (const part of parts) {
    for (const [i, statement] of part.statements.entries())
      await write(`${summary.statements + i > 0 ? ',' : ''}\n    ${indented(statement, '    ')}`);
    addTo(summary, part);
    for (const mention of part.mentions) mentions.add(mention);
  }
  await write('\n  ],\n  "mentions": [');
  for (let i = 0; i < mentions.length; i++)
    await write(`${i > 0 ? ',' : ''}\n    ${indented(mentions.at(i, text), '    ')}`);
  await write(`\n  ],\n  "summary": ${indented(summary, '  ')}\n}\n`);
}

/** Mentions by column, a tenth of what they weigh as objects: they wait until all statements have been written. */
class MentionColumns {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #types: string[] = [];
  readonly #values: string[] = [];
  /** One copy of each value. */
  readonly #known = new Map<string, string>();

  get length(): number {
    return this.#starts.length;
  }

  add({ start, end, type, value }: Mention): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#types.push(type);
    const known = this.#known.get(value);
    if (known === undefined) this.#known.set(value, value);
    this.#values.push(known ?? value);
  }

  at(index: number, text: string): Mention {
    const [start, end] = [this.#starts[index]!, this.#ends[index]!];
    return { quote: text.slice(start, end), start, end, type: this.#types[index]!, value: this.#values[index]! };
  }
}
