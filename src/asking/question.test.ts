import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedParty, Question } from '../law/question.ts';
import { loadRecord, type RecordFile } from '../record/load.ts';
import { formatInstant, parseInstant } from '../time/instant.ts';
import { calendarTables } from './calendar-tables.ts';
import { FIELDS } from './fields.ts';
import { stillNeeded, understandQuestion } from './question.ts';
import { vocabularyOf } from './vocabulary.ts';

const home = new URL('../../record/', import.meta.url);
const fileAt = (path: string): RecordFile => ({ path, text: readFileSync(new URL(path, home), 'utf8') });
const folder = (name: string): readonly RecordFile[] =>
  readdirSync(new URL(`${name}/`, home)).map((file) => fileAt(`${name}/${file}`));
const position = (id: string, kind: string): RecordFile => ({
  path: `positions/${id.toLowerCase()}.yaml`,
  text: `position: ${id}\nname: ${id}\nkind: ${kind}\naliases: [${id} office]\nstances: []\n`,
});

/** The States and goods of the record, with a dispute small enough to see whole. */
const loaded = loadRecord(
  [
    { path: 'record.yaml', text: 'horizon: "2026-11-23"\n' },
    ...folder('states'),
    ...folder('goods'),
    position('US', 'state'),
    position('EU', 'organisation'),
    position('UN-SEC', 'practice'),
    {
      path: 'points/small.yaml',
      text: 'points:\n  - {id: iran/notice-2025, kind: counts-as, question: Did it count?, "yes": it did, "no": it did not, evidence: unverified}\n',
    },
    {
      path: 'events/small.yaml',
      text: 'events:\n  - {id: iran/broader-conclusion, kind: report, what: The broader conclusion, occurred: none, evidence: unverified}\n  - {id: iran/adoption-day, kind: milestone, what: Adoption Day, occurred: 2015-10-18, evidence: unverified}\n',
    },
  ],
  'sha256:test',
);
if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join(' '));
const vocabulary = vocabularyOf(loaded.value.record);

/** Three designations with one name each; a comma is part of the second. */
function findParty(input: string): AskedParty {
  const names: Readonly<Record<string, string>> = { 'bank sepah': 'b1', 'smith, john': 'p1', 'ocean star': 'v1' };
  const id = names[input.toLowerCase()];
  const candidates = input === 'Bank Sepeh' ? [{ id: 'b1', name: 'Bank Sepah', list: 'un/small' }] : [];
  return { input, designations: id === undefined ? [] : [id], candidates };
}

const now = parseInstant('2026-11-24T12:00:00Z')!;
const surroundings = { now, tables: calendarTables, findParty };
const plain = { from: 'RU', to: 'IR', goods: 'arms', on: '2025-10-01' };

const ask = (words: unknown) => understandQuestion(words, vocabulary, surroundings);
function asked(words: unknown): Question {
  const checked = ask(words);
  if (!checked.ok) throw new Error(checked.errors.map(({ message }) => message).join(' '));
  return checked.value;
}
function faults(words: unknown): readonly string[] {
  const checked = ask(words);
  return checked.ok ? [] : checked.errors.map(({ code, place }) => `${place.within} ${code}`);
}
const messageOf = (words: unknown): string => {
  const checked = ask(words);
  return checked.ok ? '' : checked.errors.map(({ message }) => message).join(' ');
};

it('understands a question in codes', () => {
  expect(asked(plain)).toEqual({
    from: 'RU',
    to: 'IR',
    goods: [{ input: 'arms', code: 'arms', how: 'exact' }],
    activity: 'transfer',
    at: { from: parseInstant('2025-10-01T00:00:00Z'), until: parseInstant('2025-10-02T00:00:00Z') },
    parties: [],
    asKnown: parseInstant('2026-11-23T23:59:59Z'),
    suppose: [],
    notes: [],
  });
});

