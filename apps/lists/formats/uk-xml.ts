import type { Document, Entry, ListedName, Schema } from '../../../src/lists.ts';
import { isoDate, isoDates } from '../dates.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';
import { type Element, elementsAt, elementsNamed, textAt, textsAt, xmlRecords } from '../xml-records.ts';

/** The UK Sanctions List of the Foreign Office, XML (`Designations` of `Designation`). */
export async function* readUkXml(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  for await (const element of xmlRecords(texts, new Set(['DateGenerated', 'Designation']))) {
    if (element.name === 'DateGenerated') {
      const on = isoDate(element.text);
      if (on !== undefined) yield { kind: 'published', on };
    } else if (element.name === 'Designation') yield entryItem(entry(element));
  }
}

function entry(element: Element): Entry {
  const all = (name: string): readonly string[] =>
    elementsNamed(element, name)
      .map(({ text }) => text)
      .filter((text) => text !== '');
  const numbers = (kind: string, name: string): readonly Document[] => all(name).map((number) => ({ kind, number }));
  return compact({
    id: textAt(element, 'UniqueID') ?? '',
    schema: schemaOf(textAt(element, 'IndividualEntityShip')),
    names: names(element),
    born: all('DOB').flatMap((date) => isoDates(date)),
    bornIn: elementsNamed(element, 'Location').map((place) =>
      joinParts([textAt(place, 'TownOfBirth'), textAt(place, 'CountryOfBirth')], ', '),
    ),
    countries: [...all('Nationality'), ...all('AddressCountry'), ...all('CurrentBelievedFlagOfShip')],
    addresses: elementsAt(element, 'Addresses/Address').map(({ children }) =>
      joinParts(
        children.map(({ text }) => text),
        ', ',
      ),
    ),
    documents: [
      ...numbers('passport', 'PassportNumber'),
      ...numbers('national identification', 'NationalIdentifierNumber'),
      ...numbers('imo', 'IMONumber'),
      ...numbers('registration', 'BusinessRegistrationNumber'),
      ...numbers('un reference', 'UNReferenceNumber'),
    ],
    programmes: textsAt(element, 'RegimeName'),
    listedOn: isoDate(textAt(element, 'DateDesignated') ?? ''),
    updatedOn: isoDate(textAt(element, 'LastUpdated') ?? ''),
    gender: all('Gender')
      .map((gender) => (/^f/i.test(gender) ? 'female' : /^m/i.test(gender) ? 'male' : undefined))
      .find(Boolean),
    positions: all('Position'),
    remarks: textAt(element, 'OtherInformation') ?? textAt(element, 'UKStatementofReasons'),
  }) as Entry;
}

function schemaOf(type: string | undefined): Schema {
  if (type === 'Individual') return 'Person';
  return type === 'Ship' ? 'Vessel' : 'Organization';
}

function names(element: Element): readonly ListedName[] {
  const listed = elementsAt(element, 'Names/Name').flatMap((name): ListedName[] => {
    const text = joinParts(['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6'].map((part) => textAt(name, part)));
    if (text === '') return [];
    const type = textAt(name, 'NameType') ?? '';
    const [first, last] = [textAt(name, 'Name1'), textAt(name, 'Name6')];
    return [
      {
        text,
        kind: /^primary name$/i.test(type) ? 'primary' : /former|f\.?k\.?a/i.test(type) ? 'former' : 'alias',
        quality: /low/i.test(textAt(name, 'AliasStrength') ?? '') ? 'weak' : 'strong',
        ...(first && last && { parts: { first, last } }),
      },
    ];
  });
  const native = elementsAt(element, 'NonLatinNames/NonLatinName').flatMap((name): ListedName[] => {
    const text = textAt(name, 'NameNonLatinScript');
    const script = textAt(name, 'NonLatinScriptType');
    return text === undefined ? [] : [{ text, kind: 'alias', quality: 'strong', ...(script && { script }) }];
  });
  return [
    ...listed.filter(({ kind }) => kind === 'primary'),
    ...listed.filter(({ kind }) => kind !== 'primary'),
    ...native,
  ];
}
