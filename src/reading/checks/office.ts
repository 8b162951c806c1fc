/** Persons and the offices they held on the day of the text. */
import { addDays, startOfDay } from '../../time/civil-date.ts';
import { trim } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import type { Facts, Holding } from '../facts.ts';
import type { Hit } from '../lexicon/matcher.ts';
import type { Scan } from '../scan.ts';
import type { Finding } from '../statement.ts';
import { contradicted, supported } from './finding.ts';

/** An office that a text gives to a person. */
type Claim = {
  readonly person: string;
  readonly kind: string;
  readonly of: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly former: boolean;
};

const MARGIN = 45 * 86_400;

export function checkOffices(scan: Scan, context: Context): Finding[] {
  return claims(scan).flatMap((claim) => judge(claim, scan, context) ?? []);
}

function claims(scan: Scan): Claim[] {
  return scan.persons.flatMap((person, i) => {
    const office = nearestOffice(scan, person, scan.persons[i - 1], scan.persons[i + 1]);
    if (office === undefined) return [];
    const between = [Math.min(person.from, office.from), Math.max(person.to, office.to)] as const;
    const owners = ownersOf(scan, between, office);
    const from = Math.min(
      between[0],
      ...owners.filter(({ to, from: start }) => to <= between[0] && between[0] - start <= 4).map((hit) => hit.from),
    );
    const to = Math.max(
      between[1],
      ...owners.filter(({ from: start }) => start >= between[1] && start - between[1] <= 3).map((hit) => hit.to),
    );
    return [
      {
        person: person.name,
        kind: office.name,
        of: owners.map(({ name }) => name),
        from: quoted(scan, from),
        to,
        former: isFormer(scan, from, office),
      },
    ];
  });
}

/** A given name or title before the person belongs to the quote. */
function quoted({ line, persons }: Scan, from: number): number {
  const person = persons.find((hit) => hit.from === from);
  const before = line.tokens[from - 1];
  return person &&
    before?.kind === 'word' &&
    before.upper &&
    before.script === 'latin' &&
    !line.allAt(from - 1).some(({ group }) => group === 'word' || group === 'month' || group === 'cue') &&
    from - 1 > 0
    ? from - 1
    : from;
}

function nearestOffice(
  { line, offices }: Scan,
  person: Hit,
  previous: Hit | undefined,
  next: Hit | undefined,
): Hit | undefined {
  const floor = previous?.to ?? 0;
  const ceiling = next?.from ?? line.tokens.length;
  const near = offices.filter(
    (office) => office.from >= floor && office.to <= ceiling && !isCouncilPresident(line.norm(office.to), line, office),
  );
  const after = near.find(
    (office) => office.from >= person.to && office.from - person.to <= 8 && isApposition(line, person.to, office.from),
  );
  const before = near.findLast(
    (office) =>
      office.to <= person.from &&
      person.from - office.to <= 4 &&
      !line.tokens
        .slice(office.to, person.from)
        .some(({ norm }) => ['.', ';', '(', 'said', 'of', 'and', 'و', 'und', 'et', 'и', 'y'].includes(norm)),
  );
  if (before && (!after || person.from - before.to <= after.from - person.to)) return before;
  return after;
}

const isCouncilPresident = (norm: string, line: Scan['line'], office: Hit): boolean =>
  office.name === 'president' &&
  norm === 'of' &&
  line.hits.some(
    ({ group, name, from }) => group === 'body' && name === 'UNSC' && from <= office.to + 3 && from > office.to,
  );

/** "Abbas Araghchi, Iran's foreign minister", "Lavrov (Außenminister)": a comma, a bracket or "who represents" ties the two. */
function isApposition(line: Scan['line'], from: number, to: number): boolean {
  const words = line.tokens.slice(from, to).map(({ norm }) => norm);
  return (
    !words.some((word) => ['.', ';', 'and', 'said', 'told', 'met', 'with', 'و', 'und', 'et'].includes(word)) &&
    (words.length === 0 || [',', '(', 'who', '،', '»', '"', "'"].includes(words[0]!) || words.length <= 2)
  );
}

