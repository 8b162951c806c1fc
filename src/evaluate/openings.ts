/** Which gates and exemptions open which measures. */
import { remember } from '../compile/remember.ts';
import { familyOf } from '../law/family.ts';
import type { Measure, Opening } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';

const indexes = new WeakMap<LegalRecord, { byMeasure: Map<string, Opening[]>; described: Opening[] }>();

/** The openings of a measure: its own, those of other provisions that name it, and horizontal ones whose description it fits. */
export function openingsOf(record: LegalRecord, measure: Measure): readonly Opening[] {
  const index = remember(indexes, record, () => indexOpenings(record));
  return [
    ...(index.byMeasure.get(measure.id) ?? []),
    ...index.described.filter((opening) => fits(record, opening, measure)),
  ];
}

function indexOpenings(record: LegalRecord) {
  const byMeasure = new Map<string, Opening[]>();
  const described: Opening[] = [];
  for (const norm of Object.values(record.norms)) {
    if (norm.kind !== 'opening') continue;
    if (!('measures' in norm.on)) described.push(norm);
    else for (const id of norm.on.measures) byMeasure.set(id, [...(byMeasure.get(id) ?? []), norm]);
  }
  return { byMeasure, described };
}

function fits(record: LegalRecord, { on }: Opening, measure: Measure): boolean {
  if ('measures' in on) return false;
  const { law, regimes, exceptRegimes, families, activities } = on;
  if (law !== undefined && law !== measure.law) return false;
  if (regimes !== undefined && !regimes.includes(measure.regime)) return false;
  if (exceptRegimes?.includes(measure.regime)) return false;
  if (families !== undefined && !families.includes(familyOf(record, measure))) return false;
  return activities === undefined || activities.some((activity) => measure.activities.includes(activity));
}
