import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/lists.ts';
import { formatOf, formats } from './formats.ts';
import type { ListItem } from './list-item.ts';

// Made by the published schemas; nobody in them is real.

async function* once(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 97) yield text.slice(at, at + 97);
}

async function read(
  text: string,
): Promise<{ format: string | undefined; entries: Entry[]; published: string[]; others: ListItem[] }> {
  const format = formatOf(text.slice(0, 4096));
  const items: ListItem[] = [];
  if (format !== undefined) for await (const item of formats[format]!.read(once(text))) items.push(item);
  return {
    format,
    entries: items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : [])),
    published: items.flatMap((item) => (item.kind === 'published' ? [item.on] : [])),
    others: items.filter(({ kind }) => kind !== 'entry' && kind !== 'published'),
  };
}

describe('a list of the European Union, XML 1.1', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2025-10-01T10:00:00.000+02:00" globalFileId="1">
  <sanctionEntity designationDate="2012-03-24" unitedNationId="XXi.001" euReferenceNumber="EU.1.2" logicalId="13">
    <remark>Made up.</remark>
    <regulation regulationType="amendment" organisationType="commission" publicationDate="2012-03-24" entryIntoForceDate="2012-03-25" numberTitle="1/2012 (OJ L1)" programme="IRN" logicalId="1"/>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Erika" middleName="" lastName="Musterfrau" wholeName="Erika Musterfrau" function="Clerk" gender="F" title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="2"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Эрика Мустерфрау" nameLanguage="RU" strong="false" regulationLanguage="en" logicalId="3"/>
    <citizenship countryIso2Code="IR" countryDescription="IRAN" regulationLanguage="en" logicalId="4"/>
    <birthdate circa="false" calendarType="GREGORIAN" city="Shiraz" birthdate="1970-02-03" dayOfMonth="3" monthOfYear="2" year="1970" countryIso2Code="IR" countryDescription="IRAN" logicalId="5"/>
    <birthdate circa="true" calendarType="ISLAMIC" year="1348" countryIso2Code="00" countryDescription="UNKNOWN" logicalId="6"/>
    <identification number="A123456" identificationTypeCode="passport" countryIso2Code="IR" logicalId="7"/>
  </sanctionEntity>
</export>`;

  it('gives every fact of an entity', async () => {
    const { format, entries, published } = await read(text);
    expect(format).toBe('eu-xml');
    expect(published).toEqual(['2025-10-01']);
    expect(entries).toEqual([
      {
        id: 'EU.1.2',
        schema: 'Person',
        names: [
          {
            text: 'Erika Musterfrau',
            kind: 'primary',
            quality: 'strong',
            parts: { first: 'Erika', last: 'Musterfrau' },
          },
          { text: 'Эрика Мустерфрау', kind: 'alias', quality: 'weak' },
        ],
        born: ['1970-02-03'],
        bornIn: ['Shiraz, IRAN'],
        countries: ['IR'],
        documents: [
          { kind: 'passport', number: 'A123456', country: 'IR' },
          { kind: 'un reference', number: 'XXi.001' },
        ],
        programmes: ['IRN'],
        acts: ['1/2012 (OJ L1) of 2012-03-24'],
        listedOn: '2012-03-24',
        gender: 'female',
        positions: ['Clerk'],
        remarks: 'Made up.',
      },
    ]);
  });

  it('gives the same of the CSV, whose rows belong together by entity', async () => {
    const head =
      'fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;Entity_Regulation_NumberTitle;Entity_Regulation_PublicationDate;NameAlias_LastName;NameAlias_FirstName;NameAlias_WholeName;NameAlias_Gender;BirthDate_BirthDate;BirthDate_Year;Identification_Number;Identification_TypeCode;Citizenship_CountryIso2Code';
    const { format, entries, published } = await read(
      `\ufeff${head}\n01/10/2025;13;EU.1.2;2012-03-24;P;IRN;1/2012 (OJ L1);2012-03-24;Musterfrau;Erika;Erika Musterfrau;F;;;;;\n01/10/2025;13;EU.1.2;2012-03-24;P;IRN;1/2012 (OJ L1);2012-03-24;;;;;1970-02-03;1970;;;\n01/10/2025;13;EU.1.2;2012-03-24;P;IRN;1/2012 (OJ L1);2012-03-24;;;;;;;A123456;passport;IR\n01/10/2025;14;EU.1.3;;E;IRN;;;;;"Muster; Söhne";;;;;;\n`.slice(
        1,
      ),
    );
    expect(format).toBe('eu-csv');
    expect(published).toEqual(['2025-10-01']);
    expect(
      entries.map(({ id, schema, names, born, documents, listedOn }) => ({
        id,
        schema,
        name: names[0]!.text,
        born,
        documents,
        listedOn,
      })),
    ).toEqual([
      {
        id: 'EU.1.2',
        schema: 'Person',
        name: 'Erika Musterfrau',
        born: ['1970-02-03'],
        documents: [{ kind: 'passport', number: 'A123456' }],
        listedOn: '2012-03-24',
      },
      {
        id: 'EU.1.3',
        schema: 'Organization',
        name: 'Muster; Söhne',
        born: undefined,
        documents: undefined,
        listedOn: undefined,
      },
    ]);
  });
});

it('reads the advanced XML of OFAC, whose tables stand first and whose acts come last', async () => {
  const { format, entries, published } = await read(`<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="3">
  <DateOfIssue CalendarTypeID="1"><Year>2024</Year><Month>5</Month><Day>6</Day></DateOfIssue>
  <ReferenceValueSets>
    <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
    <CountryValues><Country ID="11" ISO2="IR">Iran</Country></CountryValues>
    <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="25">Location</FeatureType></FeatureTypeValues>
    <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
    <LegalBasisValues><LegalBasis ID="5">Executive Order 13382</LegalBasis></LegalBasisValues>
    <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType></NamePartTypeValues>
    <PartySubTypeValues><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
    <PartyTypeValues><PartyType ID="1">Individual</PartyType></PartyTypeValues>
    <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType></SanctionsTypeValues>
    <ScriptValues><Script ID="215">Latin</Script></ScriptValues>
  </ReferenceValueSets>
  <Locations><Location ID="70"><LocationCountry CountryID="11"/><LocationPart><LocationPartValue><Value>Shiraz</Value></LocationPartValue></LocationPart></Location></Locations>
  <IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="900" IssuedBy-CountryID="11"><IDRegistrationNo>A123456</IDRegistrationNo></IDRegDocument></IDRegDocuments>
  <DistinctParties><DistinctParty FixedRef="77"><Profile ID="77" PartySubTypeID="4">
    <Identity ID="900" Primary="true">
      <Alias FixedRef="77" AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="31" ScriptID="215">Rika</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
      <Alias FixedRef="77" AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="30" ScriptID="215">Musterfrau</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="31" ScriptID="215">Erika</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
      <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="30" NamePartTypeID="1520"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="31" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups>
    </Identity>
    <Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1"><DatePeriod CalendarTypeID="1"><Start><From><Year>1970</Year><Month>1</Month><Day>1</Day></From><To><Year>1970</Year><Month>1</Month><Day>1</Day></To></Start><End><From><Year>1970</Year><Month>12</Month><Day>31</Day></From><To><Year>1970</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
    <Feature ID="2" FeatureTypeID="25"><FeatureVersion ID="2"><VersionLocation LocationID="70"/></FeatureVersion></Feature>
  </Profile></DistinctParty></DistinctParties>
  <SanctionsEntries><SanctionsEntry ID="77" ProfileID="77" ListID="1550"><EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="5"><Date CalendarTypeID="1"><Year>2010</Year><Month>6</Month><Day>16</Day></Date></EntryEvent><SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>NPWMD</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries>
</Sanctions>`);
  expect(format).toBe('ofac-advanced-xml');
  expect(published).toEqual(['2024-05-06']);
  expect(entries).toEqual([
    {
      id: '77',
      schema: 'Person',
      names: [
        {
          text: 'Musterfrau, Erika',
          kind: 'primary',
          quality: 'strong',
          script: 'Latin',
          parts: { first: 'Erika', last: 'Musterfrau' },
        },
        { text: 'Rika', kind: 'alias', quality: 'weak', script: 'Latin' },
      ],
      born: ['1970'],
      countries: ['Iran'],
      addresses: ['Shiraz, Iran'],
      documents: [{ kind: 'passport', number: 'A123456', country: 'Iran' }],
      programmes: ['NPWMD'],
      acts: ['Executive Order 13382'],
      listedOn: '2010-06-16',
    },
  ]);
});

it('reads OFAC’s CSV as it comes: -0- for nothing, quotes, facts in the remarks, a Ctrl-Z at the end', async () => {
  const { format, entries, others } = await read(
    '7157,"MUSTERFRAU, Erika","individual","SDGT] [IRGC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 29 Dec 1962; alt. DOB 1963; POB Shiraz, Iran; nationality Iran; Passport A0003450 (Iran); a.k.a. \'RIKA\'; Gender Female."\n7158,"MUSTER SHIP","vessel","IRAN",-0- ,"T2EA4","Tanker",-0- ,-0- ,"Panama",-0- ,"Vessel Registration Identification IMO 9187629."\n',
  );
  expect(format).toBe('ofac-csv');
  expect(others).toEqual([]);
  expect(entries[0]).toMatchObject({
    id: '7157',
    schema: 'Person',
    names: [{ text: 'MUSTERFRAU, Erika' }, { text: 'RIKA', quality: 'weak' }],
    born: ['1962-12-29', '1963'],
    bornIn: ['Shiraz, Iran'],
    countries: ['Iran'],
    documents: [{ kind: 'passport', number: 'A0003450', country: 'Iran' }],
    programmes: ['SDGT', 'IRGC'],
    gender: 'female',
  });
  expect(entries[1]).toMatchObject({
    schema: 'Vessel',
    documents: [
      { kind: 'imo', number: '9187629' },
      { kind: 'call sign', number: 'T2EA4' },
    ],
  });
});

describe('the UK Sanctions List', () => {
  it('is read from its XML', async () => {
    const { format, entries, published } =
      await read(`<?xml version="1.0" encoding="utf-8"?><Designations><DateGenerated>30/09/2025</DateGenerated>
<Designation><LastUpdated>01/02/2025</LastUpdated><DateDesignated>29/06/2012</DateDesignated><UniqueID>XXX0001</UniqueID><Names><Name><Name6>MUSTERFRAU</Name6><Name1>Erika</Name1><NameType>Primary Name</NameType></Name><Name><Name6>MUSTER</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name></Names><NonLatinNames><NonLatinName><NameNonLatinScript>اریکا</NameNonLatinScript><NonLatinScriptType>Arabic</NonLatinScriptType></NonLatinName></NonLatinNames><RegimeName>The Made-up Regulations</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip><IndividualDetails><Individual><DOBs><DOB>dd/mm/1967</DOB><DOB>03/02/1970</DOB></DOBs><Nationalities><Nationality>Iran</Nationality></Nationalities><PassportDetails><Passport><PassportNumber>A123456</PassportNumber></Passport></PassportDetails></Individual></IndividualDetails></Designation></Designations>`);
    expect(format).toBe('uk-xml');
    expect(published).toEqual(['2025-09-30']);
    expect(entries[0]).toEqual({
      id: 'XXX0001',
      schema: 'Person',
      names: [
        { text: 'Erika MUSTERFRAU', kind: 'primary', quality: 'strong', parts: { first: 'Erika', last: 'MUSTERFRAU' } },
        { text: 'MUSTER', kind: 'alias', quality: 'weak' },
        { text: 'اریکا', kind: 'alias', quality: 'strong', script: 'Arabic' },
      ],
      born: ['1967', '1970-02-03'],
      countries: ['Iran'],
      documents: [{ kind: 'passport', number: 'A123456' }],
      programmes: ['The Made-up Regulations'],
      listedOn: '2012-06-29',
      updatedOn: '2025-02-01',
    });
  });

  it('is read from its CSV, whose rows of an entry may lie apart', async () => {
    const { format, entries, published } = await read(
      'Report Date: 30-Sep-2025\nLast Updated,Unique ID,Name 6,Name 1,Name 2,Name type,Alias strength,Regime Name,Designation Type,Date Designated,D.O.B,IMO number\n01/02/2025,XXX0002,MUSTER SHIP,,,Primary name,,Made-up,Ship,29/06/2012,,9187629\n01/02/2025,XXX0001,MUSTERFRAU,Erika,Maria,Primary name,,Made-up,Individual,29/06/2012,03/02/1970,\n01/02/2025,XXX0002,OLD SHIP,,,Alias,Low,Made-up,Ship,29/06/2012,,\n',
    );
    expect(format).toBe('uk-csv');
    expect(published).toEqual(['2025-09-30']);
    expect(
      entries.map(({ id, schema, names, listedOn }) => [id, schema, names.map(({ text }) => text), listedOn]),
    ).toEqual([
      ['XXX0002', 'Vessel', ['MUSTER SHIP', 'OLD SHIP'], '2012-06-29'],
      ['XXX0001', 'Person', ['Erika Maria MUSTERFRAU'], '2012-06-29'],
    ]);
  });
});

it('reads the Consolidated Screening List as JSON', async () => {
  const { format, entries, others } = await read(
    JSON.stringify({
      total: 1,
      sources: [{ source: 'Entity List (EL)', source_last_updated: '2020-01-03' }],
      results: [
        {
          id: 'x1',
          name: 'MUSTER "TRADING" {LLC}',
          type: 'Entity',
          source: 'Entity List (EL)',
          alt_names: ['MUSTER ]'],
          addresses: [{ address: 'Street 1', city: 'Shiraz', country: 'IR' }],
          start_date: '2020-01-02',
          end_date: null,
          ids: [{ type: 'Registration', number: '123456', country: 'IR' }],
        },
      ],
    }),
  );
  expect(format).toBe('csl-json');
  expect(others).toEqual([]);
  expect(entries).toEqual([
    {
      id: 'x1',
      schema: 'Organization',
      names: [
        { text: 'MUSTER "TRADING" {LLC}', kind: 'primary', quality: 'strong' },
        { text: 'MUSTER ]', kind: 'alias', quality: 'strong' },
      ],
      countries: ['IR'],
      addresses: ['Street 1, Shiraz, IR'],
      documents: [{ kind: 'registration', number: '123456', country: 'IR' }],
      programmes: ['Entity List (EL)'],
      listedOn: '2020-01-02',
    },
  ]);
});

it('reads the Swiss list, in which parts of names have spellings in other scripts', async () => {
  const { format, entries, published } =
    await read(`<?xml version="1.0"?><swiss-sanctions-list date="2025-10-01" list-type="full-list">
<sanctions-program ssid="1"><program-name lang="ger">Gemacht</program-name><program-name lang="eng">Made up</program-name><sanctions-set ssid="2" lang="eng">Art. 1</sanctions-set></sanctions-program>
<place ssid="5"><location>Shiraz</location><country iso-code="IR">Iran</country></place>
<target ssid="9" sanctions-set-id="2"><individual sex="female"><identity main="true" ssid="10"><name name-type="primary-name" quality="good"><name-part name-part-type="given-name" order="1"><value>Erika</value><spelling-variant lang="rus" script="Cyrl">Эрика</spelling-variant></name-part><name-part name-part-type="family-name" order="2"><value>Musterfrau</value><spelling-variant lang="rus" script="Cyrl">Мустерфрау</spelling-variant></name-part></name><day-month-year day="3" month="2" year="1970"/><place-of-birth place-id="5"/></identity></individual><modification modification-type="listed" effective-date="2012-03-24" publication-date="2012-03-23"/></target></swiss-sanctions-list>`);
  expect(format).toBe('ch-xml');
  expect(published).toEqual(['2025-10-01']);
  expect(entries[0]).toMatchObject({
    id: '9',
    schema: 'Person',
    names: [
      { text: 'Erika Musterfrau', kind: 'primary' },
      { text: 'Эрика Мустерфрау', script: 'Cyrl' },
    ],
    born: ['1970-02-03'],
    bornIn: ['Shiraz, Iran'],
    programmes: ['Made up'],
    listedOn: '2012-03-24',
    gender: 'female',
  });
});

it('reads FollowTheMoney entities and joins their sanctions; a delta says so', async () => {
  const things = [
    { id: 's1', schema: 'Sanction', properties: { entity: ['e1'], programId: ['EU-IRN'], startDate: ['2012-03-24'] } },
    {
      id: 'e1',
      schema: 'Person',
      caption: 'Erika Musterfrau',
      properties: { name: ['Erika Musterfrau'], weakAlias: ['Rika'], birthDate: ['1970-02-03'], nationality: ['ir'] },
    },
  ];
  const { format, entries } = await read(things.map((thing) => JSON.stringify(thing)).join('\n'));
  expect(format).toBe('ftm');
  expect(entries).toEqual([
    {
      id: 'e1',
      schema: 'Person',
      names: [
        { text: 'Erika Musterfrau', kind: 'primary', quality: 'strong' },
        { text: 'Rika', kind: 'alias', quality: 'weak' },
      ],
      born: ['1970-02-03'],
      countries: ['ir'],
      programmes: ['EU-IRN'],
      listedOn: '2012-03-24',
    },
  ]);
  const delta = await read(
    `${JSON.stringify({ op: 'MOD', entity: things[1] })}\n${JSON.stringify({ op: 'DEL', entity: { id: 'e2' } })}\n`,
  );
  expect(delta.others).toEqual([{ kind: 'delta' }, { kind: 'gone', id: 'e2' }]);
  expect(delta.entries).toHaveLength(1);
});

it('reads a CSV of one’s own by the names of its columns', async () => {
  const { format, entries, others } = await read(
    'name,type,aliases,dob,country,listed_on,programme\nErika Musterfrau,Person,Rika; Erika M.,3.2.1970,Iran,2020-01-02,P1\n,Person,,,,,\n',
  );
  expect(format).toBe('csv');
  expect(entries).toEqual([
    {
      id: 'Erika Musterfrau 2020-01-02',
      schema: 'Person',
      names: [
        { text: 'Erika Musterfrau', kind: 'primary', quality: 'strong' },
        { text: 'Rika', kind: 'alias', quality: 'strong' },
        { text: 'Erika M.', kind: 'alias', quality: 'strong' },
      ],
      born: ['1970-02-03'],
      countries: ['Iran'],
      programmes: ['P1'],
      listedOn: '2020-01-02',
    },
  ]);
  expect(others).toMatchObject([{ kind: 'skipped', line: 3 }]);
});

it('reads Australia’s workbook saved as CSV, where letters mark further names', async () => {
  const { format, entries } = await read(
    'Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Citizenship,Committees,Control Date\n1,Erika Musterfrau,Individual,Primary Name,3/2/1970,Iran,Autonomous (Iran),24/03/2012\n1a,Rika Musterfrau,Individual,aka,,,,\n2,Muster Trading,Entity,Primary Name,,,Autonomous (Iran),25/03/2012\n',
  );
  expect(format).toBe('au-csv');
  expect(entries.map(({ id, names, listedOn }) => [id, names.length, listedOn])).toEqual([
    ['1', 2, '2012-03-24'],
    ['2', 1, '2012-03-25'],
  ]);
});

it.each([
  ['a web page', '<!DOCTYPE html><html><head><title>Not here</title></head></html>'],
  ['nothing', ''],
  ['other XML', '<?xml version="1.0"?><rss><channel/></rss>'],
  ['a picture', '\u0089PNG\r\n'],
])('takes %s for no list', async (_, text) => expect(formatOf(text)).toBeUndefined());
