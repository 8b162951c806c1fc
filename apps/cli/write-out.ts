import { writeFileSync } from 'node:fs';
import { UsageError } from './exit-code.ts';
import type { Io } from './io.ts';

/** Writes what a command made to a file, or prints it for `-`. */
export function writeOut(file: string, text: string, io: Io): void {
  if (file === '-') {
    io.print(text.trimEnd());
    return;
  }
  try {
    writeFileSync(file, text);
  } catch {
    throw new UsageError(`\`${file}\` cannot be written. Name a file in a folder that exists.`);
  }
  io.warn(`Written: ${file}`);
}
