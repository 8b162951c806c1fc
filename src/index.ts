/** The public door: what it exports is a promise. */
export { compile, type Program } from './compile/program.ts';
export { diagnose } from './diagnostics/catalogue.ts';
export { type Checked, type Diagnostic, formatDiagnostic, type Place } from './diagnostics/diagnostic.ts';
export { type Gathered, gather } from './diagnostics/gather.ts';
export { nearest } from './diagnostics/nearest.ts';
export { type AssessOptions, assess } from './evaluate/assess.ts';
export { type History, historiesOf, type InForceView, inForceAt, type Survey } from './evaluate/survey.ts';
export { assessmentJson, type Version, versionOf } from './explain/assessment-json.ts';
export { type Memo, type MemoLine, memoOf } from './explain/memo.ts';
export { inForceJson, timelineJson } from './explain/survey-json.ts';
export type { Assessment, Finding, MeasureInView, Part, View } from './law/assessment.ts';
export type { Question } from './law/question.ts';
export type { LegalRecord } from './law/record.ts';
export { jsonSchemas } from './record/json-schemas.ts';
export { type LoadedRecord, loadRecord } from './record/load.ts';
export { LARGEST_FILE, type RecordFile } from './record/parse.ts';
export { ENGINE_VERSION } from './version.ts';
