import type { Memo, MemoLine } from '../../src/index.ts';
import { type Io, styled } from './io.ts';

/** Prints a memo: the headline, then its sections, wrapped to the width of the terminal. */
export function printMemo({ headline, sections }: Memo, io: Io): void {
  const [first, ...rest] = headline;
  for (const line of wrapped(first ?? '', 0, io.columns)) io.print(styled(io, 'bold', line));
  for (const sentence of rest) for (const line of wrapped(sentence, 0, io.columns)) io.print(line);
  for (const { title, lines } of sections) {
    io.print('');
    for (const line of wrapped(title, 0, io.columns)) io.print(styled(io, 'cyan', line));
    for (const line of lines) printLine(line, io);
  }
}

function printLine({ depth, text, kind }: MemoLine, io: Io): void {
  const style = kind === 'step' || kind === 'note' ? 'dim' : kind === 'outcome' ? 'yellow' : undefined;
  for (const line of wrapped(text, depth * 2 + 2, io.columns))
    io.print(style === undefined ? line : styled(io, style, line));
}

/** A text broken at blanks to a width, each line indented, later ones a little more. */
export function wrapped(text: string, indent: number, columns: number): readonly string[] {
  const width = Math.max(40, Math.min(columns, 120));
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(indent + 2);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(line);
  return lines;
}
