import type { Document, Entry, ListedName, Schema } from '../../../src/lists.ts';
import { csvRows } from '../csv-rows.ts';
import { isoDates } from '../dates.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';

/** Files that go together: the primary records, and the aliases, addresses and overflowing remarks that belong to them. */
export type OfacFiles = { readonly primary: AsyncIterable<string> } & Readonly<
  Partial<Record<'aliases' | 'addresses' | 'comments', AsyncIterable<string>>>
>;

/** OFAC's old CSV set (sdn/alt/add/sdn_comments, or cons_prim/alt/add/comments); `-0-` stands for nothing. */
export async function* readOfacCsv(files: OfacFiles): AsyncGenerator<ListItem> {
  const aliases = await byEntry(files.aliases);
  const addresses = await byEntry(files.addresses);
  const comments = await byEntry(files.comments);
  for await (const { cells, line } of csvRows(files.primary)) {
    const row = cells.map(given);
    const id = row[0];
    if (id === undefined || !/^\d+$/.test(id)) {
      if (line > 1 || id !== 'ent_num') yield { kind: 'skipped', line, why: 'it has no number' };
      continue;
    }
    const more = (comments.get(id) ?? []).map((cells) => cells[1] ?? '').join('');
    yield entryItem(entry(id, row, aliases.get(id) ?? [], addresses.get(id) ?? [], joinParts([row[11], more], '')));
  }
}

type Cells = readonly (string | undefined)[];

async function byEntry(texts: AsyncIterable<string> | undefined): Promise<ReadonlyMap<string, readonly Cells[]>> {
  const found = new Map<string, Cells[]>();
  if (texts === undefined) return found;
  for await (const { cells } of csvRows(texts)) {
    const row = cells.map(given);
    if (row[0] === undefined) continue;
    const rows = found.get(row[0]);
    if (rows === undefined) found.set(row[0], [row]);
    else rows.push(row);
  }
  return found;
}

const given = (cell: string): string | undefined => {
  const text = cell.trim();
  return text === '' || text === '-0-' ? undefined : text;
};

function entry(id: string, row: Cells, aliases: readonly Cells[], addresses: readonly Cells[], remarks: string): Entry {
  const facts = factsOf(remarks);
  const schema = schemaOf(row[2]);
  return compact({
    id,
    schema,
    names: [
      { text: row[1] ?? '', kind: 'primary', quality: 'strong' },
      ...aliases.flatMap(([, , type, name, remark]): ListedName[] =>
        name === undefined
          ? []
          : [
              {
                text: name,
                kind: /^f/i.test(type ?? '') ? 'former' : 'alias',
                quality: /weak/i.test(remark ?? '') ? 'weak' : 'strong',
              },
            ],
      ),
      ...facts.weakNames.map((text): ListedName => ({ text, kind: 'alias', quality: 'weak' })),
    ],
    born: facts.born,
    bornIn: facts.bornIn,
    countries: [
      ...facts.countries,
      ...(row[8] === undefined ? [] : [row[8]]),
      ...addresses.map((cells) => cells[4] ?? ''),
    ],
    addresses: addresses.map(([, , street, city, country]) => joinParts([street, city, country], ', ')),
    documents: [...facts.documents, ...(row[5] === undefined ? [] : [{ kind: 'call sign', number: row[5] }])],
    programmes: (row[3] ?? '').split(/\]\s*\[|;\s*/).map((programme) => programme.replace(/[[\]]/g, '')),
    gender: facts.gender,
    positions: row[4] === undefined ? [] : [row[4]],
    remarks: remarks === '' ? undefined : remarks,
  }) as Entry;
}

function schemaOf(type: string | undefined): Schema {
  if (type === 'individual') return 'Person';
  if (type === 'vessel') return 'Vessel';
  return type === 'aircraft' ? 'Airplane' : 'Organization';
}

/** What OFAC's remarks say in its fixed phrases: `DOB 29 Dec 1962; POB Tehran; Passport A1 (Iran) issued …; a.k.a. 'X'.` */
function factsOf(remarks: string) {
  const born: string[] = [];
  const bornIn: string[] = [];
  const countries: string[] = [];
  const documents: Document[] = [];
  const weakNames: string[] = [];
  let gender: Entry['gender'];
  for (const fact of remarks.split(/;\s*/)) {
    const text = fact.replace(/\.$/, '').trim();
    const said =
      /^(?:alt\. )?(DOB|POB|nationality|citizen|Gender|a\.k\.a\.|Vessel Registration Identification)\s+(.+)$/i.exec(
        text,
      );
    if (said) {
      const [, what, value = ''] = said;
      if (what === 'DOB') born.push(...isoDates(value));
      else if (what === 'POB') bornIn.push(value);
      else if (what === 'Gender') gender = /^f/i.test(value) ? 'female' : 'male';
      else if (/^a/i.test(what!)) weakNames.push(value.replace(/^'|'$/g, ''));
      else if (/^V/.test(what!)) documents.push({ kind: 'imo', number: value.replace(/^IMO\s*/i, '') });
      else countries.push(value);
      continue;
    }
    const document = documentWords.exec(text);
    if (document)
      documents.push(
        compact({
          kind: document[1]!.toLowerCase().trim(),
          number: document[2]!,
          country: /\(([^)]+)\)/.exec(text)?.[1],
        }) as Document,
      );
  }
  return { born, bornIn, countries, documents, weakNames, gender };
}

const documentWords =
  /^(?:alt\. )?((?:[A-Z][\w.'-]*\s)*(?:Passport|Cedula|Identification|ID|Number|No\.?|C\.U\.R\.P\.|R\.F\.C\.|NIT|RUC|SSN|LE|D\.N\.I\.|MMSI|Licen[cs]e|Card|Code|CUIT|Registration|Certificate))\s+#?\s*([A-Z0-9][A-Z0-9/.-]{3,})/;
