/**
 * The life of a norm for one answer to each point, worked out anew each time it is asked: what acts on it, in order
 * of time, each act judged by what was so strictly before (DESIGN section 3, "The record is a program").
 */
import type { Condition } from '../law/condition.ts';
import type { Moment } from '../law/event.ts';
import { familyOf } from '../law/family.ts';
import type { End, Norm } from '../law/norm.ts';
import type { Supposition } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Rule } from '../law/rule.ts';
import type { TimeExpression } from '../law/time-expression.ts';
import { endOfDay } from '../time/civil-date.ts';
import { BEGINNING, earliest, type Instant } from '../time/instant.ts';
import { exactly, type Happenings, type Mark, markOf, timeOf } from './order.ts';

/** `unseen`: its renewable end has come, and the record could not have seen whether it was renewed. */
export type Status = 'not-yet' | 'in-force' | 'suspended' | 'ended' | 'unseen';

/** What is known, and one answer to each point. */
export type World = {
  readonly record: LegalRecord;
  readonly asKnown: Instant;
  readonly suppose: readonly Supposition[];
  readonly answer: (point: string) => boolean;
  /** Up to when renewals would have been seen; left out: as far as the regime's and family's horizon reaches. */
  readonly seenUntil?: Instant;
  /** Statuses found before in this very world, where a record is too large to find them again and again. */
  readonly found?: Map<string, Status>;
};

/**
 * The status of a norm at a mark when some acts of that day, whose hour is not recorded, come only later in it: what the
 * last of the acts that are not late had made of it.
 */
export function statusWithout(world: World, id: string, by: Mark, late: readonly Mark[]): Status {
  const acts = marksOf(world, id, by).filter((mark) => statusBy(world, id, mark) !== statusBy(world, id, mark - 1));
  const last = acts.findLast((mark) => !late.includes(mark));
  return last === undefined ? 'not-yet' : statusBy(world, id, last);
}

/** The status of a norm when all that has happened by a mark has happened. */
export function statusBy(world: World, id: string, by: Mark): Status {
  const key = `${id} ${by}`;
  const status = world.found?.get(key) ?? statusAnew(world, id, by);
  world.found?.set(key, status);
  return status;
}

function statusAnew(world: World, id: string, by: Mark): Status {
  const norm = livingOf(world.record, id);
  if (!isKnown(world, norm.instrument)) return 'not-yet';
  let life: Life = { status: 'not-yet', ends: [], by: 'rule' };
  for (const mark of marksOf(world, id, by)) life = lifeAfter(world, norm, life, mark);
  return life.status;
}

/** Every mark up to one at which something may happen to a norm, in order. */
export function marksOf(world: World, id: string, by: Mark): readonly Mark[] {
  return [...new Set(momentsOf(world, id, by).map(markOf))].filter((mark) => mark <= by).sort((a, b) => a - b);
}

/** The moments at which something may happen to a norm: its start, its ends, what rules do and the ends they set. */
export function momentsOf(world: World, id: string, by: Mark): readonly Moment[] {
  const norm = livingOf(world.record, id);
  const rules = rulesOn(world.record, norm.id);
  const times = [norm.start, ...norm.ends.map(({ at }) => at), ...rules.flatMap(({ until }) => until?.at ?? [])];
  const moments = [
    ...times.map((time) => timeOf(time, happened(world, by))),
    ...rules.map((rule) => firing(world, rule, by)),
  ];
  return moments.filter((moment) => moment !== undefined);
}

/** A gate or exemption of the measure's own provision lives as the measure does. */
const livingOf = (record: LegalRecord, id: string): Norm => {
  const norm = record.norms[id]!;
  return norm.kind === 'opening' && norm.within !== undefined ? record.norms[norm.within]! : norm;
};

const rulesOn = (record: LegalRecord, norm: string): readonly Rule[] => rulesByNorm(record).get(norm) ?? [];

