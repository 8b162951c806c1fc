import { describe, expect, it } from 'vitest';
import { type Edit, faultsOf, smallRecord } from './small-record.ts';

const embargo = 'instruments/un/s-res-733-1992.yaml';
const lifting = 'instruments/un/s-res-2714-2023.yaml';

/** One mistake, and the one message it gets: its code, its line, and words that must be in it. */
type Mistake = readonly [what: string, edit: Edit, code: string, file: string, line: number, words?: string];

const council: Edit = {
  'states/groups.yaml': `groups:
  - group: UNSC
    name: Security Council
    members: [{state: CN}, {state: IT, until: 1996-01-01}]
`,
};
const votes = 'events/somalia.yaml';
const failed = (vote: string): Edit => ({
  [votes]: `events:
  - {id: somalia/draft, kind: vote, what: a vote, occurred: 2020-01-02, evidence: unverified, draft: {symbol: S/2020/1, outcome: not-adopted}, vote: ${vote}}
`,
});

const shape: readonly Mistake[] = [
  ['a misspelt key', { [embargo]: ['force:', 'forse:'] }, 'unknown-key', embargo, 14, '`force`'],
  ['a misspelt key that is needed', { [embargo]: ['symbol:', 'symbl:'] }, 'unknown-key', embargo, 2, '`symbol`'],
  [
    'a key that means nothing',
    { [embargo]: ['force: decides', 'force: decides\n        colour: red'] },
    'unknown-key',
    embargo,
    15,
  ],
  ['a key left out', { [embargo]: ['        family: arms\n', ''] }, 'missing-key', embargo, 13, '`family`'],
  ['a key without a value', { [embargo]: ['family: arms', 'family:'] }, 'empty-value', embargo, 15],
  [
    'a value that is none of those allowed',
    { [embargo]: ['decides', 'decide'] },
    'not-one-of',
    embargo,
    14,
    '`decides`',
  ],
  ['an unknown activity', { [embargo]: ['[goods]', '[good]'] }, 'not-one-of', embargo, 16, '`goods`'],
  ['a number where text belongs', { [embargo]: ['"5"', '5'] }, 'needs-quotes', embargo, 13, "'5'"],
  ['a file that holds a text', { [embargo]: 'a text\n' }, 'wrong-value', embargo, 1, 'a mapping'],
  ['a text where a list belongs', { [embargo]: ['[arms]', 'arms'] }, 'wrong-value', embargo, 18, 'a list'],
  [
    'an address that is none',
    { [embargo]: ['"https://digital', '"digital'] },
    'wrong-value',
    embargo,
    8,
    'web address',
  ],
  ['a date that is none', { [embargo]: ['1992-01-23', '23 January 1992'] }, 'wrong-value', embargo, 5, 'YYYY-MM-DD'],
  [
    'a time with a misspelt key',
    { [lifting]: ['un/s-res-733-1992]', 'un/s-res-733-1992], at: {evnt: x}'] },
    'unknown-key',
    lifting,
    12,
    '`event`',
  ],
];

