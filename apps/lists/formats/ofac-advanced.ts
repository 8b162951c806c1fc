import type { Document, Entry, ListedName, Schema } from '../../../src/lists.ts';
import { compact, entryItem, joinParts, type ListItem } from '../list-item.ts';
import { type Element, elementsAt, elementsNamed, textAt, xmlRecords } from '../xml-records.ts';

/**
 * OFAC's advanced XML (UN 1267/1988 advanced standard): values stand in tables at the start under numbers, parties refer to them,
 * and the acts that list a party come after all parties; so the entries are held until the end.
 */
export async function* readOfacAdvanced(texts: AsyncIterable<string>): AsyncGenerator<ListItem> {
  const tables = new Tables();
  const parties = new Map<string, Entry>();
  const records = new Set([
    'DateOfIssue',
    'ReferenceValueSets',
    'Location',
    'IDRegDocument',
    'DistinctParty',
    'SanctionsEntry',
  ]);
  for await (const element of xmlRecords(texts, records)) {
    if (element.name === 'DateOfIssue') yield { kind: 'published', on: dayOf(element) ?? '' };
    else if (element.name === 'ReferenceValueSets') tables.learnValues(element);
    else if (element.name === 'Location') tables.locations.set(element.attributes.ID ?? '', tables.placeOf(element));
    else if (element.name === 'IDRegDocument') tables.learnDocument(element);
    else if (element.name === 'DistinctParty') {
      for (const profile of elementsAt(element, 'Profile'))
        parties.set(profile.attributes.ID ?? '', party(profile, tables));
    } else if (element.name === 'SanctionsEntry') {
      const profile = element.attributes.ProfileID ?? '';
      const known = parties.get(profile);
      if (known !== undefined) parties.set(profile, listed(known, element, tables));
    }
  }
  for (const entry of parties.values()) yield entryItem(entry);
}

class Tables {
  readonly locations = new Map<string, string>();
  private readonly values = new Map<string, string>();
  private readonly subTypes = new Map<string, string>();
  private readonly documents = new Map<string, Document[]>();

  learnValues(sets: Element): void {
    for (const set of sets.children) {
      for (const value of set.children) {
        this.values.set(`${value.name} ${value.attributes.ID}`, value.text);
        if (value.name === 'PartySubType')
          this.subTypes.set(value.attributes.ID ?? '', value.attributes.PartyTypeID ?? '');
      }
    }
  }

  value(table: string, id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.values.get(`${table} ${id}`);
  }

  schemaOf(subType: string | undefined): Schema {
    const name = this.value('PartySubType', subType) ?? '';
    if (/vessel/i.test(name)) return 'Vessel';
    if (/aircraft/i.test(name)) return 'Airplane';
    return this.value('PartyType', this.subTypes.get(subType ?? '')) === 'Individual' ? 'Person' : 'Organization';
  }

  placeOf(location: Element): string {
    const parts = elementsNamed(location, 'LocationPartValue').map((part) => textAt(part, 'Value'));
    const countries = elementsNamed(location, 'LocationCountry').map(({ attributes }) =>
      this.value('Country', attributes.CountryID),
    );
    return joinParts([...parts, ...countries], ', ');
  }

  learnDocument(element: Element): void {
    const number = textAt(element, 'IDRegistrationNo');
    if (number === undefined) return;
    const kind = this.value('IDRegDocType', element.attributes.IDRegDocTypeID) ?? 'document';
    const country = this.value('Country', element.attributes['IssuedBy-CountryID']);
    const document = /vessel registration/i.test(kind)
      ? { kind: 'imo', number: number.replace(/^IMO\s*/i, '') }
      : { kind: kind.toLowerCase(), number, ...(country && { country }) };
    const identity = element.attributes.IdentityID ?? '';
    this.documents.set(identity, [...(this.documents.get(identity) ?? []), document]);
  }

  documentsOf(identity: string | undefined): readonly Document[] {
    return this.documents.get(identity ?? '') ?? [];
  }
}

