import { describe, expect, it } from 'vitest';
import { type Edit, smallRecord } from '../record/small-record.ts';
import { endOfDay, parseCivilDate } from '../time/civil-date.ts';
import { formatInstant, instant } from '../time/instant.ts';
import { compile } from './program.ts';

const EMBARGO = 'instruments/un/s-res-733-1992.yaml';
const LIFTING = 'instruments/un/s-res-2714-2023.yaml';
const LIFTS = '      - {id: lifts, do: terminate, what: [un/s-res-733-1992]}';

/** What became of the embargo of resolution 733 under some edit: each status with its first instant. */
function lifeOf(edit: Edit, known = '2024-12-31', answers: readonly string[] = []): readonly string[] {
  const { record } = smallRecord(edit);
  const program = compile(record, instant(endOfDay(parseCivilDate(known)!) - 1));
  const component = program.componentOf('un/s-res-733-1992#5');
  const found = program.coursesOf(component, program.viewpointOf(''))[0]!.value.courses;
  const course = found.find((one) =>
    Object.entries(one.answers).every(([point, yes]) => yes === answers.includes(point)),
  );
  return (course!.swept.lives['un/s-res-733-1992#5'] ?? []).map(({ status, from }) => {
    const text = formatInstant(from.from);
    return `${status} ${from.precision === 'day' ? text.slice(0, 10) : text}`;
  });
}

const rules = (...lines: readonly string[]): Edit => ({
  [LIFTING]: [LIFTS, lines.map((line) => `      - ${line}`).join('\n')],
});
const ends = (...lines: readonly string[]): Edit[string] => [
  '        goods: [arms]',
  `        goods: [arms]\n        ends:\n${lines.map((line) => `          - ${line}`).join('\n')}`,
];
const ALL = 'what: [un/s-res-733-1992]';

describe('an embargo', () => {
  it('begins with its resolution and ends with the one that lifts it', () => {
    expect(lifeOf({})).toEqual(['in-force 1992-01-23', 'ended 2023-12-01']);
  });

  it('has not ended as known before the lifting', () => {
    expect(lifeOf({}, '2023-11-30')).toEqual(['in-force 1992-01-23']);
  });

  it('that is suspended can be resumed, and what is not suspended cannot', () => {
    const edit = rules(
      `{id: early, do: resume, ${ALL}, at: 2023-12-02T00:00:00Z}`,
      `{id: stops, do: suspend, ${ALL}, at: 2023-12-03T00:00:00Z}`,
      `{id: back, do: resume, ${ALL}, at: 2023-12-04T00:00:00Z}`,
    );
    expect(lifeOf(edit)).toEqual([
      'in-force 1992-01-23',
      'suspended 2023-12-03T00:00:00Z',
      'in-force 2023-12-04T00:00:00Z',
    ]);
  });

  it('ends on its own terms', () => {
    expect(
      lifeOf({ [EMBARGO]: ends('{at: 2000-01-01, kind: final}'), ...rules(`{id: none, do: resume, ${ALL}}`) }),
    ).toEqual(['in-force 1992-01-23', 'ended 2000-01-02T00:00:00Z']);
  });
});

describe('a mandate that is usually prolonged', () => {
  const due = (day: string) => ({ [EMBARGO]: ends(`{at: ${day}, kind: renewable}`) });

  it('runs on under the renewal, also one to the very second of its end', () => {
    const edit = {
      ...due('2023-12-09'),
      ...rules(`{id: renews, do: extend, ${ALL}, at: 2023-12-10T00:00:00Z, until: {at: open, kind: renewable}}`),
    };
    expect(lifeOf(edit)).toEqual(['in-force 1992-01-23']);
  });

  it('is not known to have ended when the record could not have seen its renewal', () => {
    expect(lifeOf({ ...due('2025-01-31'), ...rules(`{id: none, do: resume, ${ALL}}`) })).toEqual([
      'in-force 1992-01-23',
      'unseen 2025-02-01T00:00:00Z',
    ]);
  });

  it('nor when it is the first renewal of its regime and family that is missing', () => {
    expect(lifeOf({ ...due('2024-01-31'), ...rules(`{id: none, do: resume, ${ALL}}`) })).toEqual([
      'in-force 1992-01-23',
      'unseen 2024-02-01T00:00:00Z',
    ]);
  });

  it('has ended where the record says that nobody prolonged it', () => {
    const edit = { ...due('2024-01-31'), ...rules(`{id: lapses, do: lapse, ${ALL}, at: 2024-02-01T00:00:00Z}`) };
    expect(lifeOf(edit)).toEqual(['in-force 1992-01-23', 'ended 2024-02-01T00:00:00Z']);
  });
});