/** The States and bodies whose office it is. */
function ownersOf({ line, states, bodies }: Scan, [from, to]: readonly [number, number], office: Hit): Hit[] {
  const owners = [...states, ...bodies].filter((hit) => !(hit.name === 'UN' && office.name.endsWith('representative')));
  const inside = owners.filter((hit) => hit.from >= from && hit.to <= to);
  if (inside.length > 0) return inside;
  return owners.filter(
    (hit) =>
      (hit.to <= from &&
        from - hit.to <= 3 &&
        !line.tokens.slice(hit.to, from).some(({ norm }) => [',', 'and', '.', 'و'].includes(norm))) ||
      (hit.from >= to &&
        hit.from - to <= 3 &&
        line.tokens
          .slice(to, hit.from)
          .every(({ norm }) => ['of', 'the', 'to', 'de', 'der', 'des', 'du', "'", 'l', 'в', 'la'].includes(norm))),
  );
}

const FORMER = new Set([
  'as',
  'former',
  'ex',
  'then',
  'late',
  'پیشین',
  'سابق',
  'бывший',
  'экс',
  'ancien',
  'ancienne',
  'damalige',
  'ehemalige',
  'fruhere',
  'ex-',
  'antiguo',
  'exministro',
  'own',
  'previous',
  'اسبق',
  'وقت',
]);
const isFormer = ({ line }: Scan, from: number, office: Hit): boolean =>
  line.tokens.slice(Math.max(0, Math.min(from, office.from) - 3), office.to + 2).some(({ norm }) => FORMER.has(norm));

const EQUAL: Readonly<Record<string, readonly string[]>> = {
  minister: ['foreign-minister', 'defence-minister', 'finance-minister', 'prime-minister', 'deputy-foreign-minister'],
  'permanent-representative': [
    'permanent-representative',
    'envoy-vienna',
    'special-envoy',
    'deputy-permanent-representative',
  ],
  'deputy-permanent-representative': ['deputy-permanent-representative'],
  'high-representative': ['high-representative'],
  president: ['president', 'commission-president'],
  king: ['king'],
};

function judge(claim: Claim, scan: Scan, context: Context): Finding | undefined {
  const { facts } = context;
  const kinds = EQUAL[claim.kind] ?? [claim.kind];
  const holdings = facts.held(claim.person);
  // An office is held on the day told of, where the sentence tells one, else on that of the text.
  const told = scan.dates.find(
    ({ yearGiven, relative, until }) => yearGiven && !relative && until <= writtenBy(context),
  );
  const at = startOfDay(told ? addDays(told.until, -1) : addDays(writtenBy(context), -1));
  const start = told
    ? startOfDay(told.from)
    : context.published && !context.entry
      ? startOfDay(context.published.from)
      : at;
  const isThen = ({ tenure }: Holding): boolean =>
    (tenure.from ?? 0) - MARGIN <= at && start <= (tenure.until ?? Number.POSITIVE_INFINITY) + MARGIN;
  const isOf = ({ office }: Holding): boolean => claim.of.length === 0 || claim.of.includes(office.of);
  const ofKind = holdings.filter((holding) => kinds.includes(holding.office.kind) && isOf(holding));
  const right = ofKind.find((holding) => claim.former || isThen(holding));
  const common = {
    kind: 'position-or-statement' as const,
    from: claim.from,
    to: claim.to,
    stated: { party: claim.person },
  };
  if (right)
    return supported({
      ...common,
      citations: [{ symbol: right.office.title }],
      evidence: right.tenure.evidence,
      because: [`${claim.person}: ${right.office.title}${span(right)}.`],
    });
  return (
    noLonger(claim, common, ofKind, at, context, scan) ??
    wrongOffice(claim, common, holdings.filter(isThen), kinds, at, facts) ??
    tooEarly({ ...common, to: trim(scan.line, { from: 0, to: scan.line.tokens.length }).to }, ofKind, context)
  );
}

