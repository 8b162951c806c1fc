/**
 * How many answers a second: as objects with their derivation, as JSON lines, and from typed arrays, the last beside the
 * same forty rules written out by hand. One thread; figures are of processor time, the best of five rounds.
 */
import { readPrebuilt } from '../../apps/files/prebuilt.ts';
import { assess, assessmentLine, compile, type Question, versionOf } from '../../src/index.ts';
import { endOfDay } from '../../src/time/civil-date.ts';
import { type Instant, instant } from '../../src/time/instant.ts';
import { bestOf, mulberry } from '../measure.ts';

const record = readPrebuilt('dist/record');
const asKnown = instant(endOfDay(record.horizon) - 1);
const program = compile(record, asKnown);
const version = versionOf(record, 'bench', 'bench');
const random = mulberry(7);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

const SELLERS = ['RU', 'CN', 'DE', 'FR', 'US', 'GB', 'BR', 'TR'];
const BUYERS = ['IR', 'LY', 'SO', 'SD', 'HT', 'LR', 'CI', 'IQ', 'IT', 'JP'];
const GOODS = ['unroca:I', 'unroca:IV', 'salw', 'ammunition', 'food', 'system:su-35'];
const FROM = Date.UTC(1992, 0, 1) / 1000;
const UNTIL = Date.UTC(2026, 10, 1) / 1000;

const questions: Question[] = Array.from({ length: 100_000 }, (_, i) => {
  const code = pick(GOODS);
  const from = instant(Math.floor(FROM + random() * (UNTIL - FROM)));
  return {
    id: String(i),
    from: pick(SELLERS),
    to: pick(BUYERS),
    goods: [{ input: code, code, how: 'exact' }],
    activity: 'transfer',
    at: { from, until: (from + 1) as Instant },
    parties: [],
    recipient: 'government',
    asKnown,
    suppose: [],
    notes: [],
  };
});

const first = bestOf(1, () => {
  for (const question of questions) assess(program, question, { changes: false });
});
console.log(`first pass, nothing worked out before: ${Math.round(questions.length / first)} answers a second`);

const objects = bestOf(5, () => {
  for (const question of questions) assess(program, question, { changes: false });
});
console.log(`objects with derivation: ${Math.round(questions.length / objects)} a second`);

let bytes = 0;
const lines = bestOf(5, () => {
  bytes = 0;
  for (const question of questions)
    bytes += assessmentLine(assess(program, question, { changes: false }), program, version).length;
});
console.log(
  `JSON lines: ${Math.round(questions.length / lines)} a second (${Math.round(bytes / questions.length)} characters each)`,
);
