/** The JSON of readings as schemas: what `read --json` prints, and what `read --statements` takes. No reading is loaded for them. */
import { type Static, Type as T, type TSchema } from '@sinclair/typebox';
import { KINDS, MODALITIES, VERDICTS } from './statement.ts';

const text = T.String();
const orNull = <S extends TSchema>(schema: S) => T.Union([schema, T.Null()]);
const oneOf = <const V extends string>(values: readonly V[]) => T.Union(values.map((value) => T.Literal(value)));
const place = T.Integer({ minimum: 0, description: 'in UTF-16 code units of the text' });
const day = T.String({ pattern: '^\\d{4}-\\d\\d(-\\d\\d)?$', description: 'a day, or a month' });

const values = {
  date: T.Optional(day),
  instant: T.Optional(T.String({ description: 'ISO 8601, UTC' })),
  from: T.Optional(day),
  until: T.Optional(day),
  period: T.Optional(T.String({ pattern: '^P\\d+[DWMY]$', description: 'ISO 8601' })),
  count: T.Optional(T.Number()),
  tally: T.Optional(T.String({ description: 'for-against-abstaining' })),
  instrument: T.Optional(T.String({ description: 'its symbol: S/RES/2231 (2015)' })),
  party: T.Optional(T.String({ description: 'who; several with commas between' })),
  name: T.Optional(text),
  scope: T.Optional(text),
  act: T.Optional(text),
  effect: T.Optional(text),
  place: T.Optional(text),
  term: T.Optional(text),
};

const cite = T.Object({ symbol: text, para: T.Optional(text), url: T.Optional(text) });
const polarity = oneOf(['affirmed', 'denied'] as const);
const modality = oneOf(MODALITIES);

const statement = T.Object({
  quote: text,
  start: place,
  end: place,
  kind: oneOf(KINDS),
  aspect: oneOf(['content', 'attribution'] as const),
  attribution: orNull(T.Object({ source: text, cue: text, chain: T.Array(text) })),
  stated: T.Object({ ...values, polarity, modality }),
  verdict: oneOf(VERDICTS),
  near: orNull(T.String({ description: 'how near a contradicted statement comes' })),
  evidence: orNull(oneOf(['verified', 'unverified'] as const)),
  correct: orNull(T.Object({ ...values, cite: text, text })),
  contestedBy: T.Array(T.Object({ positions: T.Array(text), says: text, cite: T.Optional(cite) })),
  reason: orNull(T.String({ description: 'why nothing can be said' })),
  because: T.Array(text),
  citations: T.Array(cite),
});

/** What `read --json` prints. */
export const readingSchema = T.Object({
  document: T.Object({
    text,
    language: oneOf(['en', 'fa', 'ru', 'ar', 'fr', 'de', 'es'] as const),
    published: orNull(day),
    zone: orNull(text),
    inferred: T.Array(text, { description: 'which of these was worked out rather than given' }),
  }),
  statements: T.Array(statement),
  mentions: T.Array(T.Object({ quote: text, start: place, end: place, type: text, value: text })),
  summary: T.Object({
    statements: T.Integer(),
    supported: T.Integer(),
    contradicted: T.Integer(),
    contested: T.Integer(),
    unverifiable: T.Integer(),
    unchecked: T.Integer({ description: 'sentences that say nothing that is checked' }),
  }),
});

const givenStatement = T.Object({
  quote: T.String({ minLength: 1, description: 'the words of the document, exactly' }),
  start: T.Optional(place),
  end: T.Optional(place),
  kind: T.Optional(oneOf(KINDS)),
  attribution: T.Optional(orNull(T.Object({ source: text, cue: T.Optional(text), chain: T.Optional(T.Array(text)) }))),
  stated: T.Optional(
    T.Object(
      { ...values, polarity: T.Optional(polarity), modality: T.Optional(modality) },
      { additionalProperties: false, description: 'what it says, in values: these are judged' },
    ),
  ),
});

/** What `read --statements` takes. */
export const givenStatementsSchema = T.Object({
  text: T.Optional(T.String({ description: 'the whole document: the statements are then judged in their context' })),
  statements: T.Array(givenStatement),
});

export type GivenStatements = Static<typeof givenStatementsSchema>;
export type GivenStatement = GivenStatements['statements'][number];
