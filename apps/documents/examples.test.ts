import { readFileSync } from 'node:fs';
import { Value } from '@sinclair/typebox/value';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  endOfDay,
  judgeStatements,
  type Program,
  parsePublished,
  parseStatements,
  publicationOf,
  type Reading,
  readDocument,
} from '../../src/documents.ts';
import { readingSchema } from '../../src/reading/schemas.ts';
import { readAndLink } from '../files/read-and-link.ts';
import { readingPage } from '../web/reading-page.ts';

let program: Program;
beforeAll(() => {
  const record = readAndLink('record');
  if (!record.ok) throw new Error(`the record has errors: ${record.errors[0]?.message}`);
  program = compile(record.value, endOfDay(record.value.horizon));
});

const example = (name: string): Reading => {
  const text = readFileSync(`examples/${name}`, 'utf8');
  const language = name.includes('.fa.') ? 'fa' : 'en';
  return readDocument(program, text, { language, published: publicationOf(program, text, language)! })!;
};

const verdictOf = (reading: Reading, words: string) =>
  reading.statements.filter(({ quote }) => quote.includes(words)).map(({ verdict }) => verdict);
const correctOf = (reading: Reading, words: string) =>
  reading.statements.find(({ quote, correct }) => quote.includes(words) && correct !== null)?.correct;

describe('the English example, with mistakes put in on purpose', () => {
  it.each([
    ['decided on Friday to reimpose', { act: expect.stringContaining('no Council decision') }],
    ['resolution 2231 (2014)', { instrument: 'S/RES/2231 (2015)' }],
    ['five votes in favour', { tally: '4-9-2' }],
    ['Panama voted in favour', { party: 'Algeria, China, Pakistan, Russia' }],
    ['Eleven votes are needed', { count: 9 }],
    ['at 1 a.m. GMT', { instant: '2025-09-28T00:00:00Z' }],
    ['Guyana holds the presidency', { party: 'South Korea' }],
    ['Britain, France and Italy', { party: 'France, Germany, United Kingdom' }],
    ['Comprehensive Joint Action Plan', { name: 'Joint Comprehensive Plan of Action' }],
    ['withdrew from the UN Security Council', { instrument: 'JCPOA', date: '2018-05-08' }],
    ['18 November 2020', { date: '2020-10-18' }],
    ['no legal restrictions', { until: '2023-10-18' }],
    ['Executive Order 13949', { date: '2020-09-21' }],
    ['travel ban of 23 companies', { count: 23 }],
    ['Masoud Pezeshkian of Iran', { party: expect.stringContaining('Abbas Araghchi') }],
  ])('contradicts “%s” with the right value', (words, right) => {
    expect(correctOf(example('iran-return.en.txt'), words)).toMatchObject(right);
  });

  it('calls the return of 28 September 2025 contested, and names who holds what', () => {
    const reading = example('iran-return.en.txt');
    const [statement] = reading.statements.filter(({ quote }) => quote.includes('back in force on 28 September'));
    expect(statement).toMatchObject({ verdict: 'contested' });
    expect(statement!.contestedBy.map(({ positions }) => positions)).toEqual([
      expect.arrayContaining(['FR', 'GB', 'US']),
      ['CN', 'IR', 'RU'],
    ]);
  });

  it('cites something with every contradiction', () => {
    for (const { verdict, citations } of example('iran-return.en.txt').statements)
      if (verdict === 'contradicted') expect(citations.length).toBeGreaterThan(0);
  });

  it('quotes the text exactly', () => {
    const { document, statements } = example('iran-return.en.txt');
    for (const { quote, start, end } of statements) expect(document.text.slice(start, end)).toBe(quote);
  });
});

describe('the Persian example', () => {
  it.each([
    ['پنج رأی موافق', { tally: '4-9-2' }],
    ['پاناما', { party: 'Algeria, China, Pakistan, Russia' }],
    ['ساعت ۲۱', { instant: '2025-09-28T00:00:00Z' }],
    ['پاکستان در ماه سپتامبر', { party: 'South Korea' }],
    ['۱۸ اکتبر ۲۰۲۱', { date: '2020-10-18' }],
    ['بند هفتم منشور', { instrument: 'Chapter VII of the Charter' }],
    ['شورای امنیت خارج شد', { date: '2018-05-08' }],
    ['۲۳ شرکت', { count: 23 }],
    ['۱۳۹۴۹', { date: '2020-09-21' }],
  ])('contradicts “%s”', (words, right) => expect(correctOf(example('bazgasht.fa.txt'), words)).toMatchObject(right));
});

