/** An assessment as a memo: plain sections that a terminal, a page or a letter can show. */
import type { Program } from '../compile/program.ts';
import type { Assessment, MeasureInView, Part, View } from '../law/assessment.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { formatInstant, instantOrNull } from '../time/instant.ts';
import { formatLocal, parseZone } from '../time/zone.ts';
import type { Version } from './assessment-json.ts';
import { changeText } from './change-text.ts';
import { citationOfNorm, citationText } from './citation.ts';
import { coverageText } from './coverage-text.ts';
import { dutySentence, missingText, OUTCOME_LABEL, thingOf } from './duty.ts';
import { dayOf, instantText } from './moment-text.ts';
import { positionName, stateName } from './names.ts';
import { notExaminedText, sparedText } from './not-examined-text.ts';
import { marked, stepOf } from './step.ts';

/** A line with its depth, 0 to 3; `kind` lets a screen give it a style. */
export type MemoLine = {
  readonly depth: number;
  readonly text: string;
  readonly kind?: 'outcome' | 'citation' | 'step' | 'note';
};

export type Memo = {
  /** The answer in a few sentences. */
  readonly headline: readonly string[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly MemoLine[] }[];
};

export function memoOf(assessment: Assessment, program: Program, version: Version): Memo {
  const { record } = program;
  const sections = [
    { title: 'Question', lines: questionLines(assessment.question, record) },
    ...assessment.views.map((view) => ({
      title: viewTitle(view, record),
      lines: viewLines(view, assessment.question, program),
    })),
    { title: 'What would change it', lines: changeLines(assessment.views, record) },
    { title: 'Other laws that may reach it', lines: exposureLines(assessment, record) },
    { title: 'Not examined', lines: notExaminedLines(assessment, record) },
    { title: 'Worked out from', lines: versionLines(version, record) },
  ];
  return { headline: headlineOf(assessment, record), sections: sections.filter(({ lines }) => lines.length > 0) };
}

/** One sentence each: the answer, the dispute below it, exposure. */
function headlineOf(assessment: Assessment, record: LegalRecord): readonly string[] {
  const { question, views, exposure, outcome } = assessment;
  const day = whenText(question);
  const first = `${firstSentence(assessment, record)}, ${day}.`;
  const sentences =
    views.length > 1 || outcome === 'contested'
      ? views.map((view) => `${dutySentence(record, view, question)}${according(view, record)}.`)
      : [];
  const binding = new Set(exposure.filter(({ kind }) => kind === 'nexus').map(({ measure }) => measure.law));
  const risks = new Set(exposure.filter(({ kind }) => kind === 'designation-risk').map(({ measure }) => measure.law));
  return [
    first,
    ...sentences,
    ...(binding.size > 0
      ? [`A link to ${[...binding].join(', ')} (persons, goods, money, territory) would bring in its law.`]
      : []),
    ...(risks.size > 0 ? [`Whoever takes part risks designation by ${[...risks].join(', ')}.`] : []),
    ...(assessment.parts.length > 0 && outcome === 'conditional'
      ? assessment.parts.map((part) => `${partText(part, record)}.`)
      : []),
  ];
}

function firstSentence(assessment: Assessment, record: LegalRecord): string {
  const { question, views, outcome } = assessment;
  if (views.length === 0) return `No law on record binds a party to ${thingOf(question)}`;
  if (outcome === 'contested') return `Positions differ on ${thingOf(question)}`;
  const [only] = views;
  if (views.length === 1 && only!.positions.length === 0) return dutySentence(record, only!, question);
  if (outcome === 'conditional') return `It depends on ${missingText(assessment)}`;
  const decisive = views.find((view) => view.outcome === outcome) ?? only!;
  return dutySentence(record, decisive, question);
}

const according = ({ positions }: View, record: LegalRecord): string =>
  positions.length === 0 ? '' : ` according to ${positions.map((id) => positionName(record, id)).join(', ')}`;

