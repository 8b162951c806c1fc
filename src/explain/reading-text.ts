import type { Reading, Statement, Verdict } from '../reading/statement.ts';
import { counted } from './enumeration.ts';

/** The order and the words in which verdicts are told. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  contradicted: 'the record contradicts this',
  contested: 'it depends on whom you ask',
  supported: 'the record supports this',
  unverifiable: 'beyond the record',
};

/** One line on the whole: how many statements of which verdict, and how many sentences were left alone. */
export function summaryLine({ summary }: Reading): string {
  const { statements, contradicted, contested, supported, unverifiable, unchecked } = summary;
  const parts = [
    `${contradicted} contradicted`,
    `${contested} contested`,
    `${supported} supported`,
    `${unverifiable} beyond the record`,
  ];
  return `${counted(statements, 'statement')} found: ${parts.join(', ')}. ${uncheckedText(unchecked)}`;
}

/** What was left alone, and what that does not mean. */
export const uncheckedText = (unchecked: number): string =>
  unchecked === 1
    ? '1 sentence says nothing that is checked here; that is no word on whether it is right.'
    : `${unchecked} sentences say nothing that is checked here; that is no word on whether they are right.`;

/** What is known about the document, and what of it was inferred. */
export function documentLine({ document }: Reading): string {
  const { language, published, zone, inferred } = document;
  const mark = (name: string, value: string | null): string =>
    value === null ? `${name} unknown` : `${name} ${value}${inferred.includes(name) ? ' (inferred)' : ''}`;
  return `${mark('language', language)}, ${mark('published', published)}, ${mark('zone', zone)}.`;
}

/** A statement in a few lines: its words, the verdict, the right value, who holds what, what it rests on. */
export function statementLines(statement: Statement, number: number): readonly string[] {
  const {
    quote,
    verdict,
    kind,
    aspect,
    correct,
    near,
    contestedBy,
    citations,
    evidence,
    reason,
    because,
    attribution,
  } = statement;
  const head = `${number}. ${verdict.toUpperCase()} (${kind}${aspect === 'attribution' ? ', that it was said' : ''}): “${shortened(quote)}”`;
  const lines = [head];
  if (attribution !== null && aspect === 'content')
    lines.push(
      `As told by ${attribution.source === 'unresolved' ? 'somebody the record does not know' : attribution.source}.`,
    );
  if (correct !== null) lines.push(`Right: ${correct.text}${near === null ? '' : ` (near: ${near})`}`);
  for (const { positions, says } of contestedBy) lines.push(`${positions.join(', ')}: ${says}`);
  if (verdict === 'supported' && because[0] !== undefined) lines.push(shortened(because[0], 220));
  if (verdict === 'unverifiable') lines.push(UNVERIFIABLE[reason ?? ''] ?? `The record cannot say: ${reason}.`);
  if (citations.length > 0)
    lines.push(
      `See ${citations.map(({ symbol, para }) => (para === undefined ? symbol : `${symbol}, ${para}`)).join('; ')}${evidence === 'unverified' ? ' [unverified]' : ''}`,
    );
  return lines;
}

const UNVERIFIABLE: Readonly<Record<string, string>> = {
  'not-on-record': 'The record does not hold this.',
  'not-told-as-fact': 'It is told as a plan or a condition, not as a fact.',
};

const shortened = (text: string, most = 160): string => {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
};

/** The whole reading as text: the summary first, then what is wrong or open, then the rest. */
export function readingText(reading: Reading): string {
  const order: readonly Verdict[] = ['contradicted', 'contested', 'supported', 'unverifiable'];
  const numbered = reading.statements.map((statement, i) => ({ statement, number: i + 1 }));
  const blocks = order.flatMap((verdict) =>
    numbered
      .filter(({ statement }) => statement.verdict === verdict)
      .map(({ statement, number }) =>
        statementLines(statement, number)
          .map((line, i) => (i === 0 ? line : `   ${line}`))
          .join('\n'),
      ),
  );
  return [summaryLine(reading), documentLine(reading), '', ...blocks, '', REACH].join('\n');
}

/** What is checked and what is not, said once with every reading. */
export const REACH =
  'Checked: votes, adoptions, dated events, expiries, returns of measures, notices, periods, scope of measures, lists, membership, offices, orders and names of instruments on record. ' +
  'Not checked: motives, opinions, closed meetings, figures of one side, general history. This is not legal advice.';
