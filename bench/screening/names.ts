/**
 * How well names are matched: `node bench/run.mjs screening/names DATA`, where DATA has `names/nomenklatura_cases.csv` and, if there,
 * `names/wd_translit/*.tsv`. Peers are measured beside it where they can be imported (see README.md), each at its best threshold.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { compareTexts, matchFrom } from '../../src/lists.ts';
import { mulberry } from '../measure.ts';
import { dataGiven } from './data-given.ts';

type Pair = {
  readonly schema: string;
  readonly name1: string;
  readonly name2: string;
  readonly is_match: string;
  readonly quality: string;
};
type Scored = { readonly score: number; readonly same: boolean };

const data = dataGiven('names/nomenklatura_cases.csv');
const pairs = parse(readFileSync(join(data, 'names/nomenklatura_cases.csv')), { columns: true }) as Pair[];
/** The half that weights were chosen on, and the one that was held out: pairs of one second name stay together. */
const heldOut = ({ name2 }: Pair): boolean => createHash('sha1').update(name2.toLowerCase()).digest()[0]! % 2 === 0;

function measure(scored: readonly Scored[], threshold: number) {
  const hits = scored.filter(({ score }) => score >= threshold);
  const right = hits.filter(({ same }) => same).length;
  const all = scored.filter(({ same }) => same).length;
  const [precision, recall] = [right / hits.length || 0, right / all];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) || 0 };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const row = (name: string, scored: readonly Scored[], threshold: number) => {
  const { precision, recall, f1 } = measure(scored, threshold);
  return { name, pairs: scored.length, threshold, precision: round(precision), recall: round(recall), f1: round(f1) };
};
const best = (name: string, scored: readonly Scored[]) =>
  Array.from({ length: 100 }, (_, i) => row(name, scored, i / 100)).reduce((top, next) =>
    next.f1 > top.f1 ? next : top,
  );

const ours = pairs.map((pair) => ({
  pair,
  same: pair.is_match === 'true',
  score: compareTexts(pair.name1, pair.name2, pair.schema).score,
}));
const only = (keep: (pair: Pair) => boolean): Scored[] => ours.filter(({ pair }) => keep(pair));
// biome-ignore lint/suspicious/noControlCharactersInRegex: a range of ASCII
const isAscii = ({ name1, name2 }: Pair): boolean => /^[\x00-\x7f]*$/.test(name1 + name2);
console.table([
  ...[0.6, 0.65, matchFrom, 0.75, 0.8, 0.85, 0.9].map((threshold) => row('all', ours, threshold)),
  row(
    'half that weights were chosen on',
    only((pair) => !heldOut(pair)),
    matchFrom,
  ),
  row('half held out', only(heldOut), matchFrom),
  row(
    'not ASCII',
    only((pair) => !isAscii(pair)),
    matchFrom,
  ),
  row(
    'STRONG',
    only(({ quality }) => quality === 'STRONG'),
    matchFrom,
  ),
  ...['Person', 'Company', 'Vessel'].map((schema) =>
    row(
      schema,
      only((pair) => pair.schema === schema),
      matchFrom,
    ),
  ),
]);

console.table(
  (await peers()).map(({ name, score }) =>
    best(
      name,
      pairs.map((pair) => ({ score: score(pair.name1, pair.name2), same: pair.is_match === 'true' })),
    ),
  ),
);

async function peers(): Promise<{ name: string; score: (a: string, b: string) => number }[]> {
  const found: { name: string; score: (a: string, b: string) => number }[] = [];
  const load = async (name: string) => {
    try {
      return (await import(name)) as Record<string, never>;
    } catch {
      console.error(`${name} is not installed: left out`);
      return undefined;
    }
  };
  const low = (text: string): string => text.toLowerCase();
  const fuzzball = (await load('fuzzball')) as unknown as Record<string, (a: string, b: string) => number> | undefined;
  if (fuzzball !== undefined)
    for (const kind of ['ratio', 'token_sort_ratio', 'token_set_ratio', 'WRatio'])
      found.push({ name: `fuzzball ${kind}`, score: (a, b) => fuzzball[kind]!(a, b) / 100 });
  const levenshtein = (await load('fastest-levenshtein')) as unknown as
    | { distance: (a: string, b: string) => number }
    | undefined;
  if (levenshtein !== undefined)
    found.push({
      name: 'fastest-levenshtein',
      score: (a, b) => 1 - levenshtein.distance(low(a), low(b)) / Math.max(a.length, b.length),
    });
  const fuse = (await load('fuse.js')) as unknown as
    | { default: new (list: string[], options: object) => { search: (text: string) => { score: number }[] } }
    | undefined;
  if (fuse !== undefined)
    found.push({
      name: 'fuse.js',
      score: (a, b) =>
        1 -
        (new fuse.default([a], { includeScore: true, threshold: 1, ignoreLocation: true }).search(b)[0]?.score ?? 1),
    });
  const winkler = (await load('talisman/metrics/jaro-winkler.js')) as unknown as
    | { default: ((a: string, b: string) => number) | { default: (a: string, b: string) => number } }
    | undefined;
  if (winkler !== undefined) {
    const compare = typeof winkler.default === 'function' ? winkler.default : winkler.default.default;
    found.push({ name: 'talisman Jaro-Winkler', score: (a, b) => compare(low(a), low(b)) });
  }
  return found;
}

/** Tokens of Wikidata person names: found at the threshold; the likest of 1,000 (1-best); taken for a match with another's. */
function transliteration(file: string) {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const random = mulberry(7);
  const chosen = Array.from({ length: 1000 }, () => rows[Math.floor(random() * rows.length)]!).map(
    ([latin, other]) => [latin!, other!.replaceAll(' ', '')] as const,
  );
  let [matched, first, strangers, compared] = [0, 0, 0, 0];
  for (const [i, [latin, other]] of chosen.entries()) {
    const own = compareTexts(latin, other, 'Person').score;
    if (own >= matchFrom) matched++;
    let likest = own > 0;
    // Every tenth stands for all: comparing a million pairs takes long and changes no figure.
    for (let j = i % 10; j < chosen.length; j += 10) {
      if (chosen[j]![0] === latin) continue;
      const score = compareTexts(chosen[j]![0], other, 'Person').score;
      compared++;
      if (score >= matchFrom) strangers++;
      if (score > own) likest = false;
    }
    if (likest) first++;
  }
  return {
    file: file.split('/').at(-1),
    matched: matched / 1000,
    'likest of 100': first / 1000,
    'strangers matched': Math.round((strangers / compared) * 1e5) / 1e5,
  };
}
const tokens = ['russian', 'arabic', 'hebrew', 'japanese', 'katakana', 'korean', 'chinese']
  .map((script) => join(data, `names/wd_translit/wd_${script}_dev.tsv`))
  .filter(existsSync);
if (tokens.length > 0) console.table(tokens.map(transliteration));
