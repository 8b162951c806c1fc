/** One step of a derivation in words, with its instant and its citation. */
import type { Program } from '../compile/program.ts';
import { answerOf } from '../compile/stance.ts';
import type { Citation } from '../law/citation.ts';
import type { LegalEvent, Moment } from '../law/event.ts';
import type { Point, Stance } from '../law/position.ts';
import type { Reason } from '../law/reason.ts';
import type { LegalRecord } from '../law/record.ts';
import { type Instant, instantOrNull } from '../time/instant.ts';
import { valueAt } from '../time/timeline.ts';
import { citationOfNorm, citationOfRule } from './citation.ts';
import { dayOf, momentText } from './moment-text.ts';

/** A step as it is shown; `at` is ISO 8601 UTC, or null where the step has no instant of its own. */
export type Step = { readonly step: string; readonly at: string | null; readonly cite: Citation | null };

/** From where a derivation is told: whose stances are named, and at which instant. */
export type Teller = { readonly program: Program; readonly position?: string; readonly at: Instant };

export function stepOf(reason: Reason, teller: Teller): Step {
  const { record } = teller.program;
  switch (reason.kind) {
    case 'laid-down': {
      const norm = record.norms[reason.norm]!;
      return { step: `laid down: ${norm.says}`, at: startOf(reason.at), cite: citationOfNorm(record, norm) };
    }
    case 'rule': {
      const rule = record.rules[reason.rule]!;
      return {
        step: `${DONE[rule.do]} ${momentText(reason.at)}: ${rule.says}`,
        at: startOf(reason.at),
        cite: citationOfRule(record, rule),
      };
    }
    case 'own-end': {
      const norm = record.norms[reason.norm]!;
      const step =
        reason.end === 'final'
          ? `ended by its own terms ${momentText(reason.at)}`
          : `its term ran out ${momentText(reason.at)}; no renewal is on record`;
      return { step, at: startOf(reason.at), cite: citationOfNorm(record, norm) };
    }
    case 'event':
      return eventStep(record, reason.event, reason.holds);
    case 'absence': {
      const what = reason.events.map((id) => record.events[id]?.what ?? id).join('; ');
      const step = reason.holds
        ? `did not happen from ${dayOf(reason.from)} until ${dayOf(reason.until)}: ${what}`
        : `happened in time: ${what}`;
      return { step, at: instantOrNull(reason.until), cite: null };
    }
    case 'point':
      return pointStep(reason.point, reason.answer, teller);
    case 'in-force': {
      const norm = record.norms[reason.norm]!;
      return {
        step: `${reason.holds ? 'was' : 'was not'} in force just before: ${norm.says}`,
        at: null,
        cite: citationOfNorm(record, norm),
      };
    }
    case 'silent': {
      const rule = record.rules[reason.rule]!;
      return {
        step: `did not take effect ${momentText(reason.at)}: ${rule.says}`,
        at: startOf(reason.at),
        cite: citationOfRule(record, rule),
      };
    }
  }
}

/** What a rule did, in a word. */
export const DONE = {
  terminate: 'ended',
  lapse: 'lapsed',
  suspend: 'suspended',
  resume: 'resumed',
  extend: 'renewed',
  impose: 'imposed',
  're-apply': 'applied again',
} as const;

const startOf = (moment: Moment): string | null => instantOrNull(moment.from);

function eventStep(record: LegalRecord, id: string, holds: boolean): Step {
  const event = record.events[id];
  if (event === undefined) return { step: id, at: null, cite: null };
  const at = event.occurred === undefined ? null : startOf(event.occurred);
  const step = holds ? `it happened: ${event.what}` : `it has not happened: ${event.what}`;
  return { step: marked(step, event), at: holds ? at : null, cite: citationOfEvent(event) };
}

function citationOfEvent(event: LegalEvent): Citation | null {
  const url = event.sources[0]?.url;
  if (event.symbol === undefined && url === undefined) return null;
  return { symbol: event.symbol ?? event.sources[0]?.title ?? event.what, ...(url !== undefined && { url }) };
}

/** Whose answer to a disputed point the course of the law follows, with its date and source. */
function pointStep(id: string, answer: boolean, { program, position, at }: Teller): Step {
  const { record, asKnown } = program;
  const point = record.points[id]!;
  const says = answer ? point.yes : point.no;
  const { stance, via } = valueAt(answerOf(record, position ?? '', point, asKnown), at);
  const basis = basisWithoutStance(point, answer, stance);
  if (stance === undefined || basis !== undefined)
    return { step: `point "${point.question}": ${says} (${basis})`, at: null, cite: null };
  const who = record.positions[via ?? position ?? '']?.name ?? via ?? position ?? '';
  const how = stance.kind === 'statement' ? 'stated' : stance.kind === 'vote' ? 'by its vote' : 'by its conduct';
  const url = stance.sources[0]?.url;
  const symbol = stance.symbol ?? stance.sources[0]?.title;
  return {
    step: marked(`point "${point.question}": ${says} (${who}, ${how}, ${dayOf(stance.said.from)})`, stance),
    at: startOf(stance.said),
    cite:
      symbol === undefined && url === undefined ? null : { symbol: symbol ?? who, ...(url !== undefined && { url }) },
  };
}

/** Why a point is answered so where no stance answers it so: the question supposes it, it is open, or it is the plain reading. */
export function basisWithoutStance(point: Point, answer: boolean, stance: Stance | undefined): string | undefined {
  if (stance === undefined)
    return point.default === undefined ? 'left open' : 'the plain reading, from which nobody departs';
  if (stance.answer === 'undetermined') return 'left open by this actor';
  return stance.answer === (answer ? 'yes' : 'no') ? undefined : 'supposed';
}

/** A fact that was not checked against a text says so in its own line. */
export const marked = (text: string, { evidence }: { readonly evidence: 'verified' | 'unverified' }): string =>
  evidence === 'verified' ? text : `${text} [unverified]`;
