/** An event explained, with its vote. */
import type { Vote } from '../law/event.ts';
import type { LegalRecord } from '../law/record.ts';
import { enumerated, sentence } from './enumeration.ts';
import type { Memo } from './memo.ts';
import { dayOf, momentText } from './moment-text.ts';
import { inOrder, positionInSentence, stateName } from './names.ts';
import { lines, restsOn } from './rests-on.ts';
import { marked } from './step.ts';

export function eventMemo(id: string, record: LegalRecord): Memo {
  const event = record.events[id]!;
  const when =
    event.occurred === undefined
      ? 'It has not happened by the horizon of the record.'
      : sentence(momentText(event.occurred));
  const { draft, vote } = event;
  return {
    headline: [sentence(marked(event.what.replace(/\.$/, ''), event)), when],
    sections: [
      {
        title: 'The event',
        lines: lines([
          `${event.kind}${event.symbol === undefined ? '' : `, ${event.symbol}`} (${id})`,
          ...(event.actors.length > 0
            ? [`by ${enumerated(event.actors.map((one) => positionInSentence(record, one)))}`]
            : []),
          `public since ${dayOf(event.knownFrom)}`,
          ...(vote === undefined ? [] : [voteText(vote, record)]),
          ...(draft === undefined
            ? []
            : [
                `draft${draft.symbol === undefined ? '' : ` ${draft.symbol}`}: ${[draft.subject, draft.outcome, draft.why].filter((part) => part !== undefined).join('; ')}`,
              ]),
        ]),
      },
      restsOn(event),
    ],
  };
}

export function voteText(
  { for: yes, against, abstaining, notVoting, againstNames, abstainingNames, consensus }: Vote,
  record: LegalRecord,
): string {
  if (consensus) return 'adopted without a vote';
  const names = (ids: readonly string[]): string =>
    ids.length === 0
      ? ''
      : ` (${inOrder(record, ids)
          .map((id) => stateName(record, id))
          .join(', ')})`;
  return `vote: ${yes} for, ${against} against${names(againstNames)}, ${abstaining} abstaining${names(abstainingNames)}${notVoting > 0 ? `, ${notVoting} not voting` : ''}`;
}
