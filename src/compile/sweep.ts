/**
 * One pass through time over one component of the record, for one answer to each point. Events and scheduled
 * ends go through one queue; a rule reads only what was so strictly before it fires, so there is one result.
 * In: a score (norms and rules in order of time), what is known, the answers. Out: the life of each norm, and the rules that stayed silent.
 */
import type { Condition } from '../law/condition.ts';
import type { Moment } from '../law/event.ts';
import type { End, Norm } from '../law/norm.ts';
import type { Life, Phase, PhaseStatus, Reason, Silence } from '../law/reason.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Rule } from '../law/rule.ts';
import type { TimeExpression } from '../law/time-expression.ts';
import { earliest, type Instant } from '../time/instant.ts';
import { type Agenda, agenda, type Entry, inOrder } from './agenda.ts';
import { type Component, visitTime } from './components.ts';
import { type Before, type Judgement, judge } from './condition.ts';
import type { Known } from './known.ts';
import { type Clockwork, markOf, momentOf } from './moment.ts';
import { remember } from './remember.ts';

export type Swept = {
  readonly lives: Readonly<Record<string, Life>>;
  readonly silences: readonly Silence[];
  /** When each point was first asked about, as a mark. Before that its answer cannot have mattered. */
  readonly consulted: ReadonlyMap<string, number>;
};

/** What a sweep needs besides the component: the answers to points, and how far the record sees renewals of a norm. */
export type Course = {
  readonly known: Known;
  readonly point: (id: string) => boolean;
  readonly horizonOf: (norm: Norm) => Instant;
};

/** The order of what happens at one mark: extensions first, so that a norm prolonged to the second does not end. */
const STRATA = ['extend', 'own-end', 'terminate', 'lapse', 'suspend', 'resume', 'start', 'impose', 're-apply'] as const;
type Stratum = (typeof STRATA)[number];

/** An end that a running norm has; `at` is left out while what it is reckoned from has not happened. */
type ScheduledEnd = Pick<End, 'kind' | 'if'> & {
  readonly time: TimeExpression;
  readonly at?: Moment;
  /** When the norm began to run towards it: an end is after that. */
  readonly since: number;
};
type Doing = {
  readonly stratum: Stratum;
  /** Present when the time is reckoned from the firing of a rule, and so may move. */
  readonly moving?: TimeExpression;
  readonly at: Moment;
  readonly norm?: Norm;
  readonly rule?: Rule;
  readonly end?: ScheduledEnd;
};
/** A doing before its time is reckoned. */
type Timed = Omit<Doing, 'at'> & { readonly moving: TimeExpression };
type NormState = { norm: Norm; phases: Phase[]; ends: ScheduledEnd[] };

/** A component made ready for many sweeps: whatever does not depend on the answers to points. */
export type Score = {
  readonly norms: readonly Norm[];
  readonly doings: readonly Entry<Doing>[];
  /** Doings whose time is reckoned from a rule, by that rule. */
  readonly waiting: ReadonlyMap<string, readonly Timed[]>;
  /** The norms that may have an end reckoned from a rule, by that rule. */
  readonly ending: ReadonlyMap<string, readonly string[]>;
  /** The time of an expression; one that names no rule is worked out once. */
  readonly timeOf: (time: TimeExpression, clockwork: Clockwork) => Moment | undefined;
};

type Sweep = Course & {
  readonly score: Score;
  readonly states: Map<string, NormState>;
  readonly agenda: Agenda<Doing>;
  readonly clockwork: Clockwork;
  readonly fired: Map<string, Moment>;
  readonly silences: Silence[];
  readonly consulted: Map<string, number>;
};

