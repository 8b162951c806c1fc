import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes that a crash at any instant leaves whole or undone: when a call has returned, what it wrote is on the disk.
 * A file is written under a name of its own, flushed, then renamed; the folder is flushed too, as the name lives in it.
 */
export function writeWhole(path: string, parts: Iterable<string | Uint8Array>): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = temporaryBeside(path);
  const file = openSync(fresh, 'wx');
  try {
    for (const part of parts) writeAll(file, typeof part === 'string' ? Buffer.from(part) : part);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  moveInto(fresh, path);
}

/** A name in the same folder that nobody else has; what is left under such a name after a crash is nobody's. */
export const temporaryBeside = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.${randomUUID().slice(0, 8)}.tmp`);

/** Renames a flushed file to its place. */
export function moveInto(fresh: string, path: string): void {
  renameSync(fresh, path);
  flushFolder(dirname(path));
}

/** Appends one line. A line that a crash cut short is cut off first: it was never acknowledged. */
export function appendLine(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a+');
  try {
    const there = readFileSync(path);
    const whole = there.lastIndexOf(0x0a) + 1;
    if (whole < there.length) ftruncateSync(file, whole);
    writeAll(file, Buffer.from(`${line}\n`));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  flushFolder(dirname(path));
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function flushFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return; // Some systems do not open folders; there the rename itself has to do.
  }
  try {
    fsyncSync(handle);
  } catch {
    // The same: not every file system flushes a folder.
  } finally {
    closeSync(handle);
  }
}
