import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Diagnostic, Entry } from '../../src/lists.ts';
import { placesIn } from './data-folder.ts';
import { writeWhole } from './durable.ts';
import { ListFault } from './list-fault.ts';
import { withLock } from './lock.ts';
import { appendManifest, readManifest, type SnapshotLine, snapshotAt, snapshotsIn } from './manifest.ts';
import { filesOf, type ReadOptions, readList } from './read-list.ts';

/** What a list is kept as: its id, the day it stood so, where it came from. */
export type Import = {
  readonly list: string;
  readonly file: string;
  /** ISO date; else the day that the file says, else `otherwiseOn`. */
  readonly on?: string;
  readonly otherwiseOn?: string;
  /** A second issue of one day takes the place of the first, which stays in the history. */
  readonly supersede?: boolean;
  readonly source?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Instant now, ISO. */
  readonly now: string;
  /** Take it even if it shrank or breaks off. */
  readonly accept?: boolean;
  /** The share of the entries that may go at once, in percent. */
  readonly mayShrink?: number;
} & ReadOptions;

export type Imported = {
  readonly line: SnapshotLine;
  readonly already: boolean;
  readonly warnings: readonly Diagnostic[];
};

export const mayShrinkBy = 20;

/** Reads a list and keeps it; when this has returned, a crash can't lose it. What looks wrong is held back as a ListFault. */
export async function importList(folder: string, request: Import): Promise<Imported> {
  const read = await readList(request.file, { ...request, lenient: request.accept === true });
  const on = request.on ?? read.published ?? request.otherwiseOn;
  if (on === undefined) throw new ListFault('list-day-missing', {}, { file: request.file });
  return withLock(folder, () => {
    const places = placesIn(folder);
    const before = snapshotsIn(readManifest(places.manifest));
    const base = snapshotAt(before, request.list, on);
    const entries = read.delta
      ? merged(base === undefined ? [] : readSnapshot(folder, base), read.entries, read.gone)
      : read.entries;
    const { digest, lines } = asLines(entries);
    const same = before.find((line) => line.list === request.list && line.on === on);
    if (same?.digest === digest) return { line: same, already: true, warnings: read.warnings };
    if (same !== undefined && request.accept !== true && request.supersede !== true)
      throw new ListFault('list-day-taken', { list: request.list, on });
    const line: SnapshotLine = {
      kind: 'snapshot',
      list: request.list,
      on,
      digest,
      originals: keepOriginals(folder, request.file, read.format),
      entries: entries.length,
      names: entries.reduce((total, { names }) => total + names.length, 0),
      format: read.format,
      source: request.source ?? request.file,
      added: request.now,
      ...(request.etag !== undefined && { etag: request.etag }),
      ...(request.lastModified !== undefined && { lastModified: request.lastModified }),
    };
    if (!existsSync(places.snapshot(digest))) writeWhole(places.snapshot(digest), lines);
    const share = request.mayShrink ?? mayShrinkBy;
    if (base !== undefined && request.accept !== true && entries.length < base.entries * (1 - share / 100)) {
      const fault = new ListFault('list-shrank', {
        list: request.list,
        before: base.entries,
        after: entries.length,
        share,
      });
      appendManifest(places.manifest, { ...line, held: fault.message });
      throw fault;
    }
    appendManifest(places.manifest, line);
    return { line, already: false, warnings: read.warnings };
  });
}

function asLines(entries: readonly Entry[]): { digest: string; lines: readonly string[] } {
  const hash = createHash('sha256');
  const lines = [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((entry) => `${JSON.stringify(entry)}\n`);
  for (const line of lines) hash.update(line);
  return { digest: hash.digest('hex'), lines };
}

function merged(base: readonly Entry[], changed: readonly Entry[], gone: readonly string[]): readonly Entry[] {
  const entries = new Map(base.map((entry) => [entry.id, entry]));
  for (const entry of changed) entries.set(entry.id, entry);
  for (const id of gone) entries.delete(id);
  return [...entries.values()];
}

function keepOriginals(folder: string, file: string, format: string): readonly string[] {
  const places = placesIn(folder);
  return filesOf(file, format).map((path) => {
    const bytes = readFileSync(path);
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (!existsSync(places.original(digest))) writeWhole(places.original(digest), [gzipSync(bytes)]);
    return digest;
  });
}

/** The entries of a kept snapshot; its bytes are checked against its digest. */
export function readSnapshot(folder: string, { digest }: Pick<SnapshotLine, 'digest'>): readonly Entry[] {
  const file = placesIn(folder).snapshot(digest);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new ListFault('data-folder-damaged', { file, why: 'it is missing' });
  }
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== digest)
    throw new ListFault('data-folder-damaged', { file, why: 'its content is not what its name says' });
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}
