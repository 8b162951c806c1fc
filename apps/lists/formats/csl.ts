import type { Document, Entry, ListedName, Schema } from '../../../src/lists.ts';
import { csvRecords, csvRows } from '../csv-rows.ts';
import { isoDate, isoDates } from '../dates.ts';
import { jsonRecords } from '../json-records.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';

/** The Consolidated Screening List of trade.gov, CSV of 29 columns; several values in a cell are parted by `; `. */
export async function* readCslCsv(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  for await (const { row, line } of csvRecords(csvRows(texts))) {
    if (row.name === undefined) yield { kind: 'skipped', line, why: 'it has no name' };
    else yield entryItem(entryOfRow(row));
  }
}

/** The same list, JSON: an object with `results`. */
export async function* readCslJson(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  for await (const record of jsonRecords(texts)) {
    const thing = record as Record<string, unknown>;
    if (typeof thing.name === 'string') yield entryItem(entryOfObject(thing));
    // Before the results stands which list was last updated when.
    else if (!Object.keys(thing).some((key) => key.endsWith('last_updated')))
      yield { kind: 'skipped', why: 'it has no name' };
  }
}

const several = (cell: string | undefined): readonly string[] => (cell === undefined ? [] : cell.split(/;\s+/));

function schemaOf(type: unknown): Schema {
  if (type === 'Individual') return 'Person';
  if (type === 'Vessel') return 'Vessel';
  return type === 'Aircraft' ? 'Airplane' : type === 'Entity' ? 'Organization' : 'LegalEntity';
}

function entryOfRow(row: Readonly<Record<string, string>>): Entry {
  return compact({
    id: row._id ?? row.entity_number ?? row.name ?? '',
    schema: schemaOf(row.type),
    names: [{ text: row.name ?? '', kind: 'primary', quality: 'strong' }, ...several(row.alt_names).map(alias)],
    born: several(row.dates_of_birth).flatMap((date) => isoDates(date)),
    bornIn: several(row.places_of_birth),
    countries: [
      ...several(row.nationalities),
      ...several(row.citizenships),
      ...several(row.addresses).map(lastPart),
      row.vessel_flag ?? '',
    ],
    addresses: several(row.addresses),
    documents: [
      ...several(row.ids).flatMap((id): Document[] => {
        const [kind, number, country] = id.split(/,\s*/);
        return number !== undefined && /\d/.test(number)
          ? [{ kind: kind!.toLowerCase(), number, ...(country && { country }) }]
          : [];
      }),
      ...(row.call_sign === undefined ? [] : [{ kind: 'call sign', number: row.call_sign }]),
    ],
    programmes: [...several(row.programs), row.source ?? ''],
    acts: several(row.federal_register_notice),
    listedOn: isoDate(row.start_date ?? ''),
    until: isoDate(row.end_date ?? ''),
    positions: row.title === undefined ? [] : [row.title],
    remarks: row.remarks,
  }) as Entry;
}

const alias = (text: string): ListedName => ({ text, kind: 'alias', quality: 'strong' });
const lastPart = (address: string): string => address.split(/,\s*/).at(-1) ?? '';

function entryOfObject(thing: Record<string, unknown>): Entry {
  const text = (key: string): string | undefined =>
    typeof thing[key] === 'string' && thing[key] !== '' ? thing[key] : undefined;
  const texts = (key: string): readonly string[] =>
    (Array.isArray(thing[key]) ? thing[key] : typeof thing[key] === 'string' ? several(thing[key]) : []).filter(
      (value): value is string => typeof value === 'string' && value !== '',
    );
  const objects = (key: string): readonly Record<string, string | null>[] =>
    Array.isArray(thing[key])
      ? thing[key].filter(
          (value): value is Record<string, string | null> => typeof value === 'object' && value !== null,
        )
      : [];
  const address = (one: Record<string, string | null>): string =>
    joinParts(
      [one.address, one.city, one.state, one.postal_code, one.country].map((part) => part ?? undefined),
      ', ',
    );
  return compact({
    id: text('id') ?? text('_id') ?? String(thing.entity_number ?? thing.name),
    schema: schemaOf(thing.type),
    names: [{ text: text('name') ?? '', kind: 'primary', quality: 'strong' }, ...texts('alt_names').map(alias)],
    born: texts('dates_of_birth').flatMap((date) => isoDates(date)),
    bornIn: texts('places_of_birth'),
    countries: [
      ...texts('nationalities'),
      ...texts('citizenships'),
      ...objects('addresses').map(({ country }) => country ?? ''),
      text('vessel_flag') ?? '',
      text('country') ?? '',
    ],
    addresses: objects('addresses').map(address),
    documents: [
      ...objects('ids').flatMap(({ type, number, country }): Document[] =>
        number && /\d/.test(number)
          ? [{ kind: (type ?? 'document').toLowerCase(), number, ...(country && { country }) }]
          : [],
      ),
      ...(text('call_sign') === undefined ? [] : [{ kind: 'call sign', number: text('call_sign')! }]),
    ],
    programmes: [...texts('programs'), text('source') ?? ''],
    acts: texts('federal_register_notice'),
    listedOn: isoDate(text('start_date') ?? ''),
    until: isoDate(text('end_date') ?? ''),
    positions: texts('title'),
    remarks: text('remarks'),
  }) as Entry;
}
