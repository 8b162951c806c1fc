import { describe, expect, it } from 'vitest';
import { formatDiagnostic, type LegalRecord, loadRecord } from '../../src/index.ts';
import { readRecordFolder } from './read-record.ts';

const { files, hash } = readRecordFolder(new URL('../../record', import.meta.url).pathname);
const loaded = loadRecord(files, hash);
if (!loaded.ok) throw new Error(loaded.errors.map(formatDiagnostic).join('\n'));
const { states, groups, goods }: LegalRecord = loaded.value.record;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
type Span = { readonly from?: number; readonly until?: number };
const holds = ({ from, until }: Span, day: string): boolean =>
  (from ?? Number.NEGATIVE_INFINITY) <= at(day) && at(day) < (until ?? Number.POSITIVE_INFINITY);
const members = (group: string, day: string): string[] =>
  groups[group]!.members.filter((span) => holds(span, day)).map(({ state }) => state);

/** Every class a code is in, itself among them. */
const classesOf = (code: string): Set<string> =>
  new Set([code, ...(goods[code]?.in ?? []).flatMap((above) => [...classesOf(above)])]);
const leavesOf = (code: string): string[] =>
  goods[code]!.parts.length === 0 ? [code] : goods[code]!.parts.flatMap(leavesOf);

describe('States and groups', () => {
  it.each([
    ['1946-12-01', 54],
    ['1991-09-17', 166],
    ['1992-03-02', 175],
    ['2000-11-01', 189],
    ['2002-09-27', 191],
    ['2026-11-23', 193],
  ])('on %s the United Nations had %i members', (day, count) => {
    const on = Object.values(states).filter(({ unMember }) => unMember.some((span) => holds(span, day)));
    expect(on).toHaveLength(count);
  });

  it('gives the Security Council eleven members until 1965 and fifteen since', () => {
    const years = Array.from({ length: 81 }, (_, index) => 1946 + index);
    for (const year of years)
      expect([year, new Set(members('UNSC', `${year}-07-01`)).size]).toEqual([year, year < 1966 ? 11 : 15]);
  });

  it.each([
    ['EU', '2020-01-31', true],
    ['EU', '2020-02-01', false],
    ['EU-LAW', '2020-12-31', true],
    ['EU-LAW', '2021-01-01', false],
  ])('the United Kingdom is in %s on %s: %s', (group, day, expected) => {
    expect(members(group, day).includes('GB')).toBe(expected);
  });

  it('never lets a State be its own predecessor, by however many steps', () => {
    const earlier = (code: string, seen: readonly string[] = []): readonly string[] =>
      seen.includes(code)
        ? ['circle']
        : states[code]!.predecessors.flatMap((one) => [one, ...earlier(one, [...seen, code])]);
    for (const code of Object.keys(states)) expect(earlier(code)).not.toContain('circle');
  });

  it('names a State in all seven languages', () => {
    const short = Object.values(states).filter(({ names }) => Object.keys(names).length < 7);
    expect(short.map(({ code }) => code)).toEqual([]);
  });

  it('knows the zone of every capital it names', () => {
    for (const { zone } of Object.values(states))
      if (zone !== undefined) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  });
});

describe('goods', () => {
  it('have parts that belong to the whole and do not overlap', () => {
    for (const { code, parts } of Object.values(goods)) {
      if (code !== 'any') expect([code, parts.filter((part) => !classesOf(part).has(code))]).toEqual([code, []]);
      expect([code, new Set(leavesOf(code)).size]).toEqual([code, leavesOf(code).length]);
    }
  });

  it.each([
    'goods:other',
    'medical',
    'food',
    'aircraft:civil',
    'vessels:civil',
    'vehicles:civil',
    'firearms:civil',
    'oil',
    'launch-vehicles',
  ])('never counts %s among arms', (code) => expect(classesOf(code).has('arms')).toBe(false));

  it.each([
    ['system:su-35', 'unroca:IV'],
    ['system:t-72', 'unroca:I'],
    ['system:igla', 'unroca:VII(b)'],
    ['system:iskander', 'unroca:VII(a)'],
    ['system:mortar-82', 'unroca:III'],
    ['system:mortar-60', 'salw'],
    ['system:ak-47', 'salw'],
    ['system:khorramshahr', 'missile'],
  ])('puts %s into %s', (system, code) => expect(classesOf(system)).toContain(code));

  it('puts a ground-to-air system that nobody can carry into no category of the Register, and says why', () => {
    expect([...classesOf('system:s-300')].filter((code) => code.startsWith('unroca:'))).toEqual([]);
    expect(classesOf('system:s-300')).toContain('arms');
    expect(goods['system:s-300']?.why).toMatch(/Register/);
  });

  it('says what decides wherever a tariff heading may be more than one class', () => {
    const silent = Object.values(goods).filter(
      ({ code, mayBe, decides }) => code.startsWith('hs:') && mayBe.length > 1 && decides === undefined,
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});
