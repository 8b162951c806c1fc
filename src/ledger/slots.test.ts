import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../time/instant.ts';
import { answerIn, LATEST, Timelines } from './slots.ts';
import type { Step } from './timeline.ts';

const anyTimeline = fc
  .uniqueArray(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -1_000_000, max: 2_000_000_000 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((starts): readonly Step[] =>
    starts.sort((a, b) => a - b).map((from, i) => ({ from: instant(from), answer: i % 5 })),
  );

/** What a timeline says at an instant, looked up the plain way. */
const plainly = (steps: readonly Step[], at: number): number =>
  (steps.findLast(({ from }, i) => i === 0 || from <= at) ?? steps[0])!.answer;

describe('timelines laid out in slots', () => {
  it('give each instant the answer of its timeline, at the edges too', () => {
    fc.assert(
      fc.property(
        fc.array(anyTimeline, { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: -2_000_000, max: 2_100_000_000 })),
        (lines, times) => {
          const timelines = new Timelines();
          const numbers = lines.map((steps) => timelines.numberOf(steps));
          const { lines: laid, slots } = timelines.layOut();
          lines.forEach((steps, i) => {
            const edges = steps.flatMap(({ from }) => [from - 1, from, from + 1]);
            for (const at of [...times, ...edges])
              expect(answerIn(slots, laid[numbers[i]!]!, at)).toBe(plainly(steps, at));
          });
        },
      ),
    );
  });

  it('have their changes in order, the missing ones last', () => {
    fc.assert(
      fc.property(fc.array(anyTimeline, { minLength: 1, maxLength: 4 }), (lines) => {
        const timelines = new Timelines();
        for (const steps of lines) timelines.numberOf(steps);
        const { slots } = timelines.layOut();
        for (let slot = 0; slot < slots.count; slot++)
          slots.changes.reduce((before, column) => {
            expect(before <= column[slot]! || column[slot] === LATEST).toBe(true);
            return column[slot]!;
          }, Number.NEGATIVE_INFINITY);
      }),
    );
  });

  it('are shared by equal timelines, wherever their first step begins', () => {
    const timelines = new Timelines();
    const steps = (from: number): readonly Step[] => [
      { from: instant(from), answer: 1 },
      { from: instant(100), answer: 2 },
    ];
    expect(timelines.numberOf(steps(5))).toBe(timelines.numberOf(steps(50)));
  });
});
