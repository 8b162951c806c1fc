/** An assessment as a memo: plain sections that a terminal, a page or a letter can show. */
import type { Program } from '../compile/program.ts';
import type { Assessment, View } from '../law/assessment.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { formatLocal, parseZone } from '../time/zone.ts';
import type { Version } from './assessment-json.ts';
import { changeLine } from './change-text.ts';
import { citationOfNorm, citationText } from './citation.ts';
import { coverageText } from './coverage-text.ts';
import { shortened } from './enumeration.ts';
import { headlineOf, whenText } from './headline.ts';
import { measureLines } from './measure-lines.ts';
import { dayOf, endText } from './moment-text.ts';
import { inOrder, lawInSentence, positionsInFull, positionsShort, stateName } from './names.ts';
import { notExaminedText, sparedText } from './not-examined-text.ts';
import { OUTCOME_LABEL } from './outcome-label.ts';
import { partLines } from './part-text.ts';
import { marked } from './step.ts';
import { supposedLines, supposedSentence } from './supposed-text.ts';

/** A line with its depth, 0 to 3; `kind` lets a screen give it a style. */
export type MemoLine = {
  readonly depth: number;
  readonly text: string;
  readonly kind?: 'outcome' | 'citation' | 'step' | 'note';
};

export type Memo = {
  /** The answer in a few sentences. */
  readonly headline: readonly string[];
  readonly sections: readonly MemoSection[];
};

export type MemoSection = {
  readonly title: string;
  readonly lines: readonly MemoLine[];
  /** One of several views of the same thing: a screen with room shows them side by side. */
  readonly isView?: boolean;
};

