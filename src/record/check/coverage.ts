import type { LegalRecord } from '../../law/record.ts';
import type { Ids } from '../ids.ts';

/** What nobody asks about a transfer needs no mention: what a target must not do itself, committees, reports. */
const UNASKED = ['conduct', 'machinery', 'reporting'];

/** A regime says which activities are recorded; its measures are about no others. */
export function checkCoverage(record: LegalRecord, ids: Ids): void {
  const told = new Set<string>();
  for (const norm of Object.values(record.norms)) {
    const regime = record.regimes[norm.regime];
    if (norm.kind !== 'measure' || regime === undefined) continue;
    for (const activity of norm.activities) {
      const key = `${regime.id} ${activity}`;
      if (UNASKED.includes(activity) || regime.covers.includes(activity) || told.has(key)) continue;
      told.add(key);
      ids.report('activity-not-covered', ids.origin('regime', regime.id)!, 'covers', { activity, norm: norm.id });
    }
  }
}
