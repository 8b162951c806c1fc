/** The instants that tell contracts apart: openings that spare those signed before one. */
import { cutOf } from '../evaluate/completion.ts';
import type { Opening } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import { FOREVER, type Instant } from '../time/instant.ts';

/** Those of one opening; one reckoned from what has not happened tells none apart. */
export const contractCutsOf = ({ for: { contractBefore } }: Opening): readonly Instant[] =>
  contractBefore === undefined ? [] : [cutOf(contractBefore)].filter((cut) => cut !== FOREVER);

/** All those of a record, in order. */
export function allContractCuts(record: LegalRecord): readonly Instant[] {
  const openings = Object.values(record.norms).filter((norm): norm is Opening => norm.kind === 'opening');
  return [...new Set(openings.flatMap(contractCutsOf))].sort((a, b) => a - b);
}
