import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of lists and labelled names: the argument, else `../shared/data` where that is; without either it says how to give one. */
export function dataGiven(needed: string): string {
  const folder = resolve(process.argv[2] ?? '../shared/data');
  if (existsSync(join(folder, needed))) return folder;
  console.error(
    process.argv[2] === undefined
      ? 'which data? Give a folder that holds lists and names as bench/screening/README.md says.'
      : `${folder} has no ${needed}; bench/screening/README.md says what it holds.`,
  );
  process.exit(2);
}
