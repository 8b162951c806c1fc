/**
 * The record as the build leaves it: linked, one JSON file per noun, so that a question parses only what it needs.
 * A linked record holds no open ends (they are left out), so plain JSON keeps all of it.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LegalRecord } from '../../src/index.ts';

/** Writes a record into a folder, whole or not at all. */
export function writePrebuilt(record: LegalRecord, folder: string): void {
  const { hash, horizon, ...nouns } = record;
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const [noun, things] of Object.entries(nouns))
    writeFileSync(join(fresh, `${noun}.json`), JSON.stringify(things));
  writeFileSync(join(fresh, 'record.json'), JSON.stringify({ hash, horizon, nouns: Object.keys(nouns) }));
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/** The prebuilt record of a folder; each noun is read when it is first looked at. Throws when the folder holds none. */
export function readPrebuilt(folder: string): LegalRecord {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const { hash, horizon, nouns } = read('record') as { hash: string; horizon: number; nouns: readonly string[] };
  const record = { hash, horizon };
  for (const noun of nouns) {
    Object.defineProperty(record, noun, {
      enumerable: true,
      configurable: true,
      get() {
        const value = read(noun);
        Object.defineProperty(record, noun, { value, enumerable: true });
        return value;
      },
    });
  }
  return record as unknown as LegalRecord;
}