type Common = {
  readonly kind: 'position-or-statement';
  readonly from: number;
  readonly to: number;
  readonly stated: { readonly party: string };
};

/** Kinds too loosely named to call wrong. */
const LOOSE = new Set(['minister', 'king', 'legislator']);

/** The person held another office that day and somebody else held this one. */
function wrongOffice(
  claim: Claim,
  common: Common,
  now: readonly Holding[],
  kinds: readonly string[],
  at: number,
  facts: Facts,
): Finding | undefined {
  const own = now[0];
  if (
    own === undefined ||
    claim.former ||
    LOOSE.has(claim.kind) ||
    now.some(({ office }) => kinds.includes(office.kind))
  )
    return undefined;
  const office = [...claim.of, own.office.of]
    .flatMap((owner) => kinds.map((kind) => facts.officesOf(kind, owner)))
    .find((one) => one !== undefined);
  const holder = office?.holders.find(
    ({ from, until }) => (from ?? 0) <= at && at < (until ?? Number.POSITIVE_INFINITY),
  );
  if (office === undefined || holder === undefined || holder.names[0] === claim.person) return undefined;
  return contradicted(
    { ...common, citations: [{ symbol: own.office.title }, { symbol: office.title }], evidence: own.tenure.evidence },
    { party: `${holder.names[0]} (${office.title})`, name: `${claim.person}: ${own.office.title}` },
    `${claim.person} was ${own.office.title}${span(own)}; ${office.title} was ${holder.names[0]}.`,
  );
}

/** Years after which an office given up is no slip of a few days. */
const LONG_GONE = 365 * 86_400;

/** The person left this very office long before, somebody else holds it, and the sentence tells of no other time. */
function noLonger(
  claim: Claim,
  common: Common,
  ofKind: readonly Holding[],
  at: number,
  context: Context,
  { dates }: Scan,
): Finding | undefined {
  const last = ofKind.at(-1);
  if (
    last === undefined ||
    claim.former ||
    dates.some(({ relative, until }) => !relative || until < writtenBy(context) - 40) ||
    context.published === undefined ||
    last.tenure.until === undefined ||
    at - last.tenure.until < LONG_GONE
  )
    return undefined;
  const holder = last.office.holders.find(
    ({ from, until }) => (from ?? 0) <= at && at < (until ?? Number.POSITIVE_INFINITY),
  );
  if (holder === undefined || holder.names[0] === claim.person) return undefined;
  return contradicted(
    { ...common, citations: [{ symbol: last.office.title }], evidence: holder.evidence },
    { party: `${holder.names[0]} (${last.office.title})`, until: iso(last.tenure.until) },
    `${claim.person} was ${last.office.title}${span(last)}; since then others, now ${holder.names[0]}.`,
  );
}

/** In a dated entry of a timeline an office that began later shows that the date is wrong. */
function tooEarly(common: Common, ofKind: readonly Holding[], context: Context): Finding | undefined {
  const first = ofKind[0];
  if (
    context.entry === undefined ||
    first?.tenure.from === undefined ||
    first.tenure.from <= startOfDay(context.entry.until)
  )
    return undefined;
  const began = new Date(first.tenure.from * 1000).toISOString().slice(0, 10);
  return contradicted(
    { ...common, citations: [{ symbol: first.office.title }], evidence: first.tenure.evidence },
    { from: began, party: first.tenure.names[0]! },
    `${first.tenure.names[0]} was ${first.office.title} from ${began}.`,
  );
}

const iso = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);
const span = ({ tenure }: Holding): string =>
  `${tenure.from !== undefined ? ` from ${iso(tenure.from)}` : ''}${tenure.until !== undefined ? ` until ${iso(tenure.until)}` : ''}`;