it.each([
  [{ from: 'Russia', to: 'Iran', goods: 'weapons', on: '1 October 2025' }],
  [{ from: 'روسیه', to: 'ایران', goods: 'تسلیحات', on: '۹ مهر ۱۴۰۴' }],
  [{ from: 'Россия', to: 'Иран', goods: 'оружие', on: '1 октября 2025 года', activity: 'передача' }],
  [{ from: 'روسيا', to: 'إيران', goods: 'أسلحة', on: '١ أكتوبر ٢٠٢٥' }],
  [{ from: 'Russie', to: 'Iran', goods: 'armes', on: '1er octobre 2025', activity: 'transfert' }],
  [{ from: 'Russland', to: 'Iran', goods: 'Waffen', on: '1. Oktober 2025' }],
  [{ from: 'Rusia', to: 'Irán', goods: 'armas', on: '1 de octubre de 2025', activity: 'transferencia' }],
])('understands the same question in seven languages: %j', (words) => {
  const { goods, ...rest } = asked(words);
  const { goods: plainGoods, ...expected } = asked(plain);
  expect(rest).toEqual(expected);
  expect(goods.map(({ code }) => code)).toEqual(plainGoods.map(({ code }) => code));
});

describe('fields', () => {
  it.each([
    [null, 'question not-a-question'],
    [undefined, 'question not-a-question'],
    ['from RU to IR', 'question not-a-question'],
    [[plain], 'question not-a-question'],
    [{ ...plain, form: 'RU' }, 'question unknown-field'],
    [{ ...plain, to: 7 }, 'to wrong-type'],
    [{ ...plain, to: ['IR'] }, 'to wrong-type'],
    [{ ...plain, goods: { code: 'arms' } }, 'goods wrong-type'],
    [{ ...plain, goods: ['arms', 7] }, 'goods wrong-type'],
    [{ ...plain, law: true }, 'law wrong-type'],
    [{ ...plain, from: '' }, 'from empty-text'],
    [{ ...plain, from: '  ' }, 'from empty-text'],
    [{ ...plain, law: '' }, 'law empty-text'],
    [{ ...plain, law: ',' }, 'law empty-text'],
    [{ ...plain, to: 'I\u0000R' }, 'to control-characters'],
    [{ ...plain, to: '\ud800' }, 'to control-characters'],
    [{ ...plain, goods: 'a'.repeat(5000) }, 'goods text-too-long'],
    [{ ...plain, law: Array.from({ length: 200 }, () => 'UN') }, 'law too-many-values'],
  ])('that cannot be read are refused, each with its place', (words, fault) => expect(faults(words)).toContain(fault));

  it.each([
    ['as-known', 'asKnown'],
    ['as_known', 'asKnown'],
    ['form', 'from'],
    ['accordingto', 'accordingTo'],
    ['goodz', 'goods'],
  ])('`%s` is answered with a suggestion of `%s`', (field, nearest) =>
    expect(messageOf({ ...plain, [field]: 'x' })).toContain(`Did you mean \`${nearest}\`?`),
  );

  it('that are null count as left out', () =>
    expect(asked({ ...plain, region: null, law: null, party: undefined })).toEqual(asked(plain)));

  it('may carry an id, as text or as a number', () => {
    expect(asked({ ...plain, id: 'q1' }).id).toBe('q1');
    expect(asked({ ...plain, id: 7 }).id).toBe('7');
  });

  it('inherited from elsewhere do not count', () => expect(faults(Object.create(plain))).toContain('on date-missing'));

  it('are all judged, so that one run tells everything that is wrong', () =>
    expect(
      faults({
        from: 'Irann',
        to: 'XX',
        goods: 'zeppelin',
        on: 'soon',
        activity: 'gift',
        recipient: 'me',
        law: 'ZZ',
        accordingTo: 'Zembla',
        suppose: 'x',
      }),
    ).toEqual([
      'on unknown-date',
      'activity unknown-activity',
      'from unknown-state',
      'to unknown-state',
      'goods unknown-goods',
      'recipient unknown-recipient',
      'law unknown-law',
      'accordingTo unknown-position',
      'suppose unknown-supposition',
    ]));
});

