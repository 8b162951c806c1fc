import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile/program.ts';
import { anyKnowledgeTime, anyQuestion, anySuppositions, anyTime } from './any-question.ts';
import { ACTORS, anyRecord, STATES } from './any-record.ts';
import { disagreements, surveyDisagreements } from './disagreements.ts';

// A million answers are compared by `node bench/run.mjs engine/differential`; these are a sample, the same each time.
const same = { seed: 731, endOnFailure: true } as const;
const patient = 600_000;

describe('on random law', () => {
  const anyProgram = anyRecord.chain((record) =>
    fc
      .tuple(anyKnowledgeTime, anySuppositions(record))
      .map(([asKnown, suppose]) => ({ program: compile(record, asKnown, suppose), asKnown, suppose })),
  );

  it(
    'the engine and its typed arrays answer as the reference model does',
    () =>
      fc.assert(
        fc.property(
          anyProgram,
          fc.array(anyQuestion, { minLength: 8, maxLength: 8 }),
          ({ program, ...known }, questions) => {
            for (const question of questions) expect(disagreements(program, { ...question, ...known })).toEqual([]);
          },
        ),
        { ...same, numRuns: 80 },
      ),
    patient,
  );

  it(
    'a measure is in force, suspended or undetermined when the reference model says so',
    () =>
      fc.assert(
        fc.property(
          anyProgram,
          fc.constantFrom(...STATES),
          fc.constantFrom(...ACTORS),
          fc.array(anyTime, { minLength: 6, maxLength: 6 }),
          ({ program, suppose }, target, actor, times) => {
            for (const { from } of times)
              expect(surveyDisagreements(program, target, actor, from, suppose)).toEqual([]);
          },
        ),
        { ...same, numRuns: 100 },
      ),
    patient,
  );
});
