import type { MeasureInView, MeasureStatus } from '../law/assessment.ts';
import type { Measure } from '../law/norm.ts';
import type { Reason } from '../law/reason.ts';
import type { LegalRecord } from '../law/record.ts';
import { citationOfNorm, citationText } from './citation.ts';
import { shortened } from './enumeration.ts';
import type { MemoLine } from './memo.ts';
import { edgeText } from './moment-text.ts';
import { marked, type Teller } from './step.ts';
import { stepLine } from './step-line.ts';

/** What a measure is about, as it stands inside a line. */
export const titleOf = ({ title }: Measure): string => title.replace(/\.$/, '');

/** A status in words. */
export const STATUS_TEXT: Readonly<Record<MeasureStatus, string>> = {
  'in-force': 'in force',
  undetermined: 'cannot be said whether in force',
  suspended: 'suspended',
  ended: 'ended',
  'not-yet': 'not yet in force',
  'not-returned': 'ended and, in this view, not applied again',
};

/**
 * One measure of a view: where it stands, its status and stretch; the steps to it, if asked for; what opens it, while that
 * can still matter. Measures that ended take one line.
 */
export function measureLines(one: MeasureInView, teller: Teller, withSteps: boolean): readonly MemoLine[] {
  const matters = one.status === 'in-force' || one.status === 'undetermined';
  return [
    { depth: 1, text: headText(one, teller.program.record), kind: 'citation' },
    ...(withSteps
      ? [...new Set(inOrderOfTime(one.because).map((reason) => stepLine(reason, teller)))].map(
          (text): MemoLine => ({ depth: 2, text, kind: 'step' }),
        )
      : []),
    ...(matters ? openingLines(one) : []),
  ];
}

/** What happened to the norm, in order of time; the conditions that each step rested on stay behind it. */
function inOrderOfTime(reasons: readonly Reason[]): readonly Reason[] {
  const acts: Reason[][] = [];
  for (const reason of reasons) {
    const isAct = ['laid-down', 'rule', 'own-end', 'silent'].includes(reason.kind);
    if (isAct || acts.length === 0) acts.push([reason]);
    else acts.at(-1)!.push(reason);
  }
  const at = ([first]: readonly Reason[]): number => (first !== undefined && 'at' in first ? first.at.from : 0);
  return acts.sort((a, b) => at(a) - at(b)).flat();
}

function headText({ measure, inForce, status }: MeasureInView, record: LegalRecord): string {
  const until = inForce?.until === undefined ? '' : ` until ${edgeText(inForce.until)}`;
  const planned = until !== '' && inForce?.projected === true ? ' (as scheduled)' : '';
  const stretch = inForce === undefined ? '' : `, from ${edgeText(inForce.from)}${until}${planned}`;
  return marked(
    `${citationText(citationOfNorm(record, measure))}: ${titleOf(measure)}; ${STATUS_TEXT[status]}${stretch}`,
    measure,
  );
}

const MOST_WORDS = 140;

const openingLines = ({ gates, exemptions, measure }: MeasureInView): readonly MemoLine[] =>
  [
    ...gates.map((gate) => `${gate.residual ? 'way out' : 'gate'}: ${shortened(gate.opening.says, MOST_WORDS)}`),
    ...exemptions.map(({ says }) => `does not reach: ${shortened(says, MOST_WORDS)}`),
    ...measure.obligations.map((text) => `besides: ${shortened(text, MOST_WORDS)}`),
  ].map((text): MemoLine => ({ depth: 2, text, kind: 'note' }));
