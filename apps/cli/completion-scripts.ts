/** A command with what follows it: commands of two words (`record check`) are completed word by word. */
export type Word = {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly { readonly name: string; readonly says: string; readonly takesValue: boolean }[];
};

const firstWords = (words: readonly Word[]): readonly string[] => [
  ...new Set(words.map(({ name }) => name.split(' ')[0]!)),
];

const secondWords = (words: readonly Word[], first: string): readonly string[] =>
  words.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name.split(' ')[1]!] : []));

/** After an option that takes a value, files are completed, and nothing else. */
export function bashCompletion(words: readonly Word[]): string {
  const cases = words.map(({ name, options }) => `    '${name}') words='${flags(options)}' ;;`);
  const families = firstWords(words).filter((first) => secondWords(words, first).length > 0);
  const seconds = families.map((first) => `      ${first}) words='${secondWords(words, first).join(' ')}' ;;`);
  const valued = [
    ...new Set(
      words.flatMap(({ options }) => options.filter(({ takesValue }) => takesValue)).map(({ name }) => `--${name}`),
    ),
  ];
  return `# bash completion for snapback
_snapback() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} first=\${COMP_WORDS[1]} words=''
  local name=$first
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${firstWords(words).join(' ')}'
    COMPREPLY=($(compgen -W "$words" -- "$cur")); return
  fi
  case $first in ${families.join('|')}) name="$first \${COMP_WORDS[2]}" ;; esac
  if [ "$COMP_CWORD" -eq 2 ]; then
    case $first in
${seconds.join('\n')}
    esac
    if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); return; fi
  fi
  case $prev in ${valued.join('|')}) COMPREPLY=($(compgen -f -- "$cur")); return ;; esac
  case $name in
${cases.join('\n')}
  esac
  case $cur in -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;; *) COMPREPLY=($(compgen -f -- "$cur")) ;; esac
}
complete -o filenames -F _snapback snapback`;
}

const flags = (options: Word['options']): string => options.map(({ name }) => `--${name}`).join(' ');

/** A text inside single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

export function zshCompletion(words: readonly Word[]): string {
  const families = firstWords(words).filter((first) => secondWords(words, first).length > 0);
  const described = firstWords(words).map((first) => {
    const one = words.find(({ name }) => name === first);
    return `    ${quoted(`${first}:${one?.summary ?? secondWords(words, first).join(', ')}`)}`;
  });
  const cases = words.map(({ name, options }) => {
    const told = options.map(({ name: option, says, takesValue }) =>
      quoted(`--${option}${takesValue ? '=' : ''}[${says.replace(/[[\]]/g, '')}]${takesValue ? ':value:_files' : ''}`),
    );
    return `    ${quoted(name)}) _arguments ${told.join(' ')} '*:file:_files' ;;`;
  });
  const seconds = families.map((first) => `      ${first}) compadd ${secondWords(words, first).join(' ')} ;;`);
  return `#compdef snapback
_snapback() {
  local name=$words[2]
  local -a known=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command known; return; fi
  case $words[2] in ${families.join('|')})
    if (( CURRENT == 3 )); then
      case $words[2] in
${seconds.join('\n')}
      esac
      return
    fi
    name="$words[2] $words[3]" ;;
  esac
  case $name in
${cases.join('\n')}
  esac
}
compdef _snapback snapback`;
}

export function fishCompletion(words: readonly Word[]): string {
  const lines = ['# fish completion for snapback', 'complete -c snapback -f'];
  for (const first of firstWords(words)) {
    const one = words.find(({ name }) => name === first);
    const seconds = secondWords(words, first);
    lines.push(
      `complete -c snapback -n __fish_use_subcommand -a ${first} -d ${quoted(one?.summary ?? seconds.join(', '))}`,
    );
    if (seconds.length > 0)
      lines.push(
        `complete -c snapback -n '__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${seconds.join(' ')}' -a '${seconds.join(' ')}'`,
      );
  }
  for (const { name, options } of words) {
    const seen = name
      .split(' ')
      .map((word) => `__fish_seen_subcommand_from ${word}`)
      .join('; and ');
    for (const { name: option, says, takesValue } of options)
      lines.push(`complete -c snapback -n '${seen}' -l ${option} -d ${quoted(says)}${takesValue ? ' -r -F' : ''}`);
  }
  return lines.join('\n');
}
