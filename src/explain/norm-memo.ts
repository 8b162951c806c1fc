/** A measure, a gate or exemption, or a rule, explained. */
import type { Program } from '../compile/program.ts';
import type { Norm } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Rule } from '../law/rule.ts';
import { citationOfNorm, citationOfRule, citationText } from './citation.ts';
import { sentence } from './enumeration.ts';
import type { Memo } from './memo.ts';
import { normLines, rulesOn, ruleText } from './norm-text.ts';
import { lines, restsOn } from './rests-on.ts';
import { DONE, marked } from './step.ts';

export function normMemo(norm: Norm, program: Program): Memo {
  const { record } = program;
  const instrument = record.instruments[norm.instrument]!;
  const kind = norm.kind === 'measure' ? norm.title : `${norm.opens} of other measures`;
  return {
    headline: [
      sentence(marked(`${citationText(citationOfNorm(record, norm))}: ${kind} (${norm.id})`, norm)),
      norm.says,
    ],
    sections: [
      { title: 'Its life', lines: normLines(norm, program, 'in-full').slice(1) },
      { title: 'Acts on it', lines: lines(rulesOn([norm.id], record).map((rule) => ruleText(rule, record))) },
      restsOn(norm, instrument),
    ],
  };
}

export const ruleMemo = (rule: Rule, record: LegalRecord): Memo => ({
  headline: [sentence(marked(`${citationText(citationOfRule(record, rule))}, rule ${rule.id}`, rule)), rule.says],
  sections: [
    {
      title: `What it does: ${DONE[rule.do]}`,
      lines: lines(
        rule.what.map((id) => {
          const norm = record.norms[id]!;
          return `${citationText(citationOfNorm(record, norm))}: ${norm.kind === 'measure' ? norm.title : norm.says}`;
        }),
      ),
    },
    restsOn(rule, record.instruments[rule.instrument]!),
  ],
});
