import { readFileSync } from 'node:fs';
import { appendLine } from './durable.ts';
import { ListFault } from './list-fault.ts';

/** One list as it stood on one day, kept for good. */
export type SnapshotLine = {
  readonly kind: 'snapshot';
  readonly list: string;
  /** ISO date. */
  readonly on: string;
  /** sha256 of the kept entries, and of the published files. */
  readonly digest: string;
  readonly originals: readonly string[];
  readonly entries: number;
  readonly names: number;
  readonly format: string;
  /** An address, or the name of the file. */
  readonly source: string;
  /** Instant it was kept, ISO. */
  readonly added: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Why it is not used: held back until it is accepted. */
  readonly held?: string;
};

/** That a list was looked for and had not changed. */
export type CheckedLine = { readonly kind: 'checked'; readonly list: string; readonly at: string };

export type ManifestLine = SnapshotLine | CheckedLine;

/** All lines of a manifest in the order they were written; a last line that a crash cut short was never acknowledged. */
export function readManifest(path: string): readonly ManifestLine[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line, i) => {
      try {
        return JSON.parse(line) as ManifestLine;
      } catch {
        throw new ListFault('data-folder-damaged', { file: path, why: `line ${i + 1} is no JSON` });
      }
    });
}

export const appendManifest = (path: string, line: ManifestLine): void => appendLine(path, JSON.stringify(line));

/** The snapshots in use: of one list and day the last that was not held back, by list and day. */
export function snapshotsIn(lines: readonly ManifestLine[]): readonly SnapshotLine[] {
  const used = new Map<string, SnapshotLine>();
  for (const line of lines)
    if (line.kind === 'snapshot' && line.held === undefined) used.set(`${line.list} ${line.on}`, line);
  return [...used.values()].sort((a, b) => (a.list === b.list ? compare(a.on, b.on) : compare(a.list, b.list)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The last snapshot of a list on or before a day. */
export const snapshotAt = (snapshots: readonly SnapshotLine[], list: string, day: string): SnapshotLine | undefined =>
  snapshots.filter((snapshot) => snapshot.list === list && snapshot.on <= day).at(-1);