function party(profile: Element, tables: Tables): Entry {
  const identities = elementsAt(profile, 'Identity');
  const schema = tables.schemaOf(profile.attributes.PartySubTypeID);
  const features = elementsAt(profile, 'Feature').map((feature) => ({
    feature,
    type: tables.value('FeatureType', feature.attributes.FeatureTypeID) ?? '',
  }));
  const featured = (pattern: RegExp): readonly Element[] =>
    features.filter(({ type }) => pattern.test(type)).map(({ feature }) => feature);
  const places = (pattern: RegExp): readonly string[] =>
    featured(pattern).flatMap((feature) =>
      elementsNamed(feature, 'VersionLocation').map(
        ({ attributes }) => tables.locations.get(attributes.LocationID ?? '') ?? '',
      ),
    );
  const details = (pattern: RegExp): readonly string[] =>
    featured(pattern).flatMap((feature) =>
      elementsNamed(feature, 'VersionDetail').map(
        (detail) => tables.value('DetailReference', detail.attributes.DetailReferenceID) ?? detail.text,
      ),
    );
  return compact({
    id: profile.attributes.ID ?? '',
    schema,
    names: identities
      .flatMap((identity) => names(identity, schema, tables))
      .sort((a, b) => Number(b.kind === 'primary') - Number(a.kind === 'primary')),
    born: featured(/^birthdate/i).flatMap((feature) => elementsNamed(feature, 'DatePeriod').map(periodOf)),
    bornIn: [...places(/^place of birth/i), ...details(/^place of birth/i)],
    countries: [
      ...places(/^(nationality|citizenship)/i),
      ...places(/^location/i).map((place) => place.split(', ').at(-1) ?? ''),
      ...details(/^vessel flag/i),
    ],
    addresses: places(/^location/i),
    documents: [
      ...identities.flatMap(({ attributes }) => tables.documentsOf(attributes.ID)),
      ...details(/call sign|mmsi/i).map((number) => ({ kind: 'call sign', number })),
    ],
    positions: details(/^title/i),
  }) as Entry;
}

function names(identity: Element, schema: Schema, tables: Tables): ListedName[] {
  const types = new Map(
    elementsNamed(identity, 'NamePartGroup').map(({ attributes }) => [
      attributes.ID,
      tables.value('NamePartType', attributes.NamePartTypeID) ?? '',
    ]),
  );
  return elementsAt(identity, 'Alias').flatMap((alias) =>
    elementsAt(alias, 'DocumentedName').map((documented, i): ListedName => {
      const parts = elementsNamed(documented, 'NamePartValue').map(({ attributes, text }) => ({
        type: types.get(attributes.NamePartGroupID) ?? '',
        text,
        script: attributes.ScriptID,
      }));
      const of = (pattern: RegExp): string =>
        joinParts(parts.filter(({ type }) => pattern.test(type)).map(({ text }) => text));
      const [last, first] = [of(/last|maiden/i), of(/first|middle|patronymic|matronymic|nickname/i)];
      const script = tables.value('Script', parts[0]?.script);
      const former = /^f/i.test(tables.value('AliasType', alias.attributes.AliasTypeID) ?? '');
      return {
        text:
          schema === 'Person' && last !== '' && first !== ''
            ? `${last}, ${first}`
            : joinParts(parts.map(({ text }) => text)),
        kind: alias.attributes.Primary === 'true' && i === 0 ? 'primary' : former ? 'former' : 'alias',
        quality: alias.attributes.LowQuality === 'true' ? 'weak' : 'strong',
        ...(script && { script }),
        ...(schema === 'Person' && last !== '' && first !== '' ? { parts: { first, last } } : {}),
      };
    }),
  );
}

function listed(entry: Entry, element: Element, tables: Tables): Entry {
  const events = elementsAt(element, 'EntryEvent');
  const days = events.flatMap((event) => elementsAt(event, 'Date').map(dayOf)).filter((day) => day !== undefined);
  const acts = events.map((event) => tables.value('LegalBasis', event.attributes.LegalBasisID) ?? '');
  const programmes = elementsAt(element, 'SanctionsMeasure')
    .filter(({ attributes }) => tables.value('SanctionsType', attributes.SanctionsTypeID) === 'Program')
    .map((measure) => textAt(measure, 'Comment') ?? '');
  const listedOn = [entry.listedOn, ...days].filter((day) => day !== undefined).sort()[0];
  return compact({
    ...entry,
    programmes: [...(entry.programmes ?? []), ...programmes],
    acts: [...(entry.acts ?? []), ...acts],
    listedOn,
  }) as Entry;
}

function dayOf(date: Element): string | undefined {
  const year = textAt(date, 'Year');
  if (year === undefined) return undefined;
  const [month, day] = ['Month', 'Day'].map((part) => textAt(date, part)?.padStart(2, '0'));
  return [year, month, day].filter((part) => part !== undefined).join('-');
}

/** A day, or a range of years, of the bounds of a period. */
function periodOf(period: Element): string {
  const days = ['Start/From', 'Start/To', 'End/From', 'End/To']
    .flatMap((path) => elementsAt(period, path).map(dayOf))
    .filter((day) => day !== undefined)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return first;
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)];
  return from === to ? from : `${from}/${to}`;
}
