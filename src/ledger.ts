/** The third public door, to ledgers: questions by the million, as cells, lines and segments. */
export { statesNamed } from './asking/places.ts';
export { nearest } from './diagnostics/nearest.ts';
export { HEADLINES } from './evaluate/cells.ts';
export { OUTCOMES } from './law/outcome.ts';
export type { Question } from './law/question.ts';
export { CompiledLedger } from './ledger/compiled-ledger.ts';
export { allContractCuts } from './ledger/contract-cuts.ts';
export {
  type ColumnsByField,
  columnsByField,
  isLedgerField,
  LEDGER_FIELDS,
  type LedgerField,
  WORD_FIELDS,
  type WordField,
} from './ledger/fields.ts';
export type { LedgerAnswer, LegendEntry } from './ledger/legend.ts';
export { type Days, PRECISIONS, type Precision, spanAround, spanText } from './ledger/precision.ts';
export { rolesOf } from './ledger/roles.ts';
export { answerIn, LATEST, type Layout, type Line, type SlotTable } from './ledger/slots.ts';
export {
  BLANK,
  columnFaults,
  DIALECTS,
  type Dialect,
  LEDGER_COLUMNS,
  ledgerSql,
  type TablesShape,
} from './ledger/sql.ts';
export { type Step, stepsOf } from './ledger/timeline.ts';
export { type CivilDate, parseCivilDate, startOfDay } from './time/civil-date.ts';
export { BEGINNING, FOREVER, formatInstant, type Instant, instant } from './time/instant.ts';
export { type Interval, overlaps } from './time/interval.ts';
export { fixedOffset, parseZone, UTC, type Zone } from './time/zone.ts';
