import type { LegalRecord } from '../law/record.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import { counted } from './enumeration.ts';

/** What the record covers and as of when, said once with every answer (DESIGN section 9). */
export function coverageText(record: LegalRecord): string {
  const regimes = Object.keys(record.regimes).length;
  const laws = Object.values(record.laws)
    .filter(({ held }) => held)
    .map(({ id }) => id)
    .sort();
  return `${counted(regimes, 'sanctions regime')} under ${laws.join(', ')}, up to ${formatCivilDate(record.horizon)}; ordinary export licensing is not in the record. Not legal advice.`;
}
