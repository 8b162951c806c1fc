/** A legal text, or one provision of it, explained. */
import type { Program } from '../compile/program.ts';
import type { Instrument, Provision } from '../law/instrument.ts';
import { citationText } from './citation.ts';
import { enumerated, sentence, shortened } from './enumeration.ts';
import { voteText } from './event-memo.ts';
import type { Memo } from './memo.ts';
import { momentText } from './moment-text.ts';
import { provisionNorms, rulesOn, ruleText } from './norm-text.ts';
import { lines, restsOn } from './rests-on.ts';
import { marked } from './step.ts';

export function instrumentMemo(instrument: Instrument, program: Program): Memo {
  const { record } = program;
  const { symbol, title, law, names, adopted, published, inForce, applied, basis, organ, vote } = instrument;
  const dates = [
    ['adopted', adopted],
    ['published', published],
    ['in force', inForce],
    ['applied', applied],
  ] as const;
  const changed = Object.values(record.rules).filter(
    (rule) =>
      rule.instrument !== instrument.id && rule.what.some((id) => record.norms[id]?.instrument === instrument.id),
  );
  return {
    headline: [sentence(marked(`${symbol}${title === undefined ? '' : `: ${title}`}`, instrument))],
    sections: [
      {
        title: 'The act',
        lines: lines([
          `law: ${record.laws[law]?.name ?? law}${organ === undefined ? '' : `; ${organ}`}${basis === undefined ? '' : `; ${basis}`}`,
          ...(names.length > 0 ? [`also called ${enumerated(names)}`] : []),
          ...dates.flatMap(([word, moment]) => (moment === undefined ? [] : [`${word} ${momentText(moment)}`])),
          ...(vote === undefined ? [] : [voteText(vote, record)]),
          ...(instrument.implements.length > 0
            ? [`implements ${enumerated(instrument.implements.map((id) => record.instruments[id]?.symbol ?? id))}`]
            : []),
          ...(instrument.url === undefined ? [] : [instrument.url]),
        ]),
      },
      ...instrument.provisions.map((provision) => ({
        title: `${provision.at}: ${shortened(provision.says, 200)}`,
        lines: provisionNorms(provision, program, 'short'),
      })),
      { title: 'Acts on it', lines: lines(changed.map((rule) => ruleText(rule, record))) },
      restsOn(instrument),
    ],
  };
}

export function provisionMemo(instrument: Instrument, provision: Provision, program: Program): Memo {
  const { record } = program;
  return {
    headline: [
      sentence(
        marked(`${citationText({ symbol: instrument.symbol, at: provision.at })} says, in our words`, provision),
      ).replace(/\.$/, ':'),
      provision.says,
    ],
    sections: [
      { title: 'What it lays down', lines: provisionNorms(provision, program, 'in-full') },
      {
        title: 'What it does to other measures',
        lines: lines(provision.rules.map((id) => ruleText(record.rules[id]!, record))),
      },
      { title: 'Acts on it', lines: lines(rulesOn(provision.norms, record).map((rule) => ruleText(rule, record))) },
      restsOn(provision, instrument),
    ],
  };
}
