/** One thing of the record explained: what it says in our words, what it does and when, on what it rests, what is doubtful. */
import type { Program } from '../compile/program.ts';
import { historiesOfMeasure } from '../evaluate/survey.ts';
import type { Measure, Norm } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Subject } from '../law/subject.ts';
import type { Version } from './assessment-json.ts';
import { eventMemo } from './event-memo.ts';
import { instrumentMemo, provisionMemo } from './instrument-memo.ts';
import { type Memo, versionLines } from './memo.ts';
import { normMemo, ruleMemo } from './norm-memo.ts';
import { positionsJson, positionsMemo } from './positions-text.ts';
import { recordJson } from './record-json.ts';
import { listMemo, regimeMemo } from './regime-memo.ts';
import { historyJson } from './survey-json.ts';
import { goodsMemo, stateMemo } from './vocabulary-memo.ts';

export function subjectMemo(subject: Subject, program: Program, version: Version): Memo {
  const { record } = program;
  if (subject.kind === 'point' || subject.kind === 'position')
    return positionsMemo({ kind: subject.kind, id: subject.id }, program, version);
  const { headline, sections } = told(subject, program);
  return {
    headline,
    sections: [...sections, { title: 'Worked out from', lines: versionLines(version, record) }].filter(
      ({ lines }) => lines.length > 0,
    ),
  };
}

function told(subject: Exclude<Subject, { kind: 'point' | 'position' }>, program: Program): Memo {
  const { record } = program;
  switch (subject.kind) {
    case 'instrument':
      return instrumentMemo(record.instruments[subject.id]!, program);
    case 'provision': {
      const instrument = record.instruments[subject.id]!;
      return provisionMemo(
        instrument,
        instrument.provisions.find(({ at }) => at === (subject as { at: string }).at)!,
        program,
      );
    }
    case 'norm':
      return normMemo(record.norms[subject.id]!, program);
    case 'rule':
      return ruleMemo(record.rules[subject.id]!, record);
    case 'event':
      return eventMemo(subject.id, record);
    case 'regime':
      return regimeMemo(subject.id, record);
    case 'list':
      return listMemo(subject.id, record);
    case 'goods':
      return goodsMemo(subject.id, record);
    default:
      return stateMemo(subject.id, record);
  }
}

/** The thing as the record has it, with the histories of its measures. */
export function subjectJson(subject: Subject, program: Program, version: Version): Record<string, unknown> {
  const { record } = program;
  if (subject.kind === 'point' || subject.kind === 'position')
    return {
      kind: subject.kind,
      id: subject.id,
      ...positionsJson({ kind: subject.kind, id: subject.id }, program, version),
    };
  const norms = normsOf(subject, record);
  return {
    version,
    kind: subject.kind,
    id: subject.id,
    ...('at' in subject && { at: subject.at }),
    is: recordJson(thingOf(subject, record)),
    measures: norms
      .filter((norm): norm is Measure => norm.kind === 'measure')
      .flatMap((measure) => historiesOfMeasure(program, measure, undefined))
      .map((history) => historyJson(history, record)),
  };
}

const NOUN = {
  instrument: 'instruments',
  norm: 'norms',
  rule: 'rules',
  regime: 'regimes',
  event: 'events',
  list: 'lists',
  goods: 'goods',
  state: 'states',
} as const;

function thingOf(subject: Subject, record: LegalRecord): unknown {
  if (subject.kind === 'provision')
    return record.instruments[subject.id]!.provisions.find((one) => 'at' in subject && one.at === subject.at);
  return record[NOUN[subject.kind as keyof typeof NOUN]][subject.id];
}

function normsOf(subject: Subject, record: LegalRecord): readonly Norm[] {
  if (subject.kind === 'norm') return [record.norms[subject.id]!];
  if (subject.kind !== 'instrument' && subject.kind !== 'provision') return [];
  const { provisions } = record.instruments[subject.id]!;
  const own = 'at' in subject ? provisions.filter(({ at }) => at === subject.at) : provisions;
  return own.flatMap(({ norms }) => norms.map((id) => record.norms[id]!));
}