/** Puts the starts of norms and the rules of known instruments in order of time. */
export function scoreOf({ norms, rules }: Component, record: LegalRecord, known: Known): Score {
  const waiting = new Map<string, Timed[]>();
  const fixed = new Map<TimeExpression, Moment | undefined>();
  const unmoved: Clockwork = { occurred: (id) => known.event(id)?.occurred, fired: () => undefined };
  const timeOf: Score['timeOf'] = (time, clockwork) => {
    if (rulesIn(time).length > 0) return momentOf(time, clockwork);
    if (!fixed.has(time)) fixed.set(time, momentOf(time, unmoved));
    return fixed.get(time);
  };
  const doings: { at: Moment; item: Doing }[] = [];
  const schedule = (time: TimeExpression, what: Omit<Doing, 'at' | 'moving'>): void => {
    const movers = rulesIn(time);
    const doing = movers.length > 0 ? { ...what, moving: time } : what;
    const at = timeOf(time, unmoved);
    if (at !== undefined) doings.push({ at, item: { ...doing, at } });
    for (const rule of movers) remember(waiting, rule, () => []).push({ ...what, moving: time });
  };
  const living = norms
    .map((id) => record.norms[id]!)
    .filter((norm) => !(norm.kind === 'opening' && norm.within !== undefined) && known.instrument(norm.instrument));
  for (const norm of living) schedule(norm.start, { stratum: 'start', norm });
  const ending = new Map<string, string[]>();
  const awaitEnd = (time: TimeExpression, norm: string): void => {
    for (const rule of rulesIn(time)) remember(ending, rule, () => []).push(norm);
  };
  for (const norm of living) for (const { at } of norm.ends) awaitEnd(at, norm.id);
  for (const rule of rules.map((id) => record.rules[id]!)) {
    if (!known.instrument(rule.instrument)) continue;
    schedule(rule.at, { stratum: rule.do, rule });
    if (rule.until?.at !== undefined) for (const norm of rule.what) awaitEnd(rule.until.at, norm);
  }
  return { norms: living, doings: inOrder(doings), waiting, ending, timeOf };
}

const movers = new WeakMap<TimeExpression, readonly string[]>();

/** The rules from whose firing a time is reckoned. */
const rulesIn = (time: TimeExpression): readonly string[] =>
  remember(movers, time, () => {
    const found: string[] = [];
    visitTime(time, (rule) => found.push(rule));
    return found;
  });

export function sweep(score: Score, course: Course): Swept {
  const fired = new Map<string, Moment>();
  const self: Sweep = {
    ...course,
    score,
    states: new Map(score.norms.map((norm) => [norm.id, { norm, phases: [], ends: [] }])),
    agenda: agenda(score.doings),
    clockwork: { occurred: (id) => course.known.event(id)?.occurred, fired: (id) => fired.get(id) },
    fired,
    silences: [],
    consulted: new Map(),
  };
  for (let batch = self.agenda.next(); batch !== undefined; batch = self.agenda.next()) {
    const { at } = batch;
    for (const { doing, judgement } of judgeAll(batch.items, at, self)) {
      if (judgement.holds) apply(doing, at, judgement.reasons, self);
      else keepSilence(doing, judgement.reasons, self);
    }
  }
  const lives: Record<string, Life> = {};
  for (const [id, state] of self.states) lives[id] = state.phases;
  return { lives, silences: self.silences, consulted: self.consulted };
}

/** Everything that may happen at one mark, judged by what was so just before, and in the order in which it happens. */
function judgeAll(first: readonly Doing[], at: Moment, self: Sweep) {
  const before = beforeAt(markOf(at), self);
  const judged: { readonly doing: Doing; readonly judgement: Judgement }[] = [];
  // A rule that fires may bring on others at the same mark: they are simultaneous with it.
  for (let items = first; items.length > 0; items = self.agenda.more())
    for (const doing of items) {
      if (!isCurrent(doing, self)) continue;
      const judgement = judge(conditionOf(doing), before);
      judged.push({ doing, judgement });
      if (doing.rule !== undefined && judgement.holds) note(doing.rule, at, self);
    }
  return judged.length > 1 ? judged.sort((a, b) => inSequence(a.doing, b.doing)) : judged;
}

