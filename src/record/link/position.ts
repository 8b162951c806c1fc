import type { Expectation, Point, Position, Stance } from '../../law/position.ts';
import { parseInstant } from '../../time/instant.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import { attested, attestedFact } from './attested.ts';
import { momentAt, momentOfText, publicFrom } from './dates.ts';
import type { ReadFiles } from './read-files.ts';

type PositionText = ReadFiles['position'][number]['value'];
type StanceText = PositionText['stances'][number];
type ExpectationText = NonNullable<PositionText['expects']>[number];
type PointText = ReadFiles['points'][number]['value']['points'][number];

/** What an actor holds, and what it concluded. */
export function linkPosition(text: PositionText, ids: Ids): Position {
  return {
    id: text.position,
    name: text.name,
    kind: text.kind,
    aliases: text.aliases ?? [],
    stances: text.stances.flatMap((stance) => linkStance(stance, ids) ?? []),
    expects: (text.expects ?? []).flatMap((one) => linkExpectation(one, ids) ?? []),
  };
}

function linkStance(text: StanceText, ids: Ids): Stance | undefined {
  const facts = attestedFact(text, undefined, ids);
  const isKnown = ids.refer('point', text.point, text, 'point');
  if (text.event !== undefined) ids.refer('event', text.event, text, 'event');
  const said = momentOfText(text.said, text, 'said', ids);
  if (!isKnown || said === undefined) return undefined;
  return {
    ...facts,
    point: text.point,
    answer: text.answer,
    kind: text.kind,
    said,
    knownFrom: publicFrom(text, 'known-from', said, ids) ?? said.from,
    withdraws: text.withdraws ?? 'from-the-start',
    ...given({ words: text.words, symbol: text.symbol }),
  };
}

function linkExpectation(text: ExpectationText, ids: Ids): Expectation | undefined {
  const at = parseInstant(text.at);
  if (at === undefined) ids.report('no-such-date', text, 'at', { text: text.at });
  const isKnown = ids.refer('norm', text.norm, text, 'norm');
  const asKnown = momentAt(text, 'as-known', ids);
  if (at === undefined || !isKnown) return undefined;
  // "As known on a day" is as known when that day ended.
  return {
    ...attested(text),
    norm: text.norm,
    at,
    status: text.status,
    ...given({ asKnown: asKnown?.until, says: text.says }),
  };
}

/** A disputed proposition; what it is about may be a norm, an instrument, an event, a rule or a list. */
export function linkPoint(text: PointText, ids: Ids): Point {
  if (text.regime !== undefined) ids.refer('regime', text.regime, text, 'regime');
  (text.about ?? []).forEach((id, index) => {
    const kinds = ['instrument', 'event', 'rule', 'list', 'regime'] as const;
    if (!kinds.some((kind) => ids.has(kind, id)))
      ids.refer(id.includes('#') ? 'norm' : 'instrument', id, text.about!, index);
  });
  return {
    ...attested(text),
    id: text.id,
    kind: text.kind,
    question: text.question,
    yes: text.yes,
    no: text.no,
    about: text.about ?? [],
    ...given({ regime: text.regime, default: text.default }),
  };
}
