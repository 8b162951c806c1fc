/** Everything that can be wrong with what we are given. `docs/errors.md` is this table in prose; a test keeps them equal. */
import type { Diagnostic, Facts, Place } from './diagnostic.ts';
import { documentFaults } from './document-faults.ts';
import { listFaults } from './list-faults.ts';
import { questionFaults } from './question-faults.ts';
import { recordFaults } from './record-faults.ts';

export const catalogue = { ...recordFaults, ...questionFaults, ...listFaults, ...documentFaults } as const;

export type Code = keyof typeof catalogue;

/** A diagnostic of the catalogue, in words. */
export function diagnose(code: Code, place: Place, facts: Facts = {}): Diagnostic {
  const entry = catalogue[code];
  return { code, severity: entry.severity, message: entry.message(facts), place };
}
