import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LoadedRecord } from '../record/load.ts';
import { checkConclusions } from './check-conclusions.ts';
import { checkRules } from './check-rules.ts';

/** Faults that only show when the law is run: idle rules, and conclusions of actors that their positions do not come to. */
export const checkLaw = (loaded: LoadedRecord): readonly Diagnostic[] => [
  ...checkRules(loaded),
  ...checkConclusions(loaded),
];
