import type { Norm } from './norm.ts';
import type { LegalRecord } from './record.ts';

/** The family of measures a norm belongs to; an opening belongs to that of the first measure it names. */
export function familyOf(record: LegalRecord, norm: Norm): string {
  if (norm.kind === 'measure') return norm.family;
  const first = 'measures' in norm.on ? record.norms[norm.on.measures[0] ?? ''] : undefined;
  return first?.kind === 'measure' ? first.family : 'openings';
}
