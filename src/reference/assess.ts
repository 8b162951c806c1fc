/**
 * The reference model: what a question comes to, by trying everything. Each way of filling in what is missing, each way
 * of settling what a position leaves open, each stretch of time that may hold, and nothing kept from one to the next. In:
 * a record and a question. Out: outcomes, without derivations. The engine is tested against it.
 */
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { casesOf, findingOf, type ReferenceFinding } from './finding.ts';
import { answerOf, bindsIn, holdersOf, type Inquiry, inquire, type View } from './inquiry.ts';
import { sorted } from './outcomes.ts';

export type ReferenceAnswer = {
  /** What the positions told of come to together. */
  readonly headline: ReferenceFinding;
  /** By law, what each position comes to; `''` stands for everybody where no disputed point decides. */
  readonly laws: ReadonlyMap<string, ReadonlyMap<string, ReferenceFinding>>;
};

/** `isLarge`: the record is so large that the statuses of norms, once found for a question, are kept until it is answered. */
export function assessSlowly(record: LegalRecord, question: Question, isLarge = false): ReferenceAnswer {
  const inquiry = inquire(record, question, isLarge);
  const laws = lawsTold(inquiry);
  const decisive = new Map(laws.map((law) => [law, decisivePoints(inquiry, law)]));
  const actors = actorsTold(inquiry, [...new Set([...decisive.values()].flat())]);
  const perLaw = laws.map((law) => {
    const isDisputed = decisive.get(law)!.length > 0;
    const told = isDisputed ? actors : actors.slice(0, 1);
    const findings = told.map((actor) => [isDisputed ? actor : '', findingOf(inquiry, [law], { actor })] as const);
    return [law, new Map(findings)] as const;
  });
  return { headline: together(actors.map((actor) => findingOf(inquiry, laws, { actor }))), laws: new Map(perLaw) };
}

/** The laws that a view is given of: those that bind then and are on record; a political one where it says something. */
const lawsTold = (inquiry: Inquiry): readonly string[] =>
  [...inquiry.laws.keys()].filter((id) => {
    if (inquiry.question.laws !== undefined) return true;
    const { held, political } = inquiry.record.laws[id]!;
    const says = held && (!political || inquiry.measures.some(({ law }) => law === id));
    return says && inquiry.stretches.some((stretch) => bindsIn(inquiry, id, stretch));
  });

/** The points whose flip, as some actor sees the rest, changes what a law comes to. */
function decisivePoints(inquiry: Inquiry, law: string): readonly string[] {
  const { points, actors } = inquiry;
  const told = (view: View): string =>
    casesOf(inquiry, [law], view)
      .map(({ outcomes }) => sorted(outcomes).join())
      .join('|');
  const moves = (point: string, actor: string): boolean =>
    told({ actor, flipped: [point, 'yes'] }) !== told({ actor, flipped: [point, 'no'] });
  const found = points.filter((point) => actors.some((actor) => moves(point, actor)));
  // Where no single point moves anybody, and yet actors differ, several do so together.
  const differ = new Set(actors.map((actor) => told({ actor }))).size > 1;
  return found.length === 0 && differ ? points : found;
}

/**
 * Who has answered a decisive point that is not settled by supposing it; one on which all who spoke agree by now counts
 * only where no other divides.
 */
function actorsTold(inquiry: Inquiry, decisive: readonly string[]): readonly string[] {
  const { record, question, actors } = inquiry;
  if (question.accordingTo !== undefined) return actors;
  const points = decisive.filter((id) => !question.suppose.some((one) => one.kind === 'stance' && one.point === id));
  const dividing = points.filter((point) => {
    const spoke = holdersOf(record, [point], question.asKnown);
    return new Set(spoke.map((actor) => answerOf(inquiry, { actor }, point, question.at.from).answer)).size > 1;
  });
  const kept = holdersOf(record, dividing.length > 0 ? dividing : points, question.asKnown);
  return kept.length > 0 ? kept : [''];
}

/** All positions alike, case by case: that; else contested (rule 9). The bounds are those of all. */
function together(findings: readonly ReferenceFinding[]): ReferenceFinding {
  const [first] = findings as [ReferenceFinding];
  const told = ({ outcome, cases }: ReferenceFinding): string =>
    `${outcome} ${cases.map(({ outcomes }) => (outcomes.size === 1 ? [...outcomes].join() : 'undetermined')).join()}`;
  const bounds = {
    strictest: sorted(findings.map(({ strictest }) => strictest))[0]!,
    mildest: sorted(findings.map(({ mildest }) => mildest)).at(-1)!,
  };
  if (findings.every((finding) => told(finding) === told(first))) return { ...first, ...bounds };
  return { ...bounds, outcome: 'contested', missing: [], cases: [] };
}
