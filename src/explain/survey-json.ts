/** What is in force against a State, the histories of its measures, and what changed, as the JSON of DESIGN section 5. */
import type { Difference } from '../evaluate/differences.ts';
import { effectsOf, type History, type InForceView, type Stretch } from '../evaluate/survey.ts';
import type { Turn } from '../evaluate/turns.ts';
import type { Measure } from '../law/norm.ts';
import { stricter } from '../law/outcome.ts';
import type { LegalRecord } from '../law/record.ts';
import { formatInstant, type Instant, instantOrNull } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import type { Version } from './assessment-json.ts';
import { turnText } from './turn-text.ts';

export const inForceJson = (
  target: string,
  at: Interval,
  views: readonly InForceView[],
  record: LegalRecord,
  version: Version,
) => ({
  version,
  target,
  at: { from: formatInstant(at.from), until: formatInstant(at.until) },
  views: views.map(({ positions, law, measures }) => ({
    positions,
    law,
    measures: measures.map(({ measure, status, stretch }) => ({
      ...measureFacts(measure, record),
      status,
      inForce: stretchJson(stretch),
      evidence: measure.evidence,
    })),
  })),
});

export const timelineJson = (target: string, histories: readonly History[], record: LegalRecord, version: Version) => ({
  version,
  target,
  measures: histories.map((history) => historyJson(history, record)),
});

/** One measure as some positions see it, with its intervals. */
export const historyJson = ({ measure, positions, stretches }: History, record: LegalRecord) => ({
  ...measureFacts(measure, record),
  positions,
  intervals: stretches.map((stretch) => ({ ...stretchJson(stretch), status: stretch.status })),
  evidence: measure.evidence,
});

/** What changed between two instants; each turn says by what. */
export const differencesJson = (
  target: string,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  differences: readonly Difference[],
  record: LegalRecord,
  version: Version,
) => ({
  version,
  target,
  from: formatInstant(from),
  to: formatInstant(to),
  changes: differences.map(({ measure, positions, kind, before, after, turns }) => ({
    ...measureFacts(measure, record),
    positions,
    kind,
    before,
    after,
    turns: turns.map((turn) => turnJson(turn, record)),
    evidence: measure.evidence,
  })),
});

const turnJson = (turn: Turn, record: LegalRecord) => ({
  at: instantOrNull(turn.at.from),
  precision: turn.at.precision,
  from: turn.from,
  to: turn.to,
  says: turnText(turn, record),
});

/** What a measure is, whatever its status; `effects` are the outcomes it can come to, with its own ordinary gates, `effect` the strictest. */
export function measureFacts(measure: Measure, record: LegalRecord) {
  const effects = effectsOf(record, measure);
  return {
    id: measure.id,
    law: measure.law,
    regime: measure.regime,
    instrument: record.instruments[measure.instrument]!.symbol,
    provision: measure.provision,
    title: measure.title,
    force: measure.force,
    activity: measure.activities,
    direction: measure.direction ?? null,
    goods: measure.goods,
    recipients: measure.recipients,
    effect: effects.reduce(stricter),
    effects,
  };
}

const stretchJson = ({ from, until }: Stretch) => ({
  from: from === undefined ? null : instantOrNull(from.from),
  until: until === undefined ? null : instantOrNull(until.from),
  precision: from?.precision ?? 'instant',
  untilPrecision: until?.precision ?? null,
});
