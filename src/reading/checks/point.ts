/** Disputed propositions of the record that are no matter of days: lawfulness, standing, what a text is. */
import type { Clause } from '../clause.ts';
import type { Context } from '../context.ts';
import type { Facts } from '../facts.ts';
import type { Scan } from '../scan.ts';
import { type Signature, signatureOf } from '../signature.ts';
import type { Finding, View } from '../statement.ts';

type Disputed = { readonly id: string; readonly question: string; readonly signature: Signature; readonly views: readonly View[]; readonly evidence: 'verified' | 'unverified' };

const kept = new WeakMap<Facts, readonly Disputed[]>();

/** Points that are answered both ways, each answer with those who hold it as known now. */
function disputedOf(facts: Facts): readonly Disputed[] {
  let found = kept.get(facts);
  if (found !== undefined) return found;
  const { record } = facts;
  const made = Object.values(record.points).flatMap((point): Disputed[] => {
    const answers = new Map<string, string[]>();
    for (const position of Object.values(record.positions)) {
      const last = position.stances.filter((stance) => stance.point === point.id && stance.answer !== 'undetermined').sort((a, b) => a.said.from - b.said.from).at(-1);
      if (last) answers.set(last.answer, [...(answers.get(last.answer) ?? []), position.id]);
    }
    if (answers.size < 2 || point.kind !== 'reading') return [];
    const views = [...answers].map(([answer, positions]): View => ({ positions: positions.sort(), says: answer === 'yes' ? point.yes : point.no }));
    return [{ id: point.id, question: point.question, signature: facts.read(point.question).signature, views, evidence: point.evidence }];
  });
  kept.set(facts, (found = made));
  return found;
}

/** Words that judge: a clause with one of them takes a side. */
const JUDGING = new Set(['unlawful', 'standing', 'agreement', 'consideration', 'cooperate']);

export function checkPoints(scan: Scan, { from, to }: Clause, context: Context): Finding[] {
  const { concepts, actors } = signatureOf(scan.line, from, to);
  const isDenial = scan.line.has('none', from, to) || scan.line.hits.some((hit) => hit.group === 'word' && hit.name === 'negation' && hit.from >= from && hit.to <= to);
  const judging = [...concepts].filter((concept) => JUDGING.has(concept));
  if (judging.length === 0 && !(isDenial && concepts.has('embargo'))) return [];
  const told = [...concepts].filter((concept) => !['resolution', 'sanctions', 'write', 'recall', 'individuals', 'breach', 'commitments', 'impose', 'supply'].includes(concept));
  const around = signatureOf(scan.line).actors;
  for (const { question, signature, views, evidence, id } of disputedOf(context.facts)) {
    const shared = told.filter((concept) => signature.concepts.has(concept));
    const isJudged = judging.length > 0 ? judging.some((concept) => signature.concepts.has(concept)) : signature.concepts.has('approval');
    const isAbout = [...signature.actors].some((actor) => actors.has(actor) || around.has(actor) || context.topics.slice(0, 3).includes(actor));
    if (!isJudged || !isAbout || shared.length < told.length * 0.5) continue;
    return [{ kind: 'position-or-statement', from, to, verdict: 'contested', stated: {}, because: [question, ...views.map(({ positions, says }) => `${positions.join(', ')}: ${says}`)], citations: [{ symbol: id }], evidence, contestedBy: views }];
  }
  return [];
}
