import { formatDiagnostic } from '../../src/index.ts';
import { instant } from '../../src/time/instant.ts';
import { openRecord } from '../files/open-record.ts';
import { Session } from '../session.ts';
import type { Option } from './command.ts';
import { UsageError } from './exit-code.ts';

/** The option by which every asking command takes another record. */
export const recordOption = {
  kind: 'text',
  value: 'DIR',
  says: 'ask the record in this folder instead of the one that came with Snapback',
} as const satisfies Option;

/** Opens the record for a command; one that cannot be read ends it with the first faults. */
export async function openSession(folder: string | undefined): Promise<Session> {
  const opened = await openRecord(folder);
  if (opened.ok)
    return new Session(opened.value.record, () => instant(Math.floor(Date.now() / 1000)), opened.value.partFor);
  const first = opened.errors.slice(0, 3).map(formatDiagnostic).join('\n');
  const more = opened.errors.length > 3 ? `\nand ${opened.errors.length - 3} more` : '';
  throw new UsageError(`the record cannot be asked.\n${first}${more}\n\`snapback record check\` tells all.`);
}
