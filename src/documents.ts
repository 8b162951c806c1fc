/** The third public door, to reading documents: apart from the engine's, so that a question does not load the lexicons. */
export { compile, type Program } from './compile/program.ts';
export { diagnose } from './diagnostics/catalogue.ts';
export { type Checked, type Diagnostic, formatDiagnostic } from './diagnostics/diagnostic.ts';
export { claimReviews } from './explain/claim-review.ts';
export { REACH, readingText, uncheckedText } from './explain/reading-text.ts';
export type { Language } from './law/vocabulary.ts';
export { judgeStatements, parseStatements } from './reading/given-statements.ts';
export { languageOf } from './reading/language.ts';
export { type PublicationSpan, parsePublished, publicationOf } from './reading/publication.ts';
export { type OpenReading, openReading, type Part, type ReadOptions, readDocument } from './reading/read.ts';
export type { Finding, Mention, Reading, Statement, Verdict } from './reading/statement.ts';
export { addTo, emptySummary } from './reading/summary.ts';
export { endOfDay } from './time/civil-date.ts';
export { parseZone, type Zone } from './time/zone.ts';
