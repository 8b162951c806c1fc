/** A regime or a list, explained. */
import type { Moment } from '../law/event.ts';
import type { LegalRecord } from '../law/record.ts';
import { enumerated, sentence } from './enumeration.ts';
import type { Memo } from './memo.ts';
import { dayOf, edgeText } from './moment-text.ts';
import { stateName } from './names.ts';
import { lines, restsOn } from './rests-on.ts';
import { marked } from './step.ts';

export function regimeMemo(id: string, record: LegalRecord): Memo {
  const regime = record.regimes[id]!;
  const texts = Object.values(record.instruments)
    .filter((instrument) => instrument.regime === id)
    .sort((a, b) => a.adopted.from - b.adopted.from);
  return {
    headline: [sentence(marked(`${regime.name} (${id})`, regime)), regime.summary],
    sections: [
      {
        title: 'Covers',
        lines: lines([
          `law: ${record.laws[regime.law]?.name ?? regime.law}; aimed at ${enumerated(regime.targets.map((code) => stateName(record, code)))}`,
          `activities: ${regime.covers.join(', ')}`,
          ...(regime.committee === undefined ? [] : [`committee: ${regime.committee}`]),
        ]),
      },
      {
        title: 'Texts',
        lines: lines(
          texts.map((text) =>
            marked(
              `${dayOf(text.adopted.from)}  ${text.symbol}${text.title === undefined ? '' : `: ${text.title}`}`,
              text,
            ),
          ),
        ),
      },
      { title: 'Open questions', lines: lines(regime.openQuestions) },
      restsOn(regime),
    ],
  };
}

export function listMemo(id: string, record: LegalRecord): Memo {
  const list = record.lists[id]!;
  const spell = ({ listed, delisted }: { readonly listed: Moment; readonly delisted?: Moment }): string =>
    `${edgeText(listed)}${delisted === undefined ? '' : ` to ${edgeText(delisted)}`}`;
  return {
    headline: [
      sentence(marked(`${list.name} (${id})`, list)),
      'The days are those of the listing acts; when a measure works on the list is told by the measure.',
    ],
    sections: [
      {
        title: 'Who was on it',
        lines: lines(
          list.designations.map((one) => marked(`${one.name} (${one.kind}): ${one.spells.map(spell).join('; ')}`, one)),
        ),
      },
      restsOn(list),
    ],
  };
}
