import type { Command, Option } from './command.ts';
import { commands } from './commands.ts';
import { everywhere } from './parse-options.ts';

/** The help of one command. */
export function commandHelp(name: string, { usage, says, options }: Command): string {
  const rows = Object.entries({ ...options, ...everywhere }).map(
    ([option, about]) => [flagOf(option, about), about.says] as const,
  );
  return [`Usage: snapback ${name} ${usage}`.trimEnd(), '', says, '', 'Options:', columns(rows)].join('\n');
}

/** The help of the whole. */
export function overallHelp(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [name, summary] as const);
  return [
    'Snapback: sanctions law in time. What was in force, when, under which paragraph, and according to whom.',
    '',
    'Usage: snapback COMMAND [OPTIONS]',
    '',
    'Commands:',
    columns(rows),
    '',
    '`snapback COMMAND --help` tells more about one; `snapback --version` prints the version. This is not legal advice.',
  ].join('\n');
}

const flagOf = (name: string, { short, kind, value }: Option): string =>
  `${short ? `-${short}, ` : ''}--${name}${kind === 'flag' ? '' : ` ${value ?? 'VALUE'}`}`;

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
