/** The folder of a record, read from disk: a sorted list of texts, and their hash. No file outside the folder is opened. */
import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnose, LARGEST_FILE, type RecordFile } from '../../src/index.ts';

/** How much a folder may hold before we take it for something else than a record. */
const MOST_FILES = 20_000;
const MOST_BYTES = 256 * 1024 * 1024;

export type RecordFolder = {
  readonly files: readonly RecordFile[];
  readonly hash: string;
  readonly faults: readonly Diagnostic[];
};

/** Reads every YAML file of a folder; what cannot be read is a fault, and the others are read all the same. */
export function readRecordFolder(folder: string): RecordFolder {
  const reader = new FolderReader(folder);
  reader.walk('', 0);
  const files = reader.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, hash: hashOf(files), faults: reader.faults };
}

/** `sha256:` over path and text of each file in order; the same files give the same hash on every system. */
export function hashOf(files: readonly RecordFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text);
  return `sha256:${hash.digest('hex')}`;
}

class FolderReader {
  readonly files: RecordFile[] = [];
  readonly faults: Diagnostic[] = [];
  #bytes = 0;

  constructor(readonly folder: string) {}

  walk(below: string, depth: number): void {
    if (depth > 8) return this.#fault(below, 'not-readable', { why: 'folders are nested too deeply' });
    let entries: Dirent[];
    try {
      entries = readdirSync(join(this.folder, below), { withFileTypes: true });
    } catch (error) {
      return this.#fault(below, 'not-readable', { why: reasonOf(error) });
    }
    for (const entry of entries) {
      if (this.#isFull()) return;
      this.#visit(entry, below === '' ? entry.name : `${below}/${entry.name}`, depth);
    }
  }

  #visit(entry: Dirent, path: string, depth: number): void {
    // A link could lead out of the folder, or round in a circle; the record needs none.
    if (entry.isSymbolicLink()) return this.#fault(path, 'not-readable', { why: 'it is a symbolic link' });
    if (entry.name.startsWith('.')) return;
    if (entry.isDirectory()) return this.walk(path, depth + 1);
    if (/\.ya?ml$/i.test(entry.name)) this.#read(path, entry);
  }

  #read(path: string, entry: Dirent): void {
    if (!entry.isFile()) return this.#fault(path, 'not-readable', { why: 'it is no plain file' });
    try {
      const { size } = statSync(join(this.folder, path));
      this.#bytes += size;
      if (size > LARGEST_FILE * 4) return this.#fault(path, 'file-too-large', { limit: LARGEST_FILE / 1024 / 1024 });
      const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(this.folder, path)));
      this.files.push({ path, text: text.replaceAll('\r\n', '\n') });
    } catch (error) {
      this.#fault(path, 'not-readable', { why: error instanceof TypeError ? 'it is not UTF-8 text' : reasonOf(error) });
    }
  }

  #isFull(): boolean {
    if (this.files.length < MOST_FILES && this.#bytes < MOST_BYTES) return false;
    if (!this.faults.some(({ code }) => code === 'record-too-large'))
      this.#fault('', 'record-too-large', { limit: `${MOST_FILES} files or ${MOST_BYTES / 1024 / 1024} MiB` });
    return true;
  }

  #fault(
    path: string,
    code: 'not-readable' | 'file-too-large' | 'record-too-large',
    facts: Record<string, string | number>,
  ): void {
    this.faults.push(diagnose(code, { file: path === '' ? this.folder : path }, facts));
  }
}

/** A folder that exists, following links to it: `record` itself may be one. */
export function isFolder(path: string): boolean {
  try {
    return lstatSync(realpathSync(path)).isDirectory();
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'ENOTDIR':
      return 'it is no folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission is refused';
    default:
      return (error as Error).message;
  }
}
