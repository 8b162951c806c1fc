/**
 * Question in, assessment out (DESIGN section 3, the eleven rules). Each standpoint is judged in each epoch that may
 * hold at the time asked about; what positions come to under each law are the views, and together the headline.
 */
import { type Program, type Viewpoint, withAnswer } from '../compile/program.ts';
import { remember } from '../compile/remember.ts';
import type { Assessment, Finding, View } from '../law/assessment.ts';
import {
  isSingle,
  milder,
  NOTHING,
  type Outcome,
  type OutcomeSet,
  setOf,
  stricter,
  stricterSet,
  type Unknown,
} from '../law/outcome.ts';
import type { Question } from '../law/question.ts';
import { valueAt } from '../time/timeline.ts';
import { changesOf } from './changes.ts';
import { type Epoch, epochsWithin } from './epochs.ts';
import { exposureOf } from './exposure.ts';
import { type Case, findingOf, type Told } from './finding.ts';
import { type Judgement, judged } from './judgement.ts';
import { measuresInView } from './measures-in-view.ts';
import { notExaminedOf } from './not-examined.ts';
import { type Plan, planOf, type Standpoint } from './plan.ts';
import { sparedBy } from './spared.ts';

export type AssessOptions = {
  /** Whether to work out what would change the answer, the costly part. On unless said otherwise. */
  readonly changes?: boolean;
};

/** The epochs a question asks about, and whether it asks about one instant of them. */
export type Asked = { readonly plan: Plan; readonly epochs: readonly Epoch[]; readonly question: Question };

type Answer = Omit<Assessment, 'question' | 'notes'>;

type Prepared = { readonly plan: Plan; readonly answers: Map<number | string, Answer> };

type Level = Map<string | undefined, unknown>;

const plans = new WeakMap<Program, { count: number; readonly byFacts: Level }>();
const MOST_PLANS = 20_000;
const MOST_ANSWERS = 5_000;

/** Answers one question. The same facts at other instants are looked up in what was worked out before. */
export function assess(program: Program, question: Question, { changes = true }: AssessOptions = {}): Assessment {
  const { plan, answers } = prepared(program, question);
  const epochs = epochsWithin(plan.epochs, question.at);
  if (answers.size > MOST_ANSWERS) answers.clear();
  const answer = remember(answers, keyOf(question, epochs, changes), () =>
    answerOf({ plan, epochs, question }, changes),
  );
  return { ...answer, notes: question.notes, question };
}

/** An answer told by instants inside the time asked about, or by what happens around it, holds for that time only. */
function keyOf({ at }: Question, epochs: readonly Epoch[], changes: boolean): number | string {
  const isOne = at.until - at.from <= 1;
  if (changes || (epochs.length > 1 && !isOne)) return `${at.from} ${at.until} ${changes}`;
  return epochs[0]!.index * 1000 + epochs.length * 2 + (isOne ? 1 : 0);
}

/** Plans by what their questions say: a hop for each fact costs less than one long key for all. */
function prepared(program: Program, question: Question): Prepared {
  const kept = remember(plans, program, () => ({ count: 0, byFacts: new Map() }));
  if (kept.count > MOST_PLANS) {
    kept.byFacts.clear();
    kept.count = 0;
  }
  const { from, to, goods, activity, recipient } = question;
  const things = goods.length === 1 ? goods[0]!.code : goods.map(({ code }) => code).join();
  const facts = hop(hop(hop(hop(hop(kept.byFacts, from), to), things), activity), recipient);
  return remember(facts as Map<string, Prepared>, otherFactsOf(question), () => {
    kept.count++;
    return { plan: planOf(program, question), answers: new Map() };
  });
}

const hop = (level: Level, fact: string | undefined): Level => remember(level, fact, () => new Map()) as Level;

/** The plan that answers a question at any time. */
export const planFor = (program: Program, question: Question): Plan => prepared(program, question).plan;

const isInstant = ({ at }: Question): boolean => at.until - at.from <= 1;

/** What few questions say, in one key. */
function otherFactsOf({ region, parties, contract, laws, accordingTo }: Question): string {
  if (parties.length === 0 && (region ?? contract ?? laws ?? accordingTo) === undefined) return '';
  const names = parties.map(({ designations, candidates }) => `${designations}/${candidates.map(({ id }) => id)}`);
  return `${region}|${contract}|${laws}|${accordingTo}|${names}`;
}

