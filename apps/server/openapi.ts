/** The contract of the API, made from the schemas that answers are tested against. */
import { answerSchemas } from '../../src/index.ts';
import { answerShapes } from './answer-shapes.ts';

type Schema = Readonly<Record<string, unknown>>;

const word = (description: string): Schema => ({ type: 'string', maxLength: 4096, description });
const words = (description: string): Schema => ({
  type: 'string',
  maxLength: 4096,
  description: `${description}; several with commas`,
});

const VIEWPOINT: Readonly<Record<string, Schema>> = {
  law: words('laws'),
  accordingTo: words('positions'),
  asKnown: word('with what had been made public by the end of this day; `now` reads the clock'),
};

const QUESTION: Readonly<Record<string, Schema>> = {
  from: word('State the goods come from'),
  to: word('State they go to'),
  goods: word('a name, a family or a code'),
  on: word('a day, month, year, or an instant with its zone'),
  activity: word('transfer when left out'),
  recipient: word('government or non-governmental'),
  region: word('a region that regimes name'),
  party: words('persons, companies or vessels'),
  contract: word('the day the contract was signed'),
  ...VIEWPOINT,
  suppose: words('points or events flipped'),
  zone: word('the zone of plain dates'),
  calendar: word('gregorian or persian'),
};

const query = (fields: Readonly<Record<string, Schema>>, required: readonly string[] = []) =>
  Object.entries(fields).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));

const json = (schema: Schema) => ({ 'application/json': { schema } });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const REFUSALS = Object.fromEntries(
  [
    ['400', 'what was asked cannot be understood'],
    ['401', 'a key is needed'],
    ['403', 'without a key only names of the loopback are answered to'],
    ['404', 'there is no such thing'],
    ['413', 'too large'],
    ['415', 'wrong type of content'],
    ['429', 'too many wrong keys'],
    ['503', 'not ready yet'],
  ].map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: ref('Problem') } } },
  ]),
);

const get = (summary: string, parameters: readonly object[], schema: Schema) => ({
  get: {
    summary,
    parameters,
    responses: {
      '200': { description: 'the answer', content: json(schema) },
      '304': { description: 'not changed' },
      ...REFUSALS,
    },
  },
});

const post = (summary: string, body: object, schema: object) => ({
  post: {
    summary,
    requestBody: { required: true, content: body },
    responses: { '200': { description: 'the answer', content: schema }, ...REFUSALS },
  },
});

/** An address that sends something other than JSON by a schema. */
const sent = (summary: string, type: string, parameters: readonly object[] = []) => ({
  get: {
    summary,
    parameters,
    responses: { '200': { description: summary, content: { [type]: {} } }, ...REFUSALS },
  },
});

const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

export function openApi(version: string): object {
  const target = { target: word('the State') };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Snapback',
      version,
      description:
        'Sanctions law in time: what was in force, when, under which paragraph, and according to whom. Not legal advice.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: {
      '/api/ask': {
        ...get('whether a transfer was barred', query(QUESTION, ['on']), ref('Assessment')),
        ...post(
          'many questions, a JSON object a line; one answer a line, a bad row gets its error',
          { 'application/x-ndjson': { schema: { type: 'string' } } },
          { 'application/x-ndjson': { schema: { type: 'string' } } },
        ),
      },
      '/api/in-force': get(
        'what is in force against a State',
        query({ ...target, on: QUESTION.on!, ...VIEWPOINT }, ['target', 'on']),
        ref('InForce'),
      ),
      '/api/timeline': get(
        'the history of the measures against a State',
        query({ ...target, ...VIEWPOINT }, ['target']),
        ref('Timeline'),
      ),
      '/api/diff': get(
        'what came, went and changed between two days',
        query({ ...target, from: word('a day'), to: word('a later day'), ...VIEWPOINT }, ['target', 'from', 'to']),
        ref('Difference'),
      ),
      '/api/explain': get(
        'a provision, instrument, point or other thing of the record',
        query(
          {
            id: word('an id, or a symbol and locator'),
            accordingTo: VIEWPOINT.accordingTo!,
            asKnown: VIEWPOINT.asKnown!,
          },
          ['id'],
        ),
        ref('Subject'),
      ),
      '/api/positions': get(
        'who holds what',
        query({ about: word('a State or a point; all when left out'), asKnown: VIEWPOINT.asKnown! }),
        ref('Positions'),
      ),
      '/api/coverage': get('what the record covers and how well', [], ref('Coverage')),
      '/api/calendar': get('what is due', query({ ...target, ...VIEWPOINT }), ref('Calendar')),
      '/api/read': post(
        'a report against the record',
        json({
          type: 'object',
          required: ['text'],
          properties: {
            text: { type: 'string' },
            published: word('day or month'),
            zone: word('IANA zone'),
            language: word('en, fa, ru, ar, fr, de, es'),
            claimreview: { type: 'boolean' },
          },
        }),
        json({ anyOf: [ref('Reading'), { type: 'array', items: { type: 'object' } }] }),
      ),
      '/api/screen': post(
        'names against lists',
        json({
          type: 'object',
          properties: {
            name: word('a name'),
            names: { type: 'array', items: word('a name'), maxItems: 100 },
            on: word('a day'),
            accordingTo: VIEWPOINT.accordingTo,
            asKnown: VIEWPOINT.asKnown,
            list: words('lists'),
            schema: word('Person, Organization, …'),
          },
        }),
        json({ anyOf: [ref('Screened'), { type: 'array', items: ref('Screened') }] }),
      ),
      '/api/compare': post(
        'two names',
        json({
          type: 'object',
          required: ['name1', 'name2'],
          properties: { name1: word('a name'), name2: word('a name'), schema: word('Person, …') },
        }),
        json(ref('Compared')),
      ),
      '/calendar.ics': sent('what is due, for a calendar', 'text/calendar', query({ ...target, ...VIEWPOINT })),
      '/feed.atom': sent(
        'what is due, for a reader of feeds',
        'application/atom+xml',
        query({ ...target, ...VIEWPOINT }),
      ),
      '/embed/timeline/{state}': sent(
        'the history of a State as a page for a frame; with `.svg` after it as an image',
        'text/html',
        [inPath('state', 'a State'), ...query(VIEWPOINT)],
      ),
      '/embed/vote/{id}': sent('a vote as a page for a frame; with `.svg` after it as an image', 'text/html', [
        inPath('id', 'an event or a symbol, percent-encoded'),
      ]),
      '/openapi.json': sent('this description', 'application/json'),
      '/healthz': sent('whether the process lives', 'text/plain'),
      '/readyz': sent('whether the record is read and warm', 'text/plain'),
      '/metrics': sent('counts and times for Prometheus', 'text/plain'),
    },
    components: {
      schemas: {
        ...answerSchemasByName(),
        ...answerShapes,
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            detail: { type: 'string' },
            errors: { type: 'array', items: { type: 'object' } },
          },
        },
      },
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
    security: [{}, { key: [] }],
  };
}

/** Without `$schema`: within OpenAPI 3.1 they are read by its own dialect. */
function answerSchemasByName(): Record<string, unknown> {
  const named = answerSchemas();
  const bare = (file: string): object => {
    const { $schema: _, ...schema } = named[file] as Record<string, unknown>;
    return schema;
  };
  return {
    Assessment: bare('assessment.json'),
    InForce: bare('in-force.json'),
    Timeline: bare('timeline.json'),
  };
}
