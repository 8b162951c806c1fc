import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LoadedRecord } from '../record/load.ts';
import { idleRules } from './idle-rules.ts';

/** Faults that only show when the law is run: rules that come to their time and find nothing to act on. */
export function checkRules({ record, ids }: LoadedRecord): readonly Diagnostic[] {
  return idleRules(record).map((id) =>
    diagnose('rule-without-effect', ids.places.of(ids.origin('rule', id)!, 'what'), {
      rule: id,
      does: record.rules[id]!.do,
    }),
  );
}
