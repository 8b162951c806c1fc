/** An assessment as the JSON of DESIGN section 5; `schemas/assessment.json` is its contract. */
import type { Program } from '../compile/program.ts';
import type {
  Assessment,
  Change,
  Exposure,
  Finding,
  MeasureInView,
  Part,
  SettingGate,
  Stretch,
  View,
} from '../law/assessment.ts';
import type { Gate, Opening } from '../law/norm.ts';
import type { AskedGoods, Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import { formatInstant, type Instant, instantOrNull } from '../time/instant.ts';
import { changeText } from './change-text.ts';
import { citationJson } from './citation.ts';
import { coverageText } from './coverage-text.ts';
import { locatorOf } from './locator.ts';
import { notExaminedText, sparedText } from './not-examined-text.ts';
import { notesOf } from './notes.ts';
import { type Step, stepOf, type Teller } from './step.ts';

/** From what an answer was worked out: enough to replay it. */
export type Version = {
  readonly record: string;
  readonly horizon: string;
  readonly engine: string;
  readonly tzdata: string;
};

export const versionOf = (record: LegalRecord, engine: string, tzdata: string): Version => ({
  record: record.hash,
  horizon: formatCivilDate(record.horizon),
  engine,
  tzdata,
});

/** `before` is the answer without what the question supposes. */
export function assessmentJson(
  assessment: Assessment,
  program: Program,
  version: Version,
  before?: Assessment,
): Record<string, unknown> {
  const { question, views, exposure, notExamined, spared } = assessment;
  const { record } = program;
  return {
    ...(question.id !== undefined && { id: question.id }),
    version,
    question: questionJson(question, record),
    outcome: assessment.outcome,
    ...findingJson(assessment),
    views: views.map((view) => viewJson(view, { program, at: question.at.from })),
    ...(before !== undefined && { supposed: supposedJson(before) }),
    exposure: exposure.map((one) => exposureJson(one, record)),
    notExamined: [
      ...spared.map((one) => sparedText(one, record)),
      ...notExamined.map((one) => notExaminedText(one, record)),
    ],
    notes: notesOf(assessment, record),
    coverage: coverageText(record),
  };
}

/** What the answer was without the suppositions, in all and by view. */
export const supposedJson = (before: Assessment) => ({
  before: before.outcome,
  views: before.views.map(({ positions, law, outcome }) => ({ positions, law, outcome })),
});

export function questionJson(question: Question, record: LegalRecord): Record<string, unknown> {
  const { from, to, goods, activity, at, recipient, region, parties, contract, laws, accordingTo, asKnown, suppose } =
    question;
  return {
    from: from ?? null,
    to: to ?? null,
    goods: goods.map((one) => goodsJson(one, record)),
    activity,
    at: { from: formatInstant(at.from), until: formatInstant(at.until) },
    asKnown: formatInstant(asKnown),
    ...(recipient !== undefined && { recipient }),
    ...(region !== undefined && { region }),
    ...(parties.length > 0 && { party: parties }),
    ...(contract !== undefined && { contract: instantOrNull(contract) }),
    ...(laws !== undefined && { law: laws }),
    ...(accordingTo !== undefined && { accordingTo }),
    ...(suppose.length > 0 && { suppose }),
  };
}

/** A named system has no code of its own on any list: its category of the Register stands for it, else its first class. */
function goodsJson({ input, code, how }: AskedGoods, record: LegalRecord) {
  const decides = record.goods[code]?.decides;
  const settled = decides !== undefined && { decides };
  if (!code.startsWith('system:')) return { input, code, how, ...settled };
  const classes = [...classesOf(record, code)];
  const categories = new Set(classes.flatMap((one) => /^unroca:[IVX]+/.exec(one)?.[0] ?? []));
  const [category] = categories;
  return { input, code: categories.size === 1 ? category! : (classes[0] ?? code), how, item: code, ...settled };
}

/** The classes that goods belong to, the nearest first. */
function classesOf(record: LegalRecord, code: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const queue = [...(record.goods[code]?.in ?? [])]; queue.length > 0; ) {
    const one = queue.shift()!;
    if (found.has(one)) continue;
    found.add(one);
    queue.push(...(record.goods[one]?.in ?? []));
  }
  return found;
}

const findingJson = ({ missing, parts, strictest, mildest }: Finding) => ({
  missing,
  parts: parts.map(partJson),
  strictest,
  mildest,
});

