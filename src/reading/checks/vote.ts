/** Votes: the tally, who voted how, vetoes, the majority needed, whether a text passed, who put it forward, and on which day. */
import { civilParts } from '../../time/civil-date.ts';
import type { Clause } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import { numberAt } from '../mentions/number.ts';
import { type Side, type TallyMark, tallyIn } from '../mentions/tally.ts';
import type { Cite, VoteFact } from '../passages.ts';
import type { Scan } from '../scan.ts';
import type { Finding } from '../statement.ts';
import { type Choice, chooseVote } from '../vote-choice.ts';
import { contradicted, day, ofVote, supported, tallyOf, unverifiable } from './finding.ts';
import { isNegated } from './polarity.ts';
import { nameOfState } from './state-name.ts';
import { listsOf, side, type Voters, votersIn } from './voters.ts';

const CHARTER_27: Cite = {
  symbol: 'UN Charter Article 27(3)',
  url: 'https://www.un.org/en/about-us/un-charter/chapter-5',
};

const VOTE_WORDS = ['vote', 'veto', 'abstain', 'favour', 'against', 'unanimous', 'fail', 'adopt', 'majority', 'submit'];

/** Everything a clause says about a vote of the Council. */
export function checkVote(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line } = scan;
  const { from, to } = clause;
  if (!VOTE_WORDS.some((word) => line.has(word, from, to)) && threshold(scan, clause, context) === undefined) return [];
  const rule = threshold(scan, clause, context);
  if (rule !== undefined) return [rule];
  if (!isAboutCouncil(scan, clause, context)) return [];
  const choice = chooseVote(scan, clause, context);
  if (choice === undefined) return withoutVote(scan, clause);
  context.isNamed = choice.by !== 'context' || (choice.vote === context.vote && context.isNamed === true);
  context.vote = choice.vote;
  const findings = [
    ...outcome(scan, clause, choice),
    ...tally(scan, clause, choice),
    ...voters(scan, clause, choice, context),
    ...sponsors(scan, clause, choice),
  ];
  return withDay(scan, clause, choice, findings, context);
}

const WORDS_OF_COUNCIL = ['resolution', 'draft', 'text', 'veto', 'abstain', 'unanimous'];

function isAboutCouncil(scan: Scan, { from, to }: Clause, context: Context): boolean {
  const named = scan.bodies.some(({ name }) => name === 'UNSC');
  if (
    scan.bodies.some(
      (hit) =>
        hit.from >= from &&
        hit.to <= to &&
        ['UNGA', 'LAS', 'EU', 'AU', 'ECOWAS', 'HRC', 'IAEA', 'NATO', 'ICC', 'CONGRESS'].includes(hit.name),
    ) &&
    !named
  )
    return false;
  return (
    named ||
    context.vote !== undefined ||
    (WORDS_OF_COUNCIL.some((word) => scan.line.has(word, from, to)) && context.facts.votes.length > 0)
  );
}

/** A tally or a veto that cannot be tied to one vote on record says something, but what is not known. */
function withoutVote(scan: Scan, { from, to }: Clause): Finding[] {
  const figures = tallyIn(scan.line, from, to);
  const says = figures !== undefined || scan.line.has('veto', from, to) || scan.line.has('abstain', from, to);
  if (!says || to - from < 4 || isHypothetical(scan, { from, to })) return [];
  return [unverifiable({ kind: 'vote', from, to, ...(figures && { stated: statedTally(figures) }) })];
}

const statedTally = ({ counts }: TallyMark) =>
  counts.for !== undefined && counts.against !== undefined
    ? { tally: `${counts.for}-${counts.against}-${counts.abstaining ?? 0}` }
    : { count: counts.for ?? counts.against ?? counts.abstaining ?? 0 };

const isHypothetical = ({ line }: Scan, { from, to }: Clause): boolean =>
  line.hits.some((hit) => hit.group === 'word' && hit.name === 'hedge' && hit.from >= from && hit.to <= to);

