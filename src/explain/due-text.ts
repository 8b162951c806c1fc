/** What is due, in words, as JSON and as a calendar. */
import type { Due, DueKind } from '../evaluate/due.ts';
import type { Moment } from '../law/event.ts';
import type { LegalRecord } from '../law/record.ts';
import { formatInstant, type Instant } from '../time/instant.ts';
import type { Version } from './assessment-json.ts';
import { coverageText } from './coverage-text.ts';
import { sentence } from './enumeration.ts';
import { type IcsEvent, icsCalendar } from './ics.ts';
import { type Memo, type MemoLine, versionLines } from './memo.ts';
import { edgeText, endText } from './moment-text.ts';
import { positionsInFull, stateInSentence } from './names.ts';
import { measureFacts } from './survey-json.ts';
import { lawTitle, measureNamed } from './survey-memo.ts';

const KIND_TEXT: Readonly<Record<DueKind, string>> = {
  begins: 'comes into force',
  ends: 'ends',
  'renewal-due': 'runs out unless renewed',
  'renewal-not-seen': 'ran out, and no renewal is on record',
  'opens-question': 'can no longer be said to be in force or not',
};

export function dueMemo(
  dues: readonly Due[],
  target: string | undefined,
  since: Instant,
  record: LegalRecord,
  version: Version,
): Memo {
  const about = target === undefined ? 'in the record' : `in the measures against ${stateInSentence(record, target)}`;
  const first =
    dues.length === 0
      ? `after ${endText(since)} nothing is due ${about}`
      : `what is due ${about}, as known at ${endText(since)}`;
  return {
    headline: [sentence(first)],
    sections: [
      ...dues.map((due) => ({
        title: `${edgeText(due.at)}  ${regimeName(due, record)}: ${KIND_TEXT[due.kind]}${whose(due, record)}`,
        lines: due.measures.map(
          (measure): MemoLine => ({ depth: 1, text: measureNamed(measure, record), kind: 'citation' }),
        ),
      })),
      { title: 'Worked out from', lines: versionLines(version, record) },
    ],
  };
}

const regimeName = ({ regime }: Due, record: LegalRecord): string => record.regimes[regime]?.name ?? regime;

const whose = ({ positions }: Due, record: LegalRecord): string =>
  positions.length === 0 ? '' : `, according to ${positionsInFull(record, positions)}`;

export const dueJson = (
  dues: readonly Due[],
  target: string | undefined,
  since: Instant,
  record: LegalRecord,
  version: Version,
) => ({
  version,
  target: target ?? null,
  asKnown: formatInstant(since),
  due: dues.map((due) => ({
    at: formatInstant(due.at.from),
    precision: due.at.precision,
    kind: due.kind,
    law: due.law,
    regime: due.regime,
    positions: due.positions,
    says: `${regimeName(due, record)}: ${KIND_TEXT[due.kind]}`,
    measures: due.measures.map((measure) => measureFacts(measure, record)),
  })),
});

/** The same as an iCalendar file (RFC 5545); it says the same whenever it is made from the same record. */
export const dueCalendar = (dues: readonly Due[], since: Instant, record: LegalRecord): string =>
  icsCalendar({
    name: 'Snapback: what is due in sanctions law',
    stamp: since,
    events: dues.map((due) => dueEvent(due, record)),
  });

function dueEvent(due: Due, record: LegalRecord): IcsEvent {
  const what = due.measures.map((measure) => `- ${measureNamed(measure, record)}`).join('\n');
  return {
    uid: `${uidOf(due)}@snapback`,
    ...when(due.at),
    summary: `${regimeName(due, record)}: ${KIND_TEXT[due.kind]}`,
    description: `${lawTitle(record, due.law, due.positions)}: ${KIND_TEXT[due.kind]}\n${what}\n${coverageText(record)}`,
    categories: [due.law, due.kind],
  };
}

const when = ({ from, precision }: Moment): Pick<IcsEvent, 'at' | 'wholeDay'> => ({
  at: from,
  wholeDay: precision === 'day',
});

/** The same thing keeps its name from one record to the next, so that a calendar is updated and not doubled. */
const uidOf = ({ at, kind, regime, positions }: Due): string =>
  [formatInstant(at.from).slice(0, 10), kind.replace(/^renewal-.*/, 'renewal'), regime, ...positions]
    .join('-')
    .replace(/[^A-Za-z0-9-]+/g, '-');
