/** The public door: what it exports is a promise. */
export { diagnose } from './diagnostics/catalogue.ts';
export { type Checked, type Diagnostic, formatDiagnostic, type Place } from './diagnostics/diagnostic.ts';
export { nearest } from './diagnostics/nearest.ts';
export type { LegalRecord } from './law/record.ts';
export { jsonSchemas } from './record/json-schemas.ts';
export { type LoadedRecord, loadRecord } from './record/load.ts';
export { LARGEST_FILE, type RecordFile } from './record/parse.ts';
export { ENGINE_VERSION } from './version.ts';