describe('an end that waits for a rule', () => {
  const edit = (at: string): Edit => ({
    [EMBARGO]: ends('{at: {rule: un/s-res-2714-2023#turns}, kind: final}'),
    ...rules(`{id: turns, do: resume, ${ALL}, at: ${at}}`),
  });

  it('comes when the rule fires', () => {
    expect(lifeOf(edit('2023-12-20T00:00:00Z'))).toEqual(['in-force 1992-01-23', 'ended 2023-12-20T00:00:00Z']);
  });

  it('never comes when the rule does not', () => {
    const silent = {
      ...edit('{event: never}'),
      'events/e.yaml': 'events:\n  - {id: never, kind: other, what: x, occurred: none, evidence: unverified}\n',
    };
    expect(lifeOf(silent)).toEqual(['in-force 1992-01-23']);
  });
});

describe('a measure that is applied again', () => {
  const back = (asOf: string) =>
    rules(
      `{id: ends, do: terminate, ${ALL}, at: 2023-12-02T00:00:00Z}`,
      `{id: back, do: re-apply, ${ALL}, at: 2023-12-20T00:00:00Z, content-as-of: ${asOf}}`,
    );

  it('returns if it was in force just before the content was taken', () => {
    expect(lifeOf(back('2023-12-02T00:00:00Z')).at(-1)).toBe('in-force 2023-12-20T00:00:00Z');
  });

  it('does not return if it had not begun by then', () => {
    expect(lifeOf(back('1991-01-01T00:00:00Z')).at(-1)).toBe('ended 2023-12-02T00:00:00Z');
  });
});

describe('an absence', () => {
  const events = (occurred: string) => ({
    'events/e.yaml': `events:\n  - {id: blocks, kind: act, what: x, occurred: ${occurred}, evidence: unverified}\n`,
  });
  const unless = rules(
    `{id: ends, do: terminate, ${ALL}, at: 2023-12-20T00:00:00Z, if: {absent: {events: [blocks], from: 2023-12-02T00:00:00Z, until: 2023-12-30T00:00:00Z}}}`,
  );

  it.each([
    ['2023-12-10T00:00:00Z', 'in-force 1992-01-23', 'within the window'],
    ['2023-12-02T00:00:00Z', 'in-force 1992-01-23', 'as the window opens'],
    ['2023-12-01T23:59:59Z', 'ended 2023-12-20T00:00:00Z', 'a second too early'],
    // What comes after the rule has acted cannot have stopped it.
    ['2023-12-20T00:00:00Z', 'ended 2023-12-20T00:00:00Z', 'at the very time of the act'],
    ['2023-12-25T00:00:00Z', 'ended 2023-12-20T00:00:00Z', 'in the window, but later than the act'],
    ['none', 'ended 2023-12-20T00:00:00Z', 'never'],
  ])('is judged by what happened before the act: at %s, %s (%s)', (occurred, last) => {
    expect(lifeOf({ ...unless, ...events(occurred) }).at(-1)).toBe(last);
  });
});

describe('a disputed point', () => {
  const edit: Edit = {
    ...rules(`{id: ends, do: terminate, ${ALL}, at: 2023-12-20T00:00:00Z, if: {point: lifted}}`),
    'points/p.yaml':
      'points:\n  - {id: lifted, kind: counts-as, question: Is it lifted?, yes: yes it is, no: it is not, evidence: unverified}\n',
  };

  it('gives the law two courses', () => {
    expect(lifeOf(edit, '2024-12-31', ['lifted']).at(-1)).toBe('ended 2023-12-20T00:00:00Z');
    expect(lifeOf(edit).at(-1)).toBe('in-force 1992-01-23');
  });
});
