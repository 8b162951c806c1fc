import { describe, expect, it } from 'vitest';
import { served, stateOver } from './served.ts';

const { get, post, send, log } = served(stateOver());
const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return (await answer.json()) as { code: string; status: number; type: string; detail: string; errors?: unknown[] };
};

describe('what is too much gets a problem document', () => {
  it.each([
    ['an address too long', () => get(`/api/ask?goods=${'x'.repeat(9000)}`), 400, 'url-too-long'],
    ['a body too large', () => post('/api/read', `{"text":"${'x'.repeat(1_100_000)}"}`), 413, 'too-large'],
    ['JSON too deep', () => post('/api/read', `{"text":${'['.repeat(40)}${']'.repeat(40)}}`), 400, 'too-deep'],
    ['JSON deeper than a parser can follow', () => post('/api/read', '['.repeat(500_000)), 400, 'too-deep'],
    ['JSON that is none', () => post('/api/read', '{"text":'), 400, 'unreadable-body'],
    ['a list where an object belongs', () => post('/api/compare', '[]'), 400, 'unreadable-body'],
    ['a number where a text belongs', () => post('/api/read', '{"text":7}'), 400, 'document-empty'],
    ['names that are no texts', () => post('/api/screen', '{"names":[1,{}]}'), 400, 'names-missing'],
    [
      'too many names',
      () => post('/api/screen', JSON.stringify({ names: Array(101).fill('x') })),
      400,
      'names-missing',
    ],
    ['an impossible day', () => post('/api/screen', '{"name":"x","on":"2020-02-31"}'), 400, 'impossible-date'],
    [
      'another type of content',
      () => post('/api/read', 'text=x', { 'content-type': 'text/plain' }),
      415,
      'wrong-content-type',
    ],
    [
      'too many questions',
      () => post('/api/ask', '\n'.repeat(10_001), { 'content-type': 'application/x-ndjson' }),
      413,
      'too-many-rows',
    ],
    ['a State nobody knows', () => get('/api/in-force?target=Atlantis&on=2020-01-01'), 400, 'unknown-state'],
    ['a question without a day', () => get('/api/ask?from=SO'), 400, 'date-missing'],
  ])('%s', async (_, ask, status, code) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(await problemOf(answer)).toMatchObject({ code, status, type: `urn:snapback:error:${code}` });
  });

  it('names every fault of a question', async () => {
    const { errors } = await problemOf(await get('/api/ask?from=Atlantis&to=Lemuria&goods=arms&on=2020-01-01'));
    expect(errors).toHaveLength(2);
  });
});

describe('what is not there', () => {
  it.each([
    '/nothing',
    '/api',
    '/api/',
    '/api/nothing',
    '/embed/other/x',
    '/..%2f..%2fetc%2fpasswd',
    '/%00',
    '/__proto__',
    '/api/constructor',
  ])('%s is not found', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await problemOf(answer)).toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['POST', '/api/in-force', 'GET, HEAD'],
    ['GET', '/api/read', 'POST'],
    ['DELETE', '/', 'GET, HEAD'],
    ['PUT', '/embed/timeline/SO', 'GET, HEAD'],
    ['PUT', '/api/ask', 'GET, HEAD, POST'],
  ])('%s %s is answered with what the address does answer', async (method, path, allow) => {
    const answer = await send(path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it('is told as a page to whoever asks for pages', async () => {
    const answer = await get('/nothing', { accept: 'text/html' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('<h1>Nothing here</h1>');
  });
});

describe('many questions at once', () => {
  it('are answered a line each, a bad one in its place', async () => {
    const rows = [
      '{"id":"a","from":"IT","to":"SO","goods":"arms","on":"2000-01-01"}',
      '',
      '{"id":"b"',
      '{"id":"c","on":"x"}',
      '['.repeat(100_000),
    ];
    const answer = await post('/api/ask', rows.join('\n'), { 'content-type': 'application/x-ndjson' });
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, outcome, error }) => [id, outcome ?? error.code])).toEqual([
      ['a', 'no-measure-found'],
      [null, 'unreadable-row'],
      ['c', 'unknown-date'],
      [null, 'row-too-long'],
    ]);
    for (const { error } of lines.slice(1)) expect(error.message).toEqual(expect.any(String));
  });
});

describe('a service that is not ready', () => {
  const early = served(null);
  it('is alive and says so', async () => {
    expect((await early.get('/healthz')).status).toBe(200);
    for (const path of ['/readyz', '/api/coverage', '/']) {
      const answer = await early.get(path);
      expect(answer.status).toBe(503);
      expect(await problemOf(answer)).toMatchObject({ code: 'not-ready' });
    }
  });
});

describe('too many requests under way', () => {
  it('are turned away, and the next ones answered', async () => {
    const { Hono } = await import('hono');
    const { crowd } = await import('./crowd.ts');
    const app = new Hono();
    const held: (() => void)[] = [];
    app.use(crowd({ any: 2, withBody: 1 }));
    app.all('/', async (context) => {
      await new Promise<void>((done) => held.push(done));
      return context.text('done');
    });
    const first = app.request('/', { method: 'POST', body: 'x' });
    expect((await app.request('/', { method: 'POST', body: 'x' })).status).toBe(503);
    const second = app.request('/');
    await new Promise((turn) => setImmediate(turn));
    expect((await app.request('/')).status).toBe(503);
    for (const done of held.splice(0)) done();
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    const third = app.request('/');
    await new Promise((turn) => setImmediate(turn));
    for (const done of held.splice(0)) done();
    expect((await third).status).toBe(200);
  });
});

describe('the log', () => {
  it('has kinds of requests, never what was asked', async () => {
    await post('/api/compare', '{"name1":"Ibn Secret","name2":"Bin Secret"}');
    await post('/read', 'text=A+secret+report', { 'content-type': 'application/x-www-form-urlencoded' });
    await get('/search?q=secret&Secret=1', { 'user-agent': 'secret' });
    await get('/secret/path');
    const text = JSON.stringify(log);
    expect(text).not.toMatch(/secret|report/i);
    expect(log.at(-1)).toMatchObject({ event: 'request', route: '/other', method: 'GET', status: 404 });
  });

  it('lets nobody fill the metrics with names', async () => {
    for (let i = 0; i < 50; i++) await send(`/x${i}`, { method: `M${i}`.slice(0, 3) });
    const text = await (await get('/metrics')).text();
    expect(text).not.toMatch(/x4\d|M4/);
    expect(text).toMatch(/snapback_requests_total\{route="\/other",method="other",status="404"\} \d+/);
  });
});