const ids: readonly Mistake[] = [
  [
    'an unknown instrument',
    { [lifting]: ['733-1992', '773-1992'] },
    'unknown-instrument',
    lifting,
    12,
    'un/s-res-733-1992',
  ],
  [
    'an instrument without its year',
    { [lifting]: ['733-1992', '733'] },
    'unknown-instrument',
    lifting,
    12,
    'un/s-res-733-1992',
  ],
  ['an unknown norm', { [lifting]: ['733-1992', '733-1992#6'] }, 'unknown-norm', lifting, 12, '#5'],
  ['a pattern that fits nothing', { [lifting]: ['733-1992', '733-1992#6*'] }, 'no-such-norms', lifting, 12],
  ['an unknown State', { [embargo]: ['[SO]', '[SX]'] }, 'unknown-state-code', embargo, 17, '`SO`'],
  ['unknown goods', { [embargo]: ['[arms]', '[army]'] }, 'unknown-goods-code', embargo, 18, '`arms`'],
  ['an unknown law', { [embargo]: ['law: UN', 'law: UK'] }, 'unknown-law-code', embargo, 3, '`UN`'],
  ['an unknown regime', { [embargo]: ['somalia-751', 'somalia-715'] }, 'unknown-regime', embargo, 4, 'somalia-751'],
  [
    'an unknown list',
    { [embargo]: ['{states: [SO]}', '{states: [SO], list: un/751-list}'] },
    'unknown-list',
    embargo,
    17,
  ],
  ['an unknown event', { [lifting]: ['what:', 'at: {event: somalia/peace}, what:'] }, 'unknown-event-id', lifting, 12],
  ['an unknown point', { [lifting]: ['what:', 'if: {point: somalia/p}, what:'] }, 'unknown-point-id', lifting, 12],
  [
    'an unknown rule',
    { [lifting]: ['what:', 'at: {rule: un/s-res-2714-2023#lift}, what:'] },
    'unknown-rule',
    lifting,
    12,
    '#lifts',
  ],
  [
    'an id used twice',
    { [lifting]: ['{id: lifts', '{id: lifts, do: suspend, what: [un/s-res-733-1992]}\n      - {id: lifts'] },
    'double-id',
    lifting,
    13,
    `${lifting}:12`,
  ],
  [
    'a wrong file name',
    { [lifting]: undefined, 'instruments/un/s-res-2714.yaml': instrumentOf('2714', '2023') },
    'file-name',
    'instruments/un/s-res-2714.yaml',
    1,
    's-res-2714-2023.yaml',
  ],
  [
    'a folder that does not exist',
    { 'instrument/un/x.yaml': 'a: 1' },
    'file-out-of-place',
    'instrument/un/x.yaml',
    0,
    '`instruments`',
  ],
  [
    'an id of another resolution',
    { [lifting]: ['S/RES/2714 (2023)', 'S/RES/2713 (2023)'] },
    'id-and-symbol',
    lifting,
    1,
    'un/s-res-2713-2023',
  ],
];

const times: readonly Mistake[] = [
  ['a day that does not exist', { [embargo]: ['1992-01-23', '1992-02-30'] }, 'no-such-date', embargo, 5],
  ['another year than the symbol', { [embargo]: ['1992-01-23', '1993-01-23'] }, 'year-and-date', embargo, 5],
  [
    'published before it was adopted',
    { [embargo]: ['1992-01-23', '1992-01-23, published: 1992-01-20'] },
    'wrong-order',
    embargo,
    5,
    'published',
  ],
  ['after the horizon', { 'record.yaml': 'horizon: 2023-11-30\n' }, 'after-the-horizon', lifting, 5],
  [
    'a zone that moves',
    { [lifting]: ['what:', 'at: {date: 2023-12-01, reading: start-of-day, zone: Europe/Rome}, what:'] },
    'moving-zone',
    lifting,
    12,
  ],
  [
    'a zone that does not exist',
    { [lifting]: ['what:', 'at: {date: 2023-12-01, zone: Mars/Base}, what:'] },
    'unknown-record-zone',
    lifting,
    12,
  ],
  [
    'a duration that is none',
    { [lifting]: ['what:', 'at: {event: "adopted:un/s-res-733-1992", plus: P1X}, what:'] },
    'not-a-duration',
    lifting,
    12,
  ],
  [
    'months to a day that does not exist',
    {
      [lifting]: ['2023-12-01', '2023-12-31'],
      ...rule('at: {event: "adopted:un/s-res-2714-2023", plus: P2M, reading: start-of-day}'),
    },
    'no-such-day',
    'instruments/un/s-res-2800-2024.yaml',
    11,
    '2024-02-29',
  ],
  [
    'hours after a day',
    rule('at: {event: "adopted:un/s-res-2714-2023", plus: PT12H}'),
    'hours-on-a-day',
    'instruments/un/s-res-2800-2024.yaml',
    11,
  ],
  [
    'an end before the start',
    { [embargo]: ['goods: [arms]', 'goods: [arms]\n        ends: [{at: 1991-12-31, kind: final}]'] },
    'ends-before-it-starts',
    embargo,
    19,
  ],
  [
    'a time of two kinds',
    { [lifting]: ['what:', 'at: {date: 2023-12-01, event: "adopted:un/s-res-733-1992"}, what:'] },
    'not-one-time',
    lifting,
    12,
  ],
];

