/** The outside of Zstandard files (RFC 8878, section 3.1): frames and blocks are walked by their headers, nothing is decompressed. */
import { fstatSync, readSync } from 'node:fs';

const MAGIC = 0xfd2fb528;
/** Sixteen numbers from here on mark frames to be skipped. */
const SKIPPABLE = 0x184d2a50;

/** Whether an open file is nothing but whole frames. */
export function isWholeZstd(file: number): boolean {
  const { size } = fstatSync(file);
  let at: number | undefined = 0;
  while (at !== undefined && at < size) at = frameEnd(file, at);
  return at === size;
}

/** Where the frame that begins at a byte ends; undefined where none does, or where it is cut off. */
function frameEnd(file: number, begin: number): number | undefined {
  const head = bytes(file, begin, 5);
  if (head === undefined) return undefined;
  const magic = head.readUInt32LE(0);
  if (magic >= SKIPPABLE && magic < SKIPPABLE + 16) {
    const size = bytes(file, begin + 4, 4);
    return size && begin + 8 + size.readUInt32LE(0);
  }
  if (magic !== MAGIC) return undefined;
  const descriptor = head[4]!;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6]!;
  const dictionary = [0, 1, 2, 4][descriptor & 3]!;
  let at = begin + 5 + (isSingleSegment ? 0 : 1) + dictionary + contentSize;
  for (;;) {
    const header = bytes(file, at, 3)?.readUIntLE(0, 3);
    if (header === undefined) return undefined;
    const isRunLength = ((header >> 1) & 3) === 1;
    at += 3 + (isRunLength ? 1 : header >> 3);
    if ((header & 1) === 1) return at + ((descriptor & 4) === 0 ? 0 : 4);
  }
}

function bytes(file: number, at: number, count: number): Buffer | undefined {
  const buffer = Buffer.alloc(count);
  return readSync(file, buffer, 0, count, at) === count ? buffer : undefined;
}
