/**
 * Which questions come to the same at all times, told without answering them: those that meet the same measures in the
 * same way. A ledger has few kins, for most States differ only in what binds them, and most goods in no measure.
 */
import type { Program } from '../compile/program.ts';
import { remember } from '../compile/remember.ts';
import { planFor } from '../evaluate/assess.ts';
import { bindingOf } from '../evaluate/binding.ts';
import { alternativesOf } from '../evaluate/goods.ts';
import { meetingsIn } from '../evaluate/judgement.ts';
import type { Meeting } from '../evaluate/meeting.ts';
import { openingsOf } from '../evaluate/openings.ts';
import { lifeIdOf, type Plan } from '../evaluate/plan.ts';
import { measuresReaching } from '../evaluate/reach.ts';
import type { Measure, Norm, Opening } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import { BEGINNING, FOREVER, type Instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { contractCutsOf } from './contract-cuts.ts';

/** Questions with the same answer at every time, and the instants at which that answer may change. */
export type Kin = { readonly number: number; readonly cuts: readonly Instant[] };

/** The kins of the questions put to one program; all must share their laws and positions. */
export class Kins {
  readonly #program: Program;
  readonly #kins = new Map<string, Kin>();
  readonly #alike = new Map<string, Kin>();
  readonly #reaching = new Map<string, Reaching>();
  readonly #numbers = new Map<string, number>();

  constructor(program: Program) {
    this.#program = program;
  }

  kinOf(question: Question): Kin {
    // Questions that are alike in all that their meetings are made of need not be prepared one by one.
    return remember(this.#alike, this.#likeness(question), () => this.#closerLook(question));
  }

  #likeness(question: Question): string {
    const { goods, activity, recipient, region, parties, from, to } = question;
    const { number, byPlace, contractCuts, seenAs } = this.#reachingOf(question);
    return JSON.stringify([
      number,
      byPlace ? [from, to] : this.#bindingNumber(question),
      goods.map(({ code }) => seenAs(code)),
      activity,
      recipient,
      region,
      parties.map(({ designations, candidates }) => [designations, candidates]),
      question.contract === undefined ? null : contractCuts.filter((cut) => question.contract! >= cut).length,
    ]);
  }

  #reachingOf(question: Question): Reaching {
    const { from, to, activity, parties, region } = question;
    return remember(this.#reaching, `${from} ${to} ${activity} ${parties.length > 0} ${region}`, () => {
      const measures = measuresReaching(this.#program.record, question);
      const openings = measures.flatMap((measure) => openingsOf(this.#program.record, measure));
      return {
        number: this.#numberOf(`m ${measures.map(({ id }) => id)}`),
        byPlace:
          region !== undefined || activity === 'travel' || measures.some(({ target }) => target.regions.length > 0),
        contractCuts: [...new Set(openings.flatMap(contractCutsOf))],
        seenAs: this.#seenAs(measures, openings),
      };
    });
  }

  /** Goods by what the measures and openings at hand can see of them; a family keeps its name, for it divides further. */
  #seenAs(measures: readonly Measure[], openings: readonly Opening[]): (code: string) => string {
    const { goods } = this.#program.record;
    const seen = new Map<string, string>();
    const named = new Set([
      ...measures.flatMap((measure) => [...measure.goods, ...measure.exceptGoods]),
      ...openings.flatMap(({ for: scope }) => [...(scope.goods ?? []), ...(scope.exceptGoods ?? [])]),
    ]);
    return (code) =>
      remember(seen, code, () => {
        const [only, ...others] = alternativesOf(code, goods, named);
        return others.length > 0 ? code : `= ${[...named].filter((name) => only!.codes.has(name))}`;
      });
  }

  #bindingNumber({ from, to }: Question): number {
    const { record } = this.#program;
    return remember(this.#numbers, `p ${from} ${to}`, () =>
      this.#numberOf(
        `b ${Object.values(record.laws).map(({ id }) => spansOf(this.#program, [from, to], id).map(spanText))}`,
      ),
    );
  }

  #numberOf(text: string): number {
    return remember(this.#numbers, text, () => this.#numbers.size);
  }

  #closerLook(question: Question): Kin {
    const plan = planFor(this.#program, question);
    const meetings = meetingsIn(plan, plan.epochs[0]!);
    const norms = normsMet(plan, meetings);
    const laws = [...new Set(norms.flatMap((norm) => (norm.kind === 'measure' ? [norm.law] : [])))];
    const binding = laws.map((law) => [law, spansOf(this.#program, [question.from, question.to], law)] as const);
    const key = JSON.stringify([
      plan.completions.map(({ said }, i) => [said, moves(plan) ? i : meetings[i]!.map(meetingText)]),
      binding.map(([law, spans]) => [law, spans.map(spanText)]),
      moves(plan) ? [plan.planned.map(({ measure }) => measure.id), this.#likeness(question)] : null,
      question.accordingTo === undefined ? plan.points : null,
    ]);
    return remember(this.#kins, key, () => ({
      number: this.#kins.size,
      cuts: moves(plan)
        ? epochCuts(plan)
        : normCuts(
            plan,
            norms,
            binding.flatMap(([, spans]) => spans),
          ),
    }));
  }
}

type Reaching = {
  readonly number: number;
  readonly byPlace: boolean;
  readonly contractCuts: readonly Instant[];
  readonly seenAs: (code: string) => string;
};

const spansOf = ({ record }: Program, places: readonly (string | undefined)[], law: string): readonly Interval[] =>
  places.flatMap((state) => (state === undefined ? [] : bindingOf(record, record.laws[law]!, state)));

const spanText = ({ from, until }: Interval): string => `${from} ${until}`;

/** Whether what meets the question moves with time by itself: through lists, or for performance by a date. */
const moves = ({ question, planned }: Plan): boolean =>
  question.parties.length > 0 ||
  planned.some(({ openings }) => openings.some(({ for: { performedBefore } }) => performedBefore !== undefined));

/** All that a meeting contributes to an outcome. */
const meetingText = ({ measure, bar, gates, exemptions }: Meeting): unknown => [
  measure.id,
  bar,
  gates.map(({ opening, outcome }) => [opening.id, outcome]),
  exemptions.map(({ id }) => id),
];

function normsMet(plan: Plan, meetings: readonly (readonly Meeting[])[]): readonly Norm[] {
  if (moves(plan)) return plan.planned.map(({ measure }): Measure => measure);
  const all = meetings.flat();
  return [
    ...new Set<Norm>([
      ...all.map(({ measure }) => measure),
      ...all.flatMap(({ gates }) => gates.map(({ opening }) => opening)),
      ...all.flatMap(({ exemptions }) => exemptions),
    ]),
  ];
}

const finite = (cuts: Iterable<Instant>): readonly Instant[] =>
  [...new Set(cuts)].filter((cut) => cut !== BEGINNING && cut !== FOREVER);

/** Every edge of every epoch. */
const epochCuts = (plan: Plan): readonly Instant[] =>
  finite(
    plan.epochs.flatMap(({ begins, ends }) =>
      [begins?.from, begins?.until, ends?.from, ends?.until].filter((cut) => cut !== undefined),
    ),
  );

/** The instants at which the life of a norm, a stance on which it turns, or who is bound changes, from any standpoint. */
function normCuts(plan: Plan, norms: readonly Norm[], binding: readonly Interval[]): readonly Instant[] {
  const cuts = new Set<Instant>(binding.flatMap(({ from, until }) => [from, until]));
  for (const norm of norms) {
    const component = plan.componentOf.get(norm.id)!;
    const life = lifeIdOf(norm);
    for (const { viewpoint } of plan.standpoints)
      for (const { from, value } of plan.program.coursesOf(component, viewpoint)) {
        cuts.add(from);
        for (const { swept } of value.courses)
          for (const phase of swept.lives[life] ?? []) cuts.add(phase.from.from).add(phase.from.until);
      }
  }
  return finite(cuts);
}
