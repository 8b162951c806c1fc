/** Output that is whole or not there: written beside its place under another name, flushed, then renamed. */
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BatchFault } from './batch-fault.ts';

/** The name of a file that is not whole yet. */
export const partialOf = (path: string): string => `${path}.partial`;

/** Flushes a finished file to the disk and gives it its name. */
export function settle(path: string): void {
  const file = openSync(partialOf(path), 'r');
  fsyncSync(file);
  closeSync(file);
  renameSync(partialOf(path), path);
}

/** Removes what is not whole. */
export function discard(paths: readonly string[]): void {
  for (const path of paths) rmSync(partialOf(path), { force: true, recursive: true });
}

/** Refuses an output that would take the place of a ledger that is read. */
export function checkApart(outputs: readonly string[], inputs: readonly string[]): void {
  const read = new Set(inputs.map((path) => realpathSync(path)));
  for (const path of outputs)
    if (existsSync(path) && read.has(realpathSync(path)))
      throw new BatchFault(`\`${path}\` is one of the ledgers that are read. Name another output.`);
}

/** Refuses a place that cannot be written to before any work is done. */
export function checkPlace(path: string): void {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new BatchFault(`\`${path}\` is a folder; name a file to write.`);
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(partialOf(path), 'w'));
    rmSync(partialOf(path));
  } catch (error) {
    if (error instanceof BatchFault) throw error;
    throw new BatchFault(`\`${path}\` cannot be written: ${(error as Error).message}`);
  }
}

/** Sends a whole file to standard output. */
export async function sendToStdout(path: string): Promise<void> {
  await pipeline(createReadStream(path), process.stdout, { end: false });
}
