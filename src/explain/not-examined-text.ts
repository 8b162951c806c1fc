import type { NotExamined, Spared } from '../law/assessment.ts';
import type { LegalRecord } from '../law/record.ts';
import { citationOfNorm, citationText } from './citation.ts';
import { stateInSentence } from './names.ts';

/** One line under "not examined". */
export function notExaminedText(one: NotExamined, record: LegalRecord): string {
  switch (one.kind) {
    case 'ownership':
      return 'owners and control';
    case 'law':
      return `the law of ${stateInSentence(record, one.state)}, which is not in the record`;
    case 'listed-recipient':
      return `a listed recipient would be barred by ${citationText(citationOfNorm(record, one.measure))} (name it as a party)`;
    case 'other-limbs':
      return `not asked: ${one.activities.join(', ')}`;
    case 'activity':
      return `${one.activity}: not covered by the record for ${record.regimes[one.regime]?.name ?? one.regime}`;
  }
}

/** Why a listed party is not kept out. */
export function sparedText({ measure, name, why }: Spared, record: LegalRecord): string {
  const where = citationText(citationOfNorm(record, measure));
  return why === 'not-an-individual'
    ? `${name} is listed under ${where}, but is no individual: a travel ban does not reach it`
    : `${name} is listed under ${where}, but no State must keep out its own nationals`;
}
