/** The facts a question leaves out, and every way of filling them in (rule 5). */
import { momentOf } from '../compile/moment.ts';
import type { When } from '../law/assessment.ts';
import type { Measure, Opening, Recipient } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import type { TimeExpression } from '../law/time-expression.ts';
import { civilDateOf, formatCivilDate } from '../time/civil-date.ts';
import { FOREVER, type Instant, instant } from '../time/instant.ts';
import { alternativesOf, type GoodsAlternative, unnamedGoods } from './goods.ts';
import { movesGoods } from './reach.ts';

/** One way of filling in what was not said; `said` are the facts that were filled in, as `parts` tell them. */
export type Completion = {
  readonly recipient?: Recipient;
  /** The regions the place lies in, with those that contain them; empty: none that a measure names. */
  readonly regions: ReadonlySet<string>;
  readonly goods: readonly GoodsAlternative[];
  readonly contract?: Instant;
  /** Designations of the parties. */
  readonly designations: ReadonlySet<string>;
  readonly said: Omit<When, 'time'>;
};

type Filled<T> = { readonly value: T; readonly said: Omit<When, 'time'> };

const LIMIT = 4096;

/** Every way of filling in what the measures and openings at hand turn on and the question does not say. */
export function completionsOf(
  record: LegalRecord,
  question: Question,
  measures: readonly Measure[],
  openings: readonly Opening[],
): readonly Completion[] {
  const contracts = contractsOf(question, openings);
  const parties = partiesOf(question);
  const made: Completion[] = [];
  for (const recipient of recipientsOf(question, measures, openings))
    for (const region of regionsOf(record, question, measures))
      for (const things of goodsOf(record, question, measures, openings))
        for (const contract of contracts)
          for (const party of parties) {
            if (made.length >= LIMIT) return made;
            made.push({
              ...(recipient.value !== undefined && { recipient: recipient.value }),
              regions: region.value,
              goods: things.value,
              ...(contract.value !== undefined && { contract: contract.value }),
              designations: party.value,
              said: { ...recipient.said, ...region.said, ...things.said, ...contract.said, ...party.said },
            });
          }
  return made;
}

function recipientsOf(
  question: Question,
  measures: readonly Measure[],
  openings: readonly Opening[],
): readonly Filled<Recipient | undefined>[] {
  const fill = (value: Recipient): Filled<Recipient> => ({ value, said: { recipient: value } });
  const scoped = [...measures.map((m) => m.recipients), ...openings.map((o) => o.for.recipients ?? [])].some(
    (r) => r.length > 0,
  );
  // A list aimed at persons in the State of destination makes an unnamed recipient a missing fact (rule 7).
  const listed = question.parties.length === 0 && measures.some((m) => m.recipients.includes('listed'));
  if (question.recipient === 'non-governmental' && listed) return [fill('non-governmental'), fill('listed')];
  if (question.recipient !== undefined) return [{ value: question.recipient, said: {} }];
  if (!scoped) return [{ value: undefined, said: {} }];
  return [fill('government'), fill('non-governmental'), ...(listed ? [fill('listed')] : [])];
}

/** A region with every region that contains it. */
function within(record: LegalRecord, region: string): ReadonlySet<string> {
  const found = new Set([region]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { code, contains } of Object.values(record.regions)) {
      if (!found.has(code) && contains.some((part) => found.has(part))) {
        found.add(code);
        grew = true;
      }
    }
  }
  return found;
}

function regionsOf(
  record: LegalRecord,
  { region, from, to }: Question,
  measures: readonly Measure[],
): readonly Filled<ReadonlySet<string>>[] {
  const elsewhere = (value: ReadonlySet<string>): Filled<ReadonlySet<string>> => ({
    value,
    said: { region: 'elsewhere' },
  });
  const inside = (code: string): Filled<ReadonlySet<string>> => ({
    value: within(record, code),
    said: { region: code },
  });
  const named = [...new Set(measures.flatMap((m) => m.target.regions))].filter((code) =>
    [from, to].includes(record.regions[code]?.state),
  );
  if (region === undefined)
    return named.length === 0 ? [{ value: new Set(), said: {} }] : [...named.map(inside), elsewhere(new Set())];
  const asked = within(record, region);
  // A region larger than one that a measure names leaves open in which part of it the place lies.
  const smaller = named.filter((code) => !asked.has(code) && within(record, code).has(region));
  if (smaller.length === 0) return [{ value: asked, said: {} }];
  return [...smaller.map(inside), elsewhere(asked)];
}

