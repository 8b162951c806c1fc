/** What holds of every answer, whatever the law: on random records, the same each time. */
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { compile, type Program } from '../compile/program.ts';
import { recordOf, shardsFor, shardsOf } from '../compile/shards.ts';
import { assess } from '../evaluate/assess.ts';
import type { Assessment, Finding, Part } from '../law/assessment.ts';
import { OUTCOMES, type Outcome } from '../law/outcome.ts';
import type { Stance } from '../law/position.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { addDays, startOfDay } from '../time/civil-date.ts';
import { type Instant, instant } from '../time/instant.ts';
import { anyKnowledgeTime, anyQuestion } from './any-question.ts';
import { aMoment, anyRecord, FIRST_DAY, GOODS } from './any-record.ts';

const same = { seed: 4711, endOnFailure: true } as const;
const patient = 600_000;
type Asked = Omit<Question, 'asKnown' | 'suppose'>;

const ask = (program: Program, asked: Asked): Assessment =>
  assess(program, { ...asked, asKnown: program.asKnown, suppose: [] }, { changes: false });

/** What is said of an answer, whatever the order in which it is said. */
const told = ({ outcome, parts, missing, strictest, mildest, views }: Assessment): unknown => ({
  ...{ outcome, strictest, mildest, missing: [...missing].sort(), parts: sorted(parts) },
  views: sorted(
    views.map((view) => ({
      ...{
        law: view.law,
        outcome: view.outcome,
        positions: [...view.positions].sort(),
        undetermined: view.undetermined,
      },
      measures: sorted(view.measures.map(({ measure, status, controls }) => [measure.id, status, controls])),
    })),
  ),
});

const sorted = (things: readonly unknown[]): readonly string[] => things.map((one) => JSON.stringify(one)).sort();

const severity = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);

const questions = (count: number): fc.Arbitrary<Asked[]> =>
  fc.array(anyQuestion, { minLength: count, maxLength: count });

/** Every end is final, so that what the record could see of renewals plays no part. */
function withoutRenewals(record: LegalRecord): LegalRecord {
  const text = JSON.stringify({ norms: record.norms, rules: record.rules });
  return {
    ...record,
    ...(JSON.parse(text.replaceAll('"renewable"', '"final"')) as Pick<LegalRecord, 'norms' | 'rules'>),
  };
}

const stance = (point: string, more: Partial<Stance>): Stance => ({
  ...{ point, answer: 'yes', kind: 'statement', evidence: 'verified', sources: [] },
  ...{ said: { from: instant(0), until: instant(0), precision: 'instant' }, knownFrom: instant(0) },
  withdraws: 'from-the-start',
  ...more,
});

const withStances = (record: LegalRecord, actor: string, stances: readonly Stance[]): LegalRecord => {
  const position = record.positions[actor] ?? { id: actor, name: actor, kind: 'state', aliases: [], expects: [] };
  return { ...record, positions: { ...record.positions, [actor]: { ...position, stances } } };
};

describe('news', () => {
  it(
    'that becomes known later leaves earlier answers alone',
    () =>
      fc.assert(
        fc.property(anyRecord, anyKnowledgeTime, aMoment, questions(6), (drawn, asKnown, moment, all) => {
          const record = withoutRenewals(drawn);
          const late = instant(asKnown + 1);
          const events = Object.fromEntries(
            Object.entries(record.events).map(([id, event]) => [
              id,
              event.knownFrom > asKnown ? { ...event, occurred: moment, knownFrom: late } : event,
            ]),
          );
          const news = Object.keys(record.points).map((point) => stance(point, { said: moment, knownFrom: late }));
          const later = withStances({ ...record, events }, 'AA', [...(record.positions.AA?.stances ?? []), ...news]);
          const [before, after] = [compile(record, asKnown), compile(later, asKnown)];
          for (const one of all) expect(told(ask(after, one))).toEqual(told(ask(before, one)));
        }),
        { ...same, numRuns: 50 },
      ),
    patient,
  );
});

