import { describe, expect, it } from 'vitest';
import type { Assessment, Part } from '../law/assessment.ts';
import type { LegalRecord } from '../law/record.ts';
import { parseInstant } from '../time/instant.ts';
import { missingText, partLines, partSentences, settlingSentences } from './part-text.ts';

const goods = Object.fromEntries(
  ['Tanks', 'Warships', 'MTCR items', 'Small arms, light weapons', 'Drones', 'Lorries', 'Radars'].map((name, i) => [
    `g${i}`,
    { code: `g${i}`, name },
  ]),
);
const record = { goods, regions: { 'SD-DARFUR': { names: { en: ['Darfur'] } } } } as unknown as LegalRecord;
const part = (outcome: Part['outcome'], when: Part['when']): Part => ({ outcome, when });

describe('the parts of an answer', () => {
  it('are gathered by outcome, strictest first', () => {
    const parts = [
      part('no-measure-found', { goods: 'g5' }),
      part('prohibited', { goods: 'g0' }),
      part('prohibited', { goods: 'g1' }),
    ];
    expect(partLines(parts, record)).toEqual([
      'prohibited if the goods are tanks or warships',
      'no measure found if the goods are lorries',
    ]);
  });

  it('name a kind once, however many ways lead to it, and keep capitals that are part of a name', () => {
    const parts = [part('prohibited', { goods: 'g2' }), part('prohibited', { goods: 'g2' })];
    expect(partLines(parts, record)).toEqual(['prohibited if the goods are MTCR items']);
  });

  it('keep apart by semicolons what holds commas', () => {
    const parts = [part('prohibited', { goods: 'g3' }), part('prohibited', { goods: 'g4' })];
    expect(partLines(parts, record)).toEqual(['prohibited if the goods are small arms, light weapons; drones']);
  });

  it('say in a sentence how many kinds are not named', () => {
    const parts = Object.keys(goods).map((code) => part('prohibited', { goods: code }));
    expect(partSentences(parts, record, 2)).toEqual([
      'Prohibited if the goods are tanks, warships or one of 5 other kinds.',
    ]);
  });

  it('tell recipients, regions and contracts in words', () => {
    const parts = [
      part('prohibited', { recipient: 'non-governmental', region: 'SD-DARFUR' }),
      part('approval-required', { recipient: 'government', region: 'elsewhere' }),
      part('undetermined', { contract: '2025-09-28 or later' }),
    ];
    expect(partLines(parts, record)).toEqual([
      'prohibited if somebody other than the government receives it and it goes to Darfur',
      'prior approval required if the government receives it and it goes elsewhere in the country',
      'cannot be said if the contract was signed on 2025-09-28 or later',
    ]);
  });

  it('say of an edge in time that its hour is not on record', () => {
    const from = parseInstant('2016-01-16T00:00:00Z')!;
    expect(partLines([part('prohibited', { time: { from } })], record)).toEqual([
      'prohibited if the time is from 2016-01-16 00:00 UTC until an hour not on record',
    ]);
  });
});

it('what is missing is named, or said to be facts', () => {
  const missing = (...facts: string[]) => missingText({ missing: facts } as never);
  expect(missing('recipient', 'time')).toBe('who receives it and the hour');
  expect(missing()).toBe('facts that were not given');
});

describe('what settles a kind of goods', () => {
  const heading = { goods: { 'hs:8802': { code: 'hs:8802', name: 'HS 8802', decides: 'what it was made for' } } };
  const asked = (missing: Assessment['missing'], code: string) =>
    settlingSentences(
      { missing, question: { goods: [{ input: '8802', code }] } } as unknown as Assessment,
      heading as unknown as LegalRecord,
    );

  it('is told where the kind is missing', () => {
    expect(asked(['goods'], 'hs:8802')).toEqual(['What settles the kind of 8802: what it was made for.']);
  });

  it('is not told where something else is missing, or the record names no figure', () => {
    expect(asked(['recipient'], 'hs:8802')).toEqual([]);
    expect(asked(['goods'], 'hs:8800')).toEqual([]);
  });
});
