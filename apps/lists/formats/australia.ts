import type { Entry, ListedName, Schema } from '../../../src/lists.ts';
import { csvRecords, csvRows } from '../csv-rows.ts';
import { isoDate, isoDates } from '../dates.ts';
import { compact, entryItem, type ListItem } from '../list-item.ts';
import { grouped } from './grouped.ts';

/** Australia's consolidated list, its workbook saved as CSV: one row a name, `12`, `12a`, `12b` for the names of entry 12. */
export async function* readAustralia(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  const number = (reference: string): string => /^\d+/.exec(reference)?.[0] ?? reference;
  for await (const { key, rows } of grouped(csvRecords(csvRows(texts)), ({ row }) => number(row.reference ?? ''))) {
    if (key === '') yield { kind: 'skipped', ...(rows[0] && { line: rows[0].line }), why: 'it has no reference' };
    else
      yield entryItem(
        entry(
          key,
          rows.map(({ row }) => row),
        ),
      );
  }
}

type Cells = Readonly<Record<string, string>>;

function entry(id: string, rows: readonly Cells[]): Entry {
  const all = (column: string): readonly string[] => rows.flatMap((row) => row[column]?.split(/;\s*/) ?? []);
  const listed = all('control date')
    .map((day) => isoDate(day))
    .filter((day) => day !== undefined);
  return compact({
    id,
    schema: schemaOf(all('type')[0]),
    names: names(rows),
    born: all('date of birth').flatMap((date) => isoDates(date)),
    bornIn: all('place of birth'),
    countries: all('citizenship'),
    addresses: all('address'),
    documents: all('imo number').map((imo) => ({ kind: 'imo', number: imo })),
    programmes: all('committees'),
    acts: [...all('instrument of designation'), ...all('listing information')],
    listedOn: listed.sort()[0],
    remarks: all('additional information')[0],
  }) as Entry;
}

function names(rows: readonly Cells[]): readonly ListedName[] {
  const listed = rows.flatMap((row): ListedName[] => {
    const text = row['name of individual or entity'];
    const type = row['name type'] ?? '';
    if (text === undefined) return [];
    return [
      {
        text,
        kind: /primary/i.test(type) ? 'primary' : /former/i.test(type) ? 'former' : 'alias',
        quality: /weak|low/i.test(row['alias strength'] ?? '') ? 'weak' : 'strong',
      },
    ];
  });
  return [...listed.filter(({ kind }) => kind === 'primary'), ...listed.filter(({ kind }) => kind !== 'primary')];
}

function schemaOf(type: string | undefined): Schema {
  if (/^individual/i.test(type ?? '')) return 'Person';
  return /^vessel/i.test(type ?? '') ? 'Vessel' : 'Organization';
}
