/** What a whole run asks alike: whose law, according to whom, as known when, in what zone. */
import type { Question } from '../../src/index.ts';
import {
  type Days,
  fixedOffset,
  formatInstant,
  type Instant,
  instant,
  parseZone,
  startOfDay,
  type Zone,
} from '../../src/ledger.ts';
import type { Session } from '../session.ts';
import { BatchFault } from './batch-fault.ts';

/** The words given for all rows alike, by field of a question. */
export type GivenWords = Readonly<Record<string, unknown>>;

/** What all rows share, understood once. */
export type RunView = {
  /** The fields that every row's words are joined to: codes, where words named them. */
  readonly shared: GivenWords;
  readonly positions: readonly string[];
  /** A State on record, for questions whose State is of no interest. */
  readonly anyState: string;
  readonly asKnown: Instant;
  readonly suppose: Question['suppose'];
  readonly zone: Zone;
  /** Undefined for a zone whose clocks move. */
  readonly offset: number | undefined;
  readonly days: Days;
};

/** Reads `law`, `accordingTo`, `asKnown`, `suppose` and `zone` once, so that rows need not. */
export async function runViewOf(words: GivenWords, session: Session): Promise<RunView> {
  const { law, accordingTo, asKnown, suppose } = words;
  const zone = words.zone ?? 'UTC';
  // Any question will do, as long as it needs no goods: what is wanted are the fields that it shares with all rows.
  const [from] = Object.keys(session.record.states);
  const asked = { from, activity: 'assistance', on: '2000-01-01T00:00:00Z', law, accordingTo, asKnown, suppose, zone };
  const understood = await session.understand(asked);
  if (!understood.ok) throw new BatchFault(understood.errors.map(({ message }) => message).join('\n'));
  const question = understood.value;
  return {
    shared: {
      ...(question.laws !== undefined && { law: question.laws }),
      ...(question.accordingTo !== undefined && { accordingTo: question.accordingTo }),
      ...(suppose !== undefined && { suppose }),
      asKnown: formatInstant(question.asKnown),
      zone,
    },
    positions: question.accordingTo ?? [],
    anyState: from!,
    asKnown: question.asKnown,
    suppose: question.suppose,
    ...(await clocksOf(parseZone(String(zone))!)),
  };
}

async function clocksOf(zone: Zone): Promise<Pick<RunView, 'zone' | 'offset' | 'days'>> {
  const offset = fixedOffset(zone);
  if (offset !== undefined)
    return { zone, offset, days: { zone, startOf: (date) => instant(startOfDay(date) - offset) } };
  const { calendarTables } = await import('../../src/asking/calendar-tables.ts');
  return { zone, offset, days: { zone, startOf: (date) => calendarTables.startOfLocalDay(date, zone) } };
}