/** "Nine votes are needed and no veto": seven of eleven before 1966. */
function threshold(scan: Scan, { from, to }: Clause, context: Context): Finding | undefined {
  const { line } = scan;
  if (
    !line.has('threshold', from, to) ||
    !(line.has('vote', from, to) || line.has('favour', from, to) || line.has('veto'))
  )
    return undefined;
  if (scan.bodies.some(({ name }) => name === 'UNGA')) return undefined;
  const counted = countOfVotes(scan, from, to);
  if (counted === undefined) return undefined;
  const needed = civilParts(context.reference).year < 1966 ? 7 : 9;
  const common = {
    kind: 'vote' as const,
    from,
    to,
    stated: { count: counted },
    citations: [CHARTER_27],
    evidence: 'verified' as const,
  };
  if (counted === needed)
    return supported({
      ...common,
      because: [
        `A decision of the Council needs ${needed} affirmative votes and no negative vote of a permanent member.`,
      ],
    });
  return contradicted(
    common,
    { count: needed },
    `A decision of the Council needs ${needed} affirmative votes and no negative vote of a permanent member, not ${counted}.`,
  );
}

/** The figure that is said to be needed: the one before "votes", or before "of the 15 members". */
function countOfVotes({ line }: Scan, from: number, to: number): number | undefined {
  for (let index = from; index < to; index++) {
    const number = numberAt(line, index);
    if (number === undefined || number.value > 15 || number.value < 2) continue;
    const next = line.tokens.slice(number.to, Math.min(to, number.to + 5)).map(({ norm }) => norm);
    const names = line.hits
      .filter((hit) => hit.group === 'concept' && hit.from >= number.to && hit.from <= number.to + 3)
      .map(({ name }) => name);
    if (
      names.some((name) => ['vote', 'favour'].includes(name)) ||
      (['of', 'von', 'der', 'از', 'из', 'des', 'de'].includes(next[0] ?? '') && line.has('member', number.to, to))
    )
      return number.value;
    index = number.to - 1;
  }
  return undefined;
}

/** Whether the text passed. An unsuccessful draft that "was passed" is told wrongly, and so is an adopted one that "failed". */
function outcome(scan: Scan, clause: Clause, { vote, by, day: named }: Choice): Finding[] {
  const { line } = scan;
  const { from, to } = clause;
  const common = { kind: 'vote' as const, from, to, ...ofVote(vote) };
  if (isHypothetical(scan, clause) && !line.has('fail', from, to)) return [];
  const veto = line.first('veto', from, to);
  if (veto && !vote.adopted) return vetoes(scan, clause, vote);
  const failed = line.first('fail', from, to);
  if (failed && (namesText(scan, clause) || (!vote.adopted && namesCouncil(scan, clause)))) {
    if (vote.adopted)
      return by === 'context'
        ? []
        : [
            contradicted(
              common,
              { act: 'adopted', ...(vote.vote && { tally: tallyOf(vote.vote) }) },
              `${vote.symbol} was adopted on ${day(vote.date)}.`,
            ),
          ];
    return (
      byAbstentions(scan, clause, vote, failed.to) ??
      nearlyAll(scan, clause, vote) ?? [
        supported({ ...common, stated: { act: 'not adopted' }, because: [whyFailed(vote)] }),
      ]
    );
  }
  const passed = line.first('adopt', from, to);
  if (passed && !isNegated(line, passed, from, to)) {
    if (vote.adopted) return [supported({ ...common, kind: 'adoption', stated: { act: 'adopted' } })];
    const values =
      named !== undefined && named.from !== vote.date
        ? { date: day(vote.date), act: 'draft put to the vote, not adopted' }
        : { act: 'draft put to the vote, not adopted', ...(vote.vote && { tally: tallyOf(vote.vote) }) };
    return [
      contradicted(
        common,
        values,
        `The draft was put to the vote on ${day(vote.date)} and not adopted. ${whyFailed(vote)}`,
      ),
    ];
  }
  if (line.has('majority', from, to) && vote.vote && line.has('against', from, to)) {
    const most = vote.vote.against > vote.vote.for + vote.vote.abstaining;
    return most
      ? [supported({ ...common, because: [`${tallyOf(vote.vote)} (for, against, abstaining).`] })]
      : [
          contradicted(
            common,
            { tally: tallyOf(vote.vote), count: vote.vote.against },
            `${vote.vote.against} members voted against, which is no majority of the Council.`,
          ),
        ];
  }
  return [];
}

