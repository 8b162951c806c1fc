/** Goods or a State, explained. */
import type { Moment } from '../law/event.ts';
import type { LegalRecord } from '../law/record.ts';
import { enumerated, sentence } from './enumeration.ts';
import type { Memo } from './memo.ts';
import { dayOf } from './moment-text.ts';
import { stateName } from './names.ts';
import { lines } from './rests-on.ts';

export function goodsMemo(code: string, record: LegalRecord): Memo {
  const goods = record.goods[code]!;
  const named = (codes: readonly string[]): readonly string[] =>
    codes.map((one) => `${one}: ${record.goods[one]?.name ?? one}`);
  const above = Object.values(record.goods).filter((other) => other.parts.includes(code));
  return {
    headline: [sentence(`${goods.name} (${code})`), ...(goods.why === undefined ? [] : [goods.why])],
    sections: [
      { title: 'Belongs to', lines: lines([...named(goods.in), ...named(above.map((one) => one.code))]) },
      {
        title: `May belong to${goods.decides === undefined ? '' : `; ${goods.decides} decides`}`,
        lines: lines(named(goods.mayBe)),
      },
      { title: 'Is made up of', lines: lines(named(goods.parts)) },
      { title: 'Figures', lines: lines(Object.entries(goods.figures).map(([name, value]) => `${name}: ${value}`)) },
      { title: 'Also called', lines: lines(goods.aliases.length === 0 ? [] : [goods.aliases.join(', ')]) },
    ],
  };
}

export function stateMemo(code: string, record: LegalRecord): Memo {
  const state = record.states[code]!;
  const span = (from?: number, until?: number): string =>
    `${from === undefined ? '' : `from ${dayOf(from as Moment['from'])}`}${until === undefined ? '' : ` until ${dayOf(until as Moment['from'])}`}`.trim();
  const regimes = Object.values(record.regimes).filter(({ targets }) => targets.includes(code));
  const names = (codes: readonly string[]): string =>
    enumerated(codes.map((one) => `${stateName(record, one)} (${one})`));
  return {
    headline: [sentence(`${stateName(record, code)} (${code})`), ...(state.note === undefined ? [] : [state.note])],
    sections: [
      {
        title: 'The State',
        lines: lines([
          ...(span(state.exists.from, state.exists.until) === ''
            ? []
            : [`existed ${span(state.exists.from, state.exists.until)}`]),
          ...state.unMember.map(({ from, until }) => `member of the United Nations ${span(from, until)}`),
          ...(state.predecessors.length > 0 ? [`part of ${names(state.predecessors)} before`] : []),
          ...(state.successors.length > 0 ? [`after it came ${names(state.successors)}`] : []),
        ]),
      },
      { title: 'Regimes aimed at it', lines: lines(regimes.map(({ id, name, law }) => `${id}: ${name} (${law})`)) },
    ],
  };
}
