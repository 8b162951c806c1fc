/** A random record, a ledger over it, and how it is asked: whose law, according to whom, as known when, in what zone. */
import * as fc from 'fast-check';
import type { LegalRecord } from '../../../src/index.ts';
import type { Interval } from '../../../src/ledger.ts';
import { anyRecord, FIRST_DAY } from '../../../src/proof/any-record.ts';
import { addDays, civilDate, formatCivilDate, startOfDay } from '../../../src/time/civil-date.ts';
import { type AnyLedger, anyLedger } from './any-ledger.ts';

export type AnyLedgerCase = AnyLedger & {
  readonly record: LegalRecord;
  readonly words: Readonly<Record<string, unknown>>;
  readonly within: Interval;
  readonly slowly: true;
};

/** The years around those in which random records have their law. */
const within = { from: startOfDay(civilDate(2019, 1, 1)!), until: startOfDay(civilDate(2022, 1, 1)!) };

export const anyLedgerCase = (rows: number): fc.Arbitrary<AnyLedgerCase> =>
  anyRecord.chain((record) =>
    fc
      .record({ ledger: anyLedger(rows), words: anyWords(record) })
      .map(({ ledger, words }) => ({ record, words, within, slowly: true as const, ...ledger })),
  );

const maybe = <T>(from: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(from, { nil: undefined, freq: 1 });
const dayAfter = (days: number): string => formatCivilDate(addDays(FIRST_DAY, days));

const anyWords = ({ positions, events }: LegalRecord): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record({
      law: maybe(fc.subarray(['UN', 'XL', 'GL', 'PL'])),
      accordingTo: maybe(fc.subarray(Object.keys(positions))),
      asKnown: maybe(fc.integer({ min: 0, max: 80 }).map(dayAfter)),
      suppose: maybe(
        fc
          .tuple(fc.constantFrom(...Object.keys(events)), fc.integer({ min: 0, max: 60 }))
          .map(([event, day]) => [`event:${event}=${dayAfter(day)}`]),
      ),
      zone: maybe(fc.constantFrom('UTC', '+03:30', 'America/New_York')),
    })
    .map((words) =>
      Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined && value.length > 0)),
    );
