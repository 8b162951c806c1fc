import type { LegalRecord } from '../law/record.ts';

/** The English name of a State on record; its code where there is none. */
export const stateName = (record: LegalRecord, code: string): string => record.states[code]?.names.en?.[0] ?? code;

/** The name of a position: its file's, else the State's, else its id. */
export const positionName = (record: LegalRecord, id: string): string =>
  record.positions[id]?.name ?? stateName(record, id);
