import { describe, expect, it } from 'vitest';
import type { LegalEvent, Vote } from '../law/event.ts';
import type { LegalRecord } from '../law/record.ts';
import { smallRecord } from '../record/small-record.ts';
import { formatCivilDate, parseCivilDate, startOfDay } from '../time/civil-date.ts';
import { ballotOf, ballotSentences, countsText } from './ballot.ts';

const PERMANENT = ['CN', 'FR', 'GB', 'RU', 'US'];
const elected = (count: number): string[] => Array.from({ length: count }, (_, i) => `E${i}`);
const councilOf = (members: readonly string[]): LegalRecord => ({
  ...smallRecord().record,
  groups: {
    UNSC: { id: 'UNSC', name: 'Council', names: {}, aliases: [], members: members.map((state) => ({ state })) },
  },
});

const eventOf = (vote: Partial<Vote>, day = '2020-08-14', more: Partial<LegalEvent> = {}): LegalEvent => {
  const from = startOfDay(parseCivilDate(day)!);
  return {
    id: 'a/vote',
    kind: 'vote',
    what: formatCivilDate(parseCivilDate(day)!),
    evidence: 'verified',
    sources: [],
    knownFrom: from,
    actors: [],
    occurred: { from, until: from, precision: 'day' },
    symbol: 'S/2020/1',
    vote: {
      evidence: 'verified',
      sources: [],
      for: 0,
      against: 0,
      abstaining: 0,
      notVoting: 0,
      againstNames: [],
      abstainingNames: [],
      notVotingNames: [],
      procedural: false,
      consensus: false,
      ...vote,
    },
    ...more,
  } as LegalEvent;
};

const council = councilOf([...PERMANENT, ...elected(10)]);
const told = (vote: Partial<Vote>, day?: string, more?: Partial<LegalEvent>): string =>
  ballotSentences(ballotOf(eventOf(vote, day, more), council)!, council).join(' ');

describe('the rule of Article 27', () => {
  it('asks for nine of fifteen, and no permanent member against', () =>
    expect(told({ for: 15 })).toMatch(/^Nine of fifteen .*Article 27\(3\).*It had 15 in favour; 9 were needed\.$/));

  it('asked for seven of eleven before 1966', () =>
    expect(told({ for: 11 }, '1965-12-31')).toMatch(/^Seven of eleven .*; 7 were needed/));

  it('calls a vote against by a permanent member a veto where the votes were enough', () =>
    expect(told({ for: 13, against: 1, abstaining: 1, againstNames: ['RU'], abstainingNames: ['CN'] })).toContain(
      'RU voted against: a veto.',
    ));

  it('does not call it that where the votes were too few in any case', () =>
    expect(told({ for: 2, against: 2, abstaining: 11, againstNames: ['CN', 'RU'] })).toContain(
      'China and RU voted against, which alone would have prevented it; the votes in favour were too few in any case.',
    ));

  it('knows no veto on a question of procedure', () => {
    const sentences = told({ for: 11, against: 2, abstaining: 2, againstNames: ['CN', 'RU'], procedural: true });
    expect(sentences).toContain('Article 27(2)');
    expect(sentences).not.toContain('veto');
  });

  it('is not that of other bodies', () =>
    expect(told({ for: 141, against: 5 }, '2022-03-02', { symbol: 'A/RES/ES-11/1' })).toMatch(/rules of its own/));
});

describe('the seats', () => {
  const seats = (vote: Partial<Vote>, more?: Partial<LegalEvent>) => ballotOf(eventOf(vote, undefined, more), council)!;

  it('of those in favour follow from who sat, where that leaves nobody over', () => {
    const { seats: found, inferred } = seats({
      for: 12,
      against: 1,
      abstaining: 2,
      againstNames: ['E0'],
      abstainingNames: ['E1', 'CN'],
    });
    expect(inferred).toBe(true);
    expect(found).toHaveLength(15);
    expect(found.filter(({ choice }) => choice === 'for')).toHaveLength(12);
  });

  it('are not guessed where somebody is missing', () => {
    const { seats: found, inferred } = seats({ for: 12, against: 1, abstaining: 2 });
    expect(inferred).toBe(false);
    expect(new Set(found.map(({ choice }) => choice))).toEqual(new Set(['not-named']));
  });

  it('are there for a vote on no document when as many voted as sat in the Council', () => {
    const counts = { for: 11, against: 2, abstaining: 2, againstNames: ['CN', 'RU'], abstainingNames: ['E0', 'E1'] };
    const { symbol: _, ...bare } = eventOf(counts);
    expect(ballotOf(bare, council)!.seats).toHaveLength(15);
    expect(ballotOf({ ...bare, vote: { ...bare.vote!, for: 100 } }, council)!.seats).toEqual([]);
  });
});

it('has no ballot where nobody voted, and says so where a text was adopted without a vote', () => {
  const { vote: _, ...silent } = eventOf({});
  expect(ballotOf(silent, council)).toBeUndefined();
  const ballot = ballotOf(eventOf({ consensus: true }), council)!;
  expect(ballot.seats).toEqual([]);
  expect(countsText(ballot)).toBe('adopted without a vote');
});
