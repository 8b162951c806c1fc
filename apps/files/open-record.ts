import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Checked, LegalRecord } from '../../src/index.ts';
import { readPrebuilt } from './prebuilt.ts';

/**
 * The record that questions are put to: the folder named, read and checked; else the prebuilt one that came with the
 * package. Faults of a folder are told, and nothing is answered from it.
 */
export async function openRecord(named: string | undefined): Promise<Checked<LegalRecord>> {
  const prebuilt = prebuiltFolder();
  if (named === undefined && prebuilt !== undefined) return { ok: true, value: readPrebuilt(prebuilt), warnings: [] };
  // Reading YAML takes libraries that a question put to the prebuilt record never loads.
  const { readAndLink } = await import('./read-and-link.ts');
  return readAndLink(named);
}

/** `record/` beside the bundle; its chunks lie one folder deeper. Sources that run unbuilt have none. */
function prebuiltFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, 'record'), resolve(here, '..', 'record')].find((folder) =>
    existsSync(join(folder, 'record.json')),
  );
}
