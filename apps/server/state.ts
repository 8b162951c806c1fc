/** What the service answers from; replaced whole when it is told to reload, while requests under way keep what they have. */
import { createHash } from 'node:crypto';
import { type LegalRecord, searcherOf } from '../../src/index.ts';
import { openRecord } from '../files/open-record.ts';
import { dataFolder } from '../lists/data-folder.ts';
import { openScreener } from '../lists/open-screener.ts';
import { Session } from '../session.ts';
import { Dues } from './dues.ts';

export type State = {
  readonly session: Session;
  readonly dues: Dues;
  readonly search: ReturnType<typeof searcherOf>;
  readonly screen: () => Promise<Awaited<ReturnType<typeof openScreener>>>;
  /** Changes whenever an answer may: the record, the engine, the tables of zones, the lists. */
  readonly tag: string;
};

/** Opens the record and, when first asked about names, the lists. Throws with words when the record cannot be read. */
export async function openState(
  record: string | undefined,
  data: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<State> {
  const opened = await openRecord(record);
  if (!opened.ok) throw new Error(`the record cannot be read: ${opened.errors[0]?.message ?? 'no reason given'}`);
  const now = (): number => Math.floor(Date.now() / 1000);
  const session = new Session(whole(opened.value.record), now as never, opened.value.partFor);
  let screener: ReturnType<typeof openScreener> | undefined;
  return {
    session,
    dues: new Dues(session),
    search: searcherOf(session.vocabulary),
    screen: () => (screener ??= openScreener(dataFolder(data, env), record, now(), () => undefined)),
    tag: createHash('sha256')
      .update(JSON.stringify([session.version, now()]))
      .digest('base64url')
      .slice(0, 16),
  };
}

/** The record with every noun read now: a request should not wait for the disk. */
function whole(record: LegalRecord): LegalRecord {
  for (const noun of Object.keys(record)) void record[noun as keyof LegalRecord];
  return record;
}
