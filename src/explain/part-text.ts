/** The parts of a conditional answer: what it comes to when the missing facts turn out so. */
import type { Assessment, Finding, Part } from '../law/assessment.ts';
import { OUTCOMES } from '../law/outcome.ts';
import type { LegalRecord } from '../law/record.ts';
import { enumerated, enumeratedShort, lowered, sentence } from './enumeration.ts';
import { instantText } from './moment-text.ts';
import { OUTCOME_LABEL } from './outcome-label.ts';

const FACTS: Readonly<Record<string, string>> = {
  recipient: 'who receives it',
  region: 'where in the country it goes',
  goods: 'what exactly the goods are',
  contract: 'when the contract was signed',
  party: 'who the party is',
  time: 'the hour',
};

/** "who receives it and the hour". */
export const missingText = ({ missing }: Finding): string =>
  missing.length === 0 ? 'facts that were not given' : enumerated(missing.map((fact) => FACTS[fact]!));

/** One line an outcome, strictest first: "prohibited if the goods are battle tanks, warships or missiles". */
export const partLines = (parts: readonly Part[], record: LegalRecord): readonly string[] =>
  byOutcome(parts).map(([outcome, own]) => `${OUTCOME_LABEL[outcome]} if ${conditions(own, record, Infinity)}`);

const MOST_IN_SENTENCE = 4;

/** The same as sentences that name only the first few ways. */
export const partSentences = (
  parts: readonly Part[],
  record: LegalRecord,
  most = MOST_IN_SENTENCE,
): readonly string[] =>
  byOutcome(parts).map(([outcome, own]) => sentence(`${OUTCOME_LABEL[outcome]} if ${conditions(own, record, most)}`));

/** Where what the goods are is missing: the figure or the fact that settles it. */
export const settlingSentences = ({ missing, question }: Assessment, record: LegalRecord): readonly string[] =>
  missing.includes('goods')
    ? question.goods.flatMap(({ input, code }) => {
        const decides = record.goods[code]?.decides;
        return decides === undefined ? [] : [sentence(`what settles the kind of ${input}: ${decides}`)];
      })
    : [];

function byOutcome(parts: readonly Part[]): readonly (readonly [Part['outcome'], readonly Part[]])[] {
  return [...OUTCOMES, 'undetermined' as const].flatMap((outcome) => {
    const own = parts.filter((part) => part.outcome === outcome);
    return own.length === 0 ? [] : [[outcome, own] as const];
  });
}

/** Ways that differ in their goods alone share the facts they have in common. */
function conditions(parts: readonly Part[], record: LegalRecord, most: number): string {
  const bySetting = new Map<string, Set<string>>();
  for (const { when } of parts) {
    const { goods, ...facts } = when;
    const setting = settingText(facts, record);
    const kinds = bySetting.get(setting) ?? new Set();
    // Two ways through a family can end at the same kind.
    bySetting.set(setting, goods === undefined ? kinds : kinds.add(goodsText(goods, record)));
  }
  const ways = [...bySetting].map(([setting, kinds]) => {
    const things = kinds.size === 0 ? '' : `the goods are ${kindsText([...kinds], most)}`;
    return [setting, things].filter((part) => part !== '').join(' and ');
  });
  return ways.length <= most + 1 ? ways.join(', or if ') : enumeratedShort(ways, most);
}

/** Names that hold commas are kept apart by semicolons. */
function kindsText(kinds: readonly string[], most: number): string {
  const named =
    kinds.length <= most + 1 ? kinds : [...kinds.slice(0, most), `one of ${kinds.length - most} other kinds`];
  return named.some((kind) => kind.includes(',')) ? named.join('; ') : enumerated(named, 'or');
}

function goodsText(goods: string, record: LegalRecord): string {
  const names = goods.split(' + ').map((code) => lowered(record.goods[code]?.name ?? code));
  return enumerated(names);
}

const SETTINGS: Readonly<Record<string, (value: string) => string>> = {
  recipient: (value) =>
    ({
      government: 'the government receives it',
      'non-governmental': 'somebody other than the government receives it',
    })[value] ?? `a ${value} recipient receives it`,
  region: (value) => (value === 'elsewhere' ? 'it goes elsewhere in the country' : `it goes to ${value}`),
  contract: (value) => `the contract was signed ${/^\d/.test(value) ? 'on ' : ''}${value}`,
  party: (value) => `the party is ${value}`,
};

function settingText({ time, ...facts }: Omit<Part['when'], 'goods'>, record: LegalRecord): string {
  const said = Object.entries(facts).map(([fact, value]) =>
    SETTINGS[fact]!(fact === 'region' ? (record.regions[value]?.names.en?.[0] ?? value) : value),
  );
  if (time !== undefined) {
    const edge = (at: typeof time.from): string => (at === undefined ? 'an hour not on record' : instantText(at));
    said.push(`the time is from ${edge(time.from)} until ${edge(time.until)}`);
  }
  return said.join(' and ');
}