function answerOf(asked: Asked, changes: boolean): Answer {
  const { plan } = asked;
  const { boundLaws, decisive, standpoints } = lookedAt(asked);
  const views = boundLaws.flatMap((law) =>
    viewsUnder(asked, law, decisive.get(law)!.size > 0 ? standpoints : [disputeless(standpoints)]),
  );
  const viewpoints = standpoints.map(({ viewpoint }) => viewpoint);
  const totals = viewpoints.map((viewpoint) => totalFinding(asked, boundLaws, viewpoint));
  const headline = headlineOf(totals, casesTold(asked, boundLaws, viewpoints));
  return {
    ...headline,
    views: changes
      ? views.map((view) => ({
          ...view.shown,
          changes: changesOf(
            asked,
            view.shown.law,
            viewpointsOf(plan, view),
            view.shown,
            decisive.get(view.shown.law)!,
          ),
        }))
      : views.map(({ shown }) => shown),
    exposure: exposureOf(asked, standpoints[0]!.viewpoint),
    notExamined: notExaminedOf(asked, standpoints[0]!.viewpoint),
    spared: sparedBy(asked, standpoints[0]!.viewpoint),
    bindNobody: strangersOf(asked),
  };
}

/** Laws asked for by name that bind no party in any epoch. */
const strangersOf = ({ plan, epochs, question }: Asked): readonly string[] =>
  (question.laws ?? []).filter(
    (law) => !epochs.some((epoch) => plan.bindsParty(law, epoch.begins?.from ?? question.at.from)),
  );

/** The laws and standpoints that an answer is made of. */
type LookedAt = {
  readonly boundLaws: readonly string[];
  readonly decisive: ReadonlyMap<string, ReadonlySet<string>>;
  readonly standpoints: readonly Standpoint[];
};

function lookedAt(asked: Asked): LookedAt {
  const boundLaws = boundLawsOf(asked);
  const decisive = new Map(boundLaws.map((law) => [law, decisivePoints(asked, law)]));
  const points = new Set([...decisive.values()].flatMap((found) => [...found]));
  return { boundLaws, decisive, standpoints: narrowed(asked, points) };
}

const boundLawsOf = (asked: Asked): readonly string[] =>
  asked.plan.laws.filter(
    (law) =>
      isTold(asked, law) &&
      asked.epochs.some((epoch) => asked.plan.binding(law, epoch.begins?.from ?? asked.question.at.from)),
  );

/** What some positions come to, and the measures that decide it. */
export type Total = {
  readonly positions: readonly string[];
  readonly finding: Finding;
  readonly controls: readonly string[];
};

/** What an assessment comes to and from which positions, without its views: all that a ledger asks, at a fraction of the cost. */
export function totalsOf(
  program: Program,
  question: Question,
): { readonly headline: Finding; readonly totals: readonly Total[] } {
  const plan = planFor(program, question);
  const asked: Asked = { plan, epochs: epochsWithin(plan.epochs, question.at), question };
  // Positions that were asked for are all looked at, whatever is decisive.
  const { boundLaws, standpoints } =
    question.accordingTo === undefined
      ? lookedAt(asked)
      : { boundLaws: boundLawsOf(asked), standpoints: plan.standpoints };
  const totals = standpoints.map(({ viewpoint, positions }) => ({
    positions,
    finding: totalFinding(asked, boundLaws, viewpoint, 'bare'),
    controls: controlsIn(asked, boundLaws, viewpoint),
  }));
  const cases = casesTold(
    asked,
    boundLaws,
    standpoints.map(({ viewpoint }) => viewpoint),
  );
  const findings = totals.map(({ finding }) => finding);
  return { headline: headlineOf(findings, cases), totals };
}

function controlsIn({ plan, epochs }: Asked, laws: readonly string[], viewpoint: Viewpoint): readonly string[] {
  const ids = new Set(epochs.flatMap((epoch) => [...judged(plan, viewpoint, epoch).controls]));
  const { norms } = plan.program.record;
  return [...ids].filter((id) => laws.includes(norms[id]!.law)).sort();
}

