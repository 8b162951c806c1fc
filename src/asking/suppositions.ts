import { nearest } from '../diagnostics/nearest.ts';
import type { Supposition } from '../law/question.ts';
import { type Findings, refuse } from './findings.ts';
import { holds, type Vocabulary } from './vocabulary.ts';
import { type Dating, understandWhen } from './when.ts';

const ANSWERS = ['yes', 'no', 'undetermined'] as const;

/**
 * What a text supposes: `stance:POINT=yes|no|undetermined`, `event:ID=DATE|none`; the word before the colon can be left out
 * where the id tells. A plain date is taken as 00:00Z of that day.
 */
export function understandSupposition(
  text: string,
  dating: Dating,
  vocabulary: Vocabulary,
  findings: Findings,
): Supposition | undefined {
  const cut = text.indexOf('=');
  const value = text.slice(cut + 1).trim();
  const subject = text.slice(0, Math.max(cut, 0)).trim();
  if (subject === '' || value === '') return refuse(findings, 'unknown-supposition', 'suppose', { input: text });
  const parts = /^(stance|point|event):\s*(.+)$/i.exec(subject);
  const kind = parts?.[1]?.toLowerCase();
  const id = parts?.[2] ?? subject;
  const { events, points } = vocabulary.record;
  const isEvent =
    kind === 'event' || (kind === undefined && !holds(points, id) && (holds(events, id) || !isAnswer(value)));
  return isEvent ? supposedEvent(id, value, dating, events, findings) : supposedStance(id, value, points, findings);
}

const isAnswer = (value: string): value is (typeof ANSWERS)[number] =>
  (ANSWERS as readonly string[]).includes(value.toLowerCase());

function supposedStance(point: string, value: string, points: object, findings: Findings): Supposition | undefined {
  if (!Object.hasOwn(points, point))
    return refuse(findings, 'unknown-point', 'suppose', { input: point, nearest: nearest(point, Object.keys(points)) });
  const answer = value.toLowerCase();
  if (!isAnswer(answer)) return refuse(findings, 'unknown-answer', 'suppose', { input: value, point });
  return { kind: 'stance', point, answer };
}

function supposedEvent(
  event: string,
  value: string,
  dating: Dating,
  events: object,
  findings: Findings,
): Supposition | undefined {
  if (!Object.hasOwn(events, event))
    return refuse(findings, 'unknown-event', 'suppose', { input: event, nearest: nearest(event, Object.keys(events)) });
  if (value.toLowerCase() === 'none') return { kind: 'event', event, occurred: 'none' };
  const when = understandWhen(value, dating, 'suppose', findings);
  if (when === undefined) return undefined;
  if (when.precision === 'month' || when.precision === 'year')
    return refuse(findings, 'date-not-a-day', 'suppose', { field: 'suppose', input: value });
  return { kind: 'event', event, occurred: when.at.from };
}
