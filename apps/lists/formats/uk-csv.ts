import type { Document, Entry, ListedName, Schema } from '../../../src/lists.ts';
import { csvRecords, csvRows, splitPreamble } from '../csv-rows.ts';
import { isoDate, isoDates } from '../dates.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';

/**
 * The UK Sanctions List of the Foreign Office and the older consolidated list of the Treasury, CSV: a line with the day of the
 * report, a header, one row a name; rows belong together by `Unique ID` (or `Group ID`).
 */
export async function* readUkCsv(texts: AsyncGenerator<string>): AsyncGenerator<ListItem> {
  const { preamble, rest } = await splitPreamble(texts, (line) => /\bname 6\b/i.test(line));
  const published = preamble
    .map((line) => isoDate(/\d{1,2}[/-]\w+[/-]\d{4}/.exec(line)?.[0]?.replaceAll('-', ' ') ?? ''))
    .find((day) => day !== undefined);
  if (published !== undefined) yield { kind: 'published', on: published };
  const found = new Map<string, Map<string, Cells>>();
  for await (const { row, line } of csvRecords(csvRows(rest))) {
    const key = row['unique id'] ?? row['group id'];
    if (key === undefined) yield { kind: 'skipped', line, why: 'it has no number' };
    else learn(found.get(key) ?? newEntry(found, key), row);
  }
  for (const [key, facets] of found) yield entryItem(entry(key, [...facets.values()]));
}

/**
 * The file has a row for every combination of the names, addresses and births of an entry: most of it is said many times over.
 * Each row is taken apart into what belongs together, and what was said before is dropped.
 */
function learn(facets: Map<string, Cells>, row: Cells): void {
  for (const columns of together) {
    const given = columns.filter((column) => row[column] !== undefined);
    if (given.length === 0) continue;
    const key = given.map((column) => `${column}=${row[column]}`).join('|');
    if (!facets.has(key)) facets.set(key, Object.fromEntries(given.map((column) => [column, row[column]!])));
  }
}

function newEntry(found: Map<string, Map<string, Cells>>, key: string): Map<string, Cells> {
  const facets = new Map<string, Cells>();
  found.set(key, facets);
  return facets;
}

type Cells = Readonly<Record<string, string>>;
const parts = ['name 1', 'name 2', 'name 3', 'name 4', 'name 5', 'name 6'];
const addressLines = [1, 2, 3, 4, 5, 6].map((n) => `address line ${n}`);
const oldAddressLines = [1, 2, 3, 4, 5, 6].map((n) => `address ${n}`);

const numbered = {
  passport: ['passport number', 'passport details'],
  'national identification': ['national identifier number', 'ni number', 'national identification number'],
  imo: ['imo number'],
  registration: ['business registration number (s)', 'business registration number(s)'],
  'hull identification': ['hull identification number (hin)'],
};

const nameColumns = [...parts, 'name type', 'alias type', 'alias strength', 'alias quality'];
/** Columns that say one thing together. */
const together: readonly (readonly string[])[] = [
  nameColumns,
  ['name non-latin script', 'non-latin script type'],
  [...addressLines, ...oldAddressLines, 'address postal code', 'post/zip code', 'address country', 'country'],
  ['town of birth', 'country of birth'],
  ...Object.values(numbered)
    .flat()
    .map((column) => [column]),
  ...[
    'date designated',
    'listed on',
    'uk sanctions list date designated',
    'designation type',
    'group type',
    'individual, entity, ship',
    'd.o.b',
    'dob',
    'nationality(/ies)',
    'nationality',
    'current believed flag of ship',
    'regime name',
    'regime',
    'last updated',
    'gender',
    'position',
    'other information',
    'uk statement of reasons',
  ].map((column) => [column]),
];

function entry(id: string, rows: readonly Cells[]): Entry {
  const all = (...columns: readonly string[]): string[] =>
    rows.flatMap((row) => columns.flatMap((column) => row[column] ?? []));
  const listed = all('date designated', 'listed on', 'uk sanctions list date designated')
    .map((day) => isoDate(day))
    .filter((day) => day !== undefined);
  return compact({
    id,
    schema: schemaOf(all('designation type', 'group type', 'individual, entity, ship')[0]),
    names: names(rows),
    born: all('d.o.b', 'dob').flatMap((date) => isoDates(date)),
    bornIn: rows.map((row) => joinParts([row['town of birth'], row['country of birth']], ', ')),
    countries: all('nationality(/ies)', 'nationality', 'address country', 'country', 'current believed flag of ship'),
    addresses: rows.map((row) =>
      joinParts(
        [
          ...[...addressLines, ...oldAddressLines].map((line) => row[line]),
          row['address postal code'] ?? row['post/zip code'],
          row['address country'] ?? row.country,
        ],
        ', ',
      ),
    ),
    documents: rows.flatMap(documents),
    programmes: all('regime name', 'regime'),
    listedOn: listed.sort()[0],
    updatedOn: isoDate(all('last updated')[0] ?? ''),
    gender: all('gender')
      .map((gender) => (/^f/i.test(gender) ? 'female' : /^m/i.test(gender) ? 'male' : undefined))
      .find(Boolean),
    positions: all('position'),
    remarks: all('other information', 'uk statement of reasons')[0],
  }) as Entry;
}

function schemaOf(type: string | undefined): Schema {
  if (/^individual/i.test(type ?? '')) return 'Person';
  return /^ship/i.test(type ?? '') ? 'Vessel' : 'Organization';
}

function names(rows: readonly Cells[]): readonly ListedName[] {
  const listed = rows.flatMap((row): ListedName[] => {
    const text = joinParts(parts.map((part) => row[part]));
    const native = row['name non-latin script'];
    const type = row['name type'] ?? row['alias type'] ?? '';
    const weak = /low/i.test(row['alias strength'] ?? row['alias quality'] ?? '');
    const last = row['name 6'];
    const first = row['name 1'];
    return [
      ...(text === ''
        ? []
        : [
            {
              text,
              kind: /primary/i.test(type)
                ? ('primary' as const)
                : /f\.?k\.?a/i.test(type)
                  ? ('former' as const)
                  : ('alias' as const),
              quality: weak ? ('weak' as const) : ('strong' as const),
              ...(first && last && { parts: { first, last } }),
            },
          ]),
      ...(native === undefined
        ? []
        : [
            {
              text: native,
              kind: 'alias' as const,
              quality: 'strong' as const,
              ...(row['non-latin script type'] && { script: row['non-latin script type'] }),
            },
          ]),
    ];
  });
  return [...listed.filter(({ kind }) => kind === 'primary'), ...listed.filter(({ kind }) => kind !== 'primary')];
}

const documents = (row: Cells): readonly Document[] =>
  Object.entries(numbered).flatMap(([kind, columns]) =>
    columns.flatMap((column) =>
      row[column] === undefined ? [] : [{ kind, number: row[column].replace(/^\(\d\)\s*/, '') }],
    ),
  );