function whenText({ at }: Question): string {
  if (at.until - at.from <= 1) return `at ${instantText(at.from)}`;
  const whole = at.until - at.from === 86_400 && formatInstant(at.from).endsWith('T00:00:00Z');
  return whole ? `on ${dayOf(at.from)}` : `from ${instantText(at.from)} until ${instantText(at.until)}`;
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
    `${whenText(question)}${localTimes(question, record)}; as known at ${instantText(question.asKnown)}`,
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
      ? `close to ${candidates.map(({ name }) => name).join('; ')}`
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

function viewTitle(view: View, record: LegalRecord): string {
  const law = record.laws[view.law]?.name ?? view.law;
  return `${law}${according(view, record)}: ${OUTCOME_LABEL[view.outcome]}`;
}

const MOST_SILENT = 6;

function viewLines(view: View, question: Question, program: Program): readonly MemoLine[] {
  const { record } = program;
  const teller = {
    program,
    at: question.at.from,
    ...(view.positions[0] !== undefined && { position: view.positions[0] }),
  };
  const parts = view.parts.map((part): MemoLine => ({ depth: 1, text: partText(part, record), kind: 'outcome' }));
  const told = view.measures.filter(({ controls }) => controls);
  const others = view.measures.filter(({ controls }) => !controls);
  const lines = told.flatMap((one) => [
    ...measureLines(one, record),
    ...one.because.map((reason): MemoLine => {
      const { step, at, cite } = stepOf(reason, teller);
      return {
        depth: 2,
        text: `${at === null ? '' : `${at.slice(0, 10)}  `}${step}${cite === null ? '' : ` — ${citationText(cite)}`}`,
        kind: 'step',
      };
    }),
  ]);
  const rest = others.slice(0, MOST_SILENT).flatMap((one) => measureLines(one, record));
  const left = others.length - MOST_SILENT;
  return [
    ...parts,
    ...lines,
    ...rest,
    ...(left > 0
      ? [{ depth: 1, text: `and ${left} more that do not decide (all of them with --json)`, kind: 'note' as const }]
      : []),
  ];
}

function measureLines(one: MeasureInView, record: LegalRecord): readonly MemoLine[] {
  const { measure, inForce, status } = one;
  const from =
    inForce === undefined
      ? ''
      : `, from ${momentDay(inForce.from)}${inForce.until === undefined ? '' : ` until ${momentDay(inForce.until)}${inForce.projected ? ' (as scheduled)' : ''}`}`;
  const head = marked(
    `${citationText(citationOfNorm(record, measure))}: ${measure.title}; ${STATUS[status]}${from}`,
    measure,
  );
  return [
    { depth: 1, text: head, kind: 'citation' },
    ...one.gates.map(
      (gate): MemoLine => ({
        depth: 2,
        text: `${gate.residual ? 'way out' : 'gate'}: ${gate.opening.says}`,
        kind: 'note',
      }),
    ),
    ...one.exemptions.map(({ says }): MemoLine => ({ depth: 2, text: `does not reach: ${says}`, kind: 'note' })),
    ...measure.obligations.map((text): MemoLine => ({ depth: 2, text: `besides: ${text}`, kind: 'note' })),
  ];
}

const STATUS = {
  'in-force': 'in force',
  undetermined: 'cannot be said whether in force',
  suspended: 'suspended',
  ended: 'ended',
  'not-yet': 'not yet in force',
  'not-returned': 'ended and, in this view, not applied again',
} as const;

const momentDay = ({ from, precision }: { from: Parameters<typeof dayOf>[0]; precision: string }): string =>
  precision === 'day' ? dayOf(from) : instantText(from).replace(' 00:00 UTC', '');

function partText({ when, outcome }: Part, record: LegalRecord): string {
  const { time, goods, ...facts } = when;
  const said = [
    ...Object.entries(facts).map(([fact, value]) => `${fact} ${record.regions[value ?? '']?.names.en?.[0] ?? value}`),
    ...(goods === undefined
      ? []
      : [
          `goods ${goods
            .split(' + ')
            .map((code) => record.goods[code]?.name ?? code)
            .join(' + ')}`,
        ]),
    ...(time === undefined
      ? []
      : [
          `time from ${time.from === undefined ? 'an hour not on record' : instantOrNull(time.from)} until ${time.until === undefined ? 'an hour not on record' : instantOrNull(time.until)}`,
        ]),
  ];
  return `if ${said.join(', ')}: ${OUTCOME_LABEL[outcome]}`;
}

function changeLines(views: readonly View[], record: LegalRecord): readonly MemoLine[] {
  return views.flatMap((view) =>
    view.changes.map((change): MemoLine => {
      const whose =
        views.length === 1 ? '' : `${record.laws[view.law]?.adjective ?? view.law} law${according(view, record)}: `;
      const when = change.at === undefined ? 'if' : `at ${instantText(change.at)}:`;
      return { depth: 0, text: `${whose}${OUTCOME_LABEL[change.to]} ${when} ${changeText(change, record)}` };
    }),
  );
}

function exposureLines({ exposure }: Assessment, record: LegalRecord): readonly MemoLine[] {
  return exposure.map(({ measure, kind, status }) => ({
    depth: 0,
    text: marked(
      `${citationText(citationOfNorm(record, measure))}: ${measure.title} (${kind === 'nexus' ? `binding on a link: ${measure.nexus ?? 'persons, goods or territory of that law'}` : 'risk of designation'}${status === 'undetermined' ? ', cannot be said whether in force' : ''})`,
      measure,
    ),
  }));
}

const notExaminedLines = ({ notExamined, spared }: Assessment, record: LegalRecord): readonly MemoLine[] =>
  [...spared.map((one) => sparedText(one, record)), ...notExamined.map((one) => notExaminedText(one, record))].map(
    (text) => ({ depth: 0, text }),
  );

const versionLines = ({ record: hash, horizon, engine, tzdata }: Version, record: LegalRecord): readonly MemoLine[] => [
  { depth: 0, text: `record ${hash.slice(0, 19)}, horizon ${horizon}, engine ${engine}, tzdata ${tzdata}` },
  { depth: 0, text: coverageText(record) },
];
