import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFolder } from './read-record.ts';

/** The folder of the record: the one named, else `record` in the current folder, else the one that came with the package. */
export function recordFolder(named: string | undefined): string {
  if (named !== undefined) return resolve(named);
  const here = resolve('record');
  return isFolder(here) ? here : packaged();
}

/** `record/` of this package: two folders above a source file, one above the bundle and its chunks. */
function packaged(): string {
  const above = dirname(dirname(fileURLToPath(import.meta.url)));
  return [resolve(above, 'record'), resolve(dirname(above), 'record')].find(isFolder) ?? resolve('record');
}
