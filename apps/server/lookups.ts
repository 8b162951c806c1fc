/** What the GET routes of the API and the pages both look up: each gives a memo to read and the same as JSON. */
import {
  type Checked,
  coverageJson,
  coverageMemo,
  type Diagnostic,
  differenceMemo,
  differencesBetween,
  differencesJson,
  dueCalendar,
  dueJson,
  dueMemo,
  type Memo,
  type PositionsAbout,
  positionsJson,
  positionsMemo,
  subjectJson,
  subjectMemo,
  understandSubject,
} from '../../src/index.ts';
import type { Session } from '../session.ts';
import type { State } from './state.ts';

export type Looked = { readonly memo: () => Memo; readonly json: () => unknown; readonly calendar?: () => string };
type Words = Readonly<Record<string, unknown>>;

const found = (value: Looked): Checked<Looked> => ({ ok: true, value, warnings: [] });
const refused = (errors: readonly Diagnostic[]): Checked<Looked> => ({ ok: false, errors });

/** A thing of the record by id, symbol or name. */
export async function explain(session: Session, { id, ...words }: Words): Promise<Checked<Looked>> {
  const subject = understandSubject(String(id ?? ''), session.vocabulary);
  if (!subject.ok) return refused(subject.errors);
  const survey = await session.understandSurvey(words, []);
  if (!survey.ok) return refused(survey.errors);
  const program = session.program(survey.value);
  return found({
    memo: () => subjectMemo(subject.value, program, session.version),
    json: () => subjectJson(subject.value, program, session.version),
  });
}

/** Who holds what: all, or about a State, actor or point. */
export async function positions(session: Session, { about, ...words }: Words): Promise<Checked<Looked>> {
  const survey = await session.understandSurvey(words, []);
  if (!survey.ok) return refused(survey.errors);
  let asked: PositionsAbout = { kind: 'all' };
  if (about !== undefined && about !== '') {
    const subject = understandSubject(String(about), session.vocabulary);
    if (!subject.ok) return refused(subject.errors);
    const { kind, id } = subject.value;
    asked = kind === 'point' ? { kind, id } : { kind: 'position', id };
  }
  const program = session.program(survey.value);
  return found({
    memo: () => positionsMemo(asked, program, session.version),
    json: () => positionsJson(asked, program, session.version),
  });
}

export const coverage = (session: Session): Looked => ({
  memo: () => coverageMemo(session.record, session.version),
  json: () => coverageJson(session.record, session.version),
});

/** What came, went and changed between two days. */
export async function diff(session: Session, words: Words): Promise<Checked<Looked>> {
  const survey = await session.understandSurvey(words, ['target', 'from', 'to']);
  if (!survey.ok) return refused(survey.errors);
  const { target, between } = survey.value;
  const program = session.program(survey.value);
  const differences = differencesBetween(program, { ...survey.value, target: target! }, between!);
  return found({
    memo: () => differenceMemo(target!, between!, differences, session.record, session.version),
    json: () => differencesJson(target!, between!, differences, session.record, session.version),
  });
}

/** What is due, about one State or every one. */
export async function calendar({ session, dues: kept }: State, words: Words): Promise<Checked<Looked>> {
  const survey = await session.understandSurvey(words, []);
  if (!survey.ok) return refused(survey.errors);
  const { target, asKnown } = survey.value;
  const dues = await kept.of(survey.value);
  return found({
    memo: () => dueMemo(dues, target, asKnown, session.record, session.version),
    json: () => dueJson(dues, target, asKnown, session.record, session.version),
    calendar: () => dueCalendar(dues, asKnown, session.record),
  });
}
