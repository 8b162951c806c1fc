/** When the measures on a State ended and when they came back, and who holds so: what statements on expiry and return are compared with. */
import { remember } from '../../compile/remember.ts';
import type { Measure } from '../../law/norm.ts';
import type { Instant } from '../../time/instant.ts';
import type { Facts } from '../facts.ts';

/** A measure's end or return at an instant, as these positions see it; none when all see it so. */
export type Turn = {
  readonly kind: 'end' | 'return';
  readonly at: Instant;
  readonly exact: boolean;
  readonly measure: Measure;
  readonly positions: readonly string[] /** From then on, or until then, these positions cannot say. */;
  readonly open: boolean;
};

const kept = new WeakMap<Facts, Map<string, readonly Turn[]>>();

export const turnsOf = (facts: Facts, target: string): readonly Turn[] =>
  remember(
    remember(kept, facts, () => new Map<string, readonly Turn[]>()),
    target,
    () => work(facts, target),
  );

const successors = new WeakMap<Facts, ReadonlySet<string>>();

/** Measures that a later one carries on for the same recipients; one carried on for fewer has ended for the others. */
const continuedNorms = (facts: Facts): ReadonlySet<string> =>
  remember(successors, facts, () => {
    const { norms } = facts.record;
    return new Set(
      Object.values(norms).flatMap((norm) => {
        if (norm.kind !== 'measure') return [];
        return norm.continues.filter((id) => {
          const before = norms[id];
          return (
            before?.kind === 'measure' &&
            before.recipients.join() === norm.recipients.join() &&
            before.goods.join() === norm.goods.join()
          );
        });
      }),
    );
  });

function work(facts: Facts, target: string): readonly Turn[] {
  const continued = continuedNorms(facts);
  return facts.histories(target).flatMap(({ measure, positions, stretches }) => {
    const turns: Turn[] = [];
    const isOpenAt = (at: Instant): boolean =>
      stretches.some(
        ({ status, from, until }) => status === 'undetermined' && (from?.from === at || until?.from === at),
      );
    const inForce = stretches.filter(({ status }) => status === 'in-force' || status === 'suspended');
    for (const [i, { from, until }] of inForce.entries()) {
      if (i > 0 && from !== undefined && inForce[i - 1]!.until !== undefined && from.from > inForce[i - 1]!.until!.from)
        turns.push({
          kind: 'return',
          at: from.from,
          exact: from.precision === 'instant',
          measure,
          positions,
          open: isOpenAt(from.from),
        });
      // A measure that another carries on does not end anything.
      if (until !== undefined && !continued.has(measure.id))
        turns.push({
          kind: 'end',
          at: until.from,
          exact: until.precision === 'instant',
          measure,
          positions,
          open: isOpenAt(until.from),
        });
    }
    return turns;
  });
}

/** The returns of measures on a State: what came back, and the instants at which it did, each once and in order. */
export type Returns = {
  readonly turns: readonly Turn[];
  readonly measures: readonly Measure[];
  readonly instants: readonly Instant[];
};

const returns = new WeakMap<readonly Turn[], Returns>();

/** The returns among the turns of a State. */
export function returnsOf(facts: Facts, target: string): Returns {
  const turns = turnsOf(facts, target);
  return remember(returns, turns, () => {
    const back = turns.filter(({ kind }) => kind === 'return');
    return {
      turns: back,
      measures: back.map(({ measure }) => measure),
      instants: [...new Set(back.map(({ at }) => at))].sort((a, b) => a - b),
    };
  });
}

/** Positions that have a view of the measure around a turn and do not see the turn. */
const known = new WeakMap<Turn, readonly string[]>();

export const dissenters = (facts: Facts, target: string, turn: Turn): readonly string[] =>
  remember(known, turn, () => dissentersOf(facts, target, turn));

function dissentersOf(facts: Facts, target: string, turn: Turn): readonly string[] {
  return facts.histories(target).flatMap(({ measure, positions, stretches }) => {
    if (measure.id !== turn.measure.id || positions === turn.positions) return [];
    const open = stretches.some(
      ({ status, from, until }) =>
        status === 'undetermined' &&
        (from === undefined || from.from <= turn.at) &&
        (until === undefined || turn.at <= until.from),
    );
    const same = stretches.some(
      ({ status, from, until }) =>
        status === 'in-force' && (turn.kind === 'return' ? from?.from === turn.at : until?.from === turn.at),
    );
    return open || same ? [] : positions;
  });
}

/** The measures on a State in force at an instant for everybody; `disputed` those in force for some only. */
export type InForce = { readonly agreed: readonly Measure[]; readonly disputed: readonly Measure[] };

const inForce = new WeakMap<Facts, Map<string, InForce>>();

/** A text asks of few days, and of them again and again; a hostile one may ask of any number. */
const KEPT_INSTANTS = 500;

export function inForceOn(facts: Facts, target: string, at: Instant): InForce {
  const known = remember(inForce, facts, () => new Map<string, InForce>());
  if (known.size > KEPT_INSTANTS) known.clear();
  return remember(known, `${target} ${at}`, () => askInForce(facts, target, at));
}

function askInForce(facts: Facts, target: string, at: Instant): InForce {
  const held = new Map<Measure, { always: boolean; ever: boolean }>();
  for (const { measure, stretches } of facts.histories(target)) {
    const then = stretches.filter(
      ({ from, until }) => (from === undefined || from.from <= at) && (until === undefined || at < until.from),
    );
    if (then.some(({ status }) => status === 'undetermined')) continue;
    const holds = then.some(({ status }) => status === 'in-force');
    const known = remember(held, measure, () => ({ always: true, ever: false }));
    known.always &&= holds;
    known.ever ||= holds;
  }
  const all = [...held];
  return {
    agreed: all.filter(([, { always }]) => always).map(([measure]) => measure),
    disputed: all.filter(([, { always, ever }]) => ever && !always).map(([measure]) => measure),
  };
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  arms: ['arms'],
  embargo: ['arms'],
  missile: ['missile'],
  nuclear: ['nuclear', 'conduct'],
  enrichment: ['conduct', 'nuclear'],
  freeze: ['freeze'],
  travel: ['travel'],
  oil: ['commodities', 'trade'],
  bank: ['finance'],
  experts: ['machinery'],
  trade: ['trade'],
};

/** The families of measures that a clause's words name; none when it speaks of sanctions at large. */
export const familiesNamed = (concepts: Iterable<string>): readonly string[] => [
  ...new Set([...concepts].flatMap((name) => FAMILIES[name] ?? [])),
];
