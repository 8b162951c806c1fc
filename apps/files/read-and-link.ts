import { type Checked, type LegalRecord, loadRecord } from '../../src/index.ts';
import { readRecordFolder } from './read-record.ts';
import { recordFolder } from './record-folder.ts';

/** Reads and links the record of a folder, by default the one at hand. */
export function readAndLink(named: string | undefined): Checked<LegalRecord> {
  const { files, hash, faults } = readRecordFolder(recordFolder(named));
  const loaded = loadRecord(files, hash);
  const found = [...faults, ...(loaded.ok ? loaded.warnings : loaded.errors)];
  return loaded.ok && faults.length === 0
    ? { ok: true, value: loaded.value.record, warnings: found }
    : { ok: false, errors: found };
}