describe('the example on other regimes', () => {
  it('holds the members against the vote that was named, not against the nearest one', () => {
    const reading = example('renewals.en.txt');
    expect(correctOf(reading, 'Ecuador abstained')).toMatchObject({ count: 6 });
    expect(verdictOf(reading, 'Thirteen members voted in favour')).toEqual(['supported']);
    expect(correctOf(reading, 'until 30 June 2025')).toMatchObject({ date: '2025-05-31' });
  });
});

describe('what no rule recognises', () => {
  it('is left alone, and counted', () => {
    const reading = readDocument(program, 'The weather was fine. Nobody said a word.', { language: 'en' })!;
    expect(reading.statements).toEqual([]);
    expect(reading.summary.unchecked).toBe(2);
  });

  it('is unverifiable when it speaks of the field and the record does not hold it', () => {
    const reading = readDocument(program, 'France recalled its ambassador from Iran on 3 May 1997.', {
      language: 'en',
    })!;
    expect(reading.statements.map(({ verdict }) => verdict)).not.toContain('supported');
  });
});

describe('statements found by somebody else', () => {
  const judged = (given: object) => {
    const parsed = parseStatements(JSON.stringify(given));
    if (!parsed.ok) throw new Error(parsed.errors[0]!.message);
    return judgeStatements(program, parsed.value, { language: 'en', published: parsePublished('2025-09-27')! })!
      .statements;
  };
  const text = readFileSync('examples/iran-return.en.txt', 'utf8');

  it('are judged by their words where they give no values', () => {
    const quote = 'Eleven votes are needed for a resolution to pass';
    expect(judged({ text, statements: [{ quote }] })).toMatchObject([
      { verdict: 'contradicted', correct: { count: 9 }, stated: { count: 11 } },
    ]);
  });

  it('are judged by the values they give, whatever stands in the text', () => {
    const quote = 'Eleven votes are needed for a resolution to pass';
    expect(
      judged({ text, statements: [9, 11, 12].map((count) => ({ quote, kind: 'vote', stated: { count } })) }),
    ).toMatchObject([
      { verdict: 'supported', stated: { count: 9 } },
      { verdict: 'contradicted', correct: { count: 9 }, stated: { count: 11 } },
      { verdict: 'contradicted', correct: { count: 9 }, stated: { count: 12 } },
    ]);
  });

  it('are held against the instrument they name, without a text', () => {
    const vote = (tally: string, more = {}) => ({
      quote: 'the vote on the no-fly zone',
      kind: 'vote',
      stated: { instrument: 'S/RES/1973 (2011)', tally, ...more },
    });
    expect(
      judged([
        vote('10-0-5'),
        vote('10-0-6'),
        vote('10-0-6', { polarity: 'denied' }),
        vote('10-0-6', { modality: 'plan' }),
      ]),
    ).toMatchObject([
      { verdict: 'supported' },
      { verdict: 'contradicted', correct: { tally: '10-0-5', cite: 'S/RES/1973 (2011)' } },
      { verdict: 'supported' },
      { verdict: 'unverifiable', reason: 'not-told-as-fact' },
    ]);
  });

  it('know a resolution by a wrong year', () => {
    expect(
      judged([
        { quote: 'x', stated: { instrument: 'resolution 2231 (2014)' } },
        { quote: 'x', stated: { instrument: 'resolution 2231' } },
      ]),
    ).toMatchObject([
      { verdict: 'contradicted', correct: { instrument: 'S/RES/2231 (2015)' } },
      { verdict: 'supported' },
    ]);
  });

  it('are beyond the record where the record holds none of their values', () => {
    expect(judged({ text, statements: [{ quote: 'not in the text', stated: { date: '2025-01-01' } }] })).toMatchObject([
      { verdict: 'unverifiable', reason: 'not-on-record' },
    ]);
  });

  it('are refused in another form, with what is wrong', () => {
    expect(parseStatements('[{"start": 3}]')).toMatchObject({ ok: false, errors: [{ code: 'statements-malformed' }] });
    expect(parseStatements('[{"quote": "x", "stated": {"dat": "2025"}}]')).toMatchObject({ ok: false });
    expect(parseStatements('nonsense')).toMatchObject({ ok: false });
  });
});