describe('a stance withdrawn', () => {
  const turn = startOfDay(addDays(FIRST_DAY, 30));
  const known = instant(turn + 86_400 * 300);
  const turned = (record: LegalRecord, withdraws: Stance['withdraws']) => {
    const moment = { from: turn, until: turn, precision: 'instant' } as const;
    const points = Object.keys(record.points);
    const first = points.map((point) => stance(point, { answer: 'yes' }));
    const second = points.map((point) => stance(point, { answer: 'no', said: moment, knownFrom: turn, withdraws }));
    return {
      before: compile(withStances(record, 'AA', first), known),
      after: compile(withStances(record, 'AA', [...first, ...second]), known),
      only: compile(withStances(record, 'AA', second), known),
      asKnownBefore: compile(withStances(record, 'AA', [...first, ...second]), instant(turn - 1)),
      thenBefore: compile(withStances(record, 'AA', first), instant(turn - 1)),
    };
  };
  const asAA = (asked: Asked, at: Instant): Asked => ({
    ...asked,
    accordingTo: ['AA'],
    at: { from: at, until: instant(at + 1) },
  });

  it(
    'from the start is withdrawn for all time, once that is known, and for no time before',
    () =>
      fc.assert(
        fc.property(anyRecord, questions(6), (record, all) => {
          const { after, only, asKnownBefore, thenBefore } = turned(record, 'from-the-start');
          for (const one of all) {
            const asked = asAA(one, one.at.from);
            expect(told(ask(after, asked))).toEqual(told(ask(only, asked)));
            expect(told(ask(asKnownBefore, asked))).toEqual(told(ask(thenBefore, asked)));
          }
        }),
        { ...same, numRuns: 40 },
      ),
    patient,
  );

  it(
    'from then on holds for the time before, and no longer',
    () =>
      fc.assert(
        fc.property(anyRecord, questions(6), (record, all) => {
          const { before, after, only } = turned(record, 'from-then-on');
          for (const one of all) {
            const asked = asAA(one, one.at.from);
            expect(told(ask(after, asked))).toEqual(told(ask(asked.at.from < turn ? before : only, asked)));
          }
        }),
        { ...same, numRuns: 40 },
      ),
    patient,
  );
});

describe('goods', () => {
  it(
    'more of them never make the strictest outcome milder',
    () =>
      fc.assert(
        fc.property(
          anyRecord,
          anyKnowledgeTime,
          fc.constantFrom(...GOODS),
          questions(6),
          (record, asKnown, code, all) => {
            const program = compile(record, asKnown);
            for (const one of all.filter(({ goods }) => goods.length > 0)) {
              const narrow = ask(program, one);
              const wide = ask(program, { ...one, goods: [...one.goods, { input: code, code, how: 'exact' }] });
              expect(severity(wide.strictest)).toBeLessThanOrEqual(severity(narrow.strictest));
            }
          },
        ),
        { ...same, numRuns: 50 },
      ),
    patient,
  );

  it(
    'asked as a family are at their strictest no milder than any of its parts',
    () =>
      fc.assert(
        fc.property(anyRecord, anyKnowledgeTime, questions(4), (record, asKnown, all) => {
          const program = compile(record, asKnown);
          const of = (asked: Asked, code: string) =>
            ask(program, { ...asked, goods: [{ input: code, code, how: 'exact' }] });
          for (const one of all)
            for (const part of ['fam:a', 'fam:b', 'fam:b1', 'fam:b2'])
              expect(severity(of(one, 'fam').strictest)).toBeLessThanOrEqual(severity(of(one, part).strictest));
        }),
        { ...same, numRuns: 40 },
      ),
    patient,
  );
});

