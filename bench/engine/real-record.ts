/**
 * The record itself asked random questions, of the engine and of the reference model: `real-record [QUESTIONS] [SEED]`.
 * Stops at five that differ, and tells them.
 */
import { readPrebuilt } from '../../apps/files/prebuilt.ts';
import { compile, type Program } from '../../src/compile/program.ts';
import { disagreements } from '../../src/proof/disagreements.ts';
import { questionsAbout } from '../../src/proof/real-questions.ts';
import type { Instant } from '../../src/time/instant.ts';
import { mulberry } from '../measure.ts';

const [count = '300', seed = '1'] = process.argv.slice(2);
const record = readPrebuilt('dist/record');
const { times, question, pick } = questionsAbout(record, mulberry(Number(seed)));
const programs = new Map<Instant, Program>();
const started = performance.now();
let faults = 0;
for (let asked = 0; asked < Number(count) && faults < 5; asked++) {
  const asKnown = pick(times);
  const program = programs.get(asKnown) ?? compile(record, asKnown);
  programs.set(asKnown, program);
  const drawn = question(asKnown);
  const found = disagreements(program, drawn, true);
  if (found.length === 0) continue;
  faults++;
  console.log(`${JSON.stringify(drawn)}\n${found.slice(0, 4).join('\n')}\n---`);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} questions to the record ${record.hash.slice(0, 15)} in ${seconds.toFixed(0)} s, seed ${seed}: ${faults} differ`,
);
process.exitCode = faults > 0 ? 1 : 0;
