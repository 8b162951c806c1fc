/** The facts a question leaves out, and every way of filling them in (rule 5). */
import type { Measure, Opening, OpeningScope, Recipient } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import type { TimeExpression } from '../law/time-expression.ts';
import { formatCivilDate, civilDateOf } from '../time/civil-date.ts';
import { FOREVER, type Instant, instant } from '../time/instant.ts';
import { momentOf } from '../compile/moment.ts';
import { alternativesOf, type GoodsAlternative } from './goods.ts';

/** One way of filling in what was not said. `said` are the facts that were filled in, as `parts` tell them. */
export type Completion = {
  readonly recipient?: Recipient;
  /** The regions the place lies in, with those that contain them; empty: none that a measure names. */
  readonly regions: ReadonlySet<string>;
  readonly goods: readonly GoodsAlternative[];
  readonly contract?: Instant;
  /** Designations of the parties. */
  readonly designations: ReadonlySet<string>;
  readonly said: Said;
};

/** The facts of a completion by dimension, as a person or machine can name them. */
export type Said = { readonly recipient?: string; readonly region?: string; readonly goods?: string; readonly contract?: string; readonly party?: string };

const LIMIT = 4096;

export function completionsOf(
  record: LegalRecord,
  question: Question,
  measures: readonly Measure[],
  openings: readonly Opening[],
): readonly Completion[] {
  const recipients = recipientsOf(question, measures, openings);
  const regions = regionsOf(record, question, measures);
  const goods = goodsOf(record, question);
  const contracts = contractsOf(question, openings);
  const parties = partiesOf(question);
  const made: Completion[] = [];
  for (const recipient of recipients)
    for (const region of regions)
      for (const things of goods)
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

type Filled<T> = { readonly value: T; readonly said: Said };

function recipientsOf(question: Question, measures: readonly Measure[], openings: readonly Opening[]): readonly Filled<Recipient | undefined>[] {
  const scoped = [...measures.map((m) => m.recipients), ...openings.map((o) => o.for.recipients ?? [])].filter((r) => r.length > 0);
  const listed = measures.some((m) => m.recipients.includes('listed') && m.target.list !== undefined && m.direction === 'to' && (m.target.states.length > 0 || m.target.regions.length > 0));
  const partyKnown = question.parties.length > 0;
  const fill = (value: Recipient): Filled<Recipient> => ({ value, said: { recipient: value } });
  if (question.recipient === 'non-governmental' && listed && !partyKnown) return [fill('non-governmental'), fill('listed')];
  if (question.recipient !== undefined) return [{ value: question.recipient, said: {} }];
  if (scoped.length === 0) return [{ value: undefined, said: {} }];
  return [fill('government'), fill('non-governmental'), ...(listed && !partyKnown ? [fill('listed')] : [])];
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

function regionsOf(record: LegalRecord, { region, from, to }: Question, measures: readonly Measure[]): readonly Filled<ReadonlySet<string>>[] {
  const named = [...new Set(measures.flatMap((m) => m.target.regions))].filter((code) => [from, to].includes(record.regions[code]?.state));
  if (region !== undefined) {
    const inside = within(record, region);
    const larger = named.filter((code) => code !== region && within(record, code).has(region));
    if (larger.length === 0 || named.some((code) => inside.has(code))) return [{ value: inside, said: {} }];
    return [...larger.map((code) => ({ value: within(record, code), said: { region: code } })), { value: inside, said: { region: 'elsewhere' } }];
  }
  if (named.length === 0) return [{ value: new Set(), said: {} }];
  return [...named.map((code) => ({ value: within(record, code), said: { region: code } })), { value: new Set<string>(), said: { region: 'elsewhere' } }];
}

function goodsOf(record: LegalRecord, question: Question): readonly Filled<readonly GoodsAlternative[]>[] {
  let all: Filled<readonly GoodsAlternative[]>[] = [{ value: [], said: {} }];
  for (const asked of question.goods) {
    const alternatives = alternativesOf(asked.code, record.goods);
    const open = alternatives.length > 1;
    all = all
      .flatMap(({ value, said }) =>
        alternatives.map((one) => ({
          value: [...value, one],
          said: open ? { goods: said.goods === undefined ? one.part : `${said.goods} + ${one.part}` } : said,
        })),
      )
      .slice(0, LIMIT);
  }
  return all;
}

/** A contract older than each date that an exemption turns on, or younger than all of them. */
function contractsOf(question: Question, openings: readonly Opening[]): readonly Filled<Instant | undefined>[] {
  if (question.contract !== undefined) return [{ value: question.contract, said: {} }];
  const cuts = [...new Set(openings.flatMap((o) => (o.for.contractBefore === undefined ? [] : [cutOf(o.for.contractBefore)])))].sort((a, b) => a - b);
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
    all = all.flatMap(({ value, said }) =>
      options.map((option) => ({ value: new Set([...value, ...option.value]), said: { ...said, ...option.said } })),
    );
  }
  return all;
}

/** Whether what an opening can test is so: recipients, goods, activity, dates of contract and performance. */
export function opensFor(scope: OpeningScope, completion: Completion, activities: readonly string[], at: Instant): boolean {
  const { recipient, goods, contract } = completion;
  if (scope.purpose !== undefined) return false;
  if (scope.recipients !== undefined && (recipient === undefined || !scope.recipients.includes(recipient))) return false;
  const meets = (codes: readonly string[], except: readonly string[] = []): boolean =>
    goods.length > 0 && goods.every((one) => codes.some((code) => one.codes.has(code)) && !except.some((code) => one.codes.has(code)));
  if (scope.goods !== undefined && !meets(scope.goods, scope.exceptGoods)) return false;
  if (scope.goods === undefined && scope.exceptGoods !== undefined && goods.some((one) => scope.exceptGoods!.some((code) => one.codes.has(code)))) return false;
  if (scope.activities !== undefined && !scope.activities.some((activity) => activities.includes(activity))) return false;
  if (scope.contractBefore !== undefined && (contract === undefined || contract >= cutOf(scope.contractBefore))) return false;
  return scope.performedBefore === undefined || at < cutOf(scope.performedBefore);
}
