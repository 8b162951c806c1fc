/** What is in force against a State, and what changed between two days, as memos. */
import type { Difference, DifferenceKind } from '../evaluate/differences.ts';
import type { InForceView } from '../evaluate/survey.ts';
import type { Measure } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import type { Version } from './assessment-json.ts';
import { citationOfNorm, citationText } from './citation.ts';
import { enumerated, sentence } from './enumeration.ts';
import { whenText } from './headline.ts';
import { STATUS_TEXT, titleOf } from './measure-lines.ts';
import { type Memo, type MemoLine, versionLines } from './memo.ts';
import { edgeText, endText } from './moment-text.ts';
import { lawInSentence, positionsInFull, stateInSentence } from './names.ts';
import { marked } from './step.ts';
import { standingText, turnText } from './turn-text.ts';

/** "S/RES/1929 (2010), para 8: supply of …", with its mark where it is unverified, and that it does not bind. */
export const measureNamed = (measure: Measure, record: LegalRecord, rest = ''): string =>
  marked(
    `${citationText(citationOfNorm(record, measure))}: ${titleOf(measure)}${measure.force === 'decides' ? '' : ' (call, not binding)'}${rest}`,
    measure,
  );

/** "UN law, according to …"; the law alone where nobody disputes it. */
export const lawTitle = (record: LegalRecord, law: string, positions: readonly string[]): string =>
  `${lawInSentence(record, law)}${positions.length === 0 ? '' : ` according to ${positionsInFull(record, positions)}`}`;

/** The law that binds every member of the United Nations first, then the others by name. */
const universalFirst = (views: readonly InForceView[]): readonly InForceView[] =>
  [...views].sort(
    (a, b) => Number(b.law === 'UN') - Number(a.law === 'UN') || (a.law < b.law ? -1 : a.law > b.law ? 1 : 0),
  );

export function inForceMemo(
  target: string,
  at: Interval,
  seen: readonly InForceView[],
  record: LegalRecord,
  version: Version,
): Memo {
  const views = universalFirst(seen);
  const running = views.filter(({ measures }) => measures.length > 0);
  const laws = [...new Set(running.map(({ law }) => law))].map((law) => {
    const own = views.filter((view) => view.law === law);
    return `${lawInSentence(record, law)}${own.length > 1 ? ' (contested)' : ''}`;
  });
  const state = stateInSentence(record, target);
  const headline =
    laws.length === 0
      ? `${whenText({ at })} the record holds no measure in force against ${state}`
      : `${whenText({ at })} measures are in force against ${state} under ${enumerated(laws)}`;
  return {
    headline: [sentence(headline)],
    sections: [
      ...views
        .filter(({ law, measures }) => measures.length > 0 || running.some((view) => view.law === law))
        .map(({ law, positions, measures }) => ({
          title: lawTitle(record, law, positions),
          lines:
            measures.length === 0
              ? [{ depth: 1, text: 'no measure in force', kind: 'note' as const }]
              : measures.map(({ measure, status, stretch }): MemoLine => {
                  const from = stretch.from === undefined ? '' : `, from ${edgeText(stretch.from)}`;
                  const until = stretch.until === undefined ? '' : ` until ${edgeText(stretch.until)}`;
                  const rest = `; ${STATUS_TEXT[status]}${from}${until}`;
                  return { depth: 1, text: measureNamed(measure, record, rest), kind: 'citation' };
                }),
        })),
      { title: 'Worked out from', lines: versionLines(version, record) },
    ],
  };
}

const KIND_TEXT: Readonly<Record<DifferenceKind, string>> = {
  came: 'came into force',
  went: 'went out of force',
  changed: 'changed',
  passed: 'came and went',
};

export function differenceMemo(
  target: string,
  between: { readonly from: Instant; readonly to: Instant },
  differences: readonly Difference[],
  record: LegalRecord,
  version: Version,
): Memo {
  const groups = new Map<string, Difference[]>();
  for (const one of differences) {
    const key = JSON.stringify([one.measure.law, one.positions, one.kind]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const span = `between ${endText(between.from)} and ${endText(between.to)}`;
  const state = stateInSentence(record, target);
  const laws = [...new Set(differences.map(({ measure }) => lawInSentence(record, measure.law)))];
  const first =
    laws.length === 0
      ? `${span} nothing on record changed in the measures against ${state}`
      : `${span} the measures against ${state} changed under ${enumerated(laws)}`;
  const isContested = differences.some(({ positions }) => positions.length > 0);
  return {
    headline: [sentence(first), ...(isContested ? ['Positions differ on some of it; each is told apart.'] : [])],
    sections: [
      ...[...groups.values()].sort(byLawAndKind).map((own) => {
        const { measure, positions, kind } = own[0]!;
        return {
          title: `${lawTitle(record, measure.law, positions)}: ${KIND_TEXT[kind]}`,
          lines: groupLines(own, record),
        };
      }),
      { title: 'Worked out from', lines: versionLines(version, record) },
    ],
  };
}

const KINDS: readonly DifferenceKind[] = ['came', 'went', 'changed', 'passed'];

const byLawAndKind = ([a]: readonly Difference[], [b]: readonly Difference[]): number =>
  Number(b!.measure.law === 'UN') - Number(a!.measure.law === 'UN') ||
  a!.measure.law.localeCompare(b!.measure.law, 'en') ||
  KINDS.indexOf(a!.kind) - KINDS.indexOf(b!.kind);

/** What all of a group have in common, by what act and when, is told once. */
function groupLines(group: readonly Difference[], record: LegalRecord): readonly MemoLine[] {
  const told = group.map(({ turns }) => turns.map((turn) => turnText(turn, record)));
  const [first] = told;
  const isCommon = group.length > 1 && told.every((one) => one.join() === first!.join());
  const step = (text: string, depth: number): MemoLine => ({ depth, text, kind: 'step' });
  return [
    ...(isCommon ? first!.map((text) => step(text, 1)) : []),
    ...group.flatMap((one, i): readonly MemoLine[] => [
      { depth: 1, text: measureNamed(one.measure, record, statusChange(one)), kind: 'citation' },
      ...(isCommon ? [] : told[i]!.map((text) => step(text, 2))),
    ]),
  ];
}

const statusChange = ({ kind, before, after }: Difference): string =>
  kind === 'changed' ? `; ${standingText(before)} before, ${standingText(after)} after` : '';
