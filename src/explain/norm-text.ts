/** Norms and rules as lines of a memo: what they are about, and how each position sees their lives. */
import type { Program } from '../compile/program.ts';
import { type History, historiesOfMeasure } from '../evaluate/survey.ts';
import type { Provision } from '../law/instrument.ts';
import type { Measure, Norm } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Rule } from '../law/rule.ts';
import { citationOfRule, citationText } from './citation.ts';
import { enumerated, shortened } from './enumeration.ts';
import { STATUS_TEXT } from './measure-lines.ts';
import type { MemoLine } from './memo.ts';
import { edgeText } from './moment-text.ts';
import { positionsInFull, stateName } from './names.ts';
import { DONE, marked } from './step.ts';

export function provisionNorms(provision: Provision, program: Program, how: 'short' | 'in-full'): readonly MemoLine[] {
  return provision.norms.flatMap((id) => normLines(program.record.norms[id]!, program, how));
}

/** A norm, and how each position sees its life. */
export function normLines(norm: Norm, program: Program, how: 'short' | 'in-full'): readonly MemoLine[] {
  const { record } = program;
  if (norm.kind === 'opening') {
    if (how === 'short') return [];
    return [{ depth: 1, text: marked(`${norm.opens}: ${norm.says}`, norm), kind: 'note' }];
  }
  const lives = historiesOfMeasure(program, norm, undefined);
  return [
    { depth: 1, text: marked(`${norm.title} (${norm.id})`, norm), kind: 'citation' },
    ...(how === 'short' ? [] : scopeLines(norm, record)),
    ...lives.map((history): MemoLine => ({ depth: 2, text: lifeText(history, record), kind: 'step' })),
  ];
}

export function scopeLines(measure: Measure, record: LegalRecord): readonly MemoLine[] {
  const { target, goods, exceptGoods, recipients, activities, direction, force, call, addressee } = measure;
  const places = [
    ...target.states.map((code) => stateName(record, code)),
    ...target.regions.map((code) => record.regions[code]?.names.en?.[0] ?? code),
    ...(target.list === undefined ? [] : [`those on the list "${record.lists[target.list]?.name ?? target.list}"`]),
  ];
  const way = direction === undefined ? 'about' : direction;
  const names = goods.map((code) => record.goods[code]?.name ?? code);
  const except =
    exceptGoods.length === 0
      ? ''
      : `, but not ${exceptGoods.map((code) => record.goods[code]?.name ?? code).join('; ')}`;
  return [
    `${force === 'decides' ? 'binding' : `not binding (${force}${call === undefined ? '' : `, to ${call === 'stop' ? 'stop' : 'be vigilant'}`})`} on ${addressee}; ${activities.join(', ')} ${way} ${enumerated(places)}`,
    ...(names.length === 0 ? [] : [`goods: ${names.join('; ')}${except}`]),
    ...(recipients.length === 0 ? [] : [`recipients: ${recipients.join(', ')}`]),
  ].map((text): MemoLine => ({ depth: 2, text }));
}

export function lifeText({ positions, stretches }: History, record: LegalRecord): string {
  const whose = positions.length === 0 ? '' : `according to ${positionsInFull(record, positions)}: `;
  if (stretches.length === 0) return `${whose}never in force`;
  const told = stretches.map(({ from, until, status }) => {
    const start = from === undefined ? '' : ` from ${edgeText(from)}`;
    const end = until === undefined ? '' : ` until ${edgeText(until)}`;
    return `${STATUS_TEXT[status]}${start}${end}`;
  });
  return `${whose}${told.join(', then ')}`;
}

export function ruleText(rule: Rule, record: LegalRecord): string {
  const instruments = [...new Set(rule.what.map((id) => record.norms[id]?.instrument ?? id))];
  const whom = enumerated(instruments.map((id) => record.instruments[id]?.symbol ?? id));
  return marked(
    `${citationText(citationOfRule(record, rule))}: ${DONE[rule.do]} measures of ${whom} (${rule.id}): ${shortened(rule.says, 160)}`,
    rule,
  );
}

export const rulesOn = (norms: readonly string[], record: LegalRecord): readonly Rule[] =>
  Object.values(record.rules).filter((rule) => rule.what.some((id) => norms.includes(id)));
