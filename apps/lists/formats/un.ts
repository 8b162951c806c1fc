import type { Document, Entry, ListedName } from '../../../src/lists.ts';
import { isoDates } from '../dates.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';
import { type Element, elementsAt, textAt, textsAt, xmlRecords } from '../xml-records.ts';

/** The consolidated list of the UN Security Council, XML: `INDIVIDUAL` and `ENTITY` elements, one a designation. */
export async function* readUn(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  for await (const element of xmlRecords(texts, new Set(['INDIVIDUAL', 'ENTITY']))) {
    if (element.name === 'CONSOLIDATED_LIST') {
      const made = element.attributes.dateGenerated;
      if (made !== undefined) yield { kind: 'published', on: made.slice(0, 10) };
    } else if (element.name === 'INDIVIDUAL' || element.name === 'ENTITY') yield entryItem(entry(element));
  }
}

function entry(element: Element): Entry {
  const kind = element.name;
  const programme = textAt(element, 'UN_LIST_TYPE');
  return compact({
    id: textAt(element, 'REFERENCE_NUMBER') ?? textAt(element, 'DATAID') ?? '',
    schema: kind === 'INDIVIDUAL' ? ('Person' as const) : ('Organization' as const),
    names: names(element, kind),
    born: elementsAt(element, `${kind}_DATE_OF_BIRTH`).flatMap(born),
    bornIn: elementsAt(element, `${kind}_PLACE_OF_BIRTH`).map(place),
    countries: [...textsAt(element, 'NATIONALITY/VALUE'), ...textsAt(element, `${kind}_ADDRESS/COUNTRY`)],
    addresses: elementsAt(element, `${kind}_ADDRESS`).map(place),
    documents: elementsAt(element, `${kind}_DOCUMENT`).flatMap(document),
    programmes: programme === undefined ? [] : [programme],
    listedOn: textAt(element, 'LISTED_ON')?.slice(0, 10),
    updatedOn: textsAt(element, 'LAST_DAY_UPDATED/VALUE').at(-1)?.slice(0, 10),
    gender: gender(textAt(element, 'GENDER')),
    positions: [...textsAt(element, 'DESIGNATION/VALUE'), ...textsAt(element, 'TITLE/VALUE')],
    remarks: textAt(element, 'COMMENTS1'),
  }) as Entry;
}

function names(element: Element, kind: string): readonly ListedName[] {
  const whole = joinParts(
    ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((name) => textAt(element, name)),
  );
  const native = textAt(element, 'NAME_ORIGINAL_SCRIPT');
  return [
    { text: whole, kind: 'primary', quality: 'strong' },
    ...(native === undefined ? [] : [{ text: native, kind: 'alias', quality: 'strong' } as const]),
    ...elementsAt(element, `${kind}_ALIAS`).flatMap((alias): ListedName[] => {
      const quality = textAt(alias, 'QUALITY') ?? '';
      return (textAt(alias, 'ALIAS_NAME') ?? '')
        .split(/;\s*/)
        .filter((text) => text !== '')
        .map((text) => ({
          text,
          kind: /f\.?k\.?a|former/i.test(quality) ? 'former' : 'alias',
          quality: /low/i.test(quality) ? 'weak' : 'strong',
        }));
    }),
  ];
}

function born(date: Element): readonly string[] {
  const [from, to] = [textAt(date, 'FROM_YEAR'), textAt(date, 'TO_YEAR')];
  if (from !== undefined && to !== undefined) return [`${from}/${to}`];
  const day = textAt(date, 'DATE') ?? textAt(date, 'YEAR') ?? textAt(date, 'DATE_OF_BIRTH');
  return day === undefined ? [] : isoDates(day);
}

const place = (element: Element): string =>
  joinParts(
    ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'].map((name) => textAt(element, name)),
    ', ',
  );

function document(element: Element): Document[] {
  const number = textAt(element, 'NUMBER');
  if (number === undefined) return [];
  const country = textAt(element, 'ISSUING_COUNTRY') ?? textAt(element, 'COUNTRY_OF_ISSUE');
  return [
    { kind: (textAt(element, 'TYPE_OF_DOCUMENT') ?? 'document').toLowerCase(), number, ...(country && { country }) },
  ];
}

const gender = (text: string | undefined): Entry['gender'] | undefined =>
  text === undefined ? undefined : /^f/i.test(text) ? 'female' : /^m/i.test(text) ? 'male' : undefined;
