/** What only the linked whole can show: votes, dates, times, circles. Each finding goes to `ids` with its place. */
import type { LegalRecord } from '../../law/record.ts';
import type { Ids } from '../ids.ts';
import type { ReadFiles } from '../link/read-files.ts';
import { checkCoverage } from './coverage.ts';
import { checkCycles } from './cycles.ts';
import { checkDates } from './dates.ts';
import { checkMeasures } from './measures.ts';
import { checkReckoning } from './reckoning.ts';
import { checkRenewals } from './renewals.ts';
import { checkSymbols } from './symbols.ts';
import { checkVotes } from './votes.ts';

export function checkLinked(record: LegalRecord, files: ReadFiles, ids: Ids): void {
  checkSymbols(files, ids);
  checkDates(record, files, ids);
  checkVotes(record, files, ids);
  checkMeasures(record, files, ids);
  checkCoverage(record, ids);
  checkReckoning(record, files, ids);
  checkRenewals(record, ids);
  checkCycles(record, ids);
}
