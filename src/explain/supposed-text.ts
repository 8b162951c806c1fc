/** How an answer under a supposition differs from the answer without it. */
import type { Assessment, View } from '../law/assessment.ts';
import type { Supposition } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { enumerated } from './enumeration.ts';
import type { MemoLine } from './memo.ts';
import { dayOf } from './moment-text.ts';
import { lawInSentence, positionsShort } from './names.ts';
import { OUTCOME_LABEL } from './outcome-label.ts';

/** "This supposes …; without it the answer is: contested." */
export function supposedSentence({ question, outcome }: Assessment, before: Assessment, record: LegalRecord): string {
  const what = enumerated(question.suppose.map((one) => suppositionText(one, record)));
  const result =
    outcome === before.outcome
      ? 'without it the answer is the same'
      : `without it the answer is: ${OUTCOME_LABEL[before.outcome]}`;
  return `This supposes that ${what}; ${result}.`;
}

/** Each law and position whose outcome the supposition changes. */
export function supposedLines(after: Assessment, before: Assessment, record: LegalRecord): readonly MemoLine[] {
  const changed = [...new Set([...before.views, ...after.views].map(({ law }) => law))].flatMap((law) => {
    const [old, now] = [before, after].map(({ views }) => views.filter((view) => view.law === law));
    return changesUnder(law, old!, now!, record);
  });
  return changed.length === 0 ? [{ depth: 0, text: 'It changes no outcome.' }] : changed;
}

function changesUnder(
  law: string,
  old: readonly View[],
  now: readonly View[],
  record: LegalRecord,
): readonly MemoLine[] {
  const positions = [...new Set([...old, ...now].flatMap((view) => view.positions))];
  const moves = new Map<string, string[]>();
  for (const position of positions.length > 0 ? positions : ['']) {
    const [from, to] = [outcomeFor(old, position), outcomeFor(now, position)];
    if (from === to || from === undefined || to === undefined) continue;
    const move = `${OUTCOME_LABEL[from]} becomes ${OUTCOME_LABEL[to]}`;
    moves.set(move, [...(moves.get(move) ?? []), position]);
  }
  return [...moves].map(([move, whose]) => {
    const according = whose.includes('') ? '' : `, according to ${positionsShort(record, whose)}`;
    return { depth: 0, text: `${lawInSentence(record, law)}${according}: ${move}` };
  });
}

/** A view without positions is everybody's. */
const outcomeFor = (views: readonly View[], position: string): View['outcome'] | undefined =>
  (
    views.find((view) => view.positions.includes(position)) ??
    views.find((view) => view.positions.length === 0) ??
    (position === '' ? views[0] : undefined)
  )?.outcome;

export function suppositionText(one: Supposition, record: LegalRecord): string {
  if (one.kind === 'stance') return `everybody answers ${one.answer} to "${record.points[one.point]!.question}"`;
  const what = (record.events[one.event]?.what ?? one.event).replace(/\.$/, '');
  return one.occurred === 'none'
    ? `this had not happened: ${what}`
    : `this happened on ${dayOf(one.occurred)}: ${what}`;
}