const namesCouncil = ({ bodies }: Scan, { from, to }: Clause): boolean =>
  bodies.some((hit) => hit.name === 'UNSC' && hit.from >= from && hit.to <= to);

/** A failure is that of a text where one is named: an attempt can fail too. */
const namesText = ({ line }: Scan, { from, to }: Clause): boolean =>
  ['resolution', 'draft', 'text', 'vote', 'submit', 'favour', 'against', 'abstain', 'unanimous'].some((word) =>
    line.has(word, from, to),
  );

function whyFailed({ vote, vetoedBy }: VoteFact): string {
  if (vote === undefined) return 'It was not adopted.';
  if (vetoedBy.length > 0) return `It had ${vote.for} votes in favour and was vetoed (${tallyOf(vote)}).`;
  return `It had ${vote.for} of the nine affirmative votes needed (${tallyOf(vote)}).`;
}

/** "rejected by 11 abstentions": an abstention counts for neither side. */
function byAbstentions({ line }: Scan, { from, to }: Clause, vote: VoteFact, after: number): Finding[] | undefined {
  const abstain = line.first('abstain', after, to);
  const cause = ['by', 'durch', 'par', 'por', 'با', 'из', 'because', 'due', 'wegen'].includes(line.norm(after));
  const number = abstain && numberAt(line, after + 1);
  if (!cause || !abstain || !number || number.to > abstain.from || vote.vote === undefined) return undefined;
  const rest = tallyIn(line, from, to);
  if (vote.vote.abstaining !== number.value || Object.keys(rest?.counts ?? {}).length < 2) return undefined;
  return [
    contradicted(
      {
        kind: 'vote',
        from,
        to: abstain.to,
        stated: { count: number.value },
        citations: [CHARTER_27, vote.cite],
        evidence: vote.evidence,
      },
      { count: vote.vote.for, effect: 'nine affirmative votes lacking' },
      `Abstentions defeat nothing: the draft got ${vote.vote.for} of the nine affirmative votes needed.`,
    ),
  ];
}

/** "rejected almost unanimously" of a draft that few voted against. */
function nearlyAll({ line }: Scan, { from, to }: Clause, vote: VoteFact): Finding[] | undefined {
  if (!line.has('unanimous', from, to) || vote.vote === undefined || vote.vote.against >= 12) return undefined;
  return [
    contradicted(
      { kind: 'vote', from, to, stated: { act: 'rejected unanimously' }, ...ofVote(vote) },
      { tally: tallyOf(vote.vote), count: vote.vote.against },
      `${vote.vote.for} in favour, ${vote.vote.against} against, ${vote.vote.abstaining} abstaining: only ${vote.vote.against} members voted against. ${whyFailed(vote)}`,
    ),
  ];
}

function vetoes(scan: Scan, { from, to }: Clause, vote: VoteFact): Finding[] {
  const common = { kind: 'vote' as const, from, to, ...ofVote(vote) };
  if (vote.vetoedBy.length === 0) {
    if (vote.vote === undefined) return [];
    return [
      contradicted(
        common,
        { act: 'not adopted for want of nine votes; no veto', count: vote.vote.for, tally: tallyOf(vote.vote) },
        `No veto decided it. ${whyFailed(vote)}`,
      ),
    ];
  }
  const list = listsOf(scan, from, to).find(({ states }) => states.some((state) => PERMANENT.has(state)));
  const named = list?.states.filter((state) => PERMANENT.has(state)) ?? [];
  if (
    named.length === 0 ||
    (named.length <= vote.vetoedBy.length && named.every((state) => vote.vetoedBy.includes(state)))
  )
    return [supported({ ...common, stated: { act: 'vetoed' }, because: [whyFailed(vote)] })];
  if (vote.vetoedBy.every((state) => named.includes(state)) && vote.sponsors.some((state) => named.includes(state)))
    return [supported({ ...common, stated: { act: 'vetoed' }, because: [whyFailed(vote)] })];
  return [
    contradicted(
      { ...common, stated: { party: named.map(nameOfState).join(', ') } },
      { party: vote.vetoedBy.map(nameOfState).join(', '), tally: tallyOf(vote.vote!) },
      `It was vetoed by ${vote.vetoedBy.map(nameOfState).join(' and ')}.`,
    ),
  ];
}

