/** Votes of the Security Council, checked by arithmetic and by Articles 23 and 27 of the Charter. */
import { isPermanent, neededAt, seatsAt } from '../../law/council.ts';
import type { Moment, Vote } from '../../law/event.ts';
import type { LegalRecord } from '../../law/record.ts';
import { civilDateOf, formatCivilDate } from '../../time/civil-date.ts';
import { BEGINNING, FOREVER } from '../../time/instant.ts';
import type { Ids } from '../ids.ts';
import type { ReadFiles } from '../link/read-files.ts';
import type { VoteText } from '../link/vote.ts';

/** A vote with the words of its file, and what became of it. */
type Held = {
  readonly vote: Vote;
  readonly text: VoteText;
  readonly at: Moment;
  readonly outcome?: 'adopted' | 'not-adopted';
};

export function checkVotes(record: LegalRecord, files: ReadFiles, ids: Ids): void {
  for (const { value } of files.instrument) {
    const instrument = record.instruments[value.instrument];
    const isResolution = value.symbol.startsWith('S/RES/');
    if (!isResolution || value.vote === undefined || instrument?.vote === undefined) continue;
    check({ vote: instrument.vote, text: value.vote, at: instrument.adopted, outcome: 'adopted' }, record, ids);
  }
  for (const { value } of files.events) {
    for (const text of value.events) {
      const event = record.events[text.id];
      if (text.vote === undefined || event?.vote === undefined || event.occurred === undefined || !isOfCouncil(text))
        continue;
      const outcome = text.draft?.outcome;
      check(
        { vote: event.vote, text: text.vote, at: event.occurred, ...(outcome !== undefined && { outcome }) },
        record,
        ids,
      );
    }
  }
}

/** Documents of the Council begin with `S/`; other bodies vote by other rules. */
const isOfCouncil = (event: { readonly symbol?: string; readonly draft?: { readonly symbol?: string } }): boolean =>
  [event.symbol, event.draft?.symbol].some((symbol) => symbol?.startsWith('S/'));

function check(held: Held, record: LegalRecord, ids: Ids): void {
  if (held.vote.consensus) return;
  checkCounts(held, ids);
  checkNames(held, record, ids);
  if (held.outcome !== undefined) checkOutcome(held, held.outcome, ids);
}

function checkCounts({ vote, text, at }: Held, ids: Ids): void {
  const parts = [vote.for, vote.against, vote.abstaining, vote.notVoting];
  const sum = parts.reduce((total, part) => total + part, 0);
  const counts = `${vote.for} for, ${vote.against} against, ${vote.abstaining} abstaining${vote.notVoting > 0 ? `, ${vote.notVoting} not voting` : ''}`;
  if (sum !== seatsAt(at)) ids.report('vote-total', text, 'for', { sum, seats: seatsAt(at), counts });
  const named = { against: vote.againstNames, abstaining: vote.abstainingNames };
  for (const which of ['against', 'abstaining'] as const) {
    const count = text[`${which}-count`];
    if (count === undefined || named[which].length === 0 || named[which].length === count) continue;
    ids.report('vote-count-and-names', text, `${which}-count`, {
      which: `${which}-count`,
      count,
      names: named[which].length,
    });
  }
}

function checkNames({ text, at }: Held, record: LegalRecord, ids: Ids): void {
  const council = record.groups.UNSC?.members;
  const seen = new Set<string>();
  const lists = [
    typeof text.for === 'number' ? undefined : text.for,
    text.against,
    text.abstaining,
    text['not-voting'],
  ];
  for (const list of lists) {
    list?.forEach((state, index) => {
      if (seen.has(state)) ids.report('votes-twice', list, index, { state });
      seen.add(state);
      const sat = council?.some(
        (member) =>
          member.state === state && (member.from ?? BEGINNING) <= at.from && at.from < (member.until ?? FOREVER),
      );
      const isKnown = ids.has('state', state);
      if (sat === false && isKnown)
        ids.report('not-a-member', list, index, { state, date: formatCivilDate(civilDateOf(at.from)) });
    });
  }
}

function checkOutcome({ vote, text, at }: Held, outcome: 'adopted' | 'not-adopted', ids: Ids): void {
  const needed = neededAt(at);
  const veto = vote.procedural ? undefined : vote.againstNames.find(isPermanent);
  if (outcome === 'adopted') {
    if (vote.for < needed) ids.report('too-few-votes', text, 'for', { votes: vote.for, needed });
    else if (veto !== undefined) ids.report('vetoed-and-adopted', text, 'against', { state: veto });
    return;
  }
  const isUnnamed = vote.against > vote.againstNames.length;
  if (vote.for >= needed && veto === undefined && !isUnnamed) {
    ids.report('outcome-and-votes', text, 'for', {
      outcome,
      why: `it had ${vote.for} votes, and no permanent member against it`,
    });
  }
}
