/** What a question leaves out, filled in in every way (DESIGN section 3, rules 3, 5, 6 and 7). */
import type { Measure, Opening, Recipient } from '../law/norm.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { civilDateOf, formatCivilDate } from '../time/civil-date.ts';
import { FOREVER, type Instant, instant } from '../time/instant.ts';
import { timeOf } from './order.ts';

/** One thing that goods may be: the codes it bears, and the way down to it from what was asked. */
export type Thing = { readonly way: readonly string[]; readonly codes: ReadonlySet<string> };

/** One way of filling in; `said` tells what was filled in. */
export type Facts = {
  readonly recipient: Recipient;
  readonly regions: ReadonlySet<string>;
  readonly things: readonly Thing[];
  readonly contract: Instant | undefined;
  readonly designations: ReadonlySet<string>;
  readonly said: Said;
};

/** The facts filled in, in words; of goods, the way down to each thing. */
export type Said = {
  readonly recipient?: string;
  readonly region?: string;
  readonly goods?: readonly (readonly string[])[];
  readonly contract?: string;
  readonly party?: string;
};

type Filled<T> = { readonly value: T; readonly said: Said };

export const MOVES_GOODS: readonly string[] = ['transfer', 'supply', 'procure'];

export function allFacts(
  record: LegalRecord,
  question: Question,
  measures: readonly Measure[],
  openings: readonly Opening[],
): readonly Facts[] {
  const made: Facts[] = [];
  for (const recipient of recipients(question, measures))
    for (const regions of places(record, question, measures))
      for (const things of thingsOf(record, question, measures, openings))
        for (const contract of contracts(question, openings))
          for (const designations of parties(question))
            made.push({
              recipient: recipient.value,
              regions: regions.value,
              things: things.value,
              contract: contract.value,
              designations: designations.value,
              said: { ...recipient.said, ...regions.said, ...things.said, ...contract.said, ...designations.said },
            });
  return made;
}

/** Whoever is listed is a non-governmental recipient too; nobody unnamed is known not to be listed (rule 7). */
function recipients({ recipient, parties }: Question, measures: readonly Measure[]): readonly Filled<Recipient>[] {
  const lists = parties.length === 0 && measures.some((one) => one.recipients.includes('listed'));
  const possible: readonly Recipient[] = recipient === undefined ? ['government', 'non-governmental'] : [recipient];
  const all = lists && possible.includes('non-governmental') ? [...possible, 'listed' as const] : possible;
  return all.map((value) => ({ value, said: { recipient: value } }));
}

/** A region that a measure names, in the State where the question plays, or elsewhere in it. */
function places(
  record: LegalRecord,
  { from, to, region }: Question,
  measures: readonly Measure[],
): readonly Filled<ReadonlySet<string>>[] {
  const asked = region === undefined ? new Set<string>() : withAllAround(record, region);
  const inside = [...new Set(measures.flatMap(({ target }) => target.regions))].filter((code) => {
    const { state } = record.regions[code]!;
    if (state !== from && state !== to) return false;
    return region === undefined || (!asked.has(code) && withAllAround(record, code).has(region));
  });
  return [
    ...inside.map((code) => ({ value: withAllAround(record, code), said: { region: code } })),
    { value: asked, said: { region: 'elsewhere' } },
  ];
}

/** A region and all that contain it. */
function withAllAround(record: LegalRecord, region: string): ReadonlySet<string> {
  const around = Object.values(record.regions).filter(({ contains }) => contains.includes(region));
  return new Set([region, ...around.flatMap(({ code }) => [...withAllAround(record, code)])]);
}

function thingsOf(
  record: LegalRecord,
  { goods, activity }: Question,
  measures: readonly Measure[],
  openings: readonly Opening[],
): readonly Filled<readonly Thing[]>[] {
  const scopes = [...measures, ...openings.map((one) => one.for)];
  const named = [...new Set(scopes.flatMap((scope) => [...(scope.goods ?? []), ...(scope.exceptGoods ?? [])]))];
  if (goods.length === 0) {
    if (MOVES_GOODS.includes(activity)) return [{ value: [], said: {} }];
    // What a service is tied to: any of the things that some measure names, or none of them.
    const each = [...named.map((code) => ({ way: [code], codes: classes(record, code) })), OTHER];
    return each.map((thing) => ({ value: [thing], said: { goods: [thing.way] } }));
  }
  return goods.reduce<readonly Filled<readonly Thing[]>[]>(
    (all, { code }) =>
      all.flatMap(({ value, said }) =>
        mayTurnOut(record, code, named).map((thing) => ({
          value: [...value, thing],
          said: { goods: [...(said.goods ?? []), thing.way] },
        })),
      ),
    [{ value: [], said: {} }],
  );
}

