/**
 * Random law asked random questions, of the engine and of the reference model: `differential [COMPARISONS] [SEED]`. One
 * comparison is one answer: a record, what is known and supposed, a question. Stops with the first that differ, and says so.
 */
import * as fc from 'fast-check';
import { compile } from '../../src/compile/program.ts';
import type { Question } from '../../src/law/question.ts';
import { anyKnowledgeTime, anyQuestion, anySuppositions, anyTime } from '../../src/proof/any-question.ts';
import { ACTORS, anyRecord, STATES } from '../../src/proof/any-record.ts';
import { disagreements, surveyDisagreements } from '../../src/proof/disagreements.ts';

const [count = '20000', seed = '1'] = process.argv.slice(2);
const wanted = Number(count);
const PROGRAMS = 3;
const QUESTIONS = 12;

const started = performance.now();
let answers = 0;
let statuses = 0;
let faults = 0;
let told = 0;
for (let batch = 0; answers < wanted && faults < 5; batch++) {
  for (const record of fc.sample(anyRecord, { seed: Number(seed) * 1_000_003 + batch, numRuns: 50 })) {
    const draw = { seed: batch + 1, numRuns: PROGRAMS };
    const known = fc.sample(anyKnowledgeTime, draw);
    const supposed = fc.sample(anySuppositions(record), draw);
    known.forEach((asKnown, i) => {
      const suppose = supposed[i]!;
      const program = compile(record, asKnown, suppose);
      for (const drawn of fc.sample(anyQuestion, { seed: answers + 1, numRuns: QUESTIONS })) {
        const question: Question = { ...drawn, asKnown, suppose };
        const found = disagreements(program, question);
        answers++;
        if (found.length > 0) tell(record, question, found);
      }
      for (const { from } of fc.sample(anyTime, { seed: answers + 1, numRuns: 4 })) {
        const actor = ACTORS[statuses % ACTORS.length]!;
        const target = STATES[statuses % STATES.length]!;
        statuses++;
        const found = surveyDisagreements(program, target, actor, from, suppose);
        if (found.length > 0) tell(record, { asKnown, suppose, target, actor, time: from }, found);
      }
    });
    if (answers >= wanted || faults >= 5) break;
    if (answers >= told + 20_000) report();
  }
}
report();
process.exitCode = faults > 0 ? 1 : 0;

/** What has been compared so far: a long run that is broken off has said how far it came. */
function report(): void {
  told = answers;
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${answers} answers and ${statuses} surveys compared in ${seconds.toFixed(0)} s, seed ${seed}: ${faults} differ`,
  );
}

function tell(record: unknown, question: unknown, found: readonly string[]): void {
  faults++;
  console.log(found.slice(0, 3).join('\n'));
  if (process.env.SHOW) console.log(JSON.stringify({ record, question }));
  console.log('---');
}
