/** The second public door, to lists and names: apart from the engine, so that neither loads the other. */
export { type Code, diagnose } from './diagnostics/catalogue.ts';
export { type Diagnostic, formatDiagnostic, type Place } from './diagnostics/diagnostic.ts';
export { nearest } from './diagnostics/nearest.ts';
export { buildIndex } from './screening/build-index.ts';
export { type Changes, changesBetween, toScreenAgain } from './screening/changes.ts';
export { type Because, type Comparison, compareNames } from './screening/compare.ts';
export { compareTexts, matchFrom, readingsOf, reasonText } from './screening/compare-texts.ts';
export { type Document, type Entry, type ListedName, nameOfSchema, type Schema } from './screening/entry.ts';
export { compareFacts, type Facts } from './screening/facts.ts';
export { type NameOf, readName } from './screening/name.ts';
export type { NameIndex, Subject } from './screening/name-index.ts';
export { asKnownOn, holdsOn, type Sighting, type Spell, spellsOf } from './screening/presence.ts';
export { type Hit, openIndex, type Search, type SearchOptions } from './screening/search.ts';
