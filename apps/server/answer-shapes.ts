/** Shapes of the answers that commands share with the API and that have no schema of their own: what is named here stays. */
type Schema = Readonly<Record<string, unknown>>;

const string: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const strings: Schema = { type: 'array', items: string };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const version = object({ record: string, horizon: string, engine: string, tzdata: string });
const instant: Schema = { type: 'string', pattern: '^[+-]?\\d{4,6}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' };
const measure = object({
  id: string,
  law: string,
  regime: string,
  instrument: string,
  provision: string,
  title: string,
});
const counted = object({ all: number, verified: number });
const reasons = list(object({ feature: string, score: number, query: string, candidate: string }));

export const answerShapes: Readonly<Record<string, Schema>> = {
  Difference: object({
    version,
    target: string,
    from: instant,
    to: instant,
    changes: list({ allOf: [measure, object({ kind: string, before: string, after: string, positions: strings })] }),
  }),
  Subject: object({ version, kind: string, id: string }),
  Positions: object({
    version,
    points: list(object({ id: string, question: string, yes: string, no: string, answers: list({ type: 'object' }) })),
    positions: list(object({ id: string, name: string, stances: list({ type: 'object' }) })),
  }),
  Coverage: object({
    version,
    horizon: string,
    laws: list(object({ law: string, name: string, covers: string, held: { type: 'boolean' } })),
    regimes: list(object({ id: string, law: string, name: string, targets: strings, measures: counted })),
    instruments: counted,
    measures: counted,
  }),
  Calendar: object({
    version,
    target: orNull(string),
    asKnown: instant,
    due: list(
      object({
        at: instant,
        precision: { enum: ['instant', 'day'] },
        kind: { enum: ['begins', 'ends', 'renewal-due', 'renewal-not-seen', 'opens-question'] },
        law: string,
        regime: string,
        positions: strings,
        says: string,
        measures: list(measure),
      }),
    ),
  }),
  Reading: object({
    document: object({
      text: string,
      language: string,
      published: orNull(string),
      zone: orNull(string),
      inferred: strings,
    }),
    mentions: list(object({ quote: string, start: number, end: number, type: string })),
    statements: list(
      object({
        quote: string,
        start: number,
        end: number,
        kind: string,
        aspect: { enum: ['content', 'attribution'] },
        verdict: { enum: ['supported', 'contradicted', 'contested', 'unverifiable'] },
        because: strings,
      }),
    ),
    summary: { type: 'object' },
  }),
  Screened: object({
    query: object({ name: string }),
    on: string,
    matches: list(
      object({
        id: string,
        caption: string,
        list: string,
        score: number,
        match: { type: 'boolean' },
        designated: list({ type: 'object' }),
        because: reasons,
      }),
    ),
  }),
  Compared: object({
    name1: string,
    name2: string,
    schema: orNull(string),
    score: number,
    match: { type: 'boolean' },
    because: reasons,
  }),
};
