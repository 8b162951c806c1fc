import type { Diagnostic, Place } from './diagnostic.ts';

/** One fault, and the other places where the very same is wrong. */
export type Gathered = Diagnostic & { readonly also: readonly Place[] };

/** Codes of ids that nothing bears; an unknown key of a mapping is another matter. */
const DANGLING = /^unknown-(?!key$)/;

/** An id that nothing bears may be used in a hundred places: that is one mistake, told once, where it comes first. */
export function gather(diagnostics: readonly Diagnostic[]): readonly Gathered[] {
  const found = new Map<string, Gathered & { also: Place[] }>();
  for (const one of diagnostics) {
    const key = DANGLING.test(one.code) ? one.message : `${one.code} ${JSON.stringify(one.place)}`;
    const first = found.get(key);
    if (first === undefined) found.set(key, { ...one, also: [] });
    else first.also.push(one.place);
  }
  return [...found.values()];
}