describe('what an activity needs', () => {
  it.each([
    [{ goods: 'arms', on: '2025' }, ['from places-missing']],
    [{ from: 'RU', goods: 'arms', on: '2025' }, []],
    [{ to: 'IR', goods: 'arms', on: '2025' }, []],
    [{ to: 'IR', on: '2025' }, ['goods goods-missing']],
    [{ to: 'IR', goods: [], on: '2025' }, ['goods goods-missing']],
    [{ to: 'IR', goods: 'arms' }, ['on date-missing']],
    [{ activity: 'supply', from: 'RU', on: '2025' }, ['goods goods-missing']],
    [{ activity: 'assistance', to: 'IR', on: '2025' }, []],
    [{ activity: 'travel', from: 'IR', on: '2025' }, ['to place-missing', 'party party-missing']],
    [{ activity: 'travel', to: 'FR', party: 'Smith, John', on: '2025' }, []],
    [{ activity: 'freeze', to: 'IR', party: 'Bank Sepah', on: '2025' }, ['from place-missing']],
    [{ activity: 'freeze', from: 'FR', party: 'Bank Sepah', on: '2025' }, []],
    [{ activity: 'freeze', from: 'FR', on: '2025' }, ['party party-missing']],
    [{}, ['on date-missing', 'from places-missing', 'goods goods-missing']],
  ])('%j: %j', (words, expected) => expect(faults(words)).toEqual(expected));
});

describe('the times of a question', () => {
  const text = (at: number | undefined): string => formatInstant(at as never);

  it('are days in the zone that is given, save publication and contract, which are days in UTC', () => {
    const question = asked({ ...plain, zone: 'Asia/Tehran', asKnown: '2025-10-01', contract: '2025-09-01' });
    expect([question.at.from, question.at.until, question.asKnown, question.contract].map(text)).toEqual([
      '2025-09-30T20:30:00Z',
      '2025-10-01T20:30:00Z',
      '2025-10-01T23:59:59Z',
      '2025-09-01T00:00:00Z',
    ]);
  });

  it.each([
    ['2025-10-01', '2025-10-01T23:59:59Z'],
    ['2025-09', '2025-09-30T23:59:59Z'],
    ['2020', '2020-12-31T23:59:59Z'],
    [2020, '2020-12-31T23:59:59Z'],
    ['2025-10-01T12:00Z', '2025-10-01T12:00:00Z'],
    ['now', '2026-11-24T12:00:00Z'],
  ])('as known on %s means what was public by %s', (asKnown, expected) =>
    expect(text(asked({ ...plain, asKnown }).asKnown)).toBe(expected),
  );

  it('take a clock time in the zone that is given', () =>
    expect(text(asked({ ...plain, on: '2020-09-20T04:30', zone: 'Asia/Tehran' }).at.from)).toBe(
      '2020-09-20T00:00:00Z',
    ));

  it('are Solar Hijri where the calendar says so', () =>
    expect(text(asked({ ...plain, on: '۱۴۰۴/۷/۹', calendar: 'persian', contract: '1404-07-06' }).contract)).toBe(
      '2025-09-28T00:00:00Z',
    ));

  it.each([
    [{ ...plain, contract: '2025' }, 'contract date-not-a-day'],
    [{ ...plain, contract: '2025-13-01' }, 'contract impossible-date'],
    [{ ...plain, zone: 'Teheran' }, 'zone unknown-zone'],
    [{ ...plain, zone: 'constructor' }, 'zone unknown-zone'],
    [{ ...plain, calendar: 'lunar' }, 'calendar unknown-calendar'],
    [{ ...plain, calendar: 'constructor' }, 'calendar unknown-calendar'],
    [{ ...plain, on: '1404-07-06' }, 'on which-calendar'],
    [{ ...plain, on: '2025-09-28T03:30' }, 'on local-time-without-zone'],
    [{ ...plain, on: { day: 1 } }, 'on wrong-type'],
  ])('are refused with their field: %j', (words, fault) => expect(faults(words)).toEqual([fault]));
});

