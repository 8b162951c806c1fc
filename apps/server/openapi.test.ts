/** The API against its own description: a client made from it asks at random, and every answer is held to it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { openApi } from './openapi.ts';
import { served, stateOfHouse } from './served.ts';
import { settingsFrom } from './settings.ts';

type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly required: boolean; readonly in: string }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
};
const description = openApi('test') as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

const ajv = new Ajv2020({ strict: false, allErrors: false });
ajv.addSchema({ ...description, $id: 'https://snapback.test/openapi.json' });
const valid = (schema: object, value: unknown): string | null => {
  const own = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://snapback.test/openapi.json#/')) as object;
  return ajv.validate(own, value) ? null : ajv.errorsText();
};

const state = stateOfHouse();
const { get, post } = served(state);

describe('the description', () => {
  it('names every address of the API, feeds and embeds, and no other', () => {
    const settings = settingsFrom({}, {});
    if (typeof settings === 'string') throw new Error(settings);
    const app = createApp({ settings, state: () => state, ready: () => true, log: () => {}, addressOf: () => '' });
    const routes = app.routes
      .filter(
        ({ method, path }) => method !== 'ALL' && /^\/(?:api|embed|[a-z]+\.|openapi|healthz|readyz|metrics)/.test(path),
      )
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)\{.*\}$/, '{$1}')}`);
    const described = Object.entries(description.paths).flatMap(([path, own]) =>
      Object.keys(own).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([...new Set(routes)].sort());
  });

  it('resolves every reference and compiles every schema', () => {
    for (const [, name] of JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(Object.keys(description.components.schemas)).toContain(name);
    for (const schema of Object.values(description.components.schemas)) expect(() => valid(schema, {})).not.toThrow();
  });
});

/** Words that fields are filled with: some mean something, some nearly, some nothing at all. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  target: ['IR', 'ليبيا', 'Somalia', 'RU', 'South Africa'],
  from: ['RU', 'Iran', 'FR', '2012-01-01', '1990'],
  to: ['IR', 'LY', 'ZA', '2016-01-17', '2025-12-31'],
  goods: ['Su-35', 'missiles', 'salw', 'hs:8802', 'oil', 'unroca:IV'],
  on: ['2012-01-01', '2025-09-28', '2016', '2020-10-18T00:00:00Z', '1393-07-05'],
  activity: ['transfer', 'finance', 'freeze', 'travel', 'procure'],
  recipient: ['government', 'non-governmental'],
  region: ['Darfur'],
  party: ['Qasem Soleimani', 'nobody'],
  contract: ['2010-01-01'],
  law: ['UN', 'UN,EU', 'US'],
  accordingTo: ['US', 'RU,CN', 'UN-SEC', 'UN'],
  asKnown: ['2020-12-01', 'now', '2026-01-01'],
  id: ['S/RES/1929 (2010) para 8', 'IR', 'iran/notice-2025', 'arms', 'adopted:un/s-res-1929-2010', 'un/iran-1737'],
  about: ['RU', 'iran/notice-2020'],
};

const anyWord = (name: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...(WORDS[name] ?? ['x'])) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        ' ',
        '__proto__',
        'constructor',
        '../../etc/passwd',
        "'; --",
        '<b>',
        '\u202e',
        '9'.repeat(300),
      ),
    },
  );

const GETS = Object.entries(description.paths).filter(
  ([path, own]) => path.startsWith('/api/') && own.get !== undefined,
);

describe.each(GETS)('GET %s', (path, { get: operation }) => {
  it('answers as described, whatever it is asked', async () => {
    const { parameters = [], responses } = operation!;
    const question = fc.record(
      Object.fromEntries(parameters.map(({ name }) => [name, fc.option(anyWord(name), { nil: undefined, freq: 2 })])),
    );
    await fc.assert(
      fc.asyncProperty(question, async (words) => {
        const given = Object.entries(words).filter((pair): pair is [string, string] => pair[1] !== undefined);
        const answer = await get(`${path}?${new URLSearchParams(given)}`);
        const content = responses[String(answer.status)]?.content;
        expect(content, `${answer.status} is not described`).toBeDefined();
        const [type] = answer.headers.get('content-type')!.split(';');
        expect(Object.keys(content!)).toContain(type);
        expect(valid(content![type!]!.schema!, await answer.json())).toBeNull();
      }),
      { numRuns: 15 },
    );
  });

  it('wants what it says it wants, and nothing more', async () => {
    const { parameters = [] } = operation!;
    const wanted = parameters.filter(({ required }) => required);
    const words = Object.fromEntries(wanted.map(({ name }) => [name, WORDS[name]![0]!]));
    if (path === '/api/diff') Object.assign(words, { from: '2012-01-01', to: '2016-01-17' });
    if (path === '/api/ask') Object.assign(words, { from: 'RU', to: 'IR', goods: 'Su-35' });
    expect((await get(`${path}?${new URLSearchParams(words)}`)).status).toBe(200);
    for (const { name } of wanted) {
      const { [name]: _, ...fewer } = words;
      expect((await get(`${path}?${new URLSearchParams(fewer)}`)).status).toBe(400);
    }
  });
});

const anyBody = fc.oneof(
  fc.record(
    {
      text: fc.oneof(
        fc.constantFrom(
          'Resolution 1929 was adopted on 9 June 2010 with 12 votes in favour.',
          'Rußland liefert.',
          '\u0000',
        ),
        fc.string({ unit: 'binary', maxLength: 80 }),
      ),
      published: fc.constantFrom('2020-10-18', 'x', ''),
      language: fc.constantFrom('en', 'fa', 'xx'),
      name1: fc.string({ unit: 'binary', maxLength: 40 }),
      name2: fc.constantFrom('Usama ibn Ladin', ''),
      claimreview: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);

describe.each(['/api/read', '/api/compare'])('POST %s', (path) => {
  it('answers as described, whatever it is sent', async () => {
    const { responses } = description.paths[path]!.post!;
    await fc.assert(
      fc.asyncProperty(anyBody, async (body) => {
        const answer = await post(path, JSON.stringify(body));
        const content = responses[String(answer.status)]?.content;
        expect(content, `${answer.status} is not described`).toBeDefined();
        const [type] = answer.headers.get('content-type')!.split(';');
        const value = await answer.json();
        expect(valid(content![type!]!.schema!, value)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
