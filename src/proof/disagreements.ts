/** Where the reference model, the engine, and the typed arrays made from it, come to different answers. Empty: nowhere. */
import type { Program } from '../compile/program.ts';
import { assess } from '../evaluate/assess.ts';
import { cellTable, HEADLINES, lookUp } from '../evaluate/cells.ts';
import { inForceAt, measuresAimedAt } from '../evaluate/survey.ts';
import type { Assessment, Finding, Part } from '../law/assessment.ts';
import type { Measure } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import { assessSlowly } from '../reference/assess.ts';
import type { Case, ReferenceFinding } from '../reference/finding.ts';
import { statusAt } from '../reference/survey.ts';
import type { Instant } from '../time/instant.ts';

export function disagreements(program: Program, question: Question, isLarge = false): readonly string[] {
  const engine = assess(program, question, { changes: false });
  const reference = assessSlowly(program.record, question, isLarge);
  return [
    ...findingDisagreements('headline', engine, reference.headline),
    ...viewDisagreements(engine, reference.laws),
    ...cellDisagreements(program, question, engine),
  ];
}

function viewDisagreements(
  { views }: Assessment,
  laws: ReadonlyMap<string, ReadonlyMap<string, ReferenceFinding>>,
): readonly string[] {
  const told = new Map(
    views.flatMap((view) =>
      (view.positions.length > 0 ? view.positions : ['']).map((one) => [`${view.law} ${one}`, view]),
    ),
  );
  const expected = new Map(
    [...laws].flatMap(([law, found]) => [...found].map(([one, finding]) => [`${law} ${one}`, finding])),
  );
  return [
    ...differences('views', [...told.keys()].sort(), [...expected.keys()].sort()),
    ...[...expected].flatMap(([key, finding]) =>
      told.has(key) ? findingDisagreements(key, told.get(key)!, finding) : [],
    ),
  ];
}

function findingDisagreements(where: string, engine: Finding, reference: ReferenceFinding): readonly string[] {
  const { outcome, strictest, mildest, missing } = reference;
  const why = reference.cases.flatMap(({ unknowns }) => unknowns);
  return [
    ...differences(`${where}: outcome`, engine.outcome, outcome),
    ...differences(`${where}: bounds`, [engine.strictest, engine.mildest], [strictest, mildest]),
    ...differences(`${where}: missing`, [...engine.missing].sort(), [...missing].sort()),
    ...(engine.undetermined !== undefined && engine.outcome === outcome && !why.includes(engine.undetermined)
      ? [`${where}: undetermined for ${engine.undetermined}, not for ${why}`]
      : []),
    ...(engine.parts.length > 0 ? reference.cases.flatMap((one) => partDisagreements(where, engine.parts, one)) : []),
  ];
}

/** Each case that the reference tried falls under a part, and every part it falls under for certain says what it comes to. */
function partDisagreements(where: string, parts: readonly Part[], one: Case): readonly string[] {
  const expected = one.outcomes.size === 1 ? [...one.outcomes][0]! : 'undetermined';
  const fitting = parts.filter(({ when }) => isUnder(when, one));
  if (fitting.some(({ outcome }) => outcome === expected)) return [];
  return [`${where}: no part says ${expected} for ${JSON.stringify(one)}: ${JSON.stringify(parts)}`];
}

function isUnder({ time, goods, ...facts }: Part['when'], { said, stretch }: Case): boolean {
  const { begins, ends } = stretch;
  const overlaps =
    time === undefined || ((time.until ?? ends.until) > begins.from && (time.from ?? begins.from) < ends.until);
  const way = said.goods ?? [];
  const isGoods =
    goods === undefined ||
    goods.split(' + ').every((word) => {
      const steps = word.split(' > ');
      return way.some((down) => steps.some((step) => down.includes(step)));
    });
  return (
    overlaps && isGoods && Object.entries(facts).every(([fact, value]) => said[fact as keyof typeof said] === value)
  );
}

/** The typed arrays answer every instant of a question as the engine does. */
function cellDisagreements(program: Program, question: Question, engine: Assessment): readonly string[] {
  const { from, until } = question.at;
  if (until - from > 1) return [];
  const out = new Uint8Array(1);
  lookUp(cellTable(program, [question]), Uint32Array.of(0), Float64Array.of(from), out);
  return differences('typed arrays', HEADLINES[out[0]!], engine.outcome);
}

/** What each measure aimed at a State is at an instant, as each of some actors sees it. */
export function surveyDisagreements(
  program: Program,
  target: string,
  actor: string,
  at: Instant,
  suppose: Question['suppose'],
): readonly string[] {
  const survey = { target, accordingTo: [actor] };
  const running = inForceAt(program, survey, { from: at, until: (at + 1) as Instant }).flatMap(
    ({ measures }) => measures,
  );
  return measuresAimedAt(program, survey).flatMap((measure: Measure) => {
    const told = running.find((one) => one.measure === measure)?.status;
    const expected = statusAt(program.record, { asKnown: program.asKnown, suppose }, measure, actor, at);
    const silent = expected === 'ended' || expected === 'not-yet';
    return differences(`${measure.id} as ${actor} sees it at ${at}`, told, silent ? undefined : expected);
  });
}

function differences(where: string, engine: unknown, reference: unknown): readonly string[] {
  const [told, expected] = [JSON.stringify(engine), JSON.stringify(reference)];
  return told === expected ? [] : [`${where}: the engine says ${told}, the reference ${expected}`];
}
