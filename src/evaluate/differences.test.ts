import { describe, expect, it } from 'vitest';
import { compile } from '../compile/program.ts';
import { smallRecord } from '../record/small-record.ts';
import { endOfDay, parseCivilDate } from '../time/civil-date.ts';
import { formatInstant, type Instant, instant } from '../time/instant.ts';
import { differencesBetween } from './differences.ts';
import { dueFrom } from './due.ts';

const day = (text: string): Instant => instant(endOfDay(parseCivilDate(text)!) - 1);
const program = (edit = {}, asKnown = '2024-12-31') => compile(smallRecord(edit).record, day(asKnown), []);
const between = (from: string, to: string) =>
  differencesBetween(program(), { target: 'SO' }, { from: day(from), to: day(to) }).map(({ kind, before, after }) => [
    kind,
    before,
    after,
  ]);

describe('between two days the embargo of resolution 733', () => {
  it.each([
    ['1992-01-22', '1992-01-23', [['came', 'none', 'in-force']]],
    ['1992-01-23', '2023-11-30', []],
    ['2023-11-30', '2023-12-01', [['went', 'in-force', 'none']]],
    ['1991-01-01', '2024-01-01', [['passed', 'none', 'none']]],
  ])('%s and %s', (from, to, changes) => expect(between(from, to)).toEqual(changes));

  it('ended by the act that ended it', () => {
    const [one] = differencesBetween(program(), { target: 'SO' }, { from: day('2023-11-30'), to: day('2023-12-01') });
    expect(one!.turns[0]!.reasons[0]).toMatchObject({ kind: 'rule', rule: 'un/s-res-2714-2023#lifts' });
  });
});

describe('what is due', () => {
  const path = 'instruments/un/s-res-733-1992.yaml';
  const ending = (end: string) => ({
    [path]: ['        goods: [arms]', `        goods: [arms]\n        ends: [${end}]`] as const,
    'instruments/un/s-res-2714-2023.yaml': undefined,
  });
  const due = (edit: object, asKnown: string) => {
    const since = day(asKnown);
    return dueFrom(program(edit, asKnown), [{ target: 'SO' }, { target: 'SO' }], since).map(
      ({ at, kind, measures }) => [formatInstant(at.from), kind, measures.length],
    );
  };

  it('is an end that lies ahead, once, though two surveys meet it', () => {
    expect(due(ending('{at: 2026-05-31, kind: final}'), '2024-06-01')).toEqual([['2026-06-01T00:00:00Z', 'ends', 1]]);
  });

  it('is nothing once it has passed', () => {
    expect(due(ending('{at: 2020-05-31, kind: final}'), '2024-06-01')).toEqual([]);
  });

  it('is a renewal, ahead or overdue', () => {
    expect(due(ending('{at: 2026-05-31, kind: renewable}'), '2024-06-01')).toEqual([
      ['2026-06-01T00:00:00Z', 'renewal-due', 1],
    ]);
    expect(due(ending('{at: 2024-05-31, kind: renewable}'), '2024-12-31')).toEqual([
      ['2024-06-01T00:00:00Z', 'renewal-not-seen', 1],
    ]);
  });
});
