/** Disputed propositions of the record that are no matter of days: lawfulness, standing, what a text is. */
import type { Clause } from '../clause.ts';
import type { Context } from '../context.ts';
import type { Facts } from '../facts.ts';
import type { Hit } from '../lexicon/matcher.ts';
import type { Scan } from '../scan.ts';
import { type Signature, signatureOf } from '../signature.ts';
import type { Finding, View } from '../statement.ts';
import { contested } from './finding.ts';

type Disputed = {
  readonly id: string;
  readonly question: string;
  readonly signature: Signature;
  readonly views: readonly View[];
  readonly evidence: 'verified' | 'unverified';
};

const kept = new WeakMap<Facts, readonly Disputed[]>();

/** Points that are answered both ways, each answer with those who hold it as known now. */
function disputedOf(facts: Facts): readonly Disputed[] {
  let found = kept.get(facts);
  if (found !== undefined) return found;
  const { record } = facts;
  const made = Object.values(record.points).flatMap((point): Disputed[] => {
    const answers = new Map<string, string[]>();
    for (const position of Object.values(record.positions)) {
      const last = position.stances
        .filter((stance) => stance.point === point.id && stance.answer !== 'undetermined')
        .sort((a, b) => a.said.from - b.said.from)
        .at(-1);
      if (last) answers.set(last.answer, [...(answers.get(last.answer) ?? []), position.id]);
    }
    if (answers.size < 2 || point.kind !== 'reading') return [];
    const views = [...answers].map(
      ([answer, positions]): View => ({ positions: positions.sort(), says: answer === 'yes' ? point.yes : point.no }),
    );
    return [
      {
        id: point.id,
        question: point.question,
        signature: facts.read(point.question).signature,
        views,
        evidence: point.evidence,
      },
    ];
  });
  kept.set(facts, (found = made));
  return found;
}

/** Words that judge: a clause with one of them takes a side. */
const JUDGING = new Set(['unlawful', 'standing', 'agreement', 'consideration', 'cooperate']);

export function checkPoints(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line } = scan;
  const { from, to } = clause;
  const { concepts, actors } = signatureOf(line, from, to);
  const judge = line.within('concept', from, to).find(({ name }) => JUDGING.has(name)) ?? deniedEmbargo(scan, clause);
  if (judge === undefined) return [];
  const told = [...concepts].filter((concept) => !BESIDE.has(concept) && !JUDGING.has(concept));
  const around = signatureOf(line).actors;
  for (const { question, signature, views, evidence, id } of disputedOf(context.facts)) {
    if (!signature.concepts.has(judge.name === 'embargo' ? 'approval' : judge.name)) continue;
    const shared = told.filter((concept) => signature.concepts.has(concept)).length;
    const bodies = [...signature.actors].filter((actor) => actor.length > 2 && !['UNSC', 'UN', 'E3'].includes(actor));
    const isAbout =
      bodies.length > 0
        ? bodies.some((body) => actors.has(body) || around.has(body))
        : [...signature.actors].some(
            (actor) => actors.has(actor) || around.has(actor) || context.topics.slice(0, 3).includes(actor),
          );
    if (!isAbout || shared * 2 < told.length) continue;
    const start = to - from <= 16 ? from : Math.max(from, judge.from - 6);
    return [
      contested(
        {
          kind: 'position-or-statement',
          from: start,
          to,
          because: [question, ...views.map(({ positions, says }) => `${positions.join(', ')}: ${says}`)],
          citations: [{ symbol: id }],
          evidence,
        },
        views,
      ),
    ];
  }
  return [];
}

/** Words that may stand beside a judgement without being what it is about. */
const BESIDE = new Set([
  'resolution',
  'sanctions',
  'write',
  'recall',
  'individuals',
  'breach',
  'commitments',
  'impose',
  'supply',
  'report',
  'law',
  'embargo',
  'approval',
  'nuclear',
  'file',
  'end',
  'inspections',
  'enrichment',
  'adopt',
  'unanimous',
  'keep',
  'decide',
  'contains',
]);

/** "There is no arms embargo": the denial stands close to what it denies. */
function deniedEmbargo({ line }: Scan, { from, to }: Clause): Hit | undefined {
  const embargo = line.first('embargo', from, to);
  const isDenied =
    embargo !== undefined &&
    line.hits.some(
      (hit) =>
        ((hit.group === 'concept' && hit.name === 'none') || (hit.group === 'word' && hit.name === 'negation')) &&
        hit.from >= Math.max(from, embargo.from - 4) &&
        hit.to <= embargo.from &&
        line.norm(hit.from) !== 'without',
    );
  return isDenied ? embargo : undefined;
}
