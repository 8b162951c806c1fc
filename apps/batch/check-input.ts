/** What is wrong with a file of text before a row of it is read: it is empty, in another encoding, or a part of itself. */
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BatchFault } from './batch-fault.ts';
import type { InputFile } from './inputs.ts';
import { isWholeZstd } from './zstd-frames.ts';

/** Refuses a file that would be read as something else than it is. Parquet tells for itself. */
export async function checkInput({ path, format }: InputFile): Promise<void> {
  if (format === 'parquet') return;
  if (/\.gz$/i.test(path)) return checkGzip(path);
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size === 0) throw new BatchFault(`\`${path}\` is empty.`);
    if (/\.zst$/i.test(path)) {
      if (!isWholeZstd(file)) throw cutOff(path);
      return;
    }
    const head = Buffer.alloc(512);
    if (isUtf16(head.subarray(0, readSync(file, head, 0, head.length, 0))))
      throw new BatchFault(`\`${path}\` is in UTF-16. Save it as UTF-8 and start again.`);
  } finally {
    closeSync(file);
  }
}

/** By its mark, or by the zero that every second byte of ASCII is. */
const isUtf16 = (head: Buffer): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head.includes(0);

/** DuckDB takes what it can get of a compressed file and says nothing of the rest; this reads it to the checksum at its end. */
async function checkGzip(path: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(path), createGunzip(), nowhere);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw cutOff(path);
    if (code?.startsWith('Z_')) throw new BatchFault(`\`${path}\` is no sound gzip file: ${(error as Error).message}.`);
    throw error;
  }
}

const cutOff = (path: string): BatchFault =>
  new BatchFault(`\`${path}\` is cut off: its end is missing. Fetch it again.`);
