import { describe, expect, it } from 'vitest';
import { matches, offered } from './access.ts';
import { served, stateOver } from './served.ts';
import { settingsFrom } from './settings.ts';

const state = stateOver();
const key = 'a-key-of-enough-letters';
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`anybody:${key}`).toString('base64')}` });

describe('settings', () => {
  it('listen on the loopback only while there is no key', () => {
    expect(settingsFrom({ host: '0.0.0.0' }, {})).toMatch(/loopback only/);
    expect(settingsFrom({ host: '::1' }, {})).toMatchObject({ host: '::1' });
    expect(settingsFrom({ host: '0.0.0.0' }, { SNAPBACK_KEY: key })).toMatchObject({ host: '0.0.0.0', key });
  });

  it.each([
    [{ port: 'x' }, {}, /port/],
    [{ port: '65536' }, {}, /port/],
    [{}, { SNAPBACK_KEY: 'short' }, /too short/],
    [{ public: true }, {}, /set SNAPBACK_KEY/],
  ])('%j under %j are refused with a sentence', (given, env, why) => expect(settingsFrom(given, env)).toMatch(why));

  it('take flags before the environment', () =>
    expect(settingsFrom({ port: '1' }, { SNAPBACK_PORT: '2' })).toMatchObject({ port: 1 }));
});

describe('with a key', () => {
  const { get, post } = served(state, { SNAPBACK_KEY: key });

  it.each([
    '/',
    '/api/ask',
    '/openapi.json',
    '/metrics',
    '/readyz',
    '/mcp',
    '/embed/timeline/SO',
    '/calendar.ics',
    '/nothing',
  ])('%s asks for it', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(await answer.json()).toMatchObject({ code: 'key-needed' });
  });

  it('answers only /healthz without it', async () => expect((await get('/healthz')).status).toBe(200));

  it('opens to a bearer token and to the password of Basic', async () => {
    expect((await get('/readyz', bearer(key))).status).toBe(200);
    expect((await get('/readyz', basic(key))).status).toBe(200);
  });

  it.each([
    { authorization: 'Bearer' },
    { authorization: `Bearer ${key}x` },
    { authorization: `Basic ${key}` },
    basic(''),
  ])('stays shut to %j', async (headers) => expect((await get('/readyz', headers)).status).toBe(401));

  it('stops reading keys from an address that sent twenty wrong ones, and from no other', async () => {
    const { get: ask } = served(state, { SNAPBACK_KEY: key });
    const from = { 'x-test-address': '192.0.2.1' };
    for (let i = 0; i < 20; i++) expect((await ask('/readyz', { ...from, ...bearer(`wrong-${i}`) })).status).toBe(401);
    const refused = await ask('/readyz', { ...from, ...bearer(key) });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await ask('/readyz', { 'x-test-address': '192.0.2.2', ...bearer(key) })).status).toBe(200);
  });

  it('does not let a body in before the key', async () =>
    expect((await post('/api/read', '{"text":"x"}')).status).toBe(401));
});

describe('--public', () => {
  const { get, post } = served(state, { SNAPBACK_KEY: key, SNAPBACK_PUBLIC: '1' });

  it.each([
    '/',
    '/timeline?target=SO',
    '/votes',
    '/about',
    '/calendar.ics',
    '/feed.atom',
    '/embed/timeline/SO',
    '/openapi.json',
  ])('opens %s', async (path) => expect((await get(path)).status).not.toBe(401));

  it.each(['/api/ask', '/metrics', '/read', '/screen', '/mcp', '/about/x'])('keeps %s shut', async (path) =>
    expect((await get(path)).status).toBe(401),
  );

  it('keeps what is posted shut', async () => expect((await post('/ask', '')).status).toBe(401));
});

describe('without a key', () => {
  const { at } = served(state);
  const status = async (host: string) => (await at(`http://${host}/readyz`, {})).status;

  it.each(['localhost', 'localhost:8712', '127.0.0.1', '[::1]:99'])('answers to %s', async (host) =>
    expect(await status(host)).toBe(200),
  );

  it.each(['rebound.example', '127.0.0.1.example', '10.0.0.1'])(
    'refuses %s, so that no page elsewhere can give it a name of its own',
    async (host) => expect(await status(host)).toBe(403),
  );

  it('answers to any name once there is a key', async () => {
    const keyed = served(state, { SNAPBACK_KEY: key });
    expect((await keyed.at('http://law.example/readyz', { headers: bearer(key) })).status).toBe(200);
  });
});

describe('a key in a header', () => {
  it('is read from either scheme, whatever its case', () => {
    expect(offered(`bearer ${key}`)).toBe(key);
    expect(offered(basic('a:b').authorization)).toBe('a:b');
    expect(offered('Digest x')).toBeUndefined();
    expect(offered(`Bearer ${'x'.repeat(2000)}`)).toBeUndefined();
  });

  it('is compared whole', () => {
    expect(matches(key, key)).toBe(true);
    expect(matches(key, key.slice(1))).toBe(false);
    expect(matches(key, undefined)).toBe(false);
    expect(matches('', undefined)).toBe(false);
  });
});