const OTHER: Thing = { way: ['other'], codes: new Set(['any']) };

/** A thing under a code may be each of its parts, each of its possible classes, or a finer kind that a measure names. */
function mayTurnOut(record: LegalRecord, code: string, named: readonly string[]): readonly Thing[] {
  const whole = ending(record, { way: [code], codes: classes(record, code) }, code, true);
  const finer = named
    .filter((name) => name !== code && name !== 'any' && classes(record, name).has(code))
    .filter((name) => !whole.some(({ codes }) => codes.has(name)))
    .map((name) => ({ way: [code, name], codes: classes(record, name) }));
  return [...whole, ...finer];
}

/** Down through parts to the last of them; a possible class is looked into once on the way. */
function ending(record: LegalRecord, thing: Thing, code: string, mayGuess: boolean): readonly Thing[] {
  const { parts, mayBe } = record.goods[code] ?? { parts: [], mayBe: [] };
  const down = (next: string, guess: boolean): readonly Thing[] =>
    thing.codes.has(next)
      ? []
      : ending(
          record,
          { way: [...thing.way, next], codes: new Set([...thing.codes, ...classes(record, next)]) },
          next,
          guess,
        );
  const below = [
    ...parts.map((part) => down(part, mayGuess)),
    ...(mayGuess ? mayBe.map((one) => down(one, false)) : []),
  ].flat();
  return below.length === 0 ? [thing] : below;
}

/** A code with every class that it belongs to by definition. */
const classes = (record: LegalRecord, code: string): ReadonlySet<string> =>
  new Set(['any', code, ...(record.goods[code]?.in ?? []).flatMap((one) => [...classes(record, one)])]);

/** A contract older than each date that an exemption turns on, or not older than any. */
function contracts({ contract }: Question, openings: readonly Opening[]): readonly Filled<Instant | undefined>[] {
  if (contract !== undefined) return [{ value: contract, said: {} }];
  const cuts = [
    ...new Set(
      openings
        .map((one) => one.for.contractBefore)
        .filter((one) => one !== undefined)
        .map(firstInstant),
    ),
  ];
  if (cuts.length === 0) return [{ value: undefined, said: {} }];
  const day = (at: Instant): string => formatCivilDate(civilDateOf(at));
  return [
    ...cuts.map((cut) => ({ value: instant(cut - 1), said: { contract: `before ${day(cut)}` } })),
    { value: FOREVER, said: { contract: `${day(Math.max(...cuts) as Instant)} or later` } },
  ];
}

/** "Before D" is before the first instant of D. */
export function firstInstant(time: NonNullable<Opening['for']['contractBefore']>): Instant {
  const moment = timeOf(time, { event: () => undefined, rule: () => undefined });
  return moment === undefined ? FOREVER : moment.from;
}

/** A party that is only close to names on record is one of them, or nobody on record. */
function parties(question: Question): readonly Filled<ReadonlySet<string>>[] {
  return question.parties.reduce<readonly Filled<ReadonlySet<string>>[]>(
    (all, { designations, candidates }) => {
      const ways: readonly { readonly ids: readonly string[]; readonly said: Said }[] =
        designations.length > 0 || candidates.length === 0
          ? [{ ids: designations, said: {} }]
          : [
              ...candidates.map(({ id, name }) => ({ ids: [id], said: { party: name } })),
              { ids: [], said: { party: 'nobody on record' } },
            ];
      return all.flatMap(({ value, said }) =>
        ways.map((way) => {
          const names = [said.party, way.said.party].filter((name) => name !== undefined);
          return {
            value: new Set([...value, ...way.ids]),
            said: { ...said, ...(names.length > 0 && { party: names.join(' + ') }) },
          };
        }),
      );
    },
    [{ value: new Set(), said: {} }],
  );
}