function goodsOf(
  record: LegalRecord,
  question: Question,
  measures: readonly Measure[],
  openings: readonly Opening[],
): readonly Filled<readonly GoodsAlternative[]>[] {
  const named = new Set([
    ...measures.flatMap((m) => [...m.goods, ...m.exceptGoods]),
    ...openings.flatMap((o) => [...(o.for.goods ?? []), ...(o.for.exceptGoods ?? [])]),
  ]);
  if (question.goods.length === 0) {
    if (movesGoods(question.activity) || named.size === 0) return [{ value: [], said: {} }];
    return unnamedGoods(record.goods, named).map((one) => ({ value: [one], said: { goods: one.part } }));
  }
  let all: Filled<readonly GoodsAlternative[]>[] = [{ value: [], said: {} }];
  for (const { code } of question.goods) {
    const alternatives = alternativesOf(code, record.goods, named);
    all = all
      .flatMap(({ value, said }) =>
        alternatives.map((one) => ({
          value: [...value, one],
          said:
            alternatives.length > 1
              ? { goods: said.goods === undefined ? wayOf(one) : `${said.goods} + ${wayOf(one)}` }
              : said,
        })),
      )
      .slice(0, LIMIT);
  }
  return all;
}

/** The way down to a thing as one word; findings shorten it to the largest part that decides alike. */
const wayOf = ({ trail, part }: GoodsAlternative): string => (trail.length === 0 ? part : trail.join(' > '));

/** A contract older than each date that an exemption turns on, or younger than all of them. */
function contractsOf(question: Question, openings: readonly Opening[]): readonly Filled<Instant | undefined>[] {
  if (question.contract !== undefined) return [{ value: question.contract, said: {} }];
  const cuts = [
    ...new Set(openings.flatMap((o) => (o.for.contractBefore === undefined ? [] : [cutOf(o.for.contractBefore)]))),
  ]
    .filter((cut) => cut !== FOREVER)
    .sort((a, b) => a - b);
  if (cuts.length === 0) return [{ value: undefined, said: {} }];
  const day = (at: Instant): string => formatCivilDate(civilDateOf(at));
  return [
    ...cuts.map((cut) => ({ value: instant(cut - 1), said: { contract: `before ${day(cut)}` } })),
    { value: FOREVER, said: { contract: `${day(cuts.at(-1)!)} or later` } },
  ];
}

const nothing = { occurred: () => undefined, fired: () => undefined };

/** The instant before which a contract is old; a bare date means its first instant. */
export const cutOf = (time: TimeExpression): Instant => momentOf(time, nothing)?.from ?? FOREVER;

/** Of several parties that may be somebody else, each is named in turn. */
const both = (first: Filled<unknown>['said'], next: Filled<unknown>['said']): string =>
  `${first.party} + ${next.party}`;

/** A party that is only close to names on record may be each of them, or nobody on record. */
function partiesOf(question: Question): readonly Filled<ReadonlySet<string>>[] {
  let all: Filled<ReadonlySet<string>>[] = [{ value: new Set(), said: {} }];
  for (const party of question.parties) {
    const options: Filled<readonly string[]>[] =
      party.designations.length > 0 || party.candidates.length === 0
        ? [{ value: party.designations, said: {} }]
        : [
            ...party.candidates.map(({ id, name }) => ({ value: [id], said: { party: name } })),
            { value: [], said: { party: 'nobody on record' } },
          ];
    all = all
      .flatMap(({ value, said }) =>
        options.map((option) => ({
          value: new Set([...value, ...option.value]),
          said: { ...said, ...option.said, ...(said.party && option.said.party && { party: both(said, option.said) }) },
        })),
      )
      .slice(0, LIMIT);
  }
  return all;
}
