import { describe, expect, it } from 'vitest';
import { revisionTexts } from '../explain/revision-text.ts';
import { type Edit, smallRecord } from '../record/small-record.ts';
import { checkLaw } from './check-law.ts';
import { revise } from './revise.ts';

const embargo = 'instruments/un/s-res-733-1992.yaml';
const lifting = 'instruments/un/s-res-2714-2023.yaml';
const said = (before: Edit, after: Edit) => {
  const [old, now] = [smallRecord(before).record, smallRecord(after).record];
  return revisionTexts(revise(old, now), old, now);
};
const disputed: Edit = {
  'points/somalia.yaml': `points:
  - {id: somalia/lifted, kind: reading, question: Is it lifted?, yes: It is., no: It is not., default: "yes"}
`,
  'positions/IT.yaml': `position: IT
name: Italy
kind: state
stances: [{point: somalia/lifted, answer: "no", kind: statement, said: 2023-12-01, evidence: unverified}]
`,
  'positions/CN.yaml': `position: CN
name: China
kind: state
stances: [{point: somalia/lifted, answer: "yes", kind: statement, said: 2023-12-01, evidence: unverified}]
`,
};
const at = (time: string): Edit => ({ [lifting]: ['what:', `at: ${time}, what:`] });

describe('what an edit does to the law', () => {
  it('is nothing where only a remark was added', () => {
    expect(said({}, { [embargo]: ['says: All States', 'note: a remark\n    says: All States'] })).toEqual([]);
  });

  it('is told by how far an end moved', () => {
    expect(said(at('2023-12-01T12:00:00Z'), at('2023-12-01T11:00:00Z'))).toEqual([
      'S/RES/733 (1992), para 5 (All States shall put a complete embargo on deliveries of weapons to Somalia.; `un/s-res-733-1992#5`) ' +
        'now ends one hour earlier, at 2023-12-01 11:00 UTC (it was at 2023-12-01 12:00 UTC).',
    ]);
  });

  it('names those for whom it moves when others see no difference', () => {
    const rule = (time: string): Edit => ({
      ...disputed,
      [lifting]: ['what:', `at: ${time}, if: {point: somalia/lifted}, what:`],
    });
    const [sentence, ...others] = said(rule('2023-12-01T12:00:00Z'), rule('2023-12-03T12:00:00Z'));
    expect(others).toEqual([]);
    expect(sentence).toMatch(/now ends 2 days later, .*, for CN\.$/);
  });

  it('tells the fields that read otherwise, and norms that came and went', () => {
    expect(said({}, { [embargo]: ['force: decides', 'force: calls-upon\n        call: stop'] })[0]).toContain(
      'reads otherwise: `force`, `call`',
    );
    expect(
      said({}, { [embargo]: ['id: "5"', 'id: "5-new"'], [lifting]: undefined }).map((text) => text.split(' ').at(-1)),
    ).toEqual(['gone.', 'new.']);
  });

  it('spells both lives out when a measure that ended now does not', () => {
    expect(said({}, { [lifting]: undefined })[0]).toMatch(
      /has no end on record \(it ended on 2023-12-01 \(hour not recorded\)\)/,
    );
  });
});

describe('a rule that comes to its time', () => {
  const faults = (edit: Edit) => checkLaw(smallRecord(edit)).map(({ code, place }) => [code, place.file, place.line]);

  it('and ends what runs is no fault', () => expect(faults({})).toEqual([]));

  it('and finds nothing to end is told at its line', () => {
    const again = `instrument: un/s-res-2750-2024
symbol: S/RES/2750 (2024)
law: UN
regime: un/somalia-751
dates: {adopted: 2024-03-01}
evidence: unverified
provisions:
  - at: para 1
    says: The embargo is lifted again.
    rules:
      - {id: lifts, do: terminate, what: [un/s-res-733-1992]}
`;
    expect(faults({ 'instruments/un/s-res-2750-2024.yaml': again })).toEqual([
      ['rule-without-effect', 'instruments/un/s-res-2750-2024.yaml', 11],
    ]);
  });

  it('or whose condition is disputed is no fault, whoever is right', () => {
    expect(faults({ ...disputed, [lifting]: ['what:', 'if: {point: somalia/lifted}, what:'] })).toEqual([]);
  });
});

describe('what an actor concluded', () => {
  const concluding = (status: string, at = '2024-01-01T00:00:00Z'): Edit => ({
    ...disputed,
    [lifting]: ['what:', 'if: {point: somalia/lifted}, what:'],
    'positions/IT.yaml': `${disputed['positions/IT.yaml']}expects: [{norm: "un/s-res-733-1992#5", at: "${at}", status: ${status}}]\n`,
  });

  it('must follow from its stances', () => {
    expect(checkLaw(smallRecord(concluding('in-force')))).toEqual([]);
  });

  it.each(['not-in-force', 'undetermined'])('is a fault where it does not: %s', (status) => {
    const [fault, ...others] = checkLaw(smallRecord(concluding(status)));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'conclusion-not-reached', place: { file: 'positions/IT.yaml', line: 5 } });
  });

  it('on a day whose hour is not recorded is undetermined', () => {
    expect(checkLaw(smallRecord(concluding('undetermined', '1992-01-23T12:00:00Z')))).toEqual([]);
  });
});
