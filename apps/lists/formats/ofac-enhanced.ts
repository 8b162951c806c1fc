import type { Document, Entry, ListedName } from '../../../src/lists.ts';
import { isoDates } from '../dates.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';
import { type Element, elementsAt, textAt, textsAt, xmlRecords } from '../xml-records.ts';
import { genderOf, schemaOf } from './ofac-xml.ts';

/** OFAC's enhanced XML: names with scripts and parts, features, lists and legal authorities with days of publication. */
export async function* readOfacEnhanced(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  for await (const element of xmlRecords(texts, new Set(['publicationInfo', 'entity']))) {
    if (element.name === 'publicationInfo') {
      const on = textAt(element, 'dataAsOf')?.slice(0, 10);
      if (on !== undefined) yield { kind: 'published', on };
    } else if (element.name === 'entity') yield entryItem(entry(element));
  }
}

function entry(element: Element): Entry {
  const features = elementsAt(element, 'features/feature').map((feature) => ({
    type: textAt(feature, 'type') ?? '',
    value: textAt(feature, 'value') ?? '',
  }));
  const featured = (pattern: RegExp): readonly string[] =>
    features.filter(({ type }) => pattern.test(type)).map(({ value }) => value);
  return compact({
    id: element.attributes.id ?? '',
    schema: schemaOf(textAt(element, 'generalInfo/entityType')),
    names: elementsAt(element, 'names/name').flatMap(names),
    born: featured(/^(birthdate|date of birth)/i).flatMap((date) => isoDates(date)),
    bornIn: featured(/^place of birth/i),
    countries: [...featured(/^(nationality|citizenship)/i), ...textsAt(element, 'addresses/address/country')],
    addresses: elementsAt(element, 'addresses/address').map((address) =>
      joinParts(
        [...textsAt(address, 'translations/translation/addressParts/addressPart/value'), textAt(address, 'country')],
        ', ',
      ),
    ),
    documents: [
      ...elementsAt(element, 'identityDocuments/identityDocument').flatMap(document),
      ...featured(/^(vessel registration|imo)/i).map((number) => ({
        kind: 'imo',
        number: number.replace(/^IMO\s*/i, ''),
      })),
    ],
    programmes: textsAt(element, 'sanctionsPrograms/sanctionsProgram'),
    acts: textsAt(element, 'legalAuthorities/legalAuthority'),
    listedOn: elementsAt(element, 'sanctionsLists/sanctionsList')
      .map(({ attributes }) => attributes.datePublished)
      .filter((day) => day !== undefined)
      .sort()[0],
    gender: genderOf(textAt(element, 'generalInfo/gender') ?? featured(/^gender/i)[0]),
    positions: textsAt(element, 'generalInfo/title'),
    remarks: textAt(element, 'generalInfo/remarks'),
  }) as Entry;
}

function names(name: Element): ListedName[] {
  const primary = textAt(name, 'isPrimary') === 'true';
  const former = /f\.?k\.?a/i.test(textAt(name, 'aliasType') ?? '');
  return elementsAt(name, 'translations/translation').flatMap((translation, i): ListedName[] => {
    const text =
      textAt(translation, 'formattedFullName') ?? joinParts(textsAt(translation, 'nameParts/namePart/value'));
    if (text === '') return [];
    const [first, last] = [textAt(translation, 'formattedFirstName'), textAt(translation, 'formattedLastName')];
    const script = textAt(translation, 'script');
    return [
      {
        text,
        kind: primary && i === 0 ? 'primary' : former ? 'former' : 'alias',
        quality: textAt(name, 'isLowQuality') === 'true' ? 'weak' : 'strong',
        ...(script && { script }),
        ...(first && last && { parts: { first, last } }),
      },
    ];
  });
}

function document(element: Element): Document[] {
  const number = textAt(element, 'documentNumber');
  if (number === undefined) return [];
  const country = textAt(element, 'issuingCountry');
  return [{ kind: (textAt(element, 'type') ?? 'document').toLowerCase(), number, ...(country && { country }) }];
}
