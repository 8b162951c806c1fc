import { rmSync } from 'node:fs';
import type { Diagnostic } from '../../src/lists.ts';
import { placesIn } from './data-folder.ts';
import { type DownloadLimits, download, downloadLimits } from './download.ts';
import { ListFault } from './list-fault.ts';
import { withLock } from './lock.ts';
import { appendManifest, readManifest, type SnapshotLine } from './manifest.ts';
import type { Source } from './sources.ts';
import { importList } from './store.ts';

export type UpdateRequest = {
  /** Instant now, ISO. */
  readonly now: string;
  readonly mayShrink?: number;
  readonly limits?: DownloadLimits;
  readonly progress?: (says: string) => void;
};

/** What became of one list. */
export type Updated =
  | { readonly list: string; readonly became: 'unchanged' }
  | {
      readonly list: string;
      readonly became: 'new';
      readonly line: SnapshotLine;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly list: string; readonly became: 'failed'; readonly fault: Diagnostic };

/** Gets one list and keeps it, if it changed and is sound; whatever goes wrong, the last good snapshot stays. */
export async function updateList(
  folder: string,
  list: string,
  source: Source,
  request: UpdateRequest,
): Promise<Updated> {
  const places = placesIn(folder);
  const last = readManifest(places.manifest)
    .filter(
      (line): line is SnapshotLine =>
        line.kind === 'snapshot' && line.list === list && line.held === undefined && line.source === source.url,
    )
    .at(-1);
  let file: string | undefined;
  try {
    const got = await download(
      source,
      { etag: last?.etag, lastModified: last?.lastModified },
      places.downloads,
      request.limits ?? downloadLimits,
      (bytes, of) =>
        request.progress?.(`${list}: ${megabytes(bytes)}${of === undefined ? '' : ` of ${megabytes(of)}`} MB`),
    );
    if (!got.changed || last?.originals[0] === got.digest) {
      if (got.changed) file = got.file;
      await withLock(folder, () => appendManifest(places.manifest, { kind: 'checked', list, at: request.now }));
      return { list, became: 'unchanged' };
    }
    file = got.file;
    const { line, already, warnings } = await importList(folder, {
      list,
      file,
      source: source.url,
      now: request.now,
      ...(source.format !== undefined && { format: source.format }),
      ...(got.etag !== undefined && { etag: got.etag }),
      ...(got.lastModified !== undefined && { lastModified: got.lastModified }),
      ...(request.mayShrink !== undefined && { mayShrink: request.mayShrink }),
      otherwiseOn: request.now.slice(0, 10),
      supersede: true,
      progress: (entries) => request.progress?.(`${list}: ${entries} entries`),
    });
    return already ? { list, became: 'unchanged' } : { list, became: 'new', line, warnings };
  } catch (error) {
    if (!(error instanceof ListFault)) throw error;
    return { list, became: 'failed', fault: error.diagnostic };
  } finally {
    if (file !== undefined) rmSync(file, { force: true });
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
