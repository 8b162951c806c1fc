/**
 * Compiling the record at a knowledge time that nothing was prepared for: `compile`, and what every part of the record comes
 * to for every position. In milliseconds of processor time, the median and the best of several knowledge times.
 */
import { readPrebuilt } from '../../apps/files/prebuilt.ts';
import { compile } from '../../src/compile/program.ts';
import { civilDate, endOfDay } from '../../src/time/civil-date.ts';
import { instant } from '../../src/time/instant.ts';
import { bestOf } from '../measure.ts';

const record = readPrebuilt('dist/record');
// Nouns are read when first looked at, which is no part of compiling.
for (const noun of Object.keys(record)) void record[noun as keyof typeof record];
const positions = [...Object.keys(record.positions), ''];
const norms = Object.keys(record.norms);

const took = Array.from({ length: 12 }, (_, i) => {
  const asKnown = instant(endOfDay(civilDate(2010 + i, 7, 1 + i)!) - 1);
  return bestOf(1, () => {
    const program = compile(record, asKnown);
    const components = new Set(norms.map((norm) => program.componentOf(norm)));
    for (const position of positions) {
      const viewpoint = program.viewpointOf(position);
      for (const component of components) program.coursesOf(component, viewpoint);
    }
  });
});
const [cold, ...warm] = took.map((seconds) => seconds * 1000);
warm.sort((a, b) => a - b);
const rules = Object.keys(record.rules).length;
console.log(`${norms.length} norms, ${rules} rules, ${positions.length - 1} positions`);
console.log(
  `first, code cold: ${cold!.toFixed(0)} ms; then median ${warm[Math.floor(warm.length / 2)]!.toFixed(0)} ms, best ${warm[0]!.toFixed(0)} ms`,
);
