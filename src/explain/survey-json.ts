/** What is in force against a State, and the histories of its measures, as the JSON of DESIGN section 5. */
import { effectsOf, type History, type InForceView, type Stretch } from '../evaluate/survey.ts';
import type { Measure } from '../law/norm.ts';
import { stricter } from '../law/outcome.ts';
import type { LegalRecord } from '../law/record.ts';
import { formatInstant, instantOrNull } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import type { Version } from './assessment-json.ts';

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
  measures: histories.map(({ measure, positions, stretches }) => ({
    ...measureFacts(measure, record),
    positions,
    intervals: stretches.map((stretch) => ({ ...stretchJson(stretch), status: stretch.status })),
    evidence: measure.evidence,
  })),
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
