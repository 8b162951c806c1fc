import { ENGINE_VERSION, nearest } from '../../src/index.ts';

import { commands } from './commands.ts';
import { ExitCode, UsageError } from './exit-code.ts';
import { commandHelp, overallHelp } from './help.ts';
import type { Io } from './io.ts';
import { parseOptions } from './parse-options.ts';

/** Finds the command, loads it, runs it. Whatever goes wrong ends in words and an exit code, never in a stack trace. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.warn(`snapback: ${error.message}`);
      return ExitCode.BadInput;
    }
    return confess(error, io);
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    io.print(overallHelp());
    return first === undefined ? ExitCode.BadInput : ExitCode.Ok;
  }
  if (first === '--version' || first === '-V') {
    io.print(ENGINE_VERSION);
    return ExitCode.Ok;
  }
  const { name, rest } = find(args, io);
  if (name === undefined) return ExitCode.Ok;
  const { default: command } = await commands[name]!.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    io.print(commandHelp(name, command));
    return ExitCode.Ok;
  }
  return await command.run(parseOptions(rest, command.options, command.positionals), io);
}

/** The command that the arguments begin with: one word, or two (`record check`). */
function find(args: readonly string[], io: Io): { readonly name?: string; readonly rest: readonly string[] } {
  const [first = '', second = ''] = args;
  if (Object.hasOwn(commands, `${first} ${second}`)) return { name: `${first} ${second}`, rest: args.slice(2) };
  if (Object.hasOwn(commands, first)) return { name: first, rest: args.slice(1) };
  const family = Object.keys(commands).filter((name) => name.startsWith(`${first} `));
  if (family.length > 0 && (second === '' || second.startsWith('-'))) {
    if (second === '')
      throw new UsageError(`\`${first}\` is one of ${family.map((name) => `\`${name}\``).join(', ')}.`);
    io.print(family.map((name) => `snapback ${name}: ${commands[name]!.summary}`).join('\n'));
    return { rest: [] };
  }
  const asked = family.length > 0 ? `${first} ${second}` : first;
  const meant = nearest(
    asked,
    family.length > 0 ? family : [...new Set(Object.keys(commands).map((name) => name.split(' ')[0]!))],
  );
  const hint = meant === undefined ? ' `snapback --help` lists the commands.' : ` Did you mean \`${meant}\`?`;
  throw new UsageError(`there is no command \`${asked}\`.${hint}`);
}

/** A bug is ours: one line that asks to report it; SNAPBACK_DEBUG=1 shows where it happened. */
function confess(error: unknown, io: Io): ExitCode {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const told = io.env.SNAPBACK_DEBUG === '1' ? stack : message.split('\n')[0];
  io.warn(`snapback: this is a bug in Snapback, please report it with the command you typed: ${told}`);
  return ExitCode.Bug;
}
