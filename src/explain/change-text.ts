import type { Change } from '../law/assessment.ts';
import type { LegalRecord } from '../law/record.ts';
import { citationOfNorm, citationOfRule, citationText } from './citation.ts';
import { shortened } from './enumeration.ts';
import { dayOf, instantText } from './moment-text.ts';

/** The longest quotation of a record's own words on a line. */
const MOST_WORDS = 110;

/** The same on one line of a screen, with what `--suppose` takes to try it. */
export function changeLine(change: Change, record: LegalRecord): string {
  const { cause } = change;
  switch (cause.kind) {
    case 'point': {
      const point = record.points[cause.point]!;
      const says = shortened(cause.answer === 'yes' ? point.yes : point.no, MOST_WORDS).replace(/\.$/, '');
      return `if: ${says} (${cause.point}=${cause.answer})`;
    }
    case 'event': {
      const what = shortened(record.events[cause.event]?.what ?? cause.event, MOST_WORDS).replace(/\.$/, '');
      return `if it had ${cause.occurs ? '' : 'not '}happened: ${what} (event:${cause.event})`;
    }
    case 'time':
      return `${whenChanges(change)}: ${shortened(changeText(change, record), MOST_WORDS)}`;
  }
}

/** An act known by its day alone changes the answer at an hour of it that is not on record. */
function whenChanges({ at, cause }: Change): string {
  if (at === undefined) return 'later';
  const isDay =
    cause.kind === 'time' &&
    cause.reasons.some((reason) => 'at' in reason && reason.at.precision === 'day' && reason.at.from === at);
  return isDay ? `on ${dayOf(at)}, at an hour not on record` : `at ${instantText(at)}`;
}

/** What would have to be so for the answer to change, as a clause: "if …". */
export function changeText({ cause, to }: Change, record: LegalRecord): string {
  switch (cause.kind) {
    case 'point': {
      const point = record.points[cause.point]!;
      return `${cause.answer === 'yes' ? point.yes : point.no} (answering ${cause.answer} to: ${point.question})`;
    }
    case 'event': {
      const what = record.events[cause.event]?.what ?? cause.event;
      return cause.occurs ? `it happened before: ${what}` : `it had not happened: ${what}`;
    }
    case 'time':
      return cause.reasons.length === 0
        ? to === 'contested'
          ? 'positions part on a disputed point'
          : 'time passes'
        : [...new Set(cause.reasons.map((reason) => sourceOf(reason, record)))].join('; ');
  }
}

function sourceOf(reason: Extract<Change['cause'], { kind: 'time' }>['reasons'][number], record: LegalRecord): string {
  switch (reason.kind) {
    case 'laid-down':
      return `${citationText(citationOfNorm(record, record.norms[reason.norm]!))} begins`;
    case 'own-end':
      return `${citationText(citationOfNorm(record, record.norms[reason.norm]!))} ${reason.end === 'final' ? 'ends by its own terms' : 'runs out unless renewed'}`;
    case 'rule':
      return citationText(citationOfRule(record, record.rules[reason.rule]!));
    default:
      return 'time passes';
  }
}