/** The points whose flip, from some standpoint, changes what a law comes to at the time asked about. */
function decisivePoints(asked: Asked, law: string): ReadonlySet<string> {
  const { plan, epochs } = asked;
  const last = epochs.at(-1)!;
  const found = plan.points.filter((point) =>
    plan.standpoints.some(({ viewpoint }) => {
      if (!judged(plan, viewpoint, last).worlds.some((world) => world.hadConsulted(point, last.mark))) return false;
      const [yes, no] = (['yes', 'no'] as const).map((answer) =>
        summaryOf(plan, law, withAnswer(viewpoint, point, answer), epochs),
      );
      return yes !== no;
    }),
  );
  if (found.length > 0 || plan.standpoints.length < 2) return new Set(found);
  // Where no single point moves anybody, and yet standpoints differ, several points do so together.
  const told = new Set(plan.standpoints.map(({ viewpoint }) => summaryOf(plan, law, viewpoint, epochs)));
  return new Set(told.size > 1 ? plan.points : []);
}

/**
 * The epochs to look at when an event is flipped. Its changes need not fall on the edges of epochs as the standpoints see
 * them, so the first epoch is looked at as the time asked about begins, and the last one as it ends.
 */
export function probesOf({ epochs, question }: Asked): readonly Epoch[] {
  const [first, ...rest] = epochs;
  const start: Epoch = { ...first!, mark: Math.max(first!.mark, question.at.from * 2) };
  const last = rest.at(-1) ?? start;
  const end: Epoch = { ...last, mark: Math.max(last.mark, question.at.until * 2 - 1) };
  return isInstant(question) ? [start, ...rest] : [start, ...rest, end];
}

const summaryOf = (plan: Plan, law: string, viewpoint: Viewpoint, epochs: readonly Epoch[]): string =>
  epochs.map((epoch) => setsOf(plan, law, judged(plan, viewpoint, epoch)).join(',')).join('|');

/** The standpoints whose positions were asked for, or have answered a point in dispute; where nobody has, the neutral one. */
function narrowed({ plan, question }: Asked, points: ReadonlySet<string>): readonly Standpoint[] {
  if (question.accordingTo !== undefined) return plan.standpoints;
  const { program } = plan;
  // What is supposed divides nobody: whoever spoke only of that is not asked about what is left.
  const supposed = new Set(question.suppose.map((one) => (one.kind === 'stance' ? one.point : '')));
  const open = [...points].filter((point) => !supposed.has(point));
  // A decisive point on which all who spoke agree by now (a notice withdrawn from the start) divides nobody; it counts
  // only where no other does.
  const live = open.filter((point) => {
    const answers = program
      .holders(point)
      .map((holder) => valueAt(program.viewpointOf(holder).answer(point), question.at.from).answer);
    return new Set(answers).size > 1;
  });
  const holders = new Set((live.length > 0 ? live : open).flatMap((point) => program.holders(point)));
  const kept = plan.standpoints
    .map(({ viewpoint, positions }) => ({
      viewpoint,
      positions: positions.filter((position) => holders.has(position)),
    }))
    .filter(({ positions }) => positions.length > 0);
  return kept.length > 0 ? kept : [{ viewpoint: program.viewpointOf(''), positions: [] }];
}

/** A law is told of when the record holds some of it; a political one only where it says something. */
function isTold({ plan, question }: Asked, law: string): boolean {
  if (question.laws !== undefined) return true;
  const { held, political } = plan.program.record.laws[law]!;
  return held && (!political || plan.lawsNear.has(law));
}

const disputeless = ([first]: readonly Standpoint[]): Standpoint => ({ viewpoint: first!.viewpoint, positions: [] });

/** The viewpoints whose future a view shares: of one that nobody disputes yet, every standpoint's. */
const viewpointsOf = (plan: Plan, { shown, viewpoint }: Worked): readonly Viewpoint[] =>
  shown.positions.length > 0 ? [viewpoint] : plan.standpoints.map((standpoint) => standpoint.viewpoint);

/** A view as it is shown, and one viewpoint it was worked out from. */
type Worked = { readonly shown: View; readonly viewpoint: Viewpoint };

function viewsUnder(asked: Asked, law: string, standpoints: readonly Standpoint[]): readonly Worked[] {
  const merged = new Map<string, Worked>();
  for (const { viewpoint, positions } of standpoints) {
    const finding = lawFinding(asked, law, viewpoint);
    const measures = measuresInView(asked, law, viewpoint);
    const key = JSON.stringify([
      finding,
      measures.map(({ measure, status, controls, inForce }) => [measure.id, status, controls, inForce]),
    ]);
    const same = merged.get(key);
    if (same !== undefined)
      merged.set(key, { ...same, shown: { ...same.shown, positions: [...same.shown.positions, ...positions] } });
    else merged.set(key, { viewpoint, shown: { ...finding, positions, law, measures, conflicts: [], changes: [] } });
  }
  return [...merged.values()];
}

