/** By what a measure turns from one status to another, in a few words. */
import type { Standing, Turn } from '../evaluate/turns.ts';
import type { Reason } from '../law/reason.ts';
import type { LegalRecord } from '../law/record.ts';
import { citationOfNorm, citationOfRule, citationText } from './citation.ts';
import { STATUS_TEXT } from './measure-lines.ts';
import { momentText } from './moment-text.ts';
import { DONE } from './step.ts';

/** A status as a word; `none`: neither in force nor suspended, and not open either. */
export const standingText = (standing: Standing): string =>
  standing === 'none' ? 'not in force' : STATUS_TEXT[standing];

/** "at 2025-09-28 00:00 UTC, applied again by S/RES/2231 (2015), para 12". */
export function turnText({ at, reasons, from, to }: Turn, record: LegalRecord): string {
  const by = reasons.flatMap((reason) => actText(reason, record))[0] ?? plainText(from, to);
  return `${momentText(at)}, ${by}`;
}

function actText(reason: Reason, record: LegalRecord): readonly string[] {
  switch (reason.kind) {
    case 'laid-down':
      return [`laid down by ${citationText(citationOfNorm(record, record.norms[reason.norm]!))}`];
    case 'rule': {
      const rule = record.rules[reason.rule]!;
      return [`${DONE[rule.do]} by ${citationText(citationOfRule(record, rule))}`];
    }
    case 'own-end':
      return [reason.end === 'final' ? 'ended by its own terms' : 'its term ran out, and no renewal is on record'];
    default:
      return [];
  }
}

const plainText = (from: Standing, to: Standing): string => `${standingText(from)}, then ${standingText(to)}`;