describe('parties', () => {
  const inputs = (party: unknown): readonly string[] => asked({ ...plain, party }).parties.map(({ input }) => input);

  it.each([
    ['Bank Sepah', ['Bank Sepah']],
    ['Smith, John', ['Smith, John']],
    ['Bank Sepah, Ocean Star', ['Bank Sepah', 'Ocean Star']],
    ['Nobody, Known', ['Nobody, Known']],
    [
      ['Smith, John', 'Ocean Star'],
      ['Smith, John', 'Ocean Star'],
    ],
  ])('%j are %j', (party, expected) => expect(inputs(party)).toEqual(expected));

  it('are identified, or only close to somebody', () => {
    expect(asked({ ...plain, party: 'BANK SEPAH' }).parties[0]!.designations).toEqual(['b1']);
    expect(asked({ ...plain, party: 'Bank Sepeh' }).parties[0]).toMatchObject({
      designations: [],
      candidates: [{ id: 'b1' }],
    });
  });

  it('are not signs', () => expect(faults({ ...plain, party: '???' })).toEqual(['party no-name']));
});

describe('laws and positions', () => {
  it.each([
    ['UN', ['UN']],
    ['un,eu', ['UN', 'EU']],
    [
      ['UN', 'European Union', 'UN'],
      ['UN', 'EU'],
    ],
    ['Russia', ['RU']],
    ['United Kingdom', ['GB']],
  ])('the laws %j are %j', (law, expected) => expect(asked({ ...plain, law }).laws).toEqual(expected));

  it('a law that the record does not hold is refused', () =>
    expect(messageOf({ ...plain, law: 'Vanuatu' })).toContain('It holds'));

  it.each([
    ['US', ['US']],
    ['us, fr', ['US', 'FR']],
    [
      ['United States', 'UN-SEC'],
      ['US', 'UN-SEC'],
    ],
    ['un-sec', ['UN-SEC']],
    ['EU', ['EU']],
    ['European Union', ['EU']],
    ['Vanuatu', ['VU']],
    ['Россия', ['RU']],
    ['UN-SEC office', ['UN-SEC']],
  ])('the positions %j are %j', (accordingTo, expected) =>
    expect(asked({ ...plain, accordingTo }).accordingTo).toEqual(expected),
  );

  it.each([
    ['UN', 'accordingTo united-nations-has-no-position', 'UN-SEC'],
    ['United Nations', 'accordingTo united-nations-has-no-position', 'UN-SEC'],
    ['E3', 'accordingTo group-has-no-position', 'FR'],
    ['everyone', 'accordingTo unknown-position', 'Name a State'],
    ['constructor', 'accordingTo unknown-position', 'Name a State'],
  ])('the position of %s is refused: %s', (accordingTo, fault, hint) => {
    expect(faults({ ...plain, accordingTo })).toEqual([fault]);
    expect(messageOf({ ...plain, accordingTo })).toContain(hint);
  });
});

describe('suppositions', () => {
  const midnight = parseInstant('2025-09-20T00:00:00Z');
  it.each([
    ['stance:iran/notice-2025=yes', { kind: 'stance', point: 'iran/notice-2025', answer: 'yes' }],
    ['iran/notice-2025=no', { kind: 'stance', point: 'iran/notice-2025', answer: 'no' }],
    ['iran/notice-2025 = Undetermined', { kind: 'stance', point: 'iran/notice-2025', answer: 'undetermined' }],
    [
      'event:iran/broader-conclusion=2025-09-20',
      { kind: 'event', event: 'iran/broader-conclusion', occurred: midnight },
    ],
    [
      'iran/broader-conclusion=2025-09-20T03:30+03:30',
      { kind: 'event', event: 'iran/broader-conclusion', occurred: midnight },
    ],
    ['event:iran/adoption-day=none', { kind: 'event', event: 'iran/adoption-day', occurred: 'none' }],
  ])('%s is read', (suppose, expected) => expect(asked({ ...plain, suppose }).suppose).toEqual([expected]));

  it('can be several', () =>
    expect(asked({ ...plain, suppose: 'iran/notice-2025=no,event:iran/adoption-day=none' }).suppose).toHaveLength(2));

  it.each([
    ['stance:iran/notice-2052=yes', 'suppose unknown-point', 'Did you mean `iran/notice-2025`?'],
    ['event:iran/adoptionday=none', 'suppose unknown-event', 'Did you mean `iran/adoption-day`?'],
    ['iran/notice-2025=maybe', 'suppose unknown-answer', '`maybe`'],
    ['iran/adoption-day=2025', 'suppose date-not-a-day', 'Give the day'],
    ['iran/adoption-day=2025-02-30', 'suppose impossible-date', '28 days'],
    ['iran/notice-2025', 'suppose unknown-supposition', 'stance:POINT=yes'],
    ['=yes', 'suppose unknown-supposition', 'stance:POINT=yes'],
    ['constructor=yes', 'suppose unknown-point', 'no point'],
  ])('%s is refused: %s', (suppose, fault, hint) => {
    expect(faults({ ...plain, suppose })).toEqual([fault]);
    expect(messageOf({ ...plain, suppose })).toContain(hint);
  });
});

