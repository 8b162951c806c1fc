/** Statements that a person or another extractor found in a document, put through the same verdicts. */
import { type Static, Type as T } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { Program } from '../compile/program.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Checked } from '../diagnostics/diagnostic.ts';
import { type ReadOptions, readDocument } from './read.ts';
import type { Reading, Statement } from './statement.ts';

const KINDS = [
  'vote',
  'adoption',
  'date-of-event',
  'expiry',
  'reimposition',
  'notification',
  'deadline-or-duration',
  'measure-scope',
  'listed-person-or-entity',
  'participation',
  'position-or-statement',
  'executive-act',
  'name-of-instrument',
  'other',
] as const;

const GivenStatement = T.Object({
  quote: T.String({ minLength: 1, description: 'The words of the document, exactly.' }),
  start: T.Optional(
    T.Integer({ minimum: 0, description: 'Where the quote starts, in UTF-16 code units of the text.' }),
  ),
  end: T.Optional(T.Integer({ minimum: 0 })),
  kind: T.Optional(T.Union(KINDS.map((kind) => T.Literal(kind)))),
  attribution: T.Optional(
    T.Union([
      T.Null(),
      T.Object({ source: T.String(), cue: T.Optional(T.String()), chain: T.Optional(T.Array(T.String())) }),
    ]),
  ),
  stated: T.Optional(
    T.Record(T.String(), T.Unknown(), { description: 'What the statement says, in the fields of the answer.' }),
  ),
});

const GivenStatements = T.Object({
  text: T.Optional(T.String({ description: 'The whole document: the statements are then judged in their context.' })),
  statements: T.Array(GivenStatement),
});

export type GivenStatements = Static<typeof GivenStatements>;

/** The JSON Schema of the file that `read --statements` takes. */
export const statementsSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Snapback: statements to be judged',
  ...JSON.parse(JSON.stringify(GivenStatements)),
};

/** Reads statements from JSON: an object with `statements`, a bare array, or one object a line. */
export function parseStatements(json: string): Checked<GivenStatements> {
  let value: unknown;
  try {
    value = parseJson(json);
  } catch (error) {
    return { ok: false, errors: [diagnose('statements-malformed', {}, { why: (error as Error).message })] };
  }
  const given = Array.isArray(value) ? { statements: value } : value;
  if (Value.Check(GivenStatements, given)) return { ok: true, value: given, warnings: [] };
  const [first] = [...Value.Errors(GivenStatements, given)];
  return {
    ok: false,
    errors: [
      diagnose(
        'statements-malformed',
        { within: first?.path ?? '' },
        { why: `${first?.path || 'the file'}: ${first?.message ?? 'wrong'}` },
      ),
    ],
  };
}

function parseJson(json: string): unknown {
  const text = json.trim();
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isLines = lines.length > 1 && lines.every((line) => line.trim().startsWith('{') && line.trim().endsWith('}'));
  return isLines ? lines.map((line) => JSON.parse(line) as unknown) : JSON.parse(text);
}

/** Judges each statement: by what is read in its place in the text, or by its quote alone where there is no text. */
export function judgeStatements(program: Program, given: GivenStatements, options: ReadOptions): Reading | undefined {
  const text = given.text ?? given.statements.map(({ quote }) => quote).join('\n');
  const reading = readDocument(program, text, options);
  if (reading === undefined) return undefined;
  let cursor = 0;
  const statements = given.statements.map((one): Statement => {
    const start =
      one.start !== undefined && text.startsWith(one.quote, one.start)
        ? one.start
        : Math.max(0, text.indexOf(one.quote, given.text === undefined ? cursor : 0));
    const end = start + one.quote.length;
    cursor = end;
    const found = nearestTo(reading.statements, start, end);
    return withGiven(one, start, end, found);
  });
  const summary = {
    ...reading.summary,
    statements: statements.length,
    supported: 0,
    contradicted: 0,
    contested: 0,
    unverifiable: 0,
    unchecked: 0,
  };
  for (const { verdict } of statements) summary[verdict]++;
  return { ...reading, statements, summary };
}

/** The statement that shares most of the stretch, if it shares enough of it. */
function nearestTo(statements: readonly Statement[], start: number, end: number): Statement | undefined {
  const likeness = (one: Statement): number => {
    const shared = Math.min(end, one.end) - Math.max(start, one.start);
    return shared <= 0 ? 0 : shared / (Math.max(end, one.end) - Math.min(start, one.start));
  };
  const best = [...statements].sort((a, b) => likeness(b) - likeness(a))[0];
  return best && likeness(best) >= 0.3 ? best : undefined;
}

function withGiven(
  one: GivenStatements['statements'][number],
  start: number,
  end: number,
  found: Statement | undefined,
): Statement {
  const attribution = one.attribution
    ? { source: one.attribution.source, cue: one.attribution.cue ?? '', chain: one.attribution.chain ?? [] }
    : (found?.attribution ?? null);
  const base: Statement = found ?? {
    quote: one.quote,
    start,
    end,
    kind: one.kind ?? 'other',
    aspect: 'content',
    attribution,
    stated: { polarity: 'affirmed', modality: 'fact' },
    verdict: 'unverifiable',
    near: null,
    evidence: null,
    correct: null,
    contestedBy: [],
    reason: 'not-on-record',
    because: [],
    citations: [],
  };
  return {
    ...base,
    quote: one.quote,
    start,
    end,
    kind: one.kind ?? base.kind,
    attribution,
    stated: { ...base.stated, ...(one.stated as object | undefined) },
  };
}
