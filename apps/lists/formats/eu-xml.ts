import type { Document, Entry, ListedName } from '../../../src/lists.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';
import { type Element, elementsAt, textAt, textsAt, xmlRecords } from '../xml-records.ts';

/** The Union's financial sanctions file, XML 1.1 (`export` of `sanctionEntity`). */
export async function* readEuXml(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  for await (const element of xmlRecords(texts, new Set(['sanctionEntity']))) {
    if (element.name === 'export' && element.attributes.generationDate !== undefined)
      yield { kind: 'published', on: element.attributes.generationDate.slice(0, 10) };
    else if (element.name === 'sanctionEntity') yield entryItem(entry(element));
  }
}

function entry(element: Element): Entry {
  const { logicalId, euReferenceNumber, unitedNationId, designationDate, delistingDate, designationDetails } =
    element.attributes;
  const regulations = elementsAt(element, 'regulation');
  const aliases = elementsAt(element, 'nameAlias');
  const births = elementsAt(element, 'birthdate');
  const addresses = elementsAt(element, 'address');
  return compact({
    id: euReferenceNumber || logicalId || '',
    schema: schemaOf(elementsAt(element, 'subjectType')[0]),
    names: names(aliases),
    born: births.flatMap(({ attributes }) => born(attributes)),
    bornIn: births.map(({ attributes: { city, region, place, countryDescription } }) =>
      joinParts([place, city, region, known(countryDescription)], ', '),
    ),
    countries: [...elementsAt(element, 'citizenship'), ...addresses]
      .map(({ attributes }) => attributes.countryIso2Code ?? '')
      .filter((code) => code !== '00'),
    addresses: addresses.map(({ attributes: { street, poBox, zipCode, city, region, place, countryDescription } }) =>
      joinParts([street, poBox && `PO Box ${poBox}`, place, zipCode, city, region, known(countryDescription)], ', '),
    ),
    documents: [
      ...elementsAt(element, 'identification').flatMap(document),
      ...(unitedNationId ? [{ kind: 'un reference', number: unitedNationId }] : []),
    ],
    programmes: regulations.map(({ attributes }) => attributes.programme ?? ''),
    acts: [...regulations, ...aliases.flatMap((alias) => elementsAt(alias, 'regulationSummary'))].map(
      ({ attributes }) => act(attributes),
    ),
    // The entry into force of the act that lists it now, where the designation itself has no day.
    listedOn:
      designationDate || regulations[0]?.attributes.entryIntoForceDate || regulations[0]?.attributes.publicationDate,
    until: delistingDate || undefined,
    gender: aliases
      .map(({ attributes }) => attributes.gender)
      .map((gender) => (gender === 'F' ? 'female' : gender === 'M' ? 'male' : undefined))
      .find(Boolean),
    positions: aliases.map(({ attributes }) => attributes.function ?? ''),
    remarks: joinParts([...textsAt(element, 'remark'), designationDetails], ' ') || undefined,
  }) as Entry;
}

const known = (country: string | undefined): string | undefined => (country === 'UNKNOWN' ? undefined : country);

const schemaOf = (type: Element | undefined): Entry['schema'] =>
  type?.attributes.classificationCode === 'P' || type?.attributes.code === 'person' ? 'Person' : 'Organization';

function names(aliases: readonly Element[]): ListedName[] {
  const listed = aliases.flatMap(
    ({ attributes: { firstName, middleName, lastName, wholeName, strong } }): ListedName[] => {
      const text = wholeName || joinParts([firstName, middleName, lastName]);
      if (text === '') return [];
      const parts = compact({ first: firstName, middle: middleName, last: lastName });
      return [
        {
          text,
          kind: 'alias',
          quality: strong === 'false' ? 'weak' : 'strong',
          ...(Object.keys(parts).length > 0 && { parts }),
        },
      ];
    },
  );
  return listed.map((name, i) => (i === 0 ? { ...name, kind: 'primary' } : name));
}

function born({
  birthdate,
  year,
  monthOfYear,
  dayOfMonth,
  yearRangeFrom,
  yearRangeTo,
  calendarType,
}: Element['attributes']): string[] {
  if (calendarType !== undefined && calendarType !== 'GREGORIAN') return [];
  if (birthdate) return [birthdate.slice(0, 10)];
  if (yearRangeFrom && yearRangeTo) return [`${yearRangeFrom}/${yearRangeTo}`];
  if (!year) return [];
  return [
    [year, monthOfYear, monthOfYear && dayOfMonth]
      .filter(Boolean)
      .map((part) => part!.padStart(2, '0'))
      .join('-'),
  ];
}

function document({ attributes: { number, identificationTypeCode, countryIso2Code }, ...rest }: Element): Document[] {
  const printed = number || textAt({ attributes: {}, ...rest }, 'remark');
  if (!printed) return [];
  return [
    {
      kind: identificationTypeCode ?? 'document',
      number: printed,
      ...(countryIso2Code && countryIso2Code !== '00' && { country: countryIso2Code }),
    },
  ];
}

/** `Council Regulation 2022/259` in one form: number of the act and the day of the Official Journal. */
const act = ({ numberTitle, publicationDate }: Element['attributes']): string =>
  numberTitle === undefined ? '' : `${numberTitle}${publicationDate ? ` of ${publicationDate.slice(0, 10)}` : ''}`;