/** By stratum; rules of one stratum by their ids, so that the order in which files are read decides nothing. */
const inSequence = (a: Doing, b: Doing): number =>
  STRATA.indexOf(a.stratum) - STRATA.indexOf(b.stratum) || ((a.rule?.id ?? '') < (b.rule?.id ?? '') ? -1 : 1);

/** A doing is stale when the rule it is reckoned from has since moved it, or when its end was replaced. */
function isCurrent(doing: Doing, self: Sweep): boolean {
  if (doing.end !== undefined) return self.states.get(doing.norm!.id)!.ends.includes(doing.end);
  if (doing.moving === undefined) return true;
  const now = momentOf(doing.moving, self.clockwork);
  return now !== undefined && markOf(now) === markOf(doing.at);
}

const timeIn = (self: Sweep, time: TimeExpression): Moment | undefined => self.score.timeOf(time, self.clockwork);

const conditionOf = ({ end, rule, norm }: Doing): Condition | undefined => (end ?? rule ?? norm)?.if;

const beforeAt = (mark: number, self: Sweep): Before => ({
  mark,
  known: self.known,
  clockwork: self.clockwork,
  point: (id) => {
    if (!self.consulted.has(id)) self.consulted.set(id, mark);
    return self.point(id);
  },
  inForce: (norm) => statusBefore(self.states.get(norm), mark) === 'in-force',
});

/** The status of a norm strictly before a mark. */
function statusBefore(state: NormState | undefined, mark: number): PhaseStatus | undefined {
  const phases = state?.phases ?? [];
  for (let i = phases.length - 1; i >= 0; i--) if (markOf(phases[i]!.from) < mark) return phases[i]!.status;
  return undefined;
}

const current = (state: NormState): PhaseStatus | undefined => state.phases.at(-1)?.status;

function apply(doing: Doing, at: Moment, facts: readonly Reason[], self: Sweep): void {
  const { rule } = doing;
  if (rule !== undefined) fire(rule, at, facts, self);
  else if (doing.stratum === 'own-end') finish(doing, at, facts, self);
  else {
    const norm = doing.norm!.id;
    begin(self.states.get(norm)!, at, [{ kind: 'laid-down', norm, at }, ...facts], self);
  }
}

function fire(rule: Rule, at: Moment, facts: readonly Reason[], self: Sweep): void {
  const reasons: readonly Reason[] = [{ kind: 'rule', rule: rule.id, at }, ...facts];
  for (const id of rule.what) {
    const state = self.states.get(id);
    if (state !== undefined) act(rule, state, at, reasons, self);
  }
}

/** That a rule has fired, for whatever is reckoned from that. */
function note(rule: Rule, at: Moment, self: Sweep): void {
  if (self.fired.has(rule.id)) return;
  self.fired.set(rule.id, at);
  for (const waiting of self.score.waiting.get(rule.id) ?? []) {
    const moment = momentOf(waiting.moving, self.clockwork);
    if (moment !== undefined && markOf(moment) >= markOf(at)) self.agenda.add(moment, { ...waiting, at: moment });
  }
  for (const id of self.score.ending.get(rule.id) ?? []) {
    const state = self.states.get(id);
    if (state !== undefined) setEnds(state, state.ends, self);
  }
}

/** What a rule does to one norm. */
function act(rule: Rule, state: NormState, at: Moment, reasons: readonly Reason[], self: Sweep): void {
  const now = current(state);
  switch (rule.do) {
    case 'terminate':
    case 'lapse':
      if (now !== undefined && now !== 'ended') enter(state, 'ended', at, reasons);
      return;
    case 'suspend':
      if (now === 'in-force') enter(state, 'suspended', at, reasons);
      return;
    case 'resume':
      if (now === 'suspended') enter(state, 'in-force', at, reasons);
      return;
    case 'impose':
      if (now !== 'in-force') begin(state, at, reasons, self);
      return;
    case 're-apply': {
      const asOf = rule.contentAsOf === undefined ? undefined : timeIn(self, rule.contentAsOf);
      if (asOf === undefined || now === 'in-force') return;
      if (statusBefore(state, Math.min(markOf(asOf), markOf(at))) === 'in-force') begin(state, at, reasons, self);
      return;
    }
    case 'extend':
      extend(rule, state, at, reasons, self);
  }
}

