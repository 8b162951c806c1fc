import { parseArgs } from 'node:util';
import { nearest } from '../../src/index.ts';
import type { Given, Option, Options } from './command.ts';
import { UsageError } from './exit-code.ts';

type Value = string | boolean | readonly string[];

/** Options that every command takes. */
export const everywhere: Options = {
  help: { kind: 'flag', short: 'h', says: 'show this' },
  color: { kind: 'flag', says: 'colour the output, or not (--no-color); NO_COLOR is heeded' },
};

/** Reads the arguments of a command; throws a UsageError that says what was meant, perhaps. */
export function parseOptions(args: readonly string[], own: Options, positionals = 0): Given<Options> {
  const options: Options = { ...own, ...everywhere };
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    allowNegative: true,
    tokens: true,
    options: specification(options),
  });
  const values: Record<string, Value> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') take(token.name, token.rawName, token.value, options, values);
  }
  if (words.length > positionals) throw new UsageError(`\`${words[positionals]}\` is one argument too many.`);
  return { values: values as Given<Options>['values'], positionals: words };
}

const specification = (options: Options) =>
  Object.fromEntries(
    Object.entries(options).map(([name, { kind, short }]) => [
      name,
      { type: kind === 'flag' ? 'boolean' : 'string', ...(short && { short }) } as const,
    ]),
  );

function take(
  name: string,
  raw: string,
  value: string | undefined,
  options: Options,
  values: Record<string, Value>,
): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const denied = name.startsWith('no-') ? options[name.slice(3)] : undefined;
    if (denied?.kind === 'flag') {
      values[name.slice(3)] = false;
      return;
    }
    throw new UsageError(unknownOption(raw, Object.keys(options)));
  }
  values[name] = valueFor(option, raw, value, values[name]);
}

function valueFor(option: Option, raw: string, value: string | undefined, before: unknown): Value {
  if (option.kind === 'flag') {
    if (value !== undefined) throw new UsageError(`\`${raw}\` takes no value.`);
    return true;
  }
  if (value === undefined) throw new UsageError(`\`${raw}\` needs a value: ${option.value ?? 'VALUE'}.`);
  if (option.kind === 'many') return [...((before as string[] | undefined) ?? []), value];
  if (before !== undefined) throw new UsageError(`\`${raw}\` is given twice.`);
  return value;
}

function unknownOption(raw: string, known: readonly string[]): string {
  const meant = nearest(raw.replace(/^-+/, ''), known);
  return `there is no option \`${raw}\`.${meant === undefined ? '' : ` Did you mean \`--${meant}\`?`}`;
}
