import { formatDiagnostic, gather, loadRecord } from '../../src/index.ts';
import { writePrebuilt } from './prebuilt.ts';
import { readRecordFolder } from './read-record.ts';

/** Links the record of a folder and writes it for the package; gives back the errors, and then writes nothing. */
export function prebuildRecord(folder: string, out: string): readonly string[] {
  const { files, hash, faults } = readRecordFolder(folder);
  const loaded = loadRecord(files, hash);
  const errors = [...faults, ...(loaded.ok ? [] : loaded.errors)].filter(({ severity }) => severity === 'error');
  if (loaded.ok && errors.length === 0) writePrebuilt(loaded.value.record, out);
  return gather(errors).map(formatDiagnostic);
}