describe('an answer', () => {
  it(
    'for a day is bounded by the answers for its instants',
    () =>
      fc.assert(
        fc.property(
          anyRecord,
          anyKnowledgeTime,
          fc.integer({ min: 0, max: 60 }),
          questions(3),
          (record, asKnown, day, all) => {
            const program = compile(record, asKnown);
            const from = startOfDay(addDays(FIRST_DAY, day));
            for (const one of all) {
              const asked = { ...one, laws: ['UN'], accordingTo: ['AA'] };
              const whole = ask(program, { ...asked, at: { from, until: instant(from + 86_400) } });
              // Everything in these records happens at a half hour.
              const instants = Array.from({ length: 48 }, (_, half) => instant(from + half * 1800)).map((at) =>
                ask(program, { ...asked, at: { from: at, until: instant(at + 1) } }),
              );
              const severities = (pick: (finding: Finding) => Outcome): number[] =>
                instants.map((one) => severity(pick(one)));
              expect(severity(whole.strictest)).toBe(Math.min(...severities(({ strictest }) => strictest)));
              expect(severity(whole.mildest)).toBe(Math.max(...severities(({ mildest }) => mildest)));
            }
          },
        ),
        { ...same, numRuns: 50 },
      ),
    patient,
  );

  it(
    'in parts is the answer that each part gets when it is asked',
    () =>
      fc.assert(
        fc.property(anyRecord, anyKnowledgeTime, questions(8), (record, asKnown, all) => {
          const program = compile(record, asKnown);
          for (const one of all)
            for (const part of tellingParts(ask(program, one))) {
              const filled = filledIn(one, part);
              if (filled !== undefined) expect(ask(program, filled)).toMatchObject({ outcome: part.outcome });
            }
        }),
        { ...same, numRuns: 150 },
      ),
    patient,
  );

  it(
    'is the same whatever the order of the files and of what stands in them',
    () =>
      fc.assert(
        fc.property(anyRecord, anyKnowledgeTime, questions(6), (record, asKnown, all) => {
          const [forth, back] = [compile(record, asKnown), compile(turnedRound(record), asKnown)];
          for (const one of all) expect(told(ask(back, one))).toEqual(told(ask(forth, one)));
        }),
        { ...same, numRuns: 50 },
      ),
    patient,
  );

  it(
    'is the same whatever was asked before',
    () =>
      fc.assert(
        fc.property(anyRecord, anyKnowledgeTime, anyQuestion, questions(10), (record, asKnown, one, times) => {
          const all = times.map(({ at }) => ({ ...one, at }));
          const [forth, back] = [compile(record, asKnown), compile(record, asKnown)];
          const first = all.map((asked) => told(ask(forth, asked)));
          const second = [...all].reverse().map((asked) => told(ask(back, asked)));
          expect(second.reverse()).toEqual(first);
        }),
        { ...same, numRuns: 100 },
      ),
    patient,
  );

  it(
    'from the part of the record that a question needs is the answer from the whole',
    () =>
      fc.assert(
        fc.property(anyRecord, anyKnowledgeTime, questions(6), (record, asKnown, all) => {
          const { shards, index } = shardsOf(record);
          const whole = compile(record, asKnown);
          for (const one of all) {
            const needed = shardsFor(index, record.states, one).map((number) => shards[number]!);
            const part = recordOf(record, needed);
            expect(told(ask(compile(part, asKnown), one))).toEqual(told(ask(whole, one)));
          }
        }),
        { ...same, numRuns: 50 },
      ),
    patient,
  );

  describe('under another local time', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });

    it(
      'is the same',
      () =>
        fc.assert(
          fc.property(anyRecord, anyKnowledgeTime, questions(4), (record, asKnown, all) => {
            const answers = ['UTC', 'America/New_York', 'Asia/Tehran', 'Pacific/Kiritimati'].map((name) => {
              process.env.TZ = name;
              const program = compile(record, asKnown);
              return all.map((one) => told(ask(program, one)));
            });
            for (const one of answers) expect(one).toEqual(answers[0]);
          }),
          { ...same, numRuns: 40 },
        ),
      patient,
    );
  });
});

/** Of a list aimed at some recipients, "non-governmental" in a part means not listed, which no question can say. */
const tellingParts = ({ parts }: Assessment): readonly Part[] =>
  parts.some(({ when }) => when.recipient === 'listed')
    ? parts.filter(({ when }) => when.recipient !== 'non-governmental')
    : parts;

/** The question that a part is the answer to; undefined where a part is told by goods or by an edge that is not known. */
function filledIn(asked: Asked, { when }: Part): Asked | undefined {
  const { recipient, region, contract, goods, party, time } = when;
  if (goods !== undefined || party !== undefined || region === 'elsewhere') return undefined;
  if (time !== undefined && (time.from === undefined || time.until === undefined)) return undefined;
  const [, before, from] = /^(?:before (\S+)|(\S+) or later)$/.exec(contract ?? '') ?? [];
  const signed = before === undefined ? from && Date.parse(from) / 1000 : Date.parse(before) / 1000 - 1;
  return {
    ...asked,
    ...(recipient !== undefined && { recipient: recipient as NonNullable<Question['recipient']> }),
    ...(region !== undefined && { region }),
    ...(signed && { contract: instant(signed) }),
    ...(time !== undefined && { at: { from: time.from!, until: time.until! } }),
  };
}

/** The record with everything in it in the other order. */
function turnedRound(record: LegalRecord): LegalRecord {
  const nouns = Object.entries(record).map(([noun, things]) => [
    noun,
    typeof things === 'object' ? Object.fromEntries(Object.entries(things).reverse()) : things,
  ]);
  return Object.fromEntries(nouns.reverse()) as LegalRecord;
}
