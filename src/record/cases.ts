import { diagnose } from '../diagnostics/catalogue.ts';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts';
import { caseFile, type LegalCase } from './case-schema.ts';
import { parse, type RecordFile } from './parse.ts';
import { Places } from './places.ts';
import { validateShape } from './validate-shape.ts';

/** Reads files of cases: the cases in order, or everything that is wrong with the files. Ids are unique among them all. */
export function readCases(files: readonly RecordFile[]): Checked<readonly LegalCase[]> {
  const places = new Places();
  const errors: Diagnostic[] = [];
  const cases = new Map<string, LegalCase>();
  for (const file of files) {
    const { value, faults } = parse(file, places);
    const wrong = faults.length > 0 ? faults : validateShape(value, caseFile, places, file.path);
    errors.push(...wrong);
    if (wrong.length > 0) continue;
    for (const one of (value as { readonly cases: readonly LegalCase[] }).cases) {
      const other = cases.get(one.id);
      if (other === undefined) cases.set(one.id, one);
      else {
        const { file: where, line } = places.of(other, 'id');
        errors.push(diagnose('double-id', places.of(one, 'id'), { id: one.id, other: `${where}:${line}` }));
      }
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: [...cases.values()], warnings: [] };
}