/** What one law comes to at the time asked about, from one viewpoint. */
export function lawFinding(asked: Asked, law: string, viewpoint: Viewpoint): Finding {
  const judgements = asked.epochs.map((epoch) => judged(asked.plan, viewpoint, epoch));
  const unknowns = judgements.flatMap((judgement) => [...(judgement.unknowns.get(law) ?? [])]);
  return findingFrom(
    asked,
    judgements.map((judgement) => setsOf(asked.plan, law, judgement)),
    unknowns,
  );
}

function totalFinding(asked: Asked, laws: readonly string[], viewpoint: Viewpoint, told: Told = 'with-parts'): Finding {
  const judgements = asked.epochs.map((epoch) => judged(asked.plan, viewpoint, epoch));
  const unknowns = judgements.flatMap((judgement) => laws.flatMap((law) => [...(judgement.unknowns.get(law) ?? [])]));
  return findingFrom(asked, totalSets(asked, laws, viewpoint), unknowns, told);
}

/** By epoch, then by completion: what the laws may come to together. */
const totalSets = ({ plan, epochs }: Asked, laws: readonly string[], viewpoint: Viewpoint): (readonly OutcomeSet[])[] =>
  epochs.map((epoch) => {
    const judgement = judged(plan, viewpoint, epoch);
    return plan.completions.map((_, i) =>
      laws.map((law) => setsOf(plan, law, judgement)[i]!).reduce(stricterSet, setOf(NOTHING)),
    );
  });

/** What every case comes to from each viewpoint, as text. What is open is open, however many outcomes it may have. */
function casesTold(asked: Asked, laws: readonly string[], viewpoints: readonly Viewpoint[]): readonly string[] {
  if (viewpoints.length < 2) return viewpoints.map(() => '');
  return viewpoints.map((viewpoint) => {
    const sets = totalSets(asked, laws, viewpoint);
    const [first, ...others] = sets as [readonly OutcomeSet[]];
    const cases = isInstant(asked.question)
      ? first.map((set, i) => others.reduce((all, inEpoch) => all | (inEpoch as readonly OutcomeSet[])[i]!, set))
      : sets.flat();
    return cases.map((set) => (isSingle(set) ? set : 'open')).join();
  });
}

/** A law that does not bind in an epoch comes to nothing there. */
const setsOf = (plan: Plan, law: string, judgement: Judgement): readonly OutcomeSet[] =>
  judgement.sets.get(law) ?? plan.completions.map(() => setOf(NOTHING));

/** `sets` by epoch, then by completion. Of an instant the hour is no missing fact: whichever epoch it lies in is unknown. */
function findingFrom(
  { plan, epochs, question }: Asked,
  sets: readonly (readonly OutcomeSet[])[],
  unknowns: readonly Unknown[],
  told: Told = 'with-parts',
): Finding {
  if (!isInstant(question) || epochs.length === 1) {
    const cases = epochs.flatMap((epoch, e) =>
      plan.completions.map(({ said }, i): Case => ({ said, epoch, set: sets[e]![i]! })),
    );
    return findingOf(cases, question.at, unknowns, told);
  }
  const hourOpen = plan.completions.some((_, i) => sets.some((inEpoch) => inEpoch[i] !== sets[0]![i]));
  const cases = plan.completions.map(
    ({ said }, i): Case => ({ said, epoch: epochs[0]!, set: sets.reduce((all, inEpoch) => all | inEpoch[i]!, 0) }),
  );
  return findingOf(cases, question.at, hourOpen ? [...unknowns, 'hour-not-recorded'] : unknowns, told);
}

/** All positions alike, case by case: that; else contested (rule 9). The bounds are those of all. */
function headlineOf(findings: readonly Finding[], cases: readonly string[]): Finding {
  const [first] = findings;
  const strictest = findings.map((one) => one.strictest).reduce<Outcome>(stricter, NOTHING);
  const mildest = findings.map((one) => one.mildest).reduce<Outcome>(milder, 'prohibited');
  const alike = findings.every(({ outcome }, i) => outcome === first!.outcome && cases[i] === cases[0]);
  if (alike) return { ...first!, strictest, mildest };
  return { outcome: 'contested', missing: [], parts: [], strictest, mildest };
}
