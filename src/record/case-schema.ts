/** The shape of the files under `cases/`: questions with known answers and citations, written and read by lawyers. */
import { Kind, type Static, Type as T } from '@sinclair/typebox';
import { DateOrInstant, Recipients } from './schema.ts';

const closed = { additionalProperties: false } as const;
const text = T.String({ minLength: 1 });
const texts = T.Array(text);
const one = T.Optional(text);
const some = T.Optional(T.Union([text, texts]));
const oneOf = <const V extends readonly string[]>(values: V) =>
  T.Unsafe<V[number]>({ [Kind]: 'OneOf', enum: [...values] });

/** What an assessment may come to (DESIGN, "The assessment", rule 2). */
const outcome = oneOf([
  'prohibited',
  'approval-required',
  'notification-required',
  'conditions-apply',
  'non-binding-call',
  'no-measure-found',
  'conditional',
  'undetermined',
  'contested',
]);

const when = T.Object(
  {
    recipient: T.Optional(Recipients),
    region: one,
    goods: one,
    contract: one,
    time: T.Optional(T.Object({ from: T.Union([text, T.Null()]), until: T.Union([text, T.Null()]) }, closed)),
  },
  closed,
);

/** One question, with the option names of `ask` in camelCase. */
export const caseQuestion = T.Object(
  {
    from: one,
    to: one,
    goods: some,
    on: T.String({ minLength: 4, description: 'A date, a month, a year or an instant, as `ask --on` takes it.' }),
    zone: one,
    calendar: one,
    activity: one,
    recipient: T.Optional(Recipients),
    region: one,
    party: some,
    contract: T.Optional(DateOrInstant),
    law: some,
    accordingTo: some,
    asKnown: one,
    suppose: some,
  },
  closed,
);

const legalCase = T.Object(
  {
    id: T.String({ pattern: '^[a-z0-9][a-z0-9./-]*$', description: 'Unique among all cases.' }),
    says: T.String({ minLength: 1, description: 'What the law says, in one sentence.' }),
    ask: caseQuestion,
    outcome,
    controls: T.Optional(
      T.Array(text, { description: '"SYMBOL LOCATOR": at least one measure that controls must cite one of these.' }),
    ),
    views: T.Optional(
      T.Record(T.String(), outcome, { description: 'The outcome according to each of these positions.' }),
    ),
    undetermined: T.Optional(oneOf(['declared', 'no-stance', 'renewal-not-seen', 'hour-not-recorded', 'unverified'])),
    missing: T.Optional(texts),
    parts: T.Optional(T.Array(T.Object({ when, outcome }, closed))),
    cite: T.Optional(T.Union([text, texts])),
    url: T.Optional(T.String({ pattern: '^https?://' })),
    note: one,
  },
  closed,
);

export const caseFile = T.Object(
  { cases: T.Array(legalCase, { minItems: 1 }) },
  { ...closed, description: 'Questions with known answers.' },
);

/** One question with its known answer. */
export type LegalCase = Static<typeof legalCase>;