function partJson({ when, outcome }: Part) {
  const { time, ...facts } = when;
  return {
    when: time === undefined ? facts : { ...facts, time: { from: edge(time.from), until: edge(time.until) } },
    outcome,
  };
}

const edge = (at: Instant | undefined): string | null => (at === undefined ? null : instantOrNull(at));

function viewJson(view: View, teller: Teller) {
  const { record } = teller.program;
  const own = { ...teller, ...(view.positions[0] !== undefined && { position: view.positions[0] }) };
  return {
    positions: view.positions,
    law: view.law,
    outcome: view.outcome,
    undetermined: view.undetermined ?? null,
    ...findingJson(view),
    measures: measuresJson(view.measures, own),
    conflicts: view.conflicts,
    changes: view.changes.map((change) => changeJson(change, record)),
  };
}

/** Each measure that decides is followed by the gates of other provisions that set its effect: they decide with it. */
function measuresJson(measures: readonly MeasureInView[], teller: Teller) {
  const told = new Set<string>();
  return measures.flatMap((one) => {
    const setting = one.controls ? one.setBy.filter(({ opening }) => !told.has(opening.id)) : [];
    for (const { opening } of setting) told.add(opening.id);
    return [measureJson(one, teller), ...setting.map((gate) => settingGateJson(one, gate, teller))];
  });
}

function measureJson(one: MeasureInView, teller: Teller) {
  const { measure } = one;
  const instrument = teller.program.record.instruments[measure.instrument]!;
  return {
    id: measure.id,
    instrument: instrument.symbol,
    provision: locatorOf(measure.provision),
    title: measure.title,
    status: one.status,
    controls: one.controls,
    effect: one.effect,
    force: measure.force,
    ...(measure.call !== undefined && { call: measure.call }),
    ...(measure.presumption !== undefined && { presumption: measure.presumption }),
    addressee: measure.addressee,
    gates: one.gates.map(gateJson),
    exemptions: one.exemptions.map(({ says }) => says),
    obligations: measure.obligations,
    inForce: stretchJson(one.inForce),
    evidence: measure.evidence,
    because: one.because.map((reason) => stepJson(stepOf(reason, teller))),
  };
}

/** A gate in the shape of a measure: its own provision and life, the force and addressee of the bar that it opens. */
function settingGateJson(
  { measure }: MeasureInView,
  { opening, outcome, inForce, because }: SettingGate,
  teller: Teller,
) {
  return {
    id: opening.id,
    instrument: teller.program.record.instruments[opening.instrument]!.symbol,
    provision: locatorOf(opening.provision),
    title: opening.says,
    status: 'in-force',
    controls: true,
    effect: outcome,
    force: measure.force,
    addressee: measure.addressee,
    gates: [gateJson({ ...opening.gate!, opening })],
    exemptions: [],
    obligations: [],
    inForce: stretchJson(inForce),
    evidence: opening.evidence,
    because: because.map((reason) => stepJson(stepOf(reason, teller))),
  };
}

const stretchJson = (stretch: Stretch | undefined) =>
  stretch === undefined
    ? null
    : {
        from: instantOrNull(stretch.from.from),
        until: stretch.until === undefined ? null : instantOrNull(stretch.until.from),
        precision: stretch.from.precision,
        untilPrecision: stretch.until?.precision ?? null,
        projected: stretch.projected,
      };

const stepJson = ({ step, at, cite }: Step) => ({ step, at, cite: cite === null ? null : citationJson(cite) });

const gateJson = ({
  gate,
  days,
  workingDays,
  by,
  filer,
  presumption,
  residual,
  opening,
}: Gate & { readonly opening: Opening }) => ({
  kind: gate,
  days: days ?? null,
  by: by ?? null,
  filer: filer ?? null,
  for: { recipients: opening.for.recipients ?? [], goods: opening.for.goods ?? [] },
  residual,
  ...(workingDays !== undefined && { workingDays }),
  ...(presumption !== undefined && { presumption }),
});

const changeJson = (change: Change, record: LegalRecord) => ({
  at: change.at === undefined ? null : instantOrNull(change.at),
  to: change.to,
  if: changeText(change, record),
});

function exposureJson({ measure, kind, status }: Exposure, record: LegalRecord) {
  return {
    id: measure.id,
    law: measure.law,
    instrument: record.instruments[measure.instrument]!.symbol,
    provision: locatorOf(measure.provision),
    kind,
    status,
    title: measure.title,
    nexus: measure.nexus ?? null,
    evidence: measure.evidence,
  };
}
