import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where a user's lists are kept: `--data`, else SNAPBACK_DATA, else the place the system gives for data. */
export function dataFolder(given: string | undefined, env: Readonly<Record<string, string | undefined>>): string {
  if (given !== undefined) return resolve(given);
  if (env.SNAPBACK_DATA) return resolve(env.SNAPBACK_DATA);
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'snapback');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'snapback');
}

/** The places in a data folder. */
export const placesIn = (folder: string) => ({
  manifest: join(folder, 'manifest.ndjson'),
  /** Entries as read, one a line, under the hash of the file. */
  snapshot: (digest: string) => join(folder, 'snapshots', `${digest}.ndjson`),
  /** The files as published, under the hash of their bytes, packed. */
  original: (digest: string) => join(folder, 'originals', `${digest}.gz`),
  downloads: join(folder, 'downloads'),
  index: join(folder, 'index'),
  sources: join(folder, 'sources.json'),
});
