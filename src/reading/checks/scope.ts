/** What an act contains, and what it does to others: compared with the text of its provisions. */
import { addDays, civilDateOf } from '../../time/civil-date.ts';
import { type Clause, isAct } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import { eventsBetween } from '../event-index.ts';
import type { Passage, VoteFact } from '../passages.ts';
import type { Scan } from '../scan.ts';
import { signatureOf } from '../signature.ts';
import type { Finding, Kind } from '../statement.ts';
import { chooseVote } from '../vote-choice.ts';
import { contested, contradicted, day, ofVote, supported } from './finding.ts';
import { targetOf } from './law.ts';
import { familiesNamed, returnsOf, turnsOf } from './turns.ts';

export function checkScope(scan: Scan, clause: Clause, context: Context): Finding[] {
  const returning = contentOfReturn(scan, clause, context);
  if (returning.length > 0) return returning;
  const named = scan.instruments.findLast(({ form }) => form === 'resolution')?.number;
  const own = named === undefined ? undefined : context.facts.resolution(named);
  const choice = votes(scan, clause) ? chooseVote(scan, clause, context) : undefined;
  const near =
    choice?.by === 'context' && choice.vote !== context.vote && !votes(scan, clause) ? undefined : choice?.vote;
  const vote =
    (choice?.by === 'context' ? own : undefined) ??
    near ??
    own ??
    (speaksOfText(scan, clause) ? (context.resolution ?? context.vote) : undefined);
  if (vote === undefined) return [];
  if (near !== undefined && choice !== undefined && votes(scan, clause)) {
    context.isNamed = choice.by !== 'context' || (near === context.vote && context.isNamed === true);
    context.vote = near;
  }
  return (
    wrongEffect(scan, clause, vote, context) ??
    personReferred(scan, clause, vote, context) ??
    conditionDropped(scan, clause, vote) ?? [...content(scan, clause, vote, context)]
  );
}

const votes = ({ line, bodies }: Scan, { from, to }: Clause): boolean =>
  bodies.some((hit) => hit.name === 'UNSC' && hit.from >= from && hit.to <= to) ||
  ['adopt', 'vote', 'resolution', 'draft', 'text'].some((word) => line.has(word, from, to));

const speaksOfText = ({ line }: Scan, { from, to }: Clause): boolean =>
  line.hits.some((hit) => isAct(hit) && hit.from >= from && hit.to <= to);

/** Suspended or ended, a moratorium or an extension: what the text does, against what it is said to do. */
function wrongEffect(scan: Scan, clause: Clause, vote: VoteFact, context: Context): Finding[] | undefined {
  const { line } = scan;
  const act = line.first('suspend', clause.from, clause.to);
  if (
    act === undefined ||
    !['sanctions', 'arms', 'embargo', 'freeze'].some((word) => line.has(word, clause.from, clause.to))
  )
    return undefined;
  if (
    vote.signature.concepts.has('suspend') ||
    vote.passages.some(({ signature }) => signature.concepts.has('suspend'))
  )
    return undefined;
  const does = vote.adopted ? 'end' : 'extend';
  const doing = vote.passages.filter(({ signature }) => signature.concepts.has(does));
  const passage = doing.find(({ cite }) => cite.para !== undefined) ?? doing[0];
  if (passage === undefined) return undefined;
  const common = {
    kind: 'measure-scope' as const,
    from: clause.from,
    to: clause.to,
    stated: { effect: 'suspended' },
    citations: [passage.cite],
    evidence: passage.evidence,
  };
  if (does === 'extend')
    return [
      contradicted(
        common,
        { effect: 'extension, not suspension', scope: passage.text },
        `The draft would have extended the measures: ${passage.text}`,
      ),
    ];
  const date = dayOfTermination(vote, context);
  return [
    contradicted(
      common,
      { ...(date !== undefined && { date: day(date) }), effect: 'terminated, not suspended' },
      `${[vote.symbol, passage.cite.para].filter(Boolean).join(', ')} terminates, and suspends nothing: ${passage.text}`,
    ),
  ];
}

/** The day on which the norms that an instrument terminates came to their end. */
function dayOfTermination({ instrument }: VoteFact, context: Context) {
  if (instrument === undefined) return undefined;
  const rules = instrument.provisions
    .flatMap(({ rules: ids }) => ids.map((id) => context.facts.record.rules[id]!))
    .filter((rule) => rule.do === 'terminate');
  const target = instrument.regime && context.facts.record.regimes[instrument.regime]?.targets[0];
  const ended = new Set(rules.flatMap(({ what }) => what));
  const turn = target
    ? turnsOf(context.facts, target).find(({ kind, measure }) => kind === 'end' && ended.has(measure.id))
    : undefined;
  return turn && civilDateOf(turn.at);
}

