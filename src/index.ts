/** The public door: what it exports is a promise. */
export { type Surroundings, stillNeeded, understandQuestion } from './asking/question.ts';
export { type QuestionRow, readQuestionRow, rejected } from './asking/question-row.ts';
export { type Found, searcherOf } from './asking/search.ts';
export { understandSubject } from './asking/subject.ts';
export { type SurveyNeed, type SurveyQuestion, understandSurvey } from './asking/survey.ts';
export { type Vocabulary, vocabularyOf } from './asking/vocabulary.ts';
export { compile, type Program } from './compile/program.ts';
export { recordOf, type Shard, type ShardIndex, shardsFor, shardsOf } from './compile/shards.ts';
export { diagnose } from './diagnostics/catalogue.ts';
export { type Checked, type Diagnostic, formatDiagnostic, type Place } from './diagnostics/diagnostic.ts';
export { type Gathered, gather } from './diagnostics/gather.ts';
export { nearest } from './diagnostics/nearest.ts';
export { type AssessOptions, assess } from './evaluate/assess.ts';
export { type Difference, differencesBetween } from './evaluate/differences.ts';
export { type Due, dueFrom, dueInSteps } from './evaluate/due.ts';
export {
  type Lane,
  type LaneGroup,
  type LaneState,
  type LaneStretch,
  laneGroupsOf,
  lanesOf,
} from './evaluate/lanes.ts';
export { type ListStanding, listStanding } from './evaluate/list-standing.ts';
export { type History, historiesOf, type InForceView, inForceAt, type Survey } from './evaluate/survey.ts';
export { answerSchemas } from './explain/answer-schemas.ts';
export { assessmentJson, type Version, versionOf } from './explain/assessment-json.ts';
export { assessmentLine } from './explain/assessment-line.ts';
export { type Ballot, ballotOf, ballotSentences, type Choice, countsText, type Seat } from './explain/ballot.ts';
export { type Branch, type BranchPoint, branchPointsOf } from './explain/branch-points.ts';
export { citationText } from './explain/citation.ts';
export { type Coverage, coverageJson, coverageMemo, coverageOf } from './explain/coverage.ts';
export { dueCalendar, dueJson, dueMemo } from './explain/due-text.ts';
export { counted, sentence } from './explain/enumeration.ts';
export { type Memo, type MemoLine, memoOf } from './explain/memo.ts';
export { positionName, positionsInFull, positionsShort, stateName } from './explain/names.ts';
export { type PositionsAbout, positionsJson, positionsMemo } from './explain/positions-text.ts';
export { revisionTexts } from './explain/revision-text.ts';
export { subjectJson, subjectMemo } from './explain/subject-text.ts';
export { differencesJson, inForceJson, timelineJson } from './explain/survey-json.ts';
export { differenceMemo, inForceMemo } from './explain/survey-memo.ts';
export type { Assessment, Finding, MeasureInView, Part, View } from './law/assessment.ts';
export type { Question } from './law/question.ts';
export type { LegalRecord } from './law/record.ts';
export type { Subject } from './law/subject.ts';
export type { LegalCase } from './record/case-schema.ts';
export { readCases } from './record/cases.ts';
export { jsonSchemas } from './record/json-schemas.ts';
export { type LoadedRecord, loadRecord } from './record/load.ts';
export { LARGEST_FILE, type RecordFile } from './record/parse.ts';
export { checkLaw } from './revision/check-law.ts';
export { type Revision, revise } from './revision/revise.ts';
export { ENGINE_VERSION } from './version.ts';
