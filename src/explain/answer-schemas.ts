/** The JSON that the doors print, as JSON Schemas: what is required here stays, fields may be added. */
import { Type as T, type TSchema } from '@sinclair/typebox';
import { OUTCOMES } from '../law/outcome.ts';
import { givenStatementsSchema, readingSchema } from '../reading/schemas.ts';

const text = T.String();
const texts = T.Array(text);
const orNull = <S extends TSchema>(schema: S) => T.Union([schema, T.Null()]);
const oneOf = (values: readonly string[], description?: string) =>
  T.Union(
    values.map((value) => T.Literal(value)),
    description === undefined ? {} : { description },
  );

const instant = T.String({
  pattern: '^[+-]?\\d{4,6}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$',
  description: 'ISO 8601, UTC',
});
const outcome = oneOf(OUTCOMES);
const headline = oneOf([...OUTCOMES, 'conditional', 'undetermined', 'contested']);
const evidence = oneOf(['verified', 'unverified']);
const precision = oneOf(['instant', 'day']);
const status = oneOf(['in-force', 'undetermined', 'suspended', 'ended', 'not-yet', 'not-returned']);
const force = oneOf(['decides', 'calls-upon', 'requests', 'political']);
const recipients = T.Array(oneOf(['government', 'non-governmental', 'listed']));

const version = T.Object(
  { record: T.String({ pattern: '^sha256:' }), horizon: text, engine: text, tzdata: text },
  { description: 'from what the answer was worked out: enough to replay it' },
);
const interval = T.Object({ from: instant, until: instant }, { description: 'half-open: until is not part of it' });

const when = T.Object({
  recipient: T.Optional(text),
  region: T.Optional(text),
  goods: T.Optional(text),
  contract: T.Optional(text),
  party: T.Optional(text),
  time: T.Optional(T.Object({ from: orNull(instant), until: orNull(instant) })),
});

const finding = {
  outcome: headline,
  missing: T.Array(oneOf(['recipient', 'region', 'goods', 'contract', 'party', 'time'])),
  parts: T.Array(T.Object({ when, outcome: oneOf([...OUTCOMES, 'undetermined']) })),
  strictest: outcome,
  mildest: outcome,
};

const gate = T.Object({
  kind: oneOf(['prior-approval', 'no-objection', 'advance-notice', 'documents-or-routing', 'later-report']),
  days: orNull(T.Number()),
  by: orNull(text),
  filer: orNull(text),
  for: T.Object({ recipients, goods: texts }),
  residual: T.Boolean({ description: 'a way out beside a bar that stands' }),
  workingDays: T.Optional(T.Boolean()),
  presumption: T.Optional(oneOf(['denial', 'approval'])),
});

const step = T.Object({
  step: text,
  at: orNull(instant),
  cite: orNull(T.Object({ symbol: text, para: T.Optional(text), url: T.Optional(text) })),
});

const measure = T.Object({
  id: text,
  instrument: text,
  provision: text,
  title: text,
  status,
  controls: T.Boolean({ description: 'whether it decides the outcome' }),
  effect: outcome,
  force,
  call: T.Optional(oneOf(['stop', 'vigilance'])),
  presumption: T.Optional(oneOf(['denial', 'approval'])),
  addressee: oneOf(['states', 'persons']),
  gates: T.Array(gate),
  exemptions: texts,
  obligations: texts,
  inForce: orNull(
    T.Object({
      from: orNull(instant),
      until: orNull(instant),
      precision,
      untilPrecision: orNull(precision),
      projected: T.Boolean(),
    }),
  ),
  evidence,
  because: T.Array(step),
});

const view = T.Object({
  positions: T.Array(text, { description: 'empty where no disputed point was used' }),
  law: text,
  undetermined: orNull(oneOf(['declared', 'no-stance', 'renewal-not-seen', 'hour-not-recorded', 'unverified'])),
  ...finding,
  measures: T.Array(measure),
  conflicts: T.Array(T.Object({ bar: text, permission: text })),
  changes: T.Array(T.Object({ at: orNull(instant), to: headline, if: text })),
});