const PERMANENT = new Set(['US', 'GB', 'FR', 'RU', 'CN', 'SUHH']);

function tally(scan: Scan, { from, to }: Clause, { vote, by }: Choice): Finding[] {
  const figures = tallyIn(scan.line, from, to);
  const recorded = vote.vote;
  if (figures === undefined || recorded === undefined) return [];
  const common = { kind: 'vote' as const, from: figures.fromToken, to: figures.toToken, ...ofVote(vote) };
  const right = tallyOf(recorded);
  const told = `${recorded.for} in favour, ${recorded.against} against, ${recorded.abstaining} abstaining (${vote.symbol}, ${day(vote.date)}).`;
  if (figures.unanimous && !scan.line.has('fail', from, to)) {
    if (recorded.against === 0 && recorded.abstaining === 0)
      return [supported({ ...common, stated: { tally: right }, because: [told] })];
    return [
      contradicted(
        { ...common, stated: { act: 'unanimous' } },
        { tally: right, count: recorded.for },
        `It was not unanimous: ${told}`,
      ),
    ];
  }
  const wrong = (Object.entries(figures.counts) as [Side, number][]).filter(
    ([which, count]) => recorded[which] !== count,
  );
  if (wrong.length === 0)
    return Object.keys(figures.counts).length > 0
      ? [supported({ ...common, stated: statedTally(figures), because: [told] })]
      : [];
  // Figures that fit nothing may belong to another vote than the one taken from the context.
  if (by === 'context' && wrong.length === Object.keys(figures.counts).length && wrong.length > 1) return [];
  const [which] = wrong[0]!;
  return [
    contradicted(
      { ...common, stated: statedTally(figures) },
      { tally: right, count: recorded[which] },
      told,
      wrong.length === 1 && Math.abs(wrong[0]![1] - recorded[which]) === 1 ? 'one vote off' : undefined,
    ),
  ];
}

function voters(scan: Scan, clause: Clause, { vote, by }: Choice, context: Context): Finding[] {
  return votersIn(scan, clause).flatMap((told) => {
    const recorded = side(vote, told.side, context);
    if (recorded === undefined) return [];
    return votersOfSide(told, recorded, vote, by) ?? [];
  });
}

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  for: 'voted in favour',
  against: 'voted against',
  abstaining: 'abstained',
};

function votersOfSide(
  told: Voters,
  recorded: ReadonlySet<string>,
  vote: VoteFact,
  by: Choice['by'],
): Finding[] | undefined {
  const common = {
    kind: 'vote' as const,
    from: told.from,
    to: told.to,
    stated: { party: told.states.map(nameOfState).join(', ') },
    ...ofVote(vote),
  };
  const strangers = told.states.filter((state) => !recorded.has(state));
  const missing = [...recorded].filter((state) => !told.states.includes(state));
  const whole = `${[...recorded].map(nameOfState).sort().join(', ') || 'Nobody'} ${SIDE_WORDS[told.side]} (${vote.symbol}, ${day(vote.date)}).`;
  // A list drawn from the context that shares nobody with the record is of another vote, or no list of voters at all.
  if (strangers.length === told.states.length && by === 'context' && told.states.length < 2) return undefined;
  if (strangers.length > 0)
    return [
      contradicted(
        common,
        { party: [...recorded].map(nameOfState).sort().join(', '), count: recorded.size },
        `${strangers.map(nameOfState).join(', ')} did not: ${whole}`,
      ),
    ];
  if (missing.length > 0 && told.only && told.states.length >= 3 && missing.length <= 2)
    return [
      contradicted(
        common,
        { count: recorded.size, party: `${missing.map(nameOfState).join(', ')} missing` },
        `${recorded.size} ${SIDE_WORDS[told.side]}; ${missing.map(nameOfState).join(' and ')} missing from the list. ${whole}`,
        'the list is short',
      ),
    ];
  return [supported({ ...common, because: [whole] })];
}

