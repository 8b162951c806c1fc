import { describe, expect, it } from 'vitest';
import { understandQuestion } from '../asking/question.ts';
import { vocabularyOf } from '../asking/vocabulary.ts';
import { compile } from '../compile/program.ts';
import { assess } from '../evaluate/assess.ts';
import { smallRecord } from '../record/small-record.ts';
import { endOfDay } from '../time/civil-date.ts';
import { assessmentJson, versionOf } from './assessment-json.ts';

const gate = (scope: string) => ({
  'instruments/un/s-res-2093-2013.yaml': `instrument: un/s-res-2093-2013
symbol: S/RES/2093 (2013)
law: UN
regime: un/somalia-751
dates: {adopted: 2013-03-06}
vote: {for: 15}
evidence: unverified
provisions:
  - at: para 38
    says: Deliveries to the Government are notified ahead.
    openings:
      - {id: "38", kind: gate, gate: advance-notice, says: Notice ahead., on: ["un/s-res-733-1992#5"], ${scope}}
`,
});

/** Instrument, provision and effect of what controls. */
function controlling(edit: Parameters<typeof smallRecord>[0], on: string, recipient?: string) {
  const { record } = smallRecord(edit);
  const words = { from: 'IT', to: 'SO', goods: 'arms', on, law: 'UN', ...(recipient && { recipient }) };
  const asked = understandQuestion(words, vocabularyOf(record), { now: endOfDay(record.horizon) });
  if (!asked.ok) throw new Error(asked.errors.map(({ message }) => message).join('\n'));
  const program = compile(record, asked.value.asKnown);
  const json = assessmentJson(assess(program, asked.value), program, versionOf(record, '0', 'none')) as {
    views: { measures: { instrument: string; provision: string; effect: string; controls: boolean }[] }[];
  };
  return json.views[0]!.measures.filter(({ controls }) => controls).map(
    ({ instrument, provision, effect }) => `${instrument} ${provision}: ${effect}`,
  );
}

describe('an ordinary gate of another provision', () => {
  const bar = (effect: string) => `S/RES/733 (1992) para 5: ${effect}`;
  const notice = 'S/RES/2093 (2013) para 38: notification-required';
  const forGovernment = gate('for: {recipients: [government]}');

  it('is cited beside the bar where it sets the outcome', () =>
    expect(controlling(forGovernment, '2014-01-01', 'government')).toEqual([bar('notification-required'), notice]));

  it('is cited where it sets the outcome of a part', () =>
    expect(controlling(forGovernment, '2014-01-01')).toEqual([bar('prohibited'), notice]));

  it('is not cited for those to whom it does not open the bar, nor before its day', () => {
    expect(controlling(forGovernment, '2014-01-01', 'non-governmental')).toEqual([bar('prohibited')]);
    expect(controlling(forGovernment, '2013-01-01', 'government')).toEqual([bar('prohibited')]);
  });

  it('is not cited where it is a way out only', () =>
    expect(controlling(gate('residual: true'), '2014-01-01', 'government')).toEqual([bar('prohibited')]));
});
