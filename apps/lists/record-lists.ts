import type { LegalRecord } from '../../src/index.ts';
import { buildIndex, type Entry, openIndex, readingsOf, type Search } from '../../src/lists.ts';
import type { Kept } from './kept-lists.ts';

/** A designation of the record as one entry of a list; `acts` stand beside the spells they made. */
export type Recorded = Kept & { readonly acts: readonly (string | undefined)[] };

/** The record's own designations, ready to be searched. */
export type RecordLists = { readonly search: Search; readonly subjects: readonly Recorded[] };

const schemas = { individual: 'Person', entity: 'Organization', vessel: 'Vessel', aircraft: 'Airplane' } as const;

export function openRecordLists(lists: LegalRecord['lists']): RecordLists {
  const subjects = Object.values(lists).flatMap((list) =>
    list.designations.map((designation): Recorded => {
      const entry: Entry = {
        id: designation.id,
        schema: schemas[designation.kind],
        names: [
          { text: designation.name, kind: 'primary', quality: 'strong' },
          ...[...designation.aliases, ...designation.native].map(
            (text) => ({ text, kind: 'alias', quality: 'strong' }) as const,
          ),
        ],
        born: designation.born,
        countries: designation.nationalities,
        documents: Object.entries(designation.identifiers).map(([kind, number]) => ({ kind, number })),
      };
      return {
        list: list.id,
        entry,
        spells: designation.spells.map(({ listed, delisted }) => ({
          from: dayOf(listed.from),
          until: delisted === undefined ? null : dayOf(delisted.from),
        })),
        acts: designation.spells.map(({ by }) => by),
      };
    }),
  );
  const index = buildIndex(
    subjects.map(({ entry }) => ({
      of: readingsOf(entry.schema),
      names: entry.names.map(({ text }) => ({ text, weak: false })),
      identifiers: (entry.documents ?? []).map(({ number }) => number),
    })),
  );
  return { search: openIndex(index), subjects };
}

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