const goods = T.Object({
  input: text,
  code: text,
  how: oneOf(['exact', 'approximate']),
  item: T.Optional(T.String({ description: 'the named system that was asked about; `code` is then its class' })),
  decides: T.Optional(T.String({ description: 'the figure or the fact that settles what a thing under this code is' })),
});

const question = T.Object({
  from: orNull(text),
  to: orNull(text),
  goods: T.Array(goods),
  activity: text,
  at: interval,
  asKnown: instant,
  recipient: T.Optional(text),
  region: T.Optional(text),
  party: T.Optional(
    T.Array(T.Object({ input: text, designations: texts, candidates: T.Array(T.Object({ id: text })) })),
  ),
  contract: T.Optional(orNull(instant)),
  law: T.Optional(texts),
  accordingTo: T.Optional(texts),
  suppose: T.Optional(T.Array(T.Object({ kind: oneOf(['stance', 'event']) }))),
});

/** What `ask --json` prints. */
export const assessmentSchema = T.Object({
  id: T.Optional(text),
  version,
  question,
  ...finding,
  views: T.Array(view),
  supposed: T.Optional(
    T.Object(
      { before: headline, views: T.Array(T.Object({ positions: texts, law: text, outcome: headline })) },
      { description: 'the answer without what the question supposes' },
    ),
  ),
  exposure: T.Array(
    T.Object({
      id: text,
      law: text,
      instrument: text,
      provision: text,
      kind: oneOf(['nexus', 'designation-risk']),
      status,
      title: text,
      nexus: orNull(text),
      evidence,
    }),
  ),
  notExamined: texts,
  notes: texts,
  coverage: text,
});

const facts = {
  id: text,
  law: text,
  regime: text,
  instrument: text,
  provision: text,
  title: text,
  force,
  activity: texts,
  direction: orNull(oneOf(['to', 'from'])),
  goods: texts,
  recipients,
  effect: oneOf(OUTCOMES, 'the strictest outcome it can come to'),
  effects: T.Array(outcome, { description: 'every outcome it can come to, those of its own ordinary gates included' }),
};
const stretch = {
  from: orNull(instant),
  until: orNull(instant),
  precision,
  untilPrecision: orNull(precision),
};

/** What `in-force --json` prints. */
export const inForceSchema = T.Object({
  version,
  target: text,
  at: interval,
  views: T.Array(
    T.Object({
      positions: texts,
      law: text,
      measures: T.Array(T.Object({ ...facts, status, inForce: T.Object(stretch), evidence })),
    }),
  ),
});

/** What `timeline --json` prints. */
export const timelineSchema = T.Object({
  version,
  target: text,
  measures: T.Array(
    T.Object({ ...facts, positions: texts, intervals: T.Array(T.Object({ ...stretch, status })), evidence }),
  ),
});

/** A choice among words is an `enum` in what is published. */
function withEnums(_key: string, value: unknown): unknown {
  const { anyOf, ...rest } = (value ?? {}) as { readonly anyOf?: readonly { readonly const?: unknown }[] };
  if (!Array.isArray(anyOf) || !anyOf.every((one) => typeof one.const === 'string')) return value;
  return { ...rest, type: 'string', enum: anyOf.map((one) => one.const) };
}

/** The schemas of answers by file name, as they are published under `schemas/`. */
export function answerSchemas(): Readonly<Record<string, object>> {
  const titled = (title: string, schema: TSchema): object => ({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Snapback: ${title}`,
    ...(JSON.parse(JSON.stringify(schema), withEnums) as object),
  });
  return {
    'assessment.json': titled('the answer of `ask`', assessmentSchema),
    'in-force.json': titled('the answer of `in-force`', inForceSchema),
    'timeline.json': titled('the answer of `timeline`', timelineSchema),
    'reading.json': titled('the answer of `read`', readingSchema),
    'statements.json': titled('statements to be judged by `read --statements`', givenStatementsSchema),
  };
}
