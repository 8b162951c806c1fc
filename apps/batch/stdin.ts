/** A ledger on standard input, kept on disk, for it is read more than once. */
import { closeSync, createWriteStream, openSync, readSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Format, InputFile } from './inputs.ts';

/** Spools standard input to a file; its first bytes tell the format. */
export async function spoolStdin(folder: string): Promise<InputFile> {
  const spooled = join(folder, 'stdin');
  await pipeline(process.stdin, createWriteStream(spooled));
  const format = sniffed(spooled);
  const path = `${spooled}.${format}`;
  renameSync(spooled, path);
  return { path, format };
}

function sniffed(path: string): Format {
  const head = Buffer.alloc(64);
  const file = openSync(path, 'r');
  const text = head.toString('latin1', 0, readSync(file, head, 0, head.length, 0));
  closeSync(file);
  if (text.startsWith('PAR1')) return 'parquet';
  return /^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(text) ? 'ndjson' : 'csv';
}
