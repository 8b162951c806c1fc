/** Who holds what: by point, or by actor, as memos and as JSON. */
import type { Program } from '../compile/program.ts';
import { answerOf } from '../compile/stance.ts';
import type { Point, Position, Stance } from '../law/position.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Instant } from '../time/instant.ts';
import { stepAt } from '../time/timeline.ts';
import type { Version } from './assessment-json.ts';
import { citationOfNorm, citationText } from './citation.ts';
import { sentence } from './enumeration.ts';
import { type Memo, type MemoLine, versionLines } from './memo.ts';
import { dayOf, endText, instantText } from './moment-text.ts';
import { inOrder, positionInSentence, positionName, positionsInFull } from './names.ts';
import { recordJson } from './record-json.ts';
import { marked } from './step.ts';

/** All of them, those of one actor, or those on one point. */
export type PositionsAbout =
  | { readonly kind: 'all' }
  | { readonly kind: 'position'; readonly id: string }
  | { readonly kind: 'point'; readonly id: string };

export function positionsMemo(about: PositionsAbout, program: Program, version: Version): Memo {
  const { record, asKnown } = program;
  const known = `as known at ${endText(asKnown)}`;
  const end = { title: 'Worked out from', lines: versionLines(version, record) };
  if (about.kind === 'point') {
    const point = record.points[about.id]!;
    return {
      headline: [point.question, sentence(`if yes: ${point.yes}`), sentence(`if no: ${point.no}`), defaultText(point)],
      sections: [...pointSections(point, program), end],
    };
  }
  if (about.kind === 'position') {
    const position = record.positions[about.id];
    const name = positionInSentence(record, about.id);
    const stances = position === undefined ? [] : heard(position, asKnown);
    return {
      headline: [
        stances.length === 0
          ? sentence(`no stance of ${name} is on record, ${known}; silence is not consent`)
          : sentence(`what ${name} has said on disputed points, ${known}`),
      ],
      sections: [...stanceSections(stances, record), ...concludedSection(position, record), end],
    };
  }
  return {
    headline: [sentence(`who holds what on the disputed points, ${known}`)],
    sections: [...Object.values(record.points).map((point) => pointInShort(point, program)), end].filter(
      ({ lines }) => lines.length > 0,
    ),
  };
}

const heard = ({ stances }: Position, asKnown: Instant): readonly Stance[] =>
  stances.filter(({ knownFrom }) => knownFrom <= asKnown);

function defaultText(point: Point): string {
  if (point.default === undefined) return 'Where an actor is silent it cannot be said.';
  return `The plain reading is ${point.default}, and stands for those who are silent while nobody departs from it.`;
}

/** Who answers how now, in a line for each answer. */
function pointInShort(point: Point, program: Program): { readonly title: string; readonly lines: readonly MemoLine[] } {
  const { record } = program;
  const lines = ANSWERS.flatMap((answer): readonly MemoLine[] => {
    const who = holdersOf(point, program).filter(([, now]) => now === answer);
    if (who.length === 0) return [];
    const names = positionsInFull(
      record,
      who.map(([id]) => id),
    );
    return [{ depth: 1, text: `${ANSWER_TEXT[answer]}: ${names}` }];
  });
  const silent: MemoLine = {
    depth: 1,
    text:
      point.default === undefined
        ? 'no stance on record'
        : `no stance on record; the plain reading is ${point.default}`,
    kind: 'note',
  };
  return { title: `${point.id}: ${point.question}`, lines: lines.length === 0 ? [silent] : lines };
}

const ANSWERS = ['yes', 'no', 'undetermined'] as const;
const ANSWER_TEXT = { yes: 'yes', no: 'no', undetermined: 'says that it cannot say' } as const;

function holdersOf(point: Point, program: Program): readonly (readonly [string, Stance['answer']])[] {
  const { record, asKnown } = program;
  return inOrder(record, program.holders(point.id)).map((id) => [
    id,
    stepAt(answerOf(record, id, point, asKnown), asKnown).value.answer,
  ]);
}

