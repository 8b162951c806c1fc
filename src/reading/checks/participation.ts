/** Who is a member, a party, in the chair, or gone. */
import { remember } from '../../compile/remember.ts';
import { addDays, type CivilDate } from '../../time/civil-date.ts';
import type { Clause } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import type { Facts } from '../facts.ts';
import type { Line } from '../line.ts';
import type { EventFact } from '../passages.ts';
import type { Scan } from '../scan.ts';
import type { Finding } from '../statement.ts';
import { contradicted, day, supported } from './finding.ts';
import { isNegated } from './polarity.ts';
import { nameOfState } from './state-name.ts';
import { listsOf } from './voters.ts';

export function checkParticipation(scan: Scan, clause: Clause, context: Context): Finding[] {
  return [
    ...presidency(scan, clause, context),
    ...groups(scan, clause, context),
    ...unionMembers(scan, clause, context),
    ...leftTheCouncil(scan, clause, context),
    ...stillInTheDeal(scan, clause, context),
  ];
}

const lastDay = (context: Context): CivilDate => addDays(writtenBy(context), -1);

/** The presidency of the Council in a month. */
function presidency(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line, states } = scan;
  const cue = line.first('presidency', clause.from, clause.to);
  if (cue === undefined) return [];
  const council =
    scan.bodies.some(({ name, from }) => name === 'UNSC' && Math.abs(from - cue.from) < 12) ||
    /council|شورا|совет|conseil|rat|consejo|مجلس/.test(
      line.tokens
        .slice(cue.from, cue.to + 4)
        .map(({ norm }) => norm)
        .join(' '),
    ) ||
    context.vote !== undefined;
  if (!council) return [];
  const near = states
    .filter(({ from, to }) => from >= clause.from - 12 && to <= clause.to + 3)
    .sort((a, b) => Math.abs(a.from - cue.from) - Math.abs(b.from - cue.from));
  const state =
    near.find(({ name }) => context.facts.council(lastDay(context)).has(name)) ??
    near.find(({ to, name }) => to <= cue.from && cue.from - to <= 6 && !context.topics.slice(0, 1).includes(name));
  if (state === undefined) return [];
  const date =
    scan.dates.find((mark) => mark.fromToken >= clause.from && mark.toToken <= clause.to)?.from ?? lastDay(context);
  const holder = context.facts.presidency(date);
  if (holder === undefined) return [];
  const from = Math.min(state.from, cue.from);
  const common = {
    kind: 'participation' as const,
    from: Math.max(Math.min(from, clause.from), from - 14),
    to: Math.max(state.to, cue.to, clause.to),
    stated: { party: nameOfState(state.name) },
    citations: [{ symbol: 'Provisional rules of procedure of the Security Council (S/96/Rev.7), rule 18' }],
    evidence: 'verified' as const,
  };
  const text = `In ${day(date).slice(0, 7)} the presidency of the Council was with ${nameOfState(holder)} (English alphabetical order of its members).`;
  return holder === state.name
    ? [supported({ ...common, because: [text] })]
    : [contradicted(common, { party: nameOfState(holder) }, text)];
}

const GROUPS: Readonly<Record<string, string>> = { E3: 'E3', 'P5+1': 'E3-EU-3', P5: 'UNSC-P5', G7: 'G7', GCC: 'GCC' };

/** "the E3, that is Britain, France and Germany": a group and its members side by side. */
function groups(scan: Scan, clause: Clause, context: Context): Finding[] {
  return scan.bodies.flatMap((body) => {
    const group = GROUPS[body.name];
    if (group === undefined || body.from < clause.from || body.to > clause.to) return [];
    const list = listsOf(scan, clause.from, clause.to).find(
      ({ from, states }) =>
        from >= body.to &&
        from - body.to <= 5 &&
        states.length >= 3 &&
        !scan.line.tokens.slice(body.to, from).some(({ norm }) => ['and', 'with', 'to', 'و'].includes(norm)),
    );
    if (list === undefined) return [];
    const members = context.facts.membersOf(group, lastDay(context));
    const common = {
      kind: 'participation' as const,
      from: body.from,
      to: list.to,
      stated: { party: list.states.map(nameOfState).join(', ') },
      citations: [{ symbol: context.facts.record.groups[group]?.name ?? group }],
      evidence: 'verified' as const,
    };
    const wrong = list.states.filter((state) => !members.has(state));
    if (wrong.length === 0 && list.states.length === members.size) return [supported(common)];
    if (wrong.length === 0 || members.size === 0) return [];
    return [
      contradicted(
        common,
        { party: [...members].map(nameOfState).sort().join(', ') },
        `${wrong.map(nameOfState).join(', ')} ${wrong.length > 1 ? 'are' : 'is'} not among them.`,
      ),
    ];
  });
}