/**
 * A new end in place of the renewable one; a norm whose renewable end has passed unseen or lapsed by itself runs again from
 * the renewal. To a time that is past by then nothing is extended.
 */
function extend(rule: Rule, state: NormState, at: Moment, reasons: readonly Reason[], self: Sweep): void {
  const now = current(state);
  if (now === undefined) return;
  const last = state.phases.at(-1)!;
  if (now === 'ended' && !last.reasons.some(({ kind }) => kind === 'own-end')) return;
  const until = rule.until?.at;
  const reaches = until && timeIn(self, until);
  if (reaches !== undefined && markOf(reaches) <= markOf(at)) return;
  if (now === 'ended' || now === 'unseen') enter(state, 'in-force', at, reasons);
  else state.phases[state.phases.length - 1] = { ...last, renewals: [...last.renewals, reasons[0]!] };
  const isRenewable = state.ends.some(({ kind }) => kind === 'renewable');
  const kept = isRenewable ? state.ends.filter(({ kind }) => kind === 'final') : [];
  const added = until === undefined ? [] : [{ time: until, kind: rule.until!.kind, since: markOf(at) }];
  setEnds(state, [...kept, ...added], self);
}

function begin(state: NormState, at: Moment, reasons: readonly Reason[], self: Sweep): void {
  if (current(state) !== 'in-force') enter(state, 'in-force', at, reasons);
  const ends = state.norm.ends.filter(({ at: end }) => {
    const moment = timeIn(self, end);
    return moment === undefined || markOf(moment) > markOf(at);
  });
  setEnds(
    state,
    ends.map(({ at: time, kind, if: only }) => ({ time, kind, since: markOf(at), ...(only && { if: only }) })),
    self,
  );
}

/** The ends a norm has from now on, each on the agenda at its time as it now stands. */
function setEnds(state: NormState, ends: readonly ScheduledEnd[], self: Sweep): void {
  state.ends = ends.map((end) => {
    const at = timeIn(self, end.time);
    if (end.at !== undefined && at !== undefined && markOf(at) === markOf(end.at)) return end;
    const { at: _, ...rest } = end;
    if (at === undefined || markOf(at) <= end.since) return rest;
    const scheduled = { ...rest, at };
    self.agenda.add(at, { stratum: 'own-end', at, norm: state.norm, end: scheduled });
    return scheduled;
  });
}

/** A norm's own end: final, or renewable and (as far as the record could see) not renewed, or unseen. */
function finish({ norm, end }: Doing, at: Moment, facts: readonly Reason[], self: Sweep): void {
  const state = self.states.get(norm!.id)!;
  const now = current(state);
  // An extension at the same mark has put another end in its place.
  if (now === undefined || now === 'ended' || !state.ends.includes(end!)) return;
  const reasons: readonly Reason[] = [{ kind: 'own-end', norm: norm!.id, at, end: end!.kind }, ...facts];
  const seen = earliest(self.known.asKnown, self.horizonOf(norm!));
  if (end!.kind === 'final' || at.from < seen) enter(state, 'ended', at, reasons);
  else if (now !== 'unseen') enter(state, 'unseen', at, reasons);
}

/** A new phase; one that begins and is overtaken at the same mark leaves no trace. */
function enter(state: NormState, status: PhaseStatus, at: Moment, reasons: readonly Reason[]): void {
  const last = state.phases.at(-1);
  if (last !== undefined && markOf(last.from) === markOf(at)) state.phases.pop();
  state.phases.push({ from: at, status, reasons, renewals: [] });
}

function keepSilence({ rule, norm, end, at }: Doing, reasons: readonly Reason[], self: Sweep): void {
  if (end !== undefined) return;
  self.silences.push(rule ? { rule: rule.id, norms: rule.what, at, reasons } : { norms: [norm!.id], at, reasons });
}
