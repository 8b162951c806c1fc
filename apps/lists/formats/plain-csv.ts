import type { Document, Entry, ListedName, Schema } from '../../../src/lists.ts';
import { csvRecords, csvRows } from '../csv-rows.ts';
import { isoDate, isoDates } from '../dates.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';

/** What each fact may be called in a header; the first word is the one the documentation uses. */
const columns = {
  id: ['id', 'entry_id', 'reference', 'ref', 'number', 'unique id'],
  name: ['name', 'full_name', 'full name', 'name of individual or entity', 'caption', 'entity name'],
  aliases: ['aliases', 'alias', 'alt_names', 'aka', 'also known as'],
  weak: ['weak_aliases', 'weakalias'],
  schema: ['schema', 'type', 'entity_type', 'entity type'],
  born: ['birth_date', 'date_of_birth', 'dob', 'date of birth', 'birthdate'],
  bornIn: ['birth_place', 'place of birth', 'place_of_birth', 'birthplace'],
  countries: ['countries', 'country', 'nationality', 'citizenship'],
  addresses: ['addresses', 'address'],
  identifiers: [
    'identifiers',
    'identifier',
    'passport',
    'passportnumber',
    'id_number',
    'imo number',
    'imo',
    'imonumber',
  ],
  programmes: ['programmes', 'programme', 'program', 'programs', 'regime', 'sanction type', 'committees', 'programkey'],
  acts: ['acts', 'act', 'listing information', 'celex', 'instrument of designation'],
  listedOn: ['listed_on', 'listed on', 'start_date', 'startdate', 'control date', 'date', 'effective_date'],
  until: ['until', 'end_date', 'enddate', 'end date', 'expiration_date'],
  positions: ['position', 'positions', 'designation', 'title'],
  remarks: ['remarks', 'notes', 'reason', 'additional information'],
} as const;

type Cells = Readonly<Record<string, string>>;

/** A CSV of one's own, its facts found by the names of the columns; only `name` is needed. Several values are parted by `;`. */
export const readPlainCsv = (texts: AsyncIterable<string>): AsyncGenerator<ListItem> => read(texts, ',');

/** The same with tabs; the Denied Persons List of the Bureau of Industry and Security comes so. */
export const readPlainTsv = (texts: AsyncIterable<string>): AsyncGenerator<ListItem> => read(texts, '\t');

async function* read(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<ListItem> {
  for await (const { row, line } of csvRecords(csvRows(texts, { delimiter }))) {
    const name = one(row, 'name');
    if (name === undefined) {
      yield { kind: 'skipped', line, why: 'it has no name' };
      continue;
    }
    const id = one(row, 'id') ?? joinParts([name, one(row, 'listedOn')], ' ');
    yield entryItem(entry(id, name, row));
  }
}

function one(row: Cells, fact: keyof typeof columns): string | undefined {
  for (const column of columns[fact]) if (row[column] !== undefined && row[column] !== 'None') return row[column];
  return undefined;
}

const many = (row: Cells, fact: keyof typeof columns): readonly string[] =>
  columns[fact].flatMap((column) =>
    row[column] === undefined || row[column] === 'None' ? [] : row[column].split(/;\s*|\n/),
  );

const alias =
  (quality: ListedName['quality']) =>
  (text: string): ListedName => ({ text, kind: 'alias', quality });

function entry(id: string, name: string, row: Cells): Entry {
  return compact({
    id,
    schema: schemaOf(one(row, 'schema')),
    names: [
      { text: name, kind: 'primary', quality: 'strong' },
      ...many(row, 'aliases').filter(Boolean).map(alias('strong')),
      ...many(row, 'weak').filter(Boolean).map(alias('weak')),
    ],
    born: many(row, 'born').flatMap((date) => isoDates(date)),
    bornIn: many(row, 'bornIn'),
    countries: many(row, 'countries'),
    addresses:
      row.street_address === undefined
        ? many(row, 'addresses')
        : [joinParts([row.street_address, row.city, row.state, row.postal_code, row.country], ', ')],
    documents: columns.identifiers.flatMap((column) =>
      (row[column] ?? '')
        .split(/;\s*/)
        .filter(Boolean)
        .map((number): Document => ({ kind: /^imo/.test(column) ? 'imo' : column, number })),
    ),
    programmes: many(row, 'programmes'),
    acts: [...many(row, 'acts'), row.fr_citation ?? ''],
    listedOn: isoDate(one(row, 'listedOn') ?? '', row.fr_citation !== undefined),
    until: isoDate(one(row, 'until') ?? '', row.fr_citation !== undefined),
    positions: many(row, 'positions'),
    remarks: one(row, 'remarks'),
  }) as Entry;
}

function schemaOf(type: string | undefined): Schema {
  if (type === undefined) return 'LegalEntity';
  if (/^(person|individual|natural)/i.test(type)) return 'Person';
  if (/^(vessel|ship)/i.test(type)) return 'Vessel';
  if (/^(aircraft|airplane|plane)/i.test(type)) return 'Airplane';
  return /^compan/i.test(type)
    ? 'Company'
    : /^(entity|organi|legal|body|group)/i.test(type)
      ? 'Organization'
      : 'LegalEntity';
}
