import { describe, expect, it } from 'vitest';
import { exactly } from '../compile/moment.ts';
import {
  combine,
  mildestOf,
  OUTCOMES,
  type Outcome,
  type OutcomeSet,
  setOf,
  stricterSet,
  strictestOf,
} from '../law/outcome.ts';
import { instant } from '../time/instant.ts';
import { epochsOf } from './epochs.ts';
import { type Case, findingOf } from './finding.ts';

const some = (...outcomes: readonly Outcome[]): OutcomeSet => outcomes.reduce((set, one) => set | setOf(one), 0);
const bar = some('prohibited');
const asks = some('approval-required');
const none = some('no-measure-found');
const open = some('prohibited', 'no-measure-found');

describe('sets of outcomes', () => {
  it('have a strictest and a mildest', () => {
    expect(strictestOf(some('approval-required', 'no-measure-found', 'conditions-apply'))).toBe('approval-required');
    expect(mildestOf(some('approval-required', 'no-measure-found', 'conditions-apply'))).toBe('no-measure-found');
  });

  it('side by side come to the stricter of each pair, whatever sets they are', () => {
    const all = Array.from({ length: 64 }, (_, bits) => OUTCOMES.filter((_, i) => (bits >> i) & 1)).slice(1);
    const pairs = all.flatMap((a) => all.map((b) => ({ a, b })));
    const wrong = pairs.filter(({ a, b }) => {
      const each = a.flatMap((x) => b.map((y) => OUTCOMES[Math.min(OUTCOMES.indexOf(x), OUTCOMES.indexOf(y))]!));
      return stricterSet(some(...a), some(...b)) !== some(...each);
    });
    expect(wrong).toEqual([]);
  });
});

describe('completions together', () => {
  it.each([
    ['are certain where all are equal', [bar, bar], 'prohibited'],
    ['are conditional where they differ', [bar, none], 'conditional'],
    ['are undetermined where only the unknown may make them differ', [bar, open], 'undetermined'],
    ['are undetermined where each is', [open, open], 'undetermined'],
    ['are conditional where they differ however the unknown turns out', [asks, open], 'conditional'],
    ['are conditional where two differ, though a third is open', [bar, none, open], 'conditional'],
  ] as const)('%s', (_, sets, outcome) => expect(combine(sets)).toBe(outcome));
});

describe('a finding', () => {
  const [before, after] = epochsOf([exactly(instant(1000))]) as [Case['epoch'], Case['epoch']];
  const hour = { from: instant(0), until: instant(2000) };
  const one = (said: Case['said'], set: OutcomeSet, epoch = after): Case => ({ said, set, epoch });

  it('names only the facts that make a difference', () => {
    const cases = ['AA-R', 'elsewhere'].flatMap((region) => [
      one({ region, recipient: 'government' }, none),
      one({ region, recipient: 'non-governmental' }, bar),
    ]);
    expect(findingOf(cases, hour, [])).toMatchObject({
      outcome: 'conditional',
      missing: ['recipient'],
      parts: [
        { when: { recipient: 'government' }, outcome: 'no-measure-found' },
        { when: { recipient: 'non-governmental' }, outcome: 'prohibited' },
      ],
      ...{ strictest: 'prohibited', mildest: 'no-measure-found' },
    });
  });

  it('tells from when to when', () => {
    const cases = [one({}, none, before), one({}, bar, after)];
    expect(findingOf(cases, hour, []).parts).toEqual([
      { when: { time: { from: 0, until: 1000 } }, outcome: 'no-measure-found' },
      { when: { time: { from: 1000, until: 2000 } }, outcome: 'prohibited' },
    ]);
  });

  it('names the largest kind of goods whose parts come to the same', () => {
    const goods = (way: string, set: OutcomeSet) => one({ goods: way }, set);
    const cases = [goods('arms > tanks', bar), goods('arms > rifles', bar), goods('food', none)];
    expect(findingOf(cases, hour, []).parts).toEqual([
      { when: { goods: 'arms' }, outcome: 'prohibited' },
      { when: { goods: 'food' }, outcome: 'no-measure-found' },
    ]);
  });

  it('says what leaves it undetermined', () => {
    const found = findingOf([one({}, open)], hour, ['declared', 'no-stance']);
    expect(found).toMatchObject({ outcome: 'undetermined', undetermined: 'declared', missing: [], parts: [] });
  });
});
