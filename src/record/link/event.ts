import type { LegalEvent } from '../../law/event.ts';
import { type CivilDate, endOfDay } from '../../time/civil-date.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import { attestedFact } from './attested.ts';
import { momentOfText, publicFrom } from './dates.ts';
import type { ReadFiles } from './read-files.ts';
import { linkVote } from './vote.ts';

type FileText = ReadFiles['events'][number]['value'];
type EventText = FileText['events'][number];

/** The events of a file; one whose day does not exist is left out, with a fault. */
export function linkEvents(file: FileText, horizon: CivilDate, ids: Ids): readonly LegalEvent[] {
  if (file.regime !== undefined) ids.refer('regime', file.regime, file, 'regime');
  return file.events.flatMap((event) => linkEvent(event, file.regime, horizon, ids) ?? []);
}

function linkEvent(text: EventText, regime: string | undefined, horizon: CivilDate, ids: Ids): LegalEvent | undefined {
  const facts = attestedFact(text, undefined, ids);
  const occurred = text.occurred === 'none' ? undefined : momentOfText(text.occurred, text, 'occurred', ids);
  if (text.occurred !== 'none' && occurred === undefined) return undefined;
  return {
    ...facts,
    id: text.id,
    kind: text.kind,
    what: text.what,
    // That something has not happened is known at the horizon of the record, and not before.
    knownFrom: publicFrom(text, 'known-from', occurred, ids) ?? endOfDay(horizon),
    actors: text.actors ?? [],
    ...given({
      occurred,
      to: text.to,
      symbol: text.symbol,
      vote: text.vote && linkVote(text.vote, facts, ids),
      draft: text.draft && {
        sponsors: text.draft.sponsors ?? [],
        ...given({
          symbol: text.draft.symbol,
          subject: text.draft.subject,
          outcome: text.draft.outcome,
          why: text.draft.why,
        }),
      },
      regime,
    }),
  };
}
