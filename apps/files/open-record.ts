import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Checked, LegalRecord, Question } from '../../src/index.ts';
import { readPart, readPrebuilt } from './prebuilt.ts';

/** A record, and the part of it that one question alone can be answered from. */
export type OpenRecord = { readonly record: LegalRecord; readonly partFor: (question: Question) => LegalRecord };

/**
 * The record that questions are put to: the folder named, read and checked; else the prebuilt one that came with the
 * package. Faults of a folder are told, and nothing is answered from it.
 */
export async function openRecord(named: string | undefined): Promise<Checked<OpenRecord>> {
  const prebuilt = prebuiltFolder();
  if (named === undefined && prebuilt !== undefined) {
    const record = readPrebuilt(prebuilt);
    return { ok: true, value: { record, partFor: (question) => readPart(prebuilt, record, question) }, warnings: [] };
  }
  // Reading YAML takes libraries that a question put to the prebuilt record never loads.
  const { readAndLink } = await import('./read-and-link.ts');
  const read = readAndLink(named);
  return read.ok ? { ...read, value: { record: read.value, partFor: () => read.value } } : read;
}

/** `record/` beside the bundle; its chunks lie one folder deeper. Sources that run unbuilt have none. */
function prebuiltFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, 'record'), resolve(here, '..', 'record')].find((folder) =>
    existsSync(join(folder, 'record.json')),
  );
}