/** Who put the text forward, where the record names them. */
function sponsors(scan: Scan, clause: Clause, { vote, by }: Choice): Finding[] {
  const { line } = scan;
  const cue = line.first('submit', clause.from, clause.to);
  if (cue === undefined || vote.sponsors.length === 0 || scan.line.has('veto', clause.from, clause.to)) return [];
  const lists = listsOf(scan, clause.from, clause.to).filter(
    ({ states }) => !states.every((state) => vote.targets.has(state)),
  );
  const list =
    lists.find(({ from }) => from >= cue.to && from <= cue.to + 4) ??
    lists.findLast(({ to }) => to <= cue.from && to >= cue.from - 6) ??
    lists[0];
  if (list === undefined) return [];
  const common = {
    kind: 'vote' as const,
    from: Math.min(list.from, cue.from),
    to: Math.max(list.to, cue.to),
    stated: { party: list.states.map(nameOfState).join(', ') },
    ...ofVote(vote),
  };
  if (list.states.every((state) => vote.sponsors.includes(state)))
    return [supported({ ...common, because: [`The draft was that of ${vote.sponsors.map(nameOfState).join(', ')}.`] })];
  return by === 'context'
    ? []
    : [
        contradicted(
          common,
          { party: vote.sponsors.map(nameOfState).join(', ') },
          `The draft was that of ${vote.sponsors.map(nameOfState).join(' and ')}.`,
        ),
      ];
}

/** The day of the vote: named wrongly, it is a finding of its own, or part of one that is wrong already. */
function withDay(scan: Scan, clause: Clause, choice: Choice, findings: Finding[], context: Context): Finding[] {
  const { vote, day: named, dayDiffers } = choice;
  const told = findings.length > 0;
  if (
    named === undefined ||
    vote.date >= writtenBy(context) + 400 ||
    named.from >= writtenBy(context) ||
    scan.line.has('reimpose', clause.from, clause.to)
  )
    return findings;
  const isEntry = named === context.entry;
  if (isEntry && (context.misdated === vote || tallyIn(scan.line, clause.from, clause.to)?.counts.for !== undefined))
    return findings;
  const common = {
    kind: 'vote' as const,
    from: clause.from,
    to: clause.to,
    stated: { date: day(named.from) },
    ...ofVote(vote),
  };
  if (!dayDiffers) return told ? findings : [];
  if (findings.some(({ verdict, correct }) => verdict === 'contradicted' && correct?.date !== undefined))
    return findings;
  if (isEntry && Math.abs(vote.date - named.from) < 2 && !told) return findings;
  const off = Math.abs(vote.date - named.from);
  const isFit = off <= 45 || (told && findings.some(({ verdict }) => verdict === 'supported'));
  if (!isFit || !speaksOfVoting(scan, clause)) return findings;
  if (isEntry) context.misdated = vote;
  const near =
    off <= 2
      ? `${off} ${off === 1 ? 'day' : 'days'} off; the hour and the zone of the outlet can explain one day`
      : undefined;
  const finding = contradicted(
    common,
    { date: day(vote.date), instrument: vote.symbol },
    `${vote.symbol} was put to the vote on ${day(vote.date)}.`,
    near,
  );
  return [
    ...findings.filter(
      ({ verdict, from, to }) => verdict === 'contradicted' && (from !== clause.from || to !== clause.to),
    ),
    finding,
  ];
}

const speaksOfVoting = ({ line }: Scan, { from, to }: Clause): boolean =>
  [
    'vote',
    'adopt',
    'fail',
    'veto',
    'abstain',
    'favour',
    'against',
    'unanimous',
    'impose',
    'authorize',
    'extend',
    'end',
  ].some((word) => line.has(word, from, to));
