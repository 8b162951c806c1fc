/**
 * The record itself asked random questions, of the engine and of the reference model: `real-record [QUESTIONS] [SEED]`.
 * States, goods, days and knowledge times are drawn from what the record holds; half of the days are edges of the law.
 */
import { readPrebuilt } from '../../apps/files/prebuilt.ts';
import { compile, type Program } from '../../src/compile/program.ts';
import type { Measure } from '../../src/law/norm.ts';
import type { AskedActivity, Question } from '../../src/law/question.ts';
import { disagreements } from '../../src/proof/disagreements.ts';
import { civilDateOf, endOfDay, startOfDay } from '../../src/time/civil-date.ts';
import { type Instant, instant } from '../../src/time/instant.ts';
import type { Interval } from '../../src/time/interval.ts';
import { mulberry } from '../measure.ts';

const [count = '300', seed = '1'] = process.argv.slice(2);
const record = readPrebuilt('dist/record');
const random = mulberry(Number(seed));
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const chance = (part: number): boolean => random() < part;

const measures = Object.values(record.norms).filter((norm): norm is Measure => norm.kind === 'measure');
const targets = [...new Set(measures.flatMap(({ target }) => target.states))];
const states = Object.keys(record.states);
const goods = Object.keys(record.goods);
const named = [...new Set(measures.flatMap((one) => one.goods))];
const horizon = instant(endOfDay(record.horizon) - 1);
const edges = Object.values(record.events).flatMap(({ occurred }) => (occurred === undefined ? [] : [occurred.from]));
const stances = Object.values(record.positions).flatMap((one) => one.stances.map(({ knownFrom }) => knownFrom));
const designations = Object.values(record.lists).flatMap((list) => list.designations);
const ACTIVITIES: readonly AskedActivity[] = [
  'transfer',
  'transfer',
  'supply',
  'procure',
  'assistance',
  'finance',
  'transit',
  'travel',
  'freeze',
];

function time(): Interval {
  const base = chance(0.5) ? pick(edges) + pick([-1, 0, 1, 3600]) : Math.floor(random() * (horizon - 0));
  const day = civilDateOf(instant(base));
  return chance(0.6)
    ? { from: instant(base), until: instant(base + 1) }
    : { from: startOfDay(day), until: endOfDay(day) };
}

function question(asKnown: Instant): Question {
  const target = pick(targets);
  const other = chance(0.2) ? undefined : pick(chance(0.5) ? ['US', 'RU', 'CN', 'DE', 'FR', 'GB'] : states);
  const [from, to] = chance(0.75) ? [other, target] : [target, other];
  const listed = chance(0.15) && designations.length > 0 ? pick(designations) : undefined;
  const code = pick(chance(0.6) ? named : goods);
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    goods: [{ input: code, code, how: 'exact' }],
    activity: pick(ACTIVITIES),
    at: time(),
    ...(chance(0.5) && { recipient: pick(['government', 'non-governmental'] as const) }),
    parties: listed === undefined ? [] : [{ input: listed.name, designations: [listed.id], candidates: [] }],
    ...(chance(0.1) && { laws: [pick(['UN', 'EU', 'US'])] }),
    ...(chance(0.15) && { accordingTo: [pick(Object.keys(record.positions))] }),
    asKnown,
    suppose: [],
    notes: [],
  };
}

const programs = new Map<Instant, Program>();
const times = [horizon, horizon, ...Array.from({ length: 6 }, () => instant(endOfDay(civilDateOf(pick(stances))) - 1))];
const started = performance.now();
let faults = 0;
let slowest = 0;
for (let asked = 0; asked < Number(count) && faults < 5; asked++) {
  const asKnown = pick(times);
  const program = programs.get(asKnown) ?? compile(record, asKnown);
  programs.set(asKnown, program);
  const drawn = question(asKnown);
  const before = performance.now();
  const found = disagreements(program, drawn, true);
  slowest = Math.max(slowest, performance.now() - before);
  if (found.length === 0) continue;
  faults++;
  console.log(`${JSON.stringify(drawn)}\n${found.slice(0, 4).join('\n')}\n---`);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} questions to the record ${record.hash.slice(0, 15)} in ${seconds.toFixed(0)} s (slowest ${Math.round(slowest)} ms), seed ${seed}: ${faults} differ`,
);
process.exitCode = faults > 0 ? 1 : 0;
