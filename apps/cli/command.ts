import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

/** An option of a command: `text` takes a value, `flag` does not; `many` may be given more than once. */
export type Option = {
  readonly kind: 'text' | 'flag' | 'many';
  readonly short?: string;
  readonly value?: string;
  readonly says: string;
};

export type Options = Readonly<Record<string, Option>>;

/** The values given, by option. */
export type Values<O extends Options> = {
  readonly [K in keyof O]?: O[K]['kind'] extends 'flag'
    ? boolean
    : O[K]['kind'] extends 'many'
      ? readonly string[]
      : string;
};

/** What a command was given. */
export type Given<O extends Options> = { readonly values: Values<O>; readonly positionals: readonly string[] };

/** One command: what it does in a line, how it is written, its options, and what runs. */
export type Command<O extends Options = Options> = {
  /** What stands after the name: `[PATH…]`. */
  readonly usage: string;
  /** Sentences under the usage line. */
  readonly says: string;
  readonly options: O;
  /** The most arguments it takes; none when left out. */
  readonly positionals?: number;
  readonly run: (given: Given<O>, io: Io) => ExitCode | Promise<ExitCode>;
};

/** Gives a command its precise type, and forgets it again for the table of commands. */
export const command = <const O extends Options>(one: Command<O>): Command => one as unknown as Command;
