import type { Entry } from './entry.ts';

/** What changed between two snapshots of a list. `fields`: which facts of an entry are other than before. */
export type Changes = {
  readonly came: readonly Entry[];
  readonly went: readonly Entry[];
  readonly changed: readonly { readonly before: Entry; readonly after: Entry; readonly fields: readonly string[] }[];
};

/** Compares two snapshots by the ids of the list. */
export function changesBetween(before: readonly Entry[], after: readonly Entry[]): Changes {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const ids = new Set(after.map(({ id }) => id));
  return {
    came: after.filter(({ id }) => !old.has(id)),
    went: before.filter(({ id }) => !ids.has(id)),
    changed: after.flatMap((entry) => {
      const known = old.get(entry.id);
      const fields = known === undefined ? [] : fieldsThatDiffer(known, entry);
      return known === undefined || fields.length === 0 ? [] : [{ before: known, after: entry, fields }];
    }),
  };
}

function fieldsThatDiffer(a: Entry, b: Entry): readonly string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Entry)[];
  return keys.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
}

/** The entries against which customers have to be screened again: those that came, and those whose names or marks changed. */
export function toScreenAgain({ came, changed }: Changes): readonly Entry[] {
  const telling = new Set(['names', 'born', 'documents', 'countries', 'schema']);
  return [
    ...came,
    ...changed.filter(({ fields }) => fields.some((field) => telling.has(field))).map(({ after }) => after),
  ];
}
