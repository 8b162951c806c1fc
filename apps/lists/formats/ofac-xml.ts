import type { Document, Entry, ListedName, Schema } from '../../../src/lists.ts';
import { isoDate, isoDates } from '../dates.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';
import { type Element, elementsAt, textAt, textsAt, xmlRecords } from '../xml-records.ts';

/** OFAC's XML of one `sdnEntry` a record, of the SDN list and of the consolidated non-SDN one, under either of its namespaces. */
export async function* readOfacXml(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  for await (const element of xmlRecords(texts, new Set(['sdnEntry', 'publshInformation']))) {
    if (element.name === 'publshInformation') {
      const day = isoDate(textAt(element, 'Publish_Date') ?? '', true);
      if (day !== undefined) yield { kind: 'published', on: day };
      const count = Number(textAt(element, 'Record_Count'));
      if (count > 0) yield { kind: 'count', count };
    } else if (element.name === 'sdnEntry') yield entryItem(entry(element));
  }
}

function entry(element: Element): Entry {
  const type = textAt(element, 'sdnType');
  const person = type === 'Individual';
  const vessel = elementsAt(element, 'vesselInfo')[0];
  const ids = elementsAt(element, 'idList/id');
  const title = textAt(element, 'title');
  return compact({
    id: textAt(element, 'uid') ?? '',
    schema: schemaOf(type),
    names: [name(element, 'primary', person), ...elementsAt(element, 'akaList/aka').map((aka) => alias(aka, person))],
    born: elementsAt(element, 'dateOfBirthList/dateOfBirthItem').flatMap((item) =>
      isoDates(textAt(item, 'dateOfBirth') ?? ''),
    ),
    bornIn: textsAt(element, 'placeOfBirthList/placeOfBirthItem/placeOfBirth'),
    countries: [
      ...textsAt(element, 'nationalityList/nationality/country'),
      ...textsAt(element, 'citizenshipList/citizenship/country'),
      ...textsAt(element, 'addressList/address/country'),
      ...(vessel === undefined ? [] : textsAt(vessel, 'vesselFlag')),
    ],
    addresses: elementsAt(element, 'addressList/address').map((address) =>
      joinParts(
        ['address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode', 'country'].map((part) =>
          textAt(address, part),
        ),
        ', ',
      ),
    ),
    documents: [
      ...ids.flatMap(document),
      ...(vessel === undefined ? [] : textsAt(vessel, 'callSign').map((number) => ({ kind: 'call sign', number }))),
    ],
    programmes: textsAt(element, 'programList/program'),
    gender: genderOf(
      ids.map((id) => (textAt(id, 'idType') === 'Gender' ? textAt(id, 'idNumber') : undefined)).find(Boolean),
    ),
    positions: title === undefined ? [] : [title],
    remarks: textAt(element, 'remarks'),
  }) as Entry;
}

export function schemaOf(type: string | undefined): Schema {
  if (type === 'Individual') return 'Person';
  if (type === 'Vessel') return 'Vessel';
  return type === 'Aircraft' ? 'Airplane' : 'Organization';
}

export const genderOf = (text: string | undefined): Entry['gender'] | undefined =>
  text === undefined ? undefined : /^f/i.test(text) ? 'female' : /^m/i.test(text) ? 'male' : undefined;

function name(element: Element, kind: ListedName['kind'], person: boolean): ListedName {
  const [first, last] = [textAt(element, 'firstName'), textAt(element, 'lastName')];
  const text = person ? joinParts([last, first], ', ') : joinParts([first, last]);
  return { text, kind, quality: 'strong', ...(person && first && last ? { parts: { first, last } } : {}) };
}

const alias = (aka: Element, person: boolean): ListedName => ({
  ...name(aka, /^f/i.test(textAt(aka, 'type') ?? '') ? 'former' : 'alias', person),
  quality: textAt(aka, 'category') === 'weak' ? 'weak' : 'strong',
});

/** Not every `id` is one: OFAC also puts warnings, genders and links there. */
function document(id: Element): Document[] {
  const [kind, number] = [textAt(id, 'idType'), textAt(id, 'idNumber')];
  if (kind === undefined || number === undefined || !/\d/.test(number) || /[:;]|^https?/.test(`${kind}${number}`))
    return [];
  const country = textAt(id, 'idCountry');
  if (/^Vessel Registration/i.test(kind)) return [{ kind: 'imo', number: number.replace(/^IMO\s*/i, '') }];
  return [{ kind: kind.toLowerCase(), number, ...(country && { country }) }];
}
