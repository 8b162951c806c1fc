import type { Entry, ListedName, Schema } from '../../../src/lists.ts';
import { isoDates } from '../dates.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';
import { type Element, textAt, xmlRecords } from '../xml-records.ts';

/** Canada's consolidated autonomous sanctions list, XML (`data-set` of `record`). */
export async function* readCanada(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  for await (const element of xmlRecords(texts, new Set(['record']))) {
    if (element.name !== 'record') continue;
    yield entryItem(entry(element));
  }
}

function entry(element: Element): Entry {
  const body = textAt(element, 'EntityOrShip') ?? textAt(element, 'Entity');
  const [given, family] = [textAt(element, 'GivenName'), textAt(element, 'LastName')];
  const regulation = textAt(element, 'Country') ?? '';
  const schedule = textAt(element, 'Schedule');
  const imo = textAt(element, 'ShipIMONumber');
  const title = textAt(element, 'TitleOrShip') ?? textAt(element, 'Title');
  return compact({
    // A record has no number of its own; regulation, schedule and item are one.
    id: joinParts([regulation.split(' / ')[0], schedule, textAt(element, 'Item')], '; '),
    schema: schemaOf(body, imo),
    names: [
      {
        text: body ?? joinParts([given, family]),
        kind: 'primary',
        quality: 'strong',
        ...(body === undefined && given && family && { parts: { first: given, last: family } }),
      },
      ...aliases(textAt(element, 'Aliases') ?? ''),
    ],
    born:
      imo === undefined
        ? isoDates(textAt(element, 'DateOfBirthOrShipBuildDate') ?? textAt(element, 'DateOfBirth') ?? '')
        : [],
    documents: imo === undefined ? [] : [{ kind: 'imo', number: imo }],
    programmes: [regulation],
    acts: schedule === undefined ? [] : [`Schedule ${schedule}`],
    listedOn: textAt(element, 'DateOfListing')?.slice(0, 10),
    positions: title === undefined ? [] : [title],
  }) as Entry;
}

function schemaOf(body: string | undefined, imo: string | undefined): Schema {
  if (imo !== undefined) return 'Vessel';
  return body === undefined ? 'Person' : 'Organization';
}

const aliases = (text: string): readonly ListedName[] =>
  text
    .split(/;\s*|,\s*(?=a\.?k\.?a)|\s+or\s+|\n/i)
    .map((alias) => alias.replace(/^(?:also known as|a\.?k\.?a\.?)\s*/i, '').trim())
    .filter((alias) => alias !== '')
    .map((text) => ({ text, kind: 'alias', quality: 'strong' }));
