import type { Document, Entry, ListedName, Schema } from '../../../src/lists.ts';
import { csvRecords, csvRows } from '../csv-rows.ts';
import { isoDate } from '../dates.ts';
import { jsonRecords } from '../json-records.ts';
import { compact, entryItem, type ListItem } from '../list-item.ts';

const schemas: Readonly<Record<string, Schema>> = {
  Person: 'Person',
  Organization: 'Organization',
  PublicBody: 'Organization',
  Company: 'Company',
  LegalEntity: 'LegalEntity',
  Vessel: 'Vessel',
  Airplane: 'Airplane',
  Security: 'Security',
  CryptoWallet: 'CryptoWallet',
};
const numbers =
  'passportNumber idNumber innCode ogrnCode taxNumber registrationNumber leiCode imoNumber mmsi callSign isin swiftBic bikCode kppCode okpoCode publicKey serialNumber uniqueEntityId uscCode npiCode vatCode'.split(
    ' ',
  );

type Thing = {
  readonly id?: unknown;
  readonly schema?: unknown;
  readonly properties?: Readonly<Record<string, readonly unknown[]>>;
  readonly [key: string]: unknown;
};

/**
 * FollowTheMoney entities, one JSON a line, as OpenSanctions exports them, and its delta files (`op` ADD, MOD, DEL). Sanctions,
 * addresses and links are entities of their own there; what they say of a listing is joined to the thing they name.
 */
export async function* readFtm(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  const held = new Map<string, Entry>();
  const listings: Thing[] = [];
  let delta = false;
  for await (const record of jsonRecords(texts)) {
    const { op, entity } = record as { op?: unknown; entity?: Thing };
    const thing = typeof op === 'string' && entity !== undefined ? entity : (record as Thing);
    if (op !== undefined && !delta) {
      delta = true;
      yield { kind: 'delta' };
    }
    if (typeof thing.id !== 'string') yield { kind: 'skipped', why: 'it has no id' };
    else if (op === 'DEL') yield { kind: 'gone', id: thing.id };
    else if (thing.schema === 'Sanction') listings.push(thing);
    else if (typeof thing.schema === 'string' && schemas[thing.schema] !== undefined)
      held.set(thing.id, entry(thing.id, thing));
  }
  for (const listing of listings) join(held, listing);
  for (const one of held.values()) yield entryItem(one);
}

const all = (thing: Thing, property: string): readonly string[] =>
  (thing.properties?.[property] ?? []).filter((value): value is string => typeof value === 'string' && value !== '');

function entry(id: string, thing: Thing): Entry {
  const schema = schemas[thing.schema as string]!;
  const caption = typeof thing.caption === 'string' ? thing.caption : undefined;
  const names = [...new Set([caption ?? '', ...all(thing, 'name')])].filter((name) => name !== '');
  return compact({
    id,
    schema,
    names: [
      ...names.map((text, i): ListedName => ({ text, kind: i === 0 ? 'primary' : 'alias', quality: 'strong' })),
      ...all(thing, 'alias').map((text): ListedName => ({ text, kind: 'alias', quality: 'strong' })),
      ...all(thing, 'previousName').map((text): ListedName => ({ text, kind: 'former', quality: 'strong' })),
      ...all(thing, 'weakAlias').map((text): ListedName => ({ text, kind: 'alias', quality: 'weak' })),
    ],
    born: all(thing, 'birthDate').map((date) => date.slice(0, 10)),
    bornIn: all(thing, 'birthPlace'),
    countries: ['nationality', 'citizenship', 'country', 'jurisdiction', 'flag'].flatMap((property) =>
      all(thing, property),
    ),
    addresses: all(thing, 'address'),
    documents: numbers.flatMap((kind) =>
      all(thing, kind).map((number): Document => ({ kind: kind === 'imoNumber' ? 'imo' : kind, number })),
    ),
    programmes: all(thing, 'programId'),
    gender: all(thing, 'gender').find(
      (gender): gender is 'male' | 'female' => gender === 'male' || gender === 'female',
    ),
    positions: all(thing, 'position'),
    remarks: all(thing, 'notes')[0],
    updatedOn: typeof thing.last_change === 'string' ? thing.last_change.slice(0, 10) : undefined,
  }) as Entry;
}

function join(held: Map<string, Entry>, listing: Thing): void {
  for (const id of all(listing, 'entity')) {
    const known = held.get(id);
    if (known === undefined) continue;
    const listedOn = [known.listedOn, ...all(listing, 'listingDate'), ...all(listing, 'startDate')]
      .filter((day) => day !== undefined)
      .sort()[0];
    held.set(
      id,
      compact({
        ...known,
        programmes: [...(known.programmes ?? []), ...all(listing, 'programId'), ...all(listing, 'program')],
        acts: [...(known.acts ?? []), ...all(listing, 'provisions')],
        listedOn: listedOn?.slice(0, 10),
        until: [...all(listing, 'endDate')].sort().at(-1)?.slice(0, 10) ?? known.until,
      }) as Entry,
    );
  }
}

/** OpenSanctions' `targets.simple.csv`: several values in a cell are parted by `;`, quoted where they hold one. */
export async function* readSimpleCsv(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  for await (const { row, line } of csvRecords(csvRows(texts))) {
    const schema = schemas[row.schema ?? ''];
    if (row.id === undefined || row.name === undefined) yield { kind: 'skipped', line, why: 'it has no id or no name' };
    else if (schema === undefined)
      yield { kind: 'skipped', line, why: `\`${row.schema}\` is nothing that is listed here` };
    else
      yield entryItem(
        compact({
          id: row.id,
          schema,
          names: [
            { text: row.name, kind: 'primary', quality: 'strong' },
            ...cells(row.aliases).map((text): ListedName => ({ text, kind: 'alias', quality: 'strong' })),
          ],
          born: cells(row.birth_date),
          countries: cells(row.countries),
          addresses: cells(row.addresses),
          documents: cells(row.identifiers).map(
            (number): Document =>
              /^IMO\d{7}$/.test(number) ? { kind: 'imo', number: number.slice(3) } : { kind: 'identifier', number },
          ),
          programmes: cells(row.program_ids),
          acts: cells(row.sanctions),
          listedOn: cells(row.sanctions)
            .flatMap((text) => /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0] ?? [])
            .sort()[0],
          updatedOn: isoDate(row.last_change ?? ''),
        }) as Entry,
      );
  }
}

/** `a;"b;c";d` */
function cells(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return (text.match(/"(?:[^"]|"")*"|[^;]+/g) ?? [])
    .map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"').trim())
    .filter((cell) => cell !== '');
}
