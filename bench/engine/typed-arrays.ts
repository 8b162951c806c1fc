/**
 * Rows answered from typed arrays a second, beside the same forty rules written by hand: once with the numbers of cells at
 * hand, once from strings. Both must give the same answers. Processor time of one thread, the best of several rounds.
 */
import { compile } from '../../src/compile/program.ts';
import { CellIndex, cellTable, lookUp } from '../../src/evaluate/cells.ts';
import type { Question } from '../../src/law/question.ts';
import { type Instant, instant } from '../../src/time/instant.ts';
import { bestOf, mulberry } from '../measure.ts';
import { byHand, byHandNumbered, fortyRules, KINDS, TARGETS } from './forty-rules.ts';

const ROWS = 2_000_000;
const SELLERS = ['YA', 'YB'];
const asKnown = instant(2_000_000_000);
const program = compile(fortyRules(), asKnown);
const random = mulberry(11);

// Cells in the order in which the rules by hand number them, once for each seller.
const facts = SELLERS.flatMap((from) => TARGETS.flatMap((to) => KINDS.map((kind) => [from, to, kind] as const)));
const questions = facts.map(([from, to, code]): Question => {
  const at = { from: instant(0), until: 1 as Instant };
  const goods = [{ input: code, code, how: 'exact' as const }];
  return { from, to, goods, activity: 'transfer', at, parties: [], asKnown, suppose: [], notes: [] };
});
const table = cellTable(program, questions);
const index = new CellIndex(3);
for (const one of facts) index.cellOf(one);

const cells = new Uint32Array(ROWS);
const at = new Float64Array(ROWS);
const rows: (readonly string[])[] = [];
for (let row = 0; row < ROWS; row++) {
  cells[row] = Math.floor(random() * facts.length);
  at[row] = Math.floor(random() * 1_800_000_000);
  rows.push([...facts[cells[row]!]!]);
}
const ours = new Uint8Array(ROWS);
const theirs = new Uint8Array(ROWS);
const found = new Uint32Array(ROWS);
const perSeller = TARGETS.length * KINDS.length;

function race(name: string, mine: () => void, byHands: () => void): void {
  const [a, b] = [bestOf(9, mine), bestOf(9, byHands)];
  if (ours.some((outcome, row) => outcome !== theirs[row])) throw new Error(`${name}: the answers differ`);
  const millions = (seconds: number): string => (ROWS / seconds / 1e6).toFixed(1);
  console.log(`${name}: ${millions(a)} million rows a second, by hand ${millions(b)} (ratio ${(b / a).toFixed(2)})`);
}

race(
  'cells numbered',
  () => lookUp(table, cells, at, ours),
  () => {
    for (let row = 0; row < ROWS; row++) theirs[row] = byHandNumbered(cells[row]! % perSeller, at[row]!);
  },
);
race(
  'from strings',
  () => {
    for (let row = 0; row < ROWS; row++) found[row] = index.cellOf(rows[row]!);
    lookUp(table, found, at, ours);
  },
  () => {
    for (let row = 0; row < ROWS; row++) theirs[row] = byHand(rows[row]![1]!, rows[row]![2]!, at[row]!);
  },
);