describe('recipients, regions, activities', () => {
  it.each([
    ['government', 'government'],
    ['Government', 'government'],
    ['دولت', 'government'],
    ['gouvernement', 'government'],
    ['Regierung', 'government'],
    ['non-governmental', 'non-governmental'],
    ['nongovernmental', 'non-governmental'],
    ['nichtstaatlich', 'non-governmental'],
    ['غیردولتی', 'non-governmental'],
  ])('the recipient `%s` is %s', (recipient, expected) =>
    expect(asked({ ...plain, recipient }).recipient).toBe(expected),
  );

  it.each([
    ['supply', 'supply'],
    ['Export', 'supply'],
    ['поставка', 'supply'],
    ['purchase', 'procure'],
    ['technical assistance', 'assistance'],
    ['gel des avoirs', 'freeze'],
    ['Durchfuhr', 'transit'],
    ['آموزش', 'training'],
    ['corretaje', 'brokering'],
    ['تمويل', 'finance'],
    ['bunkering', 'bunkering'],
  ])('the activity `%s` is %s', (activity, expected) =>
    expect(asked({ ...plain, activity, party: 'Bank Sepah' }).activity).toBe(expected),
  );

  it('a region lies in one of the States of the question', () => {
    expect(asked({ ...plain, to: 'Sudan', region: 'Darfur' }).region).toBe('SD-DARFUR');
    expect(faults({ ...plain, region: 'Darfur' })).toEqual(['region region-elsewhere']);
  });

  it('a region whose State was refused is not judged', () =>
    expect(faults({ ...plain, to: 'Sudann', region: 'Darfur' })).toEqual(['to unknown-state']));
});

it('asks for the tables and the lists where they are needed, and only there', () => {
  const bare = (words: unknown) => understandQuestion(words, vocabulary, { now });
  expect(stillNeeded(bare(plain))).toEqual([]);
  expect(stillNeeded(bare({ ...plain, on: 'soon' }))).toEqual([]);
  expect(stillNeeded(bare({ ...plain, on: '۹ مهر ۱۴۰۴', party: 'Bank Sepah' }))).toEqual(['tables', 'parties']);
  expect(bare({ ...plain, on: '2025-10-01T03:30+03:30' }).ok).toBe(true);
});

it('shows what was typed without what would garble the page', () => {
  const message = messageOf({ ...plain, to: `\u202eIr\u2066an\`${'x'.repeat(300)}` });
  expect(message).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(message.length).toBeLessThan(200);
});

describe('hostile input', () => {
  it.each([
    { ...plain, goods: Array.from({ length: 100 }, (_, at) => `zeppelin ${at}, airship ${at}`) },
    { ...plain, accordingTo: Array.from({ length: 100 }, (_, at) => `nobody ${at}`) },
    { ...plain, ...Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`field${at}`, 1])) },
  ])('is not judged to the last piece', (words) => expect(faults(words)).toHaveLength(20));

  it('of more goods than anybody lists is refused as such', () =>
    expect(faults({ ...plain, goods: 'a,'.repeat(2000) })).toEqual(['goods too-many-values']));

  it('never throws, whatever the values are', () => {
    const anyWords = fc.dictionary(
      fc.constantFrom(...FIELDS, '__proto__', 'constructor', 'x'),
      fc.anything({ withNullPrototype: true }),
    );
    fc.assert(fc.property(anyWords, (words) => void ask(words)));
  });

  it('never throws, whatever the texts are', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'RU',
        'Iran',
        'unroca:',
        '2025-09-28T',
        ',',
        'stance:=',
        'constructor',
        '__proto__',
        '[Asia/Tehran]',
      ),
    );
    const anyText = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...FIELDS), anyText), (words) => void ask(words)));
  });
});