/** `before` is the answer without what the question supposes. */
export function memoOf(assessment: Assessment, program: Program, version: Version, before?: Assessment): Memo {
  const { record } = program;
  const sections: readonly MemoSection[] = [
    { title: 'Question', lines: questionLines(assessment.question, record) },
    ...assessment.views.map((view) => ({
      title: viewTitle(view, record),
      lines: viewLines(view, assessment.question, program),
      isView: true,
    })),
    ...(before === undefined ? [] : [{ title: 'What is supposed', lines: supposedLines(assessment, before, record) }]),
    { title: 'What would change it', lines: changeLines(assessment.views, record) },
    { title: 'Other laws that may reach it', lines: exposureLines(assessment, record) },
    { title: 'Not examined', lines: notExaminedLines(assessment, record) },
    { title: 'Worked out from', lines: versionLines(version, record) },
  ];
  return {
    headline: [
      ...headlineOf(assessment, record),
      ...(before === undefined ? [] : [supposedSentence(assessment, before, record)]),
    ],
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

function questionLines(question: Question, record: LegalRecord): readonly MemoLine[] {
  const place = [question.from, question.to].map((code) =>
    code === undefined ? 'not given' : stateName(record, code),
  );
  const things = question.goods
    .map(({ input, code, how }) => `${input} (${code}${how === 'approximate' ? ', approximately' : ''})`)
    .join(', ');
  const said = [
    `${question.activity}, ${place[0]} to ${place[1]}${things === '' ? '' : `: ${things}`}`,
    ...question.goods.flatMap(({ input, code }) => {
      const why = record.goods[code]?.why;
      return why === undefined ? [] : [`${input}: ${why}`];
    }),
    `${whenText(question)}${localTimes(question, record)}; as known at ${endText(question.asKnown)}`,
    ...(question.recipient === undefined ? [] : [`recipient: ${question.recipient}`]),
    ...(question.region === undefined
      ? []
      : [`region: ${record.regions[question.region]?.names.en?.[0] ?? question.region}`]),
    ...question.parties.map(
      ({ input, designations, candidates }) => `party: ${input} (${partyText(designations.length, candidates)})`,
    ),
    ...(question.contract === undefined ? [] : [`contract: ${dayOf(question.contract)}`]),
    ...question.notes,
  ];
  return said.map((text) => ({ depth: 0, text }));
}

const partyText = (exact: number, candidates: readonly { readonly name: string }[]): string =>
  exact > 0
    ? 'on record under exactly this name'
    : candidates.length > 0
      ? `close to ${[...new Set(candidates.map(({ name }) => name))].join('; ')}`
      : 'nobody on record';

/** What the clocks of the parties show at an instant asked about. */
function localTimes({ at, from, to }: Question, record: LegalRecord): string {
  if (at.until - at.from > 1) return '';
  const shown = [from, to].flatMap((code) => {
    const zone = parseZone(record.states[code ?? '']?.zone ?? '');
    return zone === undefined ? [] : [`${stateName(record, code!)} ${formatLocal(at.from, zone)}`];
  });
  return shown.length === 0 ? '' : ` (${shown.join('; ')})`;
}

const viewTitle = (view: View, record: LegalRecord): string =>
  `${lawInSentence(record, view.law)}${view.positions.length === 0 ? '' : ` according to ${positionsInFull(record, view.positions)}`}: ${OUTCOME_LABEL[view.outcome]}`;

const MOST_SILENT = 6;

function viewLines(view: View, question: Question, program: Program): readonly MemoLine[] {
  const { record } = program;
  const teller = {
    program,
    at: question.at.from,
    ...(view.positions.length > 0 && { position: inOrder(record, view.positions)[0]! }),
  };
  const parts = partLines(view.parts, record).map((text): MemoLine => ({ depth: 1, text, kind: 'outcome' }));
  const deciding = view.measures.filter(({ controls }) => controls);
  const others = view.measures.filter(({ controls }) => !controls);
  // Where nothing is in force, the first measure that others hold to be back tells why it is not so here.
  const firstNotBack = deciding.length === 0 ? others.find(({ status }) => status === 'not-returned') : undefined;
  const left = others.length - MOST_SILENT;
  return [
    ...parts,
    ...deciding.flatMap((one) => measureLines(one, teller, true)),
    ...others.slice(0, MOST_SILENT).flatMap((one) => measureLines(one, teller, one === firstNotBack)),
    ...(left > 0
      ? [{ depth: 1, text: `and ${left} more that do not decide (all of them with --json)`, kind: 'note' as const }]
      : []),
  ];
}

/** Under the view it is told of, where there is more than one. */
function changeLines(views: readonly View[], record: LegalRecord): readonly MemoLine[] {
  return views.flatMap((view): readonly MemoLine[] => {
    const lines = view.changes.map((change) => `${OUTCOME_LABEL[change.to]} ${changeLine(change, record)}`);
    if (views.length === 1 || lines.length === 0) return lines.map((text) => ({ depth: 0, text }));
    const whose = view.positions.length === 0 ? '' : `, according to ${positionsShort(record, view.positions)}`;
    return [
      { depth: 0, text: `${lawInSentence(record, view.law)}${whose}:` },
      ...lines.map((text): MemoLine => ({ depth: 1, text })),
    ];
  });
}

/** The longest telling of a link on a line; JSON has it in full. */
const MOST_NEXUS = 70;

function exposureLines({ exposure }: Assessment, record: LegalRecord): readonly MemoLine[] {
  return exposure.map(({ measure, kind, status }) => ({
    depth: 0,
    text: marked(
      `${citationText(citationOfNorm(record, measure))}: ${measure.title} (${kind === 'nexus' ? `binding on a link: ${shortened(measure.nexus ?? 'persons, goods or territory of that law', MOST_NEXUS)}` : 'risk of designation'}${status === 'undetermined' ? ', cannot be said whether in force' : ''})`,
      measure,
    ),
  }));
}

const notExaminedLines = ({ notExamined, spared }: Assessment, record: LegalRecord): readonly MemoLine[] =>
  [...spared.map((one) => sparedText(one, record)), ...notExamined.map((one) => notExaminedText(one, record))].map(
    (text) => ({ depth: 0, text }),
  );

/** From what it was worked out, what the record covers, and that it is not legal advice. */
export const versionLines = (
  { record: hash, horizon, engine, tzdata }: Version,
  record: LegalRecord,
): readonly MemoLine[] => [
  { depth: 0, text: `record ${hash.slice(0, 19)}, horizon ${horizon}, engine ${engine}, tzdata ${tzdata}` },
  { depth: 0, text: coverageText(record) },
];
