import type { Command } from '../command.ts';
import { command } from '../command.ts';
import { commands } from '../commands.ts';
import { bashCompletion, fishCompletion, type Word, zshCompletion } from '../completion-scripts.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { everywhere } from '../parse-options.ts';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

export default command({
  usage: 'bash | zsh | fish',
  says: [
    'Prints a script that lets a shell complete commands and options:',
    '  bash: source <(snapback completions bash)',
    '  zsh:  source <(snapback completions zsh)',
    '  fish: snapback completions fish | source',
  ].join('\n'),
  positionals: 1,
  options: {},
  async run({ positionals: [shell = ''] }, io) {
    if (!Object.hasOwn(SHELLS, shell)) throw new UsageError('name the shell: `bash`, `zsh` or `fish`.');
    io.print(SHELLS[shell as keyof typeof SHELLS](await everyWord()));
    return ExitCode.Ok;
  },
});

async function everyWord(): Promise<readonly Word[]> {
  const words: Word[] = [];
  for (const [name, { summary, load }] of Object.entries(commands)) {
    const { default: one } = await load();
    words.push({ name, summary, options: optionsOf(one) });
  }
  return words;
}

const optionsOf = ({ options }: Command): Word['options'] =>
  Object.entries({ ...options, ...everywhere }).map(([name, { says, kind }]) => ({
    name,
    says,
    takesValue: kind !== 'flag',
  }));
