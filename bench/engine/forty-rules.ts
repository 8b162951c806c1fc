/**
 * Forty made-up rules, twice: as a record of law, and as the function that a programmer would write by hand for them. Each of
 * twenty States is under two embargoes, one on arms and one on dual-use goods, each with a beginning and an end.
 */
import type { Measure } from '../../src/law/norm.ts';
import type { LegalRecord } from '../../src/law/record.ts';
import type { Goods } from '../../src/law/vocabulary.ts';
import { bareState } from '../../src/proof/bare-state.ts';
import { civilDate } from '../../src/time/civil-date.ts';
import { instant } from '../../src/time/instant.ts';

export const TARGETS = Array.from('ABCDEFGHIJKLMNOPQRST', (letter) => `X${letter}`);
export const KINDS = ['arms', 'dual-use', 'food'] as const;
const YEAR = 31_556_952;

/** When the embargo on a kind of goods for the n-th State begins and ends, in seconds since 1970. */
const spanOf = (n: number, kind: number): readonly [from: number, until: number] => {
  const from = (12 + n) * YEAR + kind * 4_000_000;
  return [from, from + (6 + ((n * 7 + kind * 3) % 11)) * YEAR];
};

const measure = (n: number, kind: number): Measure => {
  const [from, until] = spanOf(n, kind);
  return {
    ...{ id: `i#${n}-${kind}`, instrument: 'i', provision: `para ${n}`, says: 'An embargo.', title: 'An embargo.' },
    ...{ evidence: 'verified', sources: [], regime: 'r', law: 'UN', kind: 'measure', force: 'decides' },
    ...{ addressee: 'states', family: 'arms', activities: ['goods'], direction: 'to', duties: ['supplier'] },
    ...{ recipients: [], goods: [KINDS[kind]!], exceptGoods: [], consequence: 'bar' },
    ...{ ownNationalsApart: false, obligations: [], continues: [] },
    ...(kind === 1 && { presumption: 'denial' as const }),
    target: { states: [TARGETS[n]!], regions: [], exceptStates: [] },
    start: { kind: 'instant', at: instant(from) },
    ends: [{ at: { kind: 'instant', at: instant(until) }, kind: 'final' }],
  } as Measure;
};

export function fortyRules(): LegalRecord {
  const measures = TARGETS.flatMap((_, n) => [measure(n, 0), measure(n, 1)]);
  const adopted = { from: instant(0), until: instant(0), precision: 'instant' } as const;
  const attested = { evidence: 'verified', sources: [] } as const;
  const goods = (code: string): Goods => ({
    ...{ code, name: code, names: {}, aliases: [], in: [], parts: [], mayBe: [], figures: {} },
  });
  const by = <T>(things: readonly T[], id: (one: T) => string) =>
    Object.fromEntries(things.map((one) => [id(one), one]));
  return {
    hash: 'sha256:forty-rules',
    horizon: civilDate(2026, 1, 1)!,
    instruments: {
      i: {
        ...attested,
        id: 'i',
        symbol: 'I',
        names: [],
        law: 'UN',
        regime: 'r',
        adopted,
        implements: [],
        provisions: [],
      },
    },
    norms: by(measures, ({ id }) => id),
    rules: {},
    events: {
      'adopted:i': {
        ...attested,
        id: 'adopted:i',
        kind: 'act',
        what: 'I',
        occurred: adopted,
        knownFrom: instant(0),
        actors: [],
      },
    },
    points: {},
    positions: {},
    regimes: {
      r: {
        ...attested,
        id: 'r',
        law: 'UN',
        name: 'r',
        targets: TARGETS,
        summary: '',
        covers: ['goods'],
        openQuestions: [],
      },
    },
    lists: {},
    states: by(
      [...TARGETS, 'YA', 'YB'].map((code) => bareState(code)),
      ({ code }) => code,
    ),
    regions: {},
    groups: {},
    laws: {
      UN: {
        ...{ id: 'UN', name: 'UN', adjective: 'UN', binds: { unMembers: true }, addressee: 'states' },
        ...{ political: false, held: true, covers: '' },
      },
    },
    goods: by(KINDS.map(goods), ({ code }) => code),
    offices: {},
  };
}

const spans = new Map(TARGETS.map((state, n) => [state, [spanOf(n, 0), spanOf(n, 1)] as const]));

/** The forty rules as one would write them by hand. 0: prohibited, 1: approval required, 5: no measure found. */
export function byHand(to: string, goods: string, at: number): number {
  const found = spans.get(to);
  if (found === undefined || goods === 'food') return 5;
  const isArms = goods === 'arms';
  const [from, until] = isArms ? found[0] : found[1];
  if (at < from || at >= until) return 5;
  return isArms ? 0 : 1;
}

const flat = Float64Array.from([...spans.values()].flat(2));

/** The same where States and goods have been numbered: `cell` is State × 3 + kind of goods. */
export function byHandNumbered(cell: number, at: number): number {
  const kind = cell % 3;
  if (kind === 2) return 5;
  const span = ((cell - kind) / 3) * 4 + kind * 2;
  return at < flat[span]! || at >= flat[span + 1]! ? 5 : kind;
}