/** Each answer with the stances that gave it, in order of time. */
function pointSections(
  point: Point,
  program: Program,
): readonly { readonly title: string; readonly lines: readonly MemoLine[] }[] {
  const { record, asKnown } = program;
  return ANSWERS.flatMap((answer) => {
    const who = holdersOf(point, program).filter(([, now]) => now === answer);
    const lines = who.flatMap(([id]) =>
      heard(record.positions[id]!, asKnown)
        .filter((stance) => stance.point === point.id)
        .flatMap((stance, i, all) => stanceLines(stance, all[i - 1], positionName(record, id))),
    );
    return lines.length === 0 ? [] : [{ title: `They answer: ${ANSWER_TEXT[answer]}`, lines }];
  });
}

function stanceSections(
  stances: readonly Stance[],
  record: LegalRecord,
): readonly { readonly title: string; readonly lines: readonly MemoLine[] }[] {
  const points = [...new Set(stances.map(({ point }) => point))];
  return points.map((id) => ({
    title: `${id}: ${record.points[id]!.question}`,
    lines: stances.filter(({ point }) => point === id).flatMap((stance, i, all) => stanceLines(stance, all[i - 1])),
  }));
}

const HOW = { statement: 'by statement', vote: 'by its vote', conduct: 'by conduct' } as const;

/** A stance; one that turns from an earlier answer says whether for the past too. */
function stanceLines(stance: Stance, earlier: Stance | undefined, who?: string): readonly MemoLine[] {
  const { said, answer, kind, words, withdraws, symbol, sources } = stance;
  const whose = who === undefined ? '' : `${who}, `;
  const turns = earlier !== undefined && earlier.answer !== answer;
  const from = turns
    ? withdraws === 'from-the-start'
      ? '; it withdraws what it said before, from the start'
      : '; from then on'
    : '';
  const cite = [symbol, sources[0]?.url].filter((part) => part !== undefined).join(', ');
  return [
    {
      depth: 1,
      text: marked(`${dayOf(said.from)}  ${whose}${ANSWER_TEXT[answer]}, ${HOW[kind]}${from}`, stance),
      kind: 'citation',
    },
    ...(words === undefined ? [] : [{ depth: 2, text: words }]),
    ...(cite === '' ? [] : [{ depth: 2, text: cite, kind: 'note' as const }]),
  ];
}

/** What the actor concluded, which the model of its position has to come to by itself. */
function concludedSection(
  position: Position | undefined,
  record: LegalRecord,
): readonly { readonly title: string; readonly lines: readonly MemoLine[] }[] {
  const lines = (position?.expects ?? []).map((one): MemoLine => {
    const norm = record.norms[one.norm];
    const what = norm === undefined ? one.norm : citationText(citationOfNorm(record, norm));
    const status = one.status.replaceAll('-', ' ');
    return { depth: 1, text: marked(one.says ?? `${what}: ${status} at ${instantText(one.at)}`, one) };
  });
  return lines.length === 0 ? [] : [{ title: 'What it concluded, and the record derives', lines }];
}

export function positionsJson(about: PositionsAbout, program: Program, version: Version) {
  const { record, asKnown } = program;
  const points = Object.values(record.points).filter(({ id }) => about.kind !== 'point' || id === about.id);
  const actors = Object.values(record.positions).filter(({ id }) => about.kind !== 'position' || id === about.id);
  return {
    version,
    points: points
      .filter((point) => about.kind !== 'position' || program.holders(point.id).includes(about.id))
      .map((point) => ({
        ...(recordJson(point) as Record<string, unknown>),
        answers: holdersOf(point, program).map(([position, answer]) => ({ position, answer })),
      })),
    positions: actors
      .map((position) => ({
        id: position.id,
        name: position.name,
        kind: position.kind,
        stances: heard(position, asKnown)
          .filter((stance) => about.kind !== 'point' || stance.point === about.id)
          .map((stance) => recordJson(stance)),
        expects: about.kind === 'point' ? [] : position.expects.map((one) => recordJson(one)),
      }))
      .filter(({ stances }) => about.kind !== 'point' || stances.length > 0),
  };
}