/** The Council refers situations to the Court, no persons. */
function personReferred(scan: Scan, clause: Clause, vote: VoteFact, context: Context): Finding[] | undefined {
  const { line, persons, bodies } = scan;
  const act = line.first('refer', clause.from, clause.to);
  if (act === undefined || !bodies.some(({ name, from }) => name === 'ICC' && from > act.to)) return undefined;
  const person = persons.find(({ from }) => from >= act.to && from - act.to <= 2);
  const said = [...vote.passages, ...eventsBetween(context.facts, addDays(vote.date, -1), addDays(vote.date, 2))].find(
    ({ signature }) => signature.concepts.has('refer') && signature.actors.has('ICC'),
  );
  if (said === undefined) return undefined;
  const common = {
    kind: 'measure-scope' as const,
    from: clause.from,
    to: clause.to,
    citations: [said.cite],
    evidence: said.evidence,
  };
  if (person === undefined) return [supported({ ...common, because: [said.text] })];
  return [
    contradicted({ ...common, stated: { party: person.name } }, { scope: 'the situation, no named person' }, said.text),
  ];
}

/** "lets States inspect ships on the high seas", where the text asks for the consent of the flag State. */
function conditionDropped({ line }: Scan, { from, to }: Clause, vote: VoteFact): Finding[] | undefined {
  if (!line.has('highseas', from, to) || !line.has('inspect', from, to) || line.has('consent', from, to))
    return undefined;
  const passage = vote.passages.find(
    ({ signature }) => signature.concepts.has('highseas') && signature.concepts.has('consent'),
  );
  if (passage === undefined) return undefined;
  return [
    contradicted(
      {
        kind: 'measure-scope',
        from,
        to,
        stated: { scope: 'inspection on the high seas' },
        citations: [passage.cite],
        evidence: passage.evidence,
      },
      { scope: 'only with the consent of the flag State' },
      passage.text,
      'a condition is left out',
    ),
  ];
}

const EFFECTS = ['freeze', 'ban', 'end', 'impose', 'embargo'];
const THINGS = ['arms', 'missile', 'freeze', 'travel', 'nuclear', 'enrichment', 'embargo', 'oil', 'bank'];

/** What returning measures contain is a matter of their text; that they apply is the dispute. */
function contentOfReturn(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line } = scan;
  const concepts = line.within('concept', clause.from, clause.to).map(({ name }) => name);
  const target = targetOf(scan, clause, context);
  const returns = target === undefined ? undefined : returnsOf(context.facts, target);
  const first = returns?.instants[0];
  const things = THINGS.filter((thing) => concepts.includes(thing));
  if (
    returns === undefined ||
    first === undefined ||
    things.length === 0 ||
    writtenBy(context) * 86_400 < first - 45 * 86_400 ||
    concepts.includes('reimpose')
  )
    return [];
  const isContent = concepts.includes('contains');
  const isEffect = line.has('reimpose') && EFFECTS.some((word) => concepts.includes(word)) && things.length >= 2;
  if (!isContent && !isEffect) return [];
  const families = familiesNamed(things);
  const measures = returns.measures.filter(({ family }) => families.includes(family));
  const met = families.filter((family) => measures.some((measure) => measure.family === family));
  if (met.length === 0) return [];
  const citations = [
    ...new Map(
      measures.map((measure) => [
        measure.family,
        { symbol: context.facts.record.instruments[measure.instrument]!.symbol, para: measure.provision },
      ]),
    ).values(),
  ];
  const common = {
    kind: 'measure-scope' as const,
    from: clause.from,
    to: clause.to,
    stated: { scope: things.join(', ') },
    citations,
    evidence: measures.every(({ evidence }) => evidence === 'verified')
      ? ('verified' as const)
      : ('unverified' as const),
  };
  if (isContent)
    return [
      supported({ ...common, because: measures.slice(0, 4).map(({ title, provision }) => `${title} (${provision})`) }),
    ];
  const holders = [...new Set(returns.turns.flatMap(({ positions }) => positions))].sort();
  const others = [
    ...new Set(
      context.facts
        .histories(target!)
        .filter(
          ({ measure, stretches, positions }) =>
            positions.length > 0 &&
            measure.id === measures[0]!.id &&
            !stretches.some(({ status }) => status === 'undetermined'),
        )
        .flatMap(({ positions }) => positions),
    ),
  ].filter((position) => !holders.includes(position));
  return [
    contested({ ...common, because: [`${holders.join(', ')}: they apply again; ${others.join(', ')}: they do not.`] }, [
      { positions: holders, says: 'They apply again.' },
      { positions: others, says: 'Nothing was re-applied.' },
    ]),
  ];
}