/** By the norms they act on; rules of one norm by their ids, so that the order of files decides nothing. */
const rulesByNorm = perRecord((record) => {
  const found = new Map<string, Rule[]>();
  for (const rule of Object.values(record.rules).sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (const norm of rule.what) found.set(norm, [...(found.get(norm) ?? []), rule]);
  return found;
});

/** What depends on a record alone, made once. */
function perRecord<T>(make: (record: LegalRecord) => T): (record: LegalRecord) => T {
  const made = new WeakMap<LegalRecord, T>();
  return (record) => {
    const known = made.get(record) ?? make(record);
    made.set(record, known);
    return known;
  };
}

/** `by`: what brought the last status about, its own end or a rule. */
type Life = { readonly status: Status; readonly ends: readonly End[]; readonly by: 'own-end' | 'rule' };

/** The order of what happens at one mark: prolonged to the second is not ended, begun at the second of an end is begun. */
const STEPS = [extended, endedByItself, ended, suspended, resumed, begun] as const;

function lifeAfter(world: World, norm: Norm, life: Life, mark: Mark): Life {
  const now = { world, norm, mark, acting: actingAt(world, norm, mark) };
  return STEPS.reduce((after, step) => step(now, after), life);
}

type Now = { readonly world: World; readonly norm: Norm; readonly mark: Mark; readonly acting: readonly Rule[] };

const actingAt = (world: World, norm: Norm, mark: Mark): readonly Rule[] =>
  rulesOn(world.record, norm.id).filter((rule) => {
    const moment = firing(world, rule, mark);
    return moment !== undefined && markOf(moment) === mark;
  });

/** A new end for a norm that runs, or that ran out for want of this renewal: it takes the place of the renewable end. */
function extended({ world, mark, acting }: Now, life: Life): Life {
  return acting.reduce((now, rule): Life => {
    const { status, ends } = now;
    if (rule.do !== 'extend' || status === 'not-yet' || (status === 'ended' && now.by === 'rule')) return now;
    const end = rule.until?.at && { at: rule.until.at, kind: rule.until.kind };
    const reaches = end && timeOf(end.at, happened(world, mark));
    if (reaches !== undefined && markOf(reaches) <= mark) return now;
    const kept = ends.some(({ kind }) => kind === 'renewable') ? ends.filter(({ kind }) => kind === 'final') : [];
    return {
      status: status === 'suspended' ? 'suspended' : 'in-force',
      ends: end === undefined ? kept : [...kept, end],
      by: 'rule',
    };
  }, life);
}

function endedByItself({ world, norm, mark }: Now, life: Life): Life {
  const due = life.ends.filter((end) => {
    const at = timeOf(end.at, happened(world, mark));
    return at !== undefined && markOf(at) === mark && holds(world, end.if, mark);
  });
  if (due.length === 0 || life.status === 'ended') return life;
  const isSeen = Math.floor(mark / 2) < (world.seenUntil ?? earliest(world.asKnown, horizonOf(world.record, norm)));
  const over = isSeen || due.some(({ kind }) => kind === 'final');
  return { ...life, status: over ? 'ended' : 'unseen', by: 'own-end' };
}

function ended({ acting }: Now, life: Life): Life {
  const ends = acting.some(({ do: does }) => does === 'terminate' || does === 'lapse');
  return ends && life.status !== 'not-yet' && life.status !== 'ended' ? { ...life, status: 'ended', by: 'rule' } : life;
}

function suspended({ acting }: Now, life: Life): Life {
  const stops = acting.some(({ do: does }) => does === 'suspend');
  return stops && life.status === 'in-force' ? { ...life, status: 'suspended' } : life;
}

function resumed({ acting }: Now, life: Life): Life {
  const returns = acting.some(({ do: does }) => does === 'resume');
  return returns && life.status === 'suspended' ? { ...life, status: 'in-force' } : life;
}

/** Its own start, or a rule that imposes it, or applies it again if it was in force just before the content was taken. */
function begun({ world, norm, mark, acting }: Now, life: Life): Life {
  const start = timeOf(norm.start, happened(world, mark));
  const starts = start !== undefined && markOf(start) === mark && holds(world, norm.if, mark);
  const begins = acting.some((rule) => {
    if (rule.do === 'impose') return true;
    const asOf = rule.do === 're-apply' && rule.contentAsOf && timeOf(rule.contentAsOf, happened(world, mark));
    return asOf ? statusBy(world, norm.id, Math.min(markOf(asOf), mark) - 1) === 'in-force' : false;
  });
  if (!starts && (!begins || life.status === 'in-force')) return life;
  // "The first end after it": an end that is past by then is none.
  const ends = norm.ends.filter(({ at }) => {
    const moment = timeOf(at, happened(world, mark));
    return moment === undefined || markOf(moment) > mark;
  });
  return { status: 'in-force', ends, by: 'rule' };
}

/** When a rule fired, if it had by a mark: at its time, if its condition held just before. */
function firing(world: World, rule: Rule, by: Mark): Moment | undefined {
  if (!isKnown(world, rule.instrument)) return undefined;
  const moment = timeOf(rule.at, happened(world, by));
  return moment !== undefined && markOf(moment) <= by && holds(world, rule.if, markOf(moment)) ? moment : undefined;
}

/** Whether a condition held strictly before a mark. */
function holds(world: World, condition: Condition | undefined, before: Mark): boolean {
  const past = (id: string): Mark | undefined => {
    const moment = occurredOf(world, id);
    return moment !== undefined && markOf(moment) < before ? markOf(moment) : undefined;
  };
  switch (condition?.kind) {
    case undefined:
      return true;
    case 'occurred':
      return past(condition.event) !== undefined;
    case 'absent': {
      const edge = (time: TimeExpression): Mark => {
        const moment = timeOf(time, happened(world, before - 1));
        return moment === undefined ? Number.POSITIVE_INFINITY : markOf(moment);
      };
      const [from, until] = [edge(condition.from), edge(condition.until)];
      return condition.events.every((id) => {
        const at = past(id);
        return at === undefined || at < from || at >= until;
      });
    }
    case 'in-force':
      return statusBy(world, condition.norm, before - 1) === 'in-force';
    case 'point':
      return world.answer(condition.point);
    case 'all':
      return condition.of.every((part) => holds(world, part, before));
    case 'any':
      return condition.of.some((part) => holds(world, part, before));
    case 'not':
      return !holds(world, condition.of, before);
  }
}

const happened = (world: World, by: Mark): Happenings => ({
  event: (id) => occurredOf(world, id),
  rule: (id) => firing(world, world.record.rules[id]!, by),
});

/** When an event happened, as far as that was public by K; a supposed one is public at once. */
function occurredOf({ record, asKnown, suppose }: World, id: string): Moment | undefined {
  const supposed = suppose.findLast((one) => one.kind === 'event' && one.event === id);
  if (supposed?.kind === 'event') return supposed.occurred === 'none' ? undefined : exactly(supposed.occurred);
  const event = record.events[id];
  return event !== undefined && event.knownFrom <= asKnown ? event.occurred : undefined;
}

/** Nobody knows an instrument before its adoption is public; one supposed never to have been adopted does nothing. */
const isKnown = (world: World, instrument: string): boolean => occurredOf(world, `adopted:${instrument}`) !== undefined;

/**
 * The horizon of a norm's regime and family: the day before the first renewal that was due by the record's horizon and
 * is not in it, on the plain reading of every point; else the record's own.
 */
function horizonOf(record: LegalRecord, norm: Norm): Instant {
  const missed = missedRenewals(record).get(`${norm.regime} ${familyOf(record, norm)}`) ?? [];
  return Math.min(endOfDay(record.horizon), ...missed.map((due) => due - 86_400)) as Instant;
}

/** By regime and family, when renewals were due that the record has not. */
const missedRenewals = perRecord((record) => {
  const end = endOfDay(record.horizon);
  const plain: World = {
    record,
    asKnown: end,
    suppose: [],
    answer: (point) => record.points[point]?.default === 'yes',
    seenUntil: BEGINNING,
  };
  const missed = new Map<string, Instant[]>();
  for (const norm of Object.values(record.norms)) {
    if (norm.kind === 'opening' && norm.within !== undefined) continue;
    const marks = marksOf(plain, norm.id, Number.POSITIVE_INFINITY);
    if (statusBy(plain, norm.id, Number.POSITIVE_INFINITY) !== 'unseen') continue;
    const due = Math.floor(marks[marks.findLastIndex((mark) => statusBy(plain, norm.id, mark - 1) !== 'unseen')]! / 2);
    const key = `${norm.regime} ${familyOf(record, norm)}`;
    if (due <= end) missed.set(key, [...(missed.get(key) ?? []), due as Instant]);
  }
  return missed;
});
