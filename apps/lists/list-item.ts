import type { Entry } from '../../src/lists.ts';

/** What a reader finds in a file: an entry, the day the file says it is of, the count it says it has, a record it leaves out. */
export type ListItem =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'published'; readonly on: string }
  | { readonly kind: 'count'; readonly count: number }
  /** The file is a delta: what it doesn't name stays as it was. */
  | { readonly kind: 'delta' }
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'skipped'; readonly line?: number; readonly why: string };

export const entryItem = (entry: Entry): ListItem => ({ kind: 'entry', entry });

/** Drops what is empty, so that an entry holds only what the list gives. */
export function compact<T extends object>(thing: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(thing)) {
    const kept = Array.isArray(value) ? unique(value) : value;
    if (kept === undefined || kept === '' || (Array.isArray(kept) && kept.length === 0)) continue;
    out[key] = kept;
  }
  return out as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function unique(values: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    if (value === undefined || value === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Parts of a name or an address as one text. */
export const joinParts = (parts: readonly (string | undefined)[], between = ' '): string =>
  parts
    .map((part) => part?.trim())
    .filter((part) => part !== undefined && part !== '')
    .join(between);
