import type { Document, Entry, ListedName, Schema } from '../../../src/lists.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';
import { type Element, elementsAt, elementsNamed, textAt, textsAt, xmlRecords } from '../xml-records.ts';

/** The list of the Swiss State Secretariat for Economic Affairs, XML: programmes and places first, then `target` elements. */
export async function* readSwiss(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  const programmes = new Map<string, string>();
  const places = new Map<string, string>();
  for await (const element of xmlRecords(texts, new Set(['sanctions-program', 'place', 'target']))) {
    if (element.name === 'swiss-sanctions-list' && element.attributes.date !== undefined)
      yield { kind: 'published', on: element.attributes.date.slice(0, 10) };
    else if (element.name === 'sanctions-program') learnProgramme(element, programmes);
    else if (element.name === 'place') places.set(element.attributes.ssid ?? '', placeOf(element));
    else if (element.name === 'target') {
      const one = entry(element, programmes, places);
      if (one !== undefined) yield entryItem(one);
    }
  }
}

function learnProgramme(element: Element, programmes: Map<string, string>): void {
  const english =
    elementsAt(element, 'program-name').find(({ attributes }) => attributes.lang === 'eng')?.text ??
    textAt(element, 'program-name') ??
    '';
  for (const set of elementsAt(element, 'sanctions-set')) programmes.set(set.attributes.ssid ?? '', english);
}

const placeOf = (element: Element): string =>
  joinParts(
    ['location', 'area', 'country'].map((part) => textAt(element, part)),
    ', ',
  );

function entry(
  target: Element,
  programmes: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, string>,
): Entry | undefined {
  const thing = target.children.find(({ name }) => name === 'individual' || name === 'entity' || name === 'object');
  if (thing === undefined) return undefined;
  const changes = elementsAt(target, 'modification').map(({ attributes }) => attributes);
  const listed = changes
    .filter((change) => change['modification-type'] === 'listed')
    .map((change) => change['effective-date'] ?? change['publication-date']);
  const delisted = changes
    .filter((change) => change['modification-type'] === 'de-listed')
    .map((change) => change['effective-date'] ?? change['publication-date']);
  const said = textsAt(thing, 'other-information');
  const numbered = (kind: string, pattern: RegExp): readonly Document[] =>
    said.flatMap((text) => (pattern.exec(text)?.[1] === undefined ? [] : [{ kind, number: pattern.exec(text)![1]! }]));
  const identities = elementsAt(thing, 'identity');
  const at = (name: string): readonly string[] =>
    identities
      .flatMap((identity) => elementsNamed(identity, name))
      .map((place) =>
        joinParts(
          [textAt(place, 'address-details'), textAt(place, 'zip-code'), places.get(place.attributes['place-id'] ?? '')],
          ', ',
        ),
      );
  return compact({
    id: target.attributes.ssid ?? '',
    schema: schemaOf(thing),
    names: identities
      .flatMap((identity) =>
        elementsAt(identity, 'name').flatMap((name) => names(name, identity.attributes.main === 'true')),
      )
      .sort((a, b) => Number(b.kind === 'primary') - Number(a.kind === 'primary')),
    born:
      thing.name !== 'individual'
        ? []
        : elementsNamed(thing, 'day-month-year').map(({ attributes: { year, month, day } }) =>
            [year, month, month && day]
              .filter(Boolean)
              .map((part) => part!.padStart(2, '0'))
              .join('-'),
          ),
    bornIn: at('place-of-birth'),
    countries: elementsNamed(thing, 'nationality').flatMap((nationality) =>
      elementsAt(nationality, 'country').map(({ attributes, text }) => attributes['iso-code'] ?? text),
    ),
    addresses: at('address'),
    documents: [
      ...elementsNamed(thing, 'identification-document').flatMap((document): Document[] => {
        const number = textAt(document, 'number');
        const country = textAt(document, 'issuer');
        return number === undefined
          ? []
          : [{ kind: document.attributes['document-type'] ?? 'document', number, ...(country && { country }) }];
      }),
      ...numbered('imo', /IMO [Nn]umber ?: (\d{7})/),
      ...numbered('registration', /[Rr]egistration number ?: (\d+)/),
      ...numbered('tax', /Tax(?:payer)? [\w ]+ ?: (\d+)/),
      ...textsAt(target, 'foreign-identifier').map((number) => ({ kind: 'un reference', number })),
    ],
    programmes: [target.attributes['sanctions-set-id'], ...textsAt(target, 'sanctions-set-id')].map(
      (set) => programmes.get(set ?? '') ?? '',
    ),
    listedOn: listed.filter(Boolean).sort()[0],
    until: delisted.filter(Boolean).sort().at(-1),
    gender: thing.attributes.sex === 'female' ? 'female' : thing.attributes.sex === 'male' ? 'male' : undefined,
    remarks: textsAt(thing, 'justification')[0],
  }) as Entry;
}

function schemaOf({ name, attributes }: Element): Schema {
  if (name === 'individual') return 'Person';
  if (name === 'entity') return 'Organization';
  return attributes['object-type'] === 'aircraft' ? 'Airplane' : 'Vessel';
}

/** The name as its parts stand in order, and once more in each script that its parts are spelled in. */
function names(name: Element, main: boolean): ListedName[] {
  const parts = [...elementsAt(name, 'name-part')]
    .sort((a, b) => Number(a.attributes.order) - Number(b.attributes.order))
    .filter(({ attributes }) => attributes['name-part-type'] !== 'title');
  const kind = name.attributes['name-type'];
  const quality = name.attributes.quality === 'low' ? 'weak' : 'strong';
  const scripts = new Set(
    parts.flatMap((part) => elementsAt(part, 'spelling-variant').map(({ attributes }) => attributes.script ?? '')),
  );
  const spelled = (script: string): string =>
    joinParts(
      parts.map(
        (part) =>
          elementsAt(part, 'spelling-variant').find(({ attributes }) => (attributes.script ?? '') === script)?.text ??
          textAt(part, 'value'),
      ),
    );
  const whole = joinParts(parts.map((part) => textAt(part, 'value')));
  return [
    ...(whole === ''
      ? []
      : [
          {
            text: whole,
            kind:
              kind === 'primary-name' && main
                ? ('primary' as const)
                : kind === 'formerly-known-as'
                  ? ('former' as const)
                  : ('alias' as const),
            quality,
          } as const,
        ]),
    ...[...scripts].map(
      (script) => ({ text: spelled(script), kind: 'alias' as const, quality, ...(script && { script }) }) as const,
    ),
  ];
}
