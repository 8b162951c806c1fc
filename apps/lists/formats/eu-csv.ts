import type { Document, Entry, ListedName } from '../../../src/lists.ts';
import { csvRecords, csvRows } from '../csv-rows.ts';
import { isoDate } from '../dates.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';
import { grouped } from './grouped.ts';

/** The Union's financial sanctions file, CSV 1.1: semicolons, one row a detail, the rows of an entity together. */
export async function* readEuCsv(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  let published = false;
  const records = csvRecords(csvRows(texts, { delimiter: ';' }));
  for await (const { rows } of grouped(records, ({ row }) => row.entity_logicalid ?? '')) {
    const cells = rows.map(({ row }) => row);
    const made = isoDate(cells[0]?.filegenerationdate ?? '');
    if (!published && made !== undefined) {
      published = true;
      yield { kind: 'published', on: made };
    }
    if (cells[0]?.entity_logicalid === undefined)
      yield { kind: 'skipped', ...(rows[0] && { line: rows[0].line }), why: 'it has no number' };
    else yield entryItem(entry(cells));
  }
}

type Cells = Readonly<Record<string, string>>;

function entry(rows: readonly Cells[]): Entry {
  const [first] = rows as [Cells];
  const listedOn = first.entity_designationdate ?? first.entity_regulation_entryintoforcedate;
  return compact({
    id: first.entity_eu_referencenumber ?? first.entity_logicalid ?? '',
    schema: /^p/i.test(first.entity_subjecttype_classificationcode ?? first.entity_subjecttype ?? '')
      ? ('Person' as const)
      : ('Organization' as const),
    names: names(rows),
    born: rows.flatMap(born),
    bornIn: rows.map((row) =>
      joinParts(
        [row.birthdate_place, row.birthdate_city, row.birthdate_region, row.birthdate_countrydescription],
        ', ',
      ),
    ),
    countries: rows
      .flatMap((row) => [row.citizenship_countryiso2code ?? '', row.address_countryiso2code ?? ''])
      .filter((code) => code !== '00'),
    addresses: rows.map((row) =>
      joinParts(
        [row.address_street, row.address_zipcode, row.address_city, row.address_region, row.address_countrydescription],
        ', ',
      ),
    ),
    documents: [
      ...rows.flatMap(document),
      ...(first.entity_unitednationid === undefined
        ? []
        : [{ kind: 'un reference', number: first.entity_unitednationid }]),
    ],
    programmes: rows.map((row) => row.entity_regulation_programme ?? ''),
    acts: rows.map((row) =>
      joinParts([row.entity_regulation_numbertitle, isoDate(row.entity_regulation_publicationdate ?? '')], ' of '),
    ),
    listedOn: listedOn === undefined ? undefined : isoDate(listedOn),
    gender: rows.some((row) => row.namealias_gender === 'F')
      ? 'female'
      : rows.some((row) => row.namealias_gender === 'M')
        ? 'male'
        : undefined,
    positions: rows.map((row) => row.namealias_function ?? ''),
    remarks: first.entity_remark,
  }) as Entry;
}

function names(rows: readonly Cells[]): readonly ListedName[] {
  const listed = rows.flatMap((row): ListedName[] => {
    const text =
      row.namealias_wholename ?? joinParts([row.namealias_firstname, row.namealias_middlename, row.namealias_lastname]);
    if (text === '') return [];
    const parts = compact({
      first: row.namealias_firstname,
      middle: row.namealias_middlename,
      last: row.namealias_lastname,
    });
    return [
      {
        text,
        kind: 'alias',
        quality: row.namealias_strong === 'false' ? 'weak' : 'strong',
        ...(Object.keys(parts).length > 0 && { parts }),
      },
    ];
  });
  return listed.map((name, i) => (i === 0 ? { ...name, kind: 'primary' } : name));
}

function born(row: Cells): string[] {
  if (row.birthdate_calendartype !== undefined && row.birthdate_calendartype !== 'GREGORIAN') return [];
  const day = isoDate(row.birthdate_birthdate ?? '');
  if (day !== undefined) return [day];
  if (row.birthdate_yearrangefrom && row.birthdate_yearrangeto)
    return [`${row.birthdate_yearrangefrom}/${row.birthdate_yearrangeto}`];
  return row.birthdate_year === undefined || row.birthdate_year === '0' ? [] : [row.birthdate_year];
}

function document(row: Cells): Document[] {
  const number = row.identification_number ?? row.identification_latinnumber;
  if (number === undefined) return [];
  const country = row.identification_countryiso2code;
  return [{ kind: row.identification_typecode ?? 'document', number, ...(country && country !== '00' && { country }) }];
}
