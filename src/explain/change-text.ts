import type { Change } from '../law/assessment.ts';
import type { LegalRecord } from '../law/record.ts';
import { citationOfNorm, citationOfRule, citationText } from './citation.ts';

/** What would have to be so for the answer to change, as a clause: "if …". */
export function changeText({ cause }: Change, record: LegalRecord): string {
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
        ? 'time passes'
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