/** "the three EU countries" for the E3, since the United Kingdom left. */
function unionMembers(scan: Scan, clause: Clause, context: Context): Finding[] {
  const body = scan.bodies.find(({ name, from, to }) => name === 'E3-EU' && from >= clause.from && to <= clause.to);
  if (body === undefined) return [];
  const { facts } = context;
  const date = lastDay(context);
  const union = facts.membersOf('EU', date);
  const outside = [...facts.membersOf('E3', date)].filter((state) => !union.has(state));
  const left = facts.event('general/brexit');
  const common = {
    kind: 'participation' as const,
    from: clause.from,
    to: clause.to,
    stated: { party: 'three EU States' },
    citations: left ? [left.cite] : [{ symbol: facts.record.groups.EU?.name ?? 'European Union' }],
    evidence: left?.evidence ?? ('verified' as const),
  };
  if (outside.length === 0) return [supported(common)];
  return [
    contradicted(
      common,
      { party: `${outside.map(nameOfState).join(', ')} left the EU`, ...(left && { date: day(left.date) }) },
      `${outside.map(nameOfState).join(' and ')} ${left ? `left the European Union on ${day(left.date)}` : 'is no member of the European Union'}.`,
    ),
  ];
}

const leavings = new WeakMap<Facts, Map<string, EventFact | undefined>>();

/** When a State left the deal of 2015, if it did. */
const leavingOf = (facts: Facts, state: string): EventFact | undefined =>
  remember(
    remember(leavings, facts, () => new Map<string, EventFact | undefined>()),
    state,
    () =>
      facts.events.find(
        ({ signature, actors }) =>
          signature.concepts.has('withdraw') && signature.concepts.has('deal') && actors.includes(state),
      ),
  );

const PERMANENT = new Set(['US', 'GB', 'FR', 'RU', 'CN']);

const OUT_OF = new Set([
  'from',
  'the',
  'of',
  'از',
  'aus',
  'dem',
  'der',
  'du',
  'de',
  'la',
  'le',
  'des',
  'del',
  'из',
  'من',
  'u',
  '.',
  'n',
  'un',
]);

/** "aus dem Sicherheitsrat", "از شورای امنیت": the verb comes last. */
const isOutOf = (line: Line, index: number): boolean =>
  ['از', 'aus'].includes(line.norm(index - 1)) || ['aus'].includes(line.norm(index - 2));

/** Nobody leaves the Security Council; a permanent member that "withdrew" from it left something else. */
function leftTheCouncil(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line, states, bodies } = scan;
  const act = line.first('withdraw', clause.from, clause.to);
  if (act === undefined) return [];
  const council =
    bodies.find(
      (hit) =>
        (hit.name === 'UNSC' || hit.name === 'UN') &&
        hit.from >= act.to &&
        hit.from - act.to <= 3 &&
        line.tokens.slice(act.to, hit.from).every(({ norm }) => OUT_OF.has(norm)),
    ) ??
    bodies.find(
      (hit) => hit.name === 'UNSC' && act.from >= hit.to && act.from - hit.to <= 2 && isOutOf(line, hit.from),
    );
  const state = states.find(
    ({ name, from }) => PERMANENT.has(name) && from >= clause.from && from < Math.max(act.from, council?.from ?? 0),
  );
  if (
    council === undefined ||
    state === undefined ||
    line.has('draft', clause.from, clause.to) ||
    line.has('resolution', clause.from, clause.to)
  )
    return [];
  const left = leavingOf(context.facts, state.name);
  const common = {
    kind: 'participation' as const,
    from: clause.from,
    to: Math.max(council.to, act.to),
    stated: { instrument: 'UN Security Council' },
    citations: [...(left ? [left.cite] : []), { symbol: 'UN Charter Article 23' }],
    evidence: left?.evidence ?? ('verified' as const),
  };
  return [
    contradicted(
      common,
      left
        ? { instrument: 'JCPOA', date: day(left.date) }
        : { party: `${nameOfState(state.name)} is a permanent member of the Council` },
      `${nameOfState(state.name)} is a permanent member of the Security Council${left ? `; what it left, on ${day(left.date)}, is the JCPOA` : ''}.`,
    ),
  ];
}

/** Being in the deal of 2015 after having left it. */
function stillInTheDeal(scan: Scan, clause: Clause, context: Context): Finding[] {
  const { line } = scan;
  const cue = line
    .within('concept', clause.from, clause.to)
    .find(({ name }) => name === 'participant' || name === 'member');
  const deal = line.first('deal', clause.from, clause.to);
  const combined = line.within('concept', clause.from, clause.to).find((hit) => hit.name === 'participant');
  if (
    cue === undefined ||
    (deal === undefined && combined === undefined) ||
    isNegated(line, cue, clause.from, clause.to)
  )
    return [];
  const still = line.tokens
    .slice(clause.from, clause.to)
    .findIndex(({ norm }) =>
      ['still', 'remains', 'هنوز', 'noch', 'toujours', 'todavia', 'aun', 'остается', 'остаются', 'لاتزال'].includes(
        norm,
      ),
    );
  if (still < 0) return [];
  const left = leavingOf(context.facts, 'US');
  const names = new Set([...scan.states.map(({ name }) => name)]);
  if (left === undefined || left.date >= lastDay(context) || (names.size > 0 && !names.has('US') && names.size > 1))
    return [];
  const common = {
    kind: 'participation' as const,
    from: clause.from + still,
    to: clause.to,
    stated: { party: 'United States' },
    citations: [left.cite],
    evidence: left.evidence,
  };
  return [
    contradicted(
      common,
      { party: 'the United States is no participant', date: day(left.date) },
      `Not since ${day(left.date)}: ${left.text}`,
    ),
  ];
}
