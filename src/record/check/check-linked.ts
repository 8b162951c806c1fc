/** What only the linked whole can show: votes, dates, times, circles. Each finding goes to `ids` with its place. */
import type { LegalRecord } from '../../law/record.ts';
import type { Ids } from '../ids.ts';
import type { ReadFiles } from '../link/read-files.ts';

export function checkLinked(_record: LegalRecord, _files: ReadFiles, _ids: Ids): void {}