describe('the published schema', () => {
  it.each(['iran-return.en.txt', 'bazgasht.fa.txt', 'renewals.en.txt'])('describes the reading of %s', (name) => {
    const reading = JSON.parse(JSON.stringify(example(name)));
    expect([...Value.Errors(readingSchema, reading)].map(({ path, message }) => `${path}: ${message}`)).toEqual([]);
  });
});

describe('what is not said', () => {
  const said = (text: string, published = '2025-10-03', language: 'en' | 'ar' = 'en') =>
    readDocument(program, text, { language, published: parsePublished(published)! })!.statements;

  it('is not found in a question', () => {
    expect(said('Did the Security Council adopt resolution 2231 in 2014?')).toEqual([]);
  });

  it('is not borne out by an event of long ago or of another State', () => {
    expect(said('Russia said the measures would stay in force.').map(({ verdict }) => verdict)).not.toContain(
      'supported',
    );
    expect(said('The draft on the referendums was vetoed by Russia.').map(({ verdict }) => verdict)).not.toContain(
      'supported',
    );
  });

  it('is not borne out by an act about other measures, or by one that did something else', () => {
    for (const text of [
      'Resolution 2374 of 5 September 2017 imposed an arms embargo on Mali.',
      'The Security Council imposed an arms embargo on Mali in 2017.',
      'In 2016 China vetoed the resolution ending sanctions on Liberia.',
    ])
      expect(said(text).map(({ verdict }) => verdict)).not.toContain('supported');
    expect(
      said('Resolution 2374 of 5 September 2017 imposed a travel ban and an asset freeze on persons in Mali.'),
    ).toMatchObject([{ verdict: 'supported' }]);
  });

  it('is not borne out by a text that names another day', () => {
    const [statement] = said(
      "Russia vetoed the draft on North Korea. The panel's mandate now runs out on May 30.",
      '2024-03-29',
    ).slice(-1);
    expect(statement).toMatchObject({ verdict: 'unverifiable' });
  });

  it('is not the count of the verb before: in Arabic the verb comes first', () => {
    const verdicts = said(
      'اعتمد مجلس الأمن القرار 1973 وصوتت لصالح القرار عشر دول وامتنعت خمس دول عن التصويت',
      '2011-03-19',
      'ar',
    );
    expect(verdicts.map(({ verdict }) => verdict)).not.toContain('contradicted');
  });
});

describe('an office', () => {
  it('of a person who holds another one is contradicted with its holder', () => {
    const text = 'Kaja Kallas, the President of the European Commission, met him.';
    const reading = readDocument(program, text, { language: 'en', published: parsePublished('2025-12-20')! })!;
    expect(reading.statements).toContainEqual(
      expect.objectContaining({
        verdict: 'contradicted',
        correct: expect.objectContaining({ party: expect.stringContaining('Ursula von der Leyen') }),
      }),
    );
  });
});

describe('the day of publication', () => {
  it.each([
    ['A short report\nPublished 3 October 2025\n\nResolution 2231 was due to end on 18 October 2025.', '2025-10-03'],
    ['UNITED NATIONS, May 30, 2025 — The mandate runs until 31 May 2026.', '2025-05-30'],
  ])('is taken from the date line, not from a limit named', (text, day) => {
    expect(publicationOf(program, text, 'en')).toEqual(parsePublished(day));
  });
});

describe('the page of a reading', () => {
  it('is one file that loads nothing and holds every note', () => {
    const reading = example('bazgasht.fa.txt');
    const html = readingPage(reading, 'bazgasht', '');
    expect(html).not.toMatch(/<script|src=|@import|url\(/);
    expect(html).toContain('dir="rtl"');
    expect(html.match(/<li id="n\d+"/g)).toHaveLength(reading.statements.length);
  });

  it('shows text from outside as text', () => {
    const reading = readDocument(
      program,
      'Russia vetoed <script>alert(1)</script> the draft on Mali on 30 August 2023.',
      { language: 'en' },
    )!;
    expect(readingPage(reading, '<b>', '')).not.toMatch(/<script|<b>/);
  });
});

describe('hostile documents', () => {
  it('come to an end', () => {
    for (const piece of [
      'resolution 2231 and ',
      'Russia, China, ',
      '2-2-11 ',
      'said that ',
      '(((',
      'قطعنامه ۲۲۳۱ و ',
      'until 31 July 2025 ',
    ])
      expect(readDocument(program, piece.repeat(3_000), { language: 'en' })).toBeDefined();
  });
});