const ADOPTING = new Set([
  'adopt',
  'impose',
  'extend',
  'endorse',
  'authorize',
  'create',
  'vote',
  'end',
  'ease',
  'widen',
]);

/** What is told of a text stands in one of its provisions. */
function content(scan: Scan, clause: Clause, vote: VoteFact, context: Context): Finding[] {
  const { concepts } = signatureOf(scan.line, clause.from, clause.to);
  const told = [...concepts].filter((concept) => !IGNORED.has(concept));
  if (told.length === 0 || isByAnother(scan, clause, vote)) return [];
  if (namesOtherDay(scan, clause, vote)) return [];
  const passage = bestPassage(vote.passages, told, context);
  const adopting = [...concepts].find((concept) => ADOPTING.has(concept));
  const kind: Kind = adopting !== undefined && vote.adopted ? 'adoption' : 'measure-scope';
  if (passage !== undefined)
    return [
      supported({
        kind,
        from: clause.from,
        to: clause.to,
        citations: [passage.cite],
        evidence: passage.evidence,
        because: [passage.text],
      }),
    ];
  const whole =
    told.reduce((sum, concept) => sum + (vote.signature.concepts.has(concept) ? context.facts.weight(concept) : 0), 0) /
    told.reduce((sum, concept) => sum + context.facts.weight(concept), 0);
  if (adopting === undefined || !vote.adopted || whole < 0.6) return [];
  return [
    supported({
      kind,
      from: clause.from,
      to: clause.to,
      ...ofVote(vote),
      because: [`${vote.symbol}: ${vote.passages[0]?.text ?? ''}`],
    }),
  ];
}

/** A day that the text neither names nor was voted on: what is told of it is something else, or wrong. */
const namesOtherDay = ({ dates }: Scan, { from, to }: Clause, vote: VoteFact): boolean =>
  dates.some(
    ({ precision, relative, fromToken, toToken, ...mark }) =>
      precision === 'day' &&
      !relative &&
      fromToken >= from &&
      toToken <= to &&
      mark.from !== vote.date &&
      !vote.ends.some(({ date }) => date === mark.from),
  );

/** What a State does or writes is no provision of the text, though it may speak of the same things. */
function isByAnother({ line, states, persons, bodies }: Scan, { from, to }: Clause, vote: VoteFact): boolean {
  const act = line.hits.find((hit) => isAct(hit) && hit.from >= from && hit.to <= to);
  const others = bodies.filter(({ name }) => name !== 'UNSC' && name !== 'UN');
  const doer = act && [...states, ...persons, ...others].find((hit) => hit.from >= from && hit.to <= act.from);
  if (doer !== undefined && others.includes(doer)) return true;
  const isOfOthers = ['write', 'notify', 'withdraw', 'ask', 'recall'].some((word) => line.has(word, from, to));
  return (
    isOfOthers ||
    (doer !== undefined && !vote.targets.has(doer.name) && !line.has('adopt', from, to) && !line.has('vote', from, to))
  );
}

const IGNORED = new Set([
  'resolution',
  'favour',
  'against',
  'abstain',
  'decide',
  'individuals',
  'meeting',
  'contains',
  'process',
  'letter',
  'adopt',
  'unanimous',
  'call',
  'ask',
]);

function bestPassage(passages: readonly Passage[], told: readonly string[], { facts }: Context): Passage | undefined {
  const total = told.reduce((sum, concept) => sum + facts.weight(concept), 0);
  let best: { readonly passage: Passage; readonly count: number; readonly shared: number } | undefined;
  for (const passage of passages) {
    let count = 0;
    let shared = 0;
    for (const concept of told) {
      if (!passage.signature.concepts.has(concept)) continue;
      count++;
      shared += facts.weight(concept);
    }
    if (best === undefined || shared > best.shared) best = { passage, count, shared };
  }
  if (best === undefined || best.shared / total < 0.6) return undefined;
  return best.shared >= (best.count > 1 ? 2.2 : 4) ? best.passage : undefined;
}
