/** A recorded vote, seat by seat, with the rule worked out. Comes in: an event with a vote. Goes out: seats, counts, sentences. */
import { isPermanent, neededAt, seatsAt } from '../law/council.ts';
import type { LegalEvent, Moment, Vote } from '../law/event.ts';
import type { LegalRecord } from '../law/record.ts';
import { BEGINNING, FOREVER } from '../time/instant.ts';
import { enumerated, sentence } from './enumeration.ts';
import { stateInSentence, stateName } from './names.ts';

/** `not-named`: a member whose vote the record does not tell apart from others. */
export type Choice = 'for' | 'against' | 'abstaining' | 'not-voting' | 'not-named';

export type Seat = { readonly state: string; readonly choice: Choice; readonly permanent: boolean };

export type Ballot = {
  readonly event: LegalEvent;
  readonly vote: Vote;
  readonly at: Moment;
  /** Of the document voted on, where there was one. */
  readonly symbol?: string;
  /** By choice, then by name; empty where the vote was not one of the Security Council, or nobody voted. */
  readonly seats: readonly Seat[];
  /** Whether those in favour were found from who sat in the Council and not from a list of names. */
  readonly inferred: boolean;
  /** Left out for other bodies and where a text was adopted without a vote. */
  readonly rule?: {
    readonly needed: number;
    readonly members: number;
    /** Permanent members against, where that counts. */
    readonly vetoes: readonly string[];
  };
  readonly outcome?: 'adopted' | 'not-adopted';
};

/** The vote of an event, or undefined where none is on record. */
export function ballotOf(event: LegalEvent, record: LegalRecord): Ballot | undefined {
  const { vote, occurred: at } = event;
  if (vote === undefined || at === undefined) return undefined;
  const outcome = outcomeOf(event);
  const symbol = event.symbol ?? event.draft?.symbol;
  const base = { event, vote, at, ...(symbol !== undefined && { symbol }), ...(outcome && { outcome }) };
  if (!isOfCouncil(base, record) || vote.consensus) return { ...base, seats: [], inferred: false };
  const { seats, inferred } = seated(vote, at, record);
  const vetoes = vote.procedural ? [] : vote.againstNames.filter(isPermanent);
  return { ...base, seats, inferred, rule: { needed: neededAt(at), members: seatsAt(at), vetoes } };
}

/** Documents of the Council begin with `S/`; a vote on none is the Council's when as many voted as sat in it, all of them members. */
function isOfCouncil({ vote, at, symbol }: Pick<Ballot, 'vote' | 'at' | 'symbol'>, record: LegalRecord): boolean {
  if (symbol !== undefined) return symbol.startsWith('S/');
  const members = membersAt(at, record);
  const named = [...(vote.forNames ?? []), ...vote.againstNames, ...vote.abstainingNames, ...vote.notVotingNames];
  const voted = vote.for + vote.against + vote.abstaining + vote.notVoting;
  return voted === seatsAt(at) && named.every((state) => members.includes(state));
}

const membersAt = ({ from: at }: Moment, record: LegalRecord): readonly string[] =>
  (record.groups.UNSC?.members ?? [])
    .filter(({ from, until }) => (from ?? BEGINNING) <= at && at < (until ?? FOREVER))
    .map(({ state }) => state);

function outcomeOf(event: LegalEvent): Ballot['outcome'] {
  const said = event.draft?.outcome;
  if (said === 'adopted' || said === 'not-adopted') return said;
  return event.kind === 'adoption' ? 'adopted' : undefined;
}

const ORDER: readonly Choice[] = ['for', 'against', 'abstaining', 'not-voting', 'not-named'];

function seated(vote: Vote, at: Moment, record: LegalRecord): Pick<Ballot, 'seats' | 'inferred'> {
  const named = new Map<string, Choice>();
  const lists = [
    ['for', vote.forNames ?? []],
    ['against', vote.againstNames],
    ['abstaining', vote.abstainingNames],
    ['not-voting', vote.notVotingNames],
  ] as const;
  for (const [choice, states] of lists) for (const state of states) named.set(state, choice);
  const rest = membersAt(at, record).filter((state) => !named.has(state));
  // Whoever sat and is named nowhere voted for it, if that leaves nobody over.
  const inferred = vote.forNames === undefined && rest.length === vote.for;
  for (const state of rest) named.set(state, inferred ? 'for' : 'not-named');
  const seats = [...named].map(([state, choice]) => ({ state, choice, permanent: isPermanent(state) }));
  seats.sort(
    (a, b) =>
      ORDER.indexOf(a.choice) - ORDER.indexOf(b.choice) ||
      (stateName(record, a.state) < stateName(record, b.state) ? -1 : 1),
  );
  return { seats, inferred };
}

/** How the members voted, in a sentence: "2 in favour, 2 against, 11 abstaining". */
export const countsText = ({ vote }: Ballot): string =>
  vote.consensus
    ? 'adopted without a vote'
    : [
        `${vote.for} in favour`,
        `${vote.against} against`,
        `${vote.abstaining} abstaining`,
        ...(vote.notVoting > 0 ? [`${vote.notVoting} not voting`] : []),
      ].join(', ');

/** What the rule makes of the counts, in a few sentences. */
export function ballotSentences(ballot: Ballot, record: LegalRecord): readonly string[] {
  const { rule, vote, outcome } = ballot;
  if (vote.consensus) return ['It was adopted without a vote: nobody asked for one.'];
  if (rule === undefined) return ['This body votes by rules of its own, which are not worked out here.'];
  const enough = vote.for >= rule.needed;
  const vetoed = enumerated(rule.vetoes.map((state) => stateInSentence(record, state)));
  return [
    vote.procedural
      ? `On a question of procedure ${words(rule.needed)} of ${words(rule.members)} members must vote in favour, whoever they are (Article 27(2) of the Charter).`
      : `${capital(words(rule.needed))} of ${words(rule.members)} members must vote in favour, and no permanent member against (Article 27(3) of the Charter).`,
    `It had ${vote.for} in favour; ${rule.needed} were needed.`,
    ...(rule.vetoes.length === 0
      ? []
      : [
          sentence(
            enough
              ? `${vetoed} voted against: a veto`
              : `${vetoed} voted against, which alone would have prevented it; the votes in favour were too few in any case`,
          ),
        ]),
    ...(vote.against > vote.againstNames.length && vote.againstNames.length === 0
      ? ['Who voted against is not on record.']
      : []),
    ...(outcome === undefined ? [] : [outcome === 'adopted' ? 'It was adopted.' : 'It was not adopted.']),
  ];
}

const WORDS: Readonly<Record<number, string>> = { 7: 'seven', 9: 'nine', 11: 'eleven', 15: 'fifteen' };
const words = (count: number): string => WORDS[count] ?? String(count);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
