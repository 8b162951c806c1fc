/** The files of a ledger: named, matched by patterns, or all of a folder that is partitioned by `key=value`. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BatchFault } from './batch-fault.ts';

export type Format = 'csv' | 'ndjson' | 'parquet';

export type InputFile = { readonly path: string; readonly format: Format };

const EXTENSIONS: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:csv|tsv|txt)(?:\.gz|\.zst)?$/i, 'csv'],
  [/\.(?:ndjson|jsonl)(?:\.gz|\.zst)?$/i, 'ndjson'],
  [/\.(?:parquet|parq|pq)$/i, 'parquet'],
];

/** The format that a file's name tells, or undefined. */
export const formatOf = (path: string): Format | undefined => EXTENSIONS.find(([ending]) => ending.test(path))?.[1];

/** The files meant, in order, each once. A folder stands for the files in it whose format is known; `matching` looks a pattern up. */
export async function inputFiles(
  named: readonly string[],
  matching: (pattern: string) => Promise<readonly string[]>,
): Promise<readonly InputFile[]> {
  const paths: string[] = [];
  for (const name of named) {
    const found = /[*?[]/.test(name) && !exists(name) ? await matching(name) : [name];
    if (found.length === 0) throw new BatchFault(`no file matches \`${name}\`.`);
    paths.push(...found);
  }
  const files = paths.flatMap((path) => (isFolder(path) ? inFolder(path) : [path]));
  return [...new Set(files)].map((path) => ({ path, format: knownFormat(path) }));
}

function knownFormat(path: string): Format {
  const format = formatOf(path);
  if (format === undefined)
    throw new BatchFault(
      `\`${path}\` has none of the endings .csv, .tsv, .ndjson, .jsonl, .parquet, which tell how to read it.`,
    );
  return format;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new BatchFault(`there is no file \`${path}\`.`);
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function inFolder(folder: string): readonly string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^[._]/.test(entry.name) && formatOf(entry.name) !== undefined)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (found.length === 0) throw new BatchFault(`the folder \`${folder}\` holds no CSV, NDJSON or Parquet file.`);
  return found;
}