const facts: readonly Mistake[] = [
  ['no mark of evidence', { [lifting]: ['evidence: unverified\n', ''] }, 'missing-evidence', lifting, 8],
  ['verified against nothing', { [lifting]: ['unverified', 'verified'] }, 'missing-sources', lifting, 7],
  ['a total that does not add up', { [embargo]: ['{for: 15}', '{for: 14}'] }, 'vote-total', embargo, 6, '14'],
  ['too few votes', { [embargo]: ['{for: 15}', '{for: 8, abstaining-count: 7}'] }, 'too-few-votes', embargo, 6, '9'],
  [
    'a veto that did not stop it',
    { [embargo]: ['{for: 15}', '{for: 14, against: [CN]}'] },
    'vetoed-and-adopted',
    embargo,
    6,
    'CN',
  ],
  [
    'a State that votes twice',
    { [embargo]: ['{for: 15}', '{for: 13, against: [IT], abstaining: [IT]}'] },
    'votes-twice',
    embargo,
    6,
  ],
  [
    'a vote by a State that did not sit',
    { ...council, [embargo]: ['{for: 15}', '{for: 14, abstaining: [SO]}'] },
    'not-a-member',
    embargo,
    6,
    'SO did not sit on the Council on 1992-01-23',
  ],
  [
    'a vote by a State whose term was over',
    { ...council, [lifting]: ['{for: 15}', '{for: 14, abstaining: [IT]}'] },
    'not-a-member',
    lifting,
    6,
    '2023-12-01',
  ],
  [
    'a draft that failed with enough votes',
    failed('{for: 9, abstaining-count: 6}'),
    'outcome-and-votes',
    votes,
    2,
    '9 votes',
  ],
  [
    'a draft that failed, with a total that is wrong',
    failed('{for: 8, abstaining-count: 6}'),
    'vote-total',
    votes,
    2,
    '14',
  ],
  ['a measure without a regime', { [embargo]: ['regime: un/somalia-751\n', ''] }, 'measure-without-regime', embargo, 1],
  ['a measure without goods', { [embargo]: ['        goods: [arms]\n', ''] }, 'no-goods', embargo, 16],
  ['a measure without a target', { [embargo]: ['        target: {states: [SO]}\n', ''] }, 'no-target', embargo, 13],
  [
    'an activity the regime leaves out',
    { 'regimes/un-somalia-751.yaml': ['[goods]', '[travel]'] },
    'activity-not-covered',
    'regimes/un-somalia-751.yaml',
    6,
  ],
  [
    'goods within themselves',
    { 'goods/goods.yaml': ['all goods', 'all goods, in: [arms]'] },
    'cycle-of-classes',
    'goods/goods.yaml',
    2,
    '`any` → `arms` → `any`',
  ],
];

describe('one mistake in a file of the record', () => {
  it('is none while nothing was edited', () => expect(faultsOf({})).toEqual([]));

  for (const [what, edit, code, file, line, words = ''] of [...shape, ...ids, ...times, ...facts]) {
    it(`${what} gets one message, at its line`, () => {
      const faults = faultsOf(edit);
      expect(faults.map((fault) => [fault.code, fault.place.file, fault.place.line ?? 0])).toEqual([
        [code, file, line],
      ]);
      expect(faults[0]!.message).toContain(words);
      expect(faults[0]!.message).not.toContain('undefined');
    });
  }
});

