import { once } from 'node:events';

/** What a command may touch of the terminal: handed in, so that tests can look at what was printed. */
export type Io = {
  /** Writes to standard output; a line break is added. */
  readonly print: (text: string) => void;
  /** Writes to standard output as it stands; what gives a promise is waited for before more is written. */
  readonly write: (text: string) => void | Promise<void>;
  /** Writes to standard error; a line break is added. */
  readonly warn: (text: string) => void;
  readonly isTTY: boolean;
  /** Whether text may be coloured. */
  readonly color: boolean;
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** The terminal of this process. Colour: `--color` and `--no-color` first, then NO_COLOR and FORCE_COLOR, then whether anybody looks. */
export function terminal(color: boolean | undefined): Io {
  const { env, stdout, stderr } = process;
  const isTTY = stdout.isTTY === true;
  return {
    print: (text) => void stdout.write(`${text}\n`),
    write: (text) => (stdout.write(text) ? undefined : once(stdout, 'drain').then(() => undefined)),
    warn: (text) => void stderr.write(`${text}\n`),
    isTTY,
    color: color ?? colorByEnvironment(env, isTTY),
    columns: stdout.columns ?? 100,
    env,
  };
}

function colorByEnvironment(env: NodeJS.ProcessEnv, isTTY: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTTY && env.TERM !== 'dumb';
}

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

/** A text in one style, where the terminal shows colour. */
export const styled = (io: Io, style: keyof typeof codes, text: string): string =>
  io.color ? `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : text;
