/** A step of a derivation on one line of a screen: titles instead of paragraphs. `stepOf` has the full words. */
import { answerOf } from '../compile/stance.ts';
import type { Moment } from '../law/event.ts';
import type { Norm } from '../law/norm.ts';
import type { Reason } from '../law/reason.ts';
import type { LegalRecord } from '../law/record.ts';
import { valueAt } from '../time/timeline.ts';
import { citationOfNorm, citationOfRule, citationText } from './citation.ts';
import { shortened } from './enumeration.ts';
import { dayOf, momentText } from './moment-text.ts';
import { positionInSentence } from './names.ts';
import { basisWithoutStance, DONE, marked, type Teller } from './step.ts';

/** The longest quotation of a record's own words on such a line. */
const MOST_WORDS = 90;

export function stepLine(reason: Reason, teller: Teller): string {
  const { record } = teller.program;
  switch (reason.kind) {
    case 'laid-down':
      return `${day(reason.at)}  laid down: ${shortened(record.norms[reason.norm]!.says, MOST_WORDS + 30)}`;
    case 'rule': {
      const rule = record.rules[reason.rule]!;
      return marked(
        `${day(reason.at)}  ${DONE[rule.do]} ${exact(reason.at)} by ${citationText(citationOfRule(record, rule))}`,
        rule,
      );
    }
    case 'own-end':
      return reason.end === 'final'
        ? `${day(reason.at)}  ended by its own terms ${exact(reason.at)}`
        : `${day(reason.at)}  its term ran out, and no renewal is on record`;
    case 'event': {
      const event = record.events[reason.event];
      const what = shortened(event?.what ?? reason.event, MOST_WORDS);
      const at = reason.holds && event?.occurred !== undefined ? `${day(event.occurred)}  ` : '';
      const line = `${at}${reason.holds ? 'it happened' : 'it had not happened'}: ${what}`;
      return event === undefined ? line : marked(line, event);
    }
    case 'absence': {
      const most = MOST_WORDS / reason.events.length + 20;
      const what = reason.events.map((id) => shortened(record.events[id]?.what ?? id, most)).join('; ');
      return reason.holds
        ? `${dayOf(reason.until)}  had not happened since ${dayOf(reason.from)}: ${what}`
        : `${dayOf(reason.until)}  happened in time: ${what}`;
    }
    case 'point':
      return pointLine(reason.point, reason.answer, teller);
    case 'in-force':
      return `${normCited(record, reason.norm)} ${reason.holds ? 'was' : 'was not'} in force just before`;
    case 'silent': {
      const rule = record.rules[reason.rule]!;
      return `${day(reason.at)}  ${citationText(citationOfRule(record, rule))} did not take effect`;
    }
  }
}

const day = ({ from }: Moment): string => dayOf(from);

/** The hour where it is known, and that it is not where it is not. */
const exact = (moment: Moment): string =>
  moment.precision === 'day' ? '(hour not recorded)' : `at ${momentText(moment).replace(/^at \S+ /, '')}`;

const normCited = (record: LegalRecord, id: string): string => {
  const norm: Norm = record.norms[id]!;
  return marked(citationText(citationOfNorm(record, norm)), norm);
};

/** Who answers a disputed point how, since when; the point by its id, for `explain` and `--suppose`. */
function pointLine(id: string, answer: boolean, { program, position, at }: Teller): string {
  const { record, asKnown } = program;
  const point = record.points[id]!;
  const says = shortened(answer ? point.yes : point.no, MOST_WORDS);
  const { stance, via } = valueAt(answerOf(record, position ?? '', point, asKnown), at);
  const yesOrNo = answer ? 'yes' : 'no';
  const basis = basisWithoutStance(point, answer, stance);
  if (stance === undefined || basis !== undefined) return `point ${id}, ${yesOrNo} (${basis}): ${says}`;
  const who = positionInSentence(record, via ?? position ?? '');
  const how = { statement: 'stated', vote: 'voted', conduct: 'by conduct' }[stance.kind];
  return marked(`${dayOf(stance.said.from)}  point ${id}, ${yesOrNo} (${who}, ${how}): ${says}`, stance);
}
