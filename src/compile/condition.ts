import type { Condition } from '../law/condition.ts';
import type { Reason } from '../law/reason.ts';
import { instant } from '../time/instant.ts';
import type { Known } from './known.ts';
import { type Clockwork, markOf, momentOf } from './moment.ts';

/** What a condition may read: the state strictly before `mark`, the points as one position answers them, what is known. */
export type Before = {
  readonly mark: number;
  readonly known: Known;
  readonly clockwork: Clockwork;
  readonly point: (id: string) => boolean;
  readonly inForce: (norm: string) => boolean;
};

/** Whether a condition held just before, and the facts it turned on. */
export type Judgement = { readonly holds: boolean; readonly reasons: readonly Reason[] };

export function judge(condition: Condition | undefined, before: Before): Judgement {
  if (condition === undefined) return { holds: true, reasons: [] };
  switch (condition.kind) {
    case 'occurred': {
      const moment = before.known.event(condition.event)?.occurred;
      const holds = moment !== undefined && markOf(moment) < before.mark;
      return { holds, reasons: [{ kind: 'event', event: condition.event, holds }] };
    }
    case 'absent':
      return judgeAbsence(condition, before);
    case 'in-force': {
      const holds = before.inForce(condition.norm);
      return { holds, reasons: [{ kind: 'in-force', norm: condition.norm, holds }] };
    }
    case 'point': {
      const answer = before.point(condition.point);
      return { holds: answer, reasons: [{ kind: 'point', point: condition.point, answer }] };
    }
    case 'all':
      return combine(condition.of, before, true);
    case 'any':
      return combine(condition.of, before, false);
    case 'not': {
      const { holds, reasons } = judge(condition.of, before);
      return { holds: !holds, reasons };
    }
  }
}

function judgeAbsence(condition: Extract<Condition, { kind: 'absent' }>, before: Before): Judgement {
  const from = momentOf(condition.from, before.clockwork);
  const until = momentOf(condition.until, before.clockwork);
  // What an edge waits for and has not happened never comes: the window does not open, or has not closed.
  const opens = from === undefined ? Number.POSITIVE_INFINITY : markOf(from);
  const closes = Math.min(until === undefined ? Number.POSITIVE_INFINITY : markOf(until), before.mark);
  const holds = condition.events.every((id) => {
    const moment = before.known.event(id)?.occurred;
    return moment === undefined || markOf(moment) < opens || markOf(moment) >= closes;
  });
  if (from === undefined) return { holds, reasons: [] };
  const sofar = instant(Math.floor(closes / 2));
  return { holds, reasons: [{ kind: 'absence', events: condition.events, from: from.from, until: sofar, holds }] };
}

/** All or any, in order; the reasons are those of the parts that decided. */
function combine(parts: readonly Condition[], before: Before, all: boolean): Judgement {
  const judged = parts.map((part) => judge(part, before));
  const deciding = judged.filter(({ holds }) => holds !== all);
  return deciding.length > 0
    ? { holds: !all, reasons: deciding.flatMap(({ reasons }) => reasons) }
    : { holds: all, reasons: judged.flatMap(({ reasons }) => reasons) };
}