describe('a draft that was vetoed', () => {
  it('may have nine votes and more, and does not count as adopted', () => {
    expect(faultsOf(failed('{for: 13, against: [CN], abstaining-count: 1}'))).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it('is told once, and what refers to it is not at fault', () => {
    const faults = faultsOf({ [embargo]: ['[arms]', '[arms'] });
    expect(faults.map(({ code, place }) => [code, place.file])).toEqual([['not-yaml', embargo]]);
  });

  it('leaves the faults of others as they are', () => {
    const faults = faultsOf({ [embargo]: ['force: decides', 'force: orders'], [lifting]: ['law: UN', 'law: UM'] });
    expect(faults.map(({ code }) => code).sort()).toEqual(['not-one-of', 'unknown-law-code']);
  });
});

describe('rules that wait for one another', () => {
  const waiting = (first: string, second: string): Edit => ({
    [lifting]: [
      '- {id: lifts, do: terminate, what: [un/s-res-733-1992]}',
      `- {id: a, do: suspend, what: [un/s-res-733-1992], ${first}}\n      - {id: b, do: resume, what: [un/s-res-733-1992], ${second}}`,
    ],
  });
  const codes = (edit: Edit) => faultsOf(edit).map(({ code, message }) => [code, message.match(/#[ab]/g)?.join('')]);

  it('without a delay are refused, and named', () => {
    const edit = waiting('at: {rule: un/s-res-2714-2023#b}', 'at: {rule: un/s-res-2714-2023#a}');
    expect(codes(edit)).toEqual([['cycle-without-delay', '#a#b#a']]);
  });

  it('through several times are refused as well', () => {
    const edit = waiting(
      'at: {earliest: [2024-01-01, {rule: un/s-res-2714-2023#b}]}',
      'at: {rule: un/s-res-2714-2023#a, plus: P0D}',
    );
    expect(codes(edit)).toEqual([['cycle-without-delay', '#a#b#a']]);
  });

  it('with a delay on the way round are not', () => {
    const edit = waiting(
      'at: {earliest: [2024-01-01, {rule: un/s-res-2714-2023#b, plus: P30D, reading: midnight-after}]}',
      'at: {rule: un/s-res-2714-2023#a}',
    );
    expect(codes(edit)).toEqual([]);
  });

  it('at one instant, and judge what the other does at it, are refused', () => {
    const edit = waiting('if: {in-force: un/s-res-733-1992#5}', 'if: {not: {in-force: un/s-res-733-1992#5}}');
    expect(codes(edit)).toEqual([['cycle-without-delay', '#a#b#a']]);
  });

  it('may each read what they act on themselves, for they read what was so just before', () => {
    expect(codes(waiting('if: {in-force: un/s-res-733-1992#5}', 'at: 2024-02-01'))).toEqual([]);
  });
});

describe('renewals', () => {
  const renewed = (until: string, renewals: readonly (readonly [adopted: string, until: string])[]): Edit => ({
    [embargo]: ['goods: [arms]', `goods: [arms]\n        ends: [{at: ${until}, kind: renewable}]`],
    ...Object.fromEntries(
      renewals.map(([adopted, end], i) => [
        `instruments/un/s-res-${3000 + i}-${adopted.slice(0, 4)}.yaml`,
        instrumentOf(
          String(3000 + i),
          adopted.slice(0, 4),
          adopted,
          `- {id: renews, do: extend, what: [un/s-res-733-1992#5], until: {at: ${end}, kind: renewable}}`,
        ),
      ]),
    ),
    [lifting]: undefined,
  });
  const codes = (edit: Edit) => faultsOf(edit).map(({ code, place }) => [code, place.file]);

  it('that follow one another are fine', () => {
    expect(
      codes(
        renewed('1993-01-31', [
          ['1993-01-29', '1994-01-31'],
          ['1994-01-31', '1995-01-31'],
        ]),
      ),
    ).toEqual([]);
  });

  it('with a hole between them are told at the one that comes too late', () => {
    const edit = renewed('1993-01-31', [
      ['1993-01-29', '1994-01-31'],
      ['1994-02-03', '1995-01-31'],
    ]);
    expect(codes(edit)).toEqual([['renewal-after-the-end', 'instruments/un/s-res-3001-1994.yaml']]);
  });

  it('with a hole that a file which cannot be read may fill are not told of it', () => {
    const edit = renewed('1993-01-31', [
      ['1993-01-29', '1994-01-31'],
      ['1994-02-03', '1995-01-31'],
    ]);
    const unread = 'instruments/un/s-res-3009-1994.yaml';
    expect(new Set(codes({ ...edit, [unread]: 'symbol: [S/RES/3009' }).map(([, file]) => file))).toEqual(
      new Set([unread]),
    );
  });

  it('that move nothing are told', () => {
    const edit = renewed('1993-01-31', [
      ['1993-01-29', '1994-01-31'],
      ['1993-11-29', '1994-01-31'],
    ]);
    expect(codes(edit)).toEqual([['renewal-moves-nothing', 'instruments/un/s-res-3001-1993.yaml']]);
  });
});

describe('a record that is linked', () => {
  const { record } = smallRecord();

  it('says what files leave out', () => {
    expect(record.norms['un/s-res-733-1992#5']).toMatchObject({
      kind: 'measure',
      direction: 'to',
      duties: ['supplier'],
      addressee: 'states',
      recipients: [],
      consequence: 'bar',
      evidence: 'verified',
      start: { kind: 'event', event: 'adopted:un/s-res-733-1992' },
      ends: [],
    });
    expect(record.rules['un/s-res-2714-2023#lifts']).toMatchObject({
      what: ['un/s-res-733-1992#5'],
      evidence: 'unverified',
    });
  });

  it('holds the adoption of each instrument as an event, known from its day', () => {
    const day = Date.UTC(1992, 0, 23) / 1000;
    expect(record.events['adopted:un/s-res-733-1992']).toMatchObject({
      kind: 'adoption',
      occurred: { from: day, until: day + 86_400, precision: 'day' },
      knownFrom: day,
    });
  });

  it('is plain data: JSON keeps all of it', () => {
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  it('gives gates and exemptions of a measure its life, under ids of their own', () => {
    const { norms } = smallRecord({
      [embargo]: [
        'goods: [arms]',
        'goods: [arms]\n        gates: [{gate: advance-notice, days: 5, for: {recipients: [government]}}]\n        exemptions: [{says: relief}]',
      ],
    }).record;
    expect(norms['un/s-res-733-1992#5/gate-1']).toMatchObject({
      within: 'un/s-res-733-1992#5',
      opens: 'gate',
      gate: { days: 5, residual: false },
    });
    expect(norms['un/s-res-733-1992#5/exemption-1']).toMatchObject({
      within: 'un/s-res-733-1992#5',
      opens: 'exemption',
      says: 'relief',
    });
  });

  it('reads the ends of a text inclusively, and counted months to the start of the day they reach', () => {
    const ends =
      '[{at: 1993-01-31, kind: final}, {at: {event: "adopted:un/s-res-733-1992", plus: P12M}, kind: renewable}]';
    const { norms } = smallRecord({ [embargo]: ['goods: [arms]', `goods: [arms]\n        ends: ${ends}`] }).record;
    expect(norms['un/s-res-733-1992#5']!.ends.map(({ at }) => at)).toMatchObject([
      { kind: 'date', reading: 'end-of-day' },
      { kind: 'event', plus: 'P12M', reading: 'start-of-day' },
    ]);
  });

  it('names the norms of an instrument with one id, and leaves some out again', () => {
    const { rules } = smallRecord({
      [embargo]: [
        'goods: [arms]',
        'goods: [arms]\n      - {id: "5-b", force: decides, family: arms, activities: [goods], target: {states: [SO]}, goods: [any]}',
      ],
      [lifting]: ['what: [un/s-res-733-1992]', 'what: ["un/s-res-733-1992#5*"], except: ["un/s-res-733-1992#5-b"]'],
    }).record;
    expect(rules['un/s-res-2714-2023#lifts']!.what).toEqual(['un/s-res-733-1992#5']);
  });
});

/** A later resolution with one rule that suspends the embargo. */
function rule(when: string): Edit {
  const path = 'instruments/un/s-res-2800-2024.yaml';
  return {
    [path]: instrumentOf('2800', '2024', '2024-06-03', `- {id: r, do: suspend, what: [un/s-res-733-1992], ${when}}`),
  };
}

function instrumentOf(
  number: string,
  year: string,
  adopted = `${year}-12-01`,
  rules = '- {id: lifts, do: terminate, what: [un/s-res-733-1992]}',
): string {
  return `instrument: un/s-res-${number}-${year}
symbol: S/RES/${number} (${year})
law: UN
regime: un/somalia-751
dates: {adopted: ${adopted}}
evidence: unverified
provisions:
  - at: para 1
    says: What it does.
    rules:
      ${rules}
`;
}
