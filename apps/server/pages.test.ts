import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { smallRecord } from '../../src/record/small-record.ts';
import { served, stateOver } from './served.ts';

const EVIL = `<script>alert(1)</script>"'&<img src=x onerror=y>`;
const quoted = JSON.stringify(EVIL);

/** The small record with a hostile text wherever a name or a text may stand. */
const hostile = smallRecord({
  'states/states.yaml': `states:
  - {code: SO, names: {en: ${quoted}}}
  - {code: IT, names: {en: Italy}}
  - {code: CN, names: {en: China}}
`,
  'states/laws.yaml': `laws:
  - {law: UN, name: ${quoted}, binds: {un-members: true}, addressee: states, covers: ${quoted}}
`,
  'regimes/un-somalia-751.yaml': ['name: Somalia', `name: ${quoted}`],
  'instruments/un/s-res-733-1992.yaml': [
    'says: All States shall put a complete embargo on deliveries of weapons to Somalia.',
    `says: ${quoted}`,
  ],
}).record;

const { get, post } = served(stateOver(hostile));

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const evil = encodeURIComponent(EVIL);

const PAGES: readonly (readonly [string, () => Promise<Response>])[] = [
  ...[
    '/',
    '/in-force?target=SO&on=2000-01-01',
    `/in-force?target=${evil}&on=${evil}&law=${evil}&accordingTo=${evil}&asKnown=${evil}`,
    '/timeline?target=SO',
    `/timeline?target=${evil}&family=${evil}`,
    '/timeline?target=SO&law=',
    '/check',
    '/ask?to=SO&goods=arms&on=2000-01-01',
    `/ask?from=${evil}&to=SO&goods=${evil}&on=2000&party=${evil}`,
    '/why?to=SO&goods=arms&on=2000-01-01',
    '/votes',
    `/votes?target=${evil}&only=${evil}&before=${evil}`,
    '/vote?id=S/RES/733%20(1992)',
    `/vote?id=${evil}`,
    '/read',
    '/screen',
    '/provision?id=S/RES/733%20(1992)%20para%205',
    `/provision?id=${evil}`,
    '/positions',
    `/positions?about=${evil}`,
    '/calendar',
    '/diff?target=SO&from=2000-01-01&to=2024-01-01',
    '/sources',
    '/search?q=somalia',
    `/search?q=${evil}`,
    '/search?q=733',
    '/about',
    '/embed/timeline/SO',
    `/embed/timeline/${evil}`,
    `/embed/vote/${evil}`,
    '/embed/vote/adopted:un%2Fs-res-733-1992',
  ].map((path) => [path, () => get(path)] as const),
  [
    'a report read',
    () => post('/read', `text=${evil}+Resolution+733+was+adopted+on+23+January+1992.&published=${evil}`, form),
  ],
  ['a report of no language', () => post('/read', `text=${evil}`, form)],
  ['a name refused', () => post('/screen', `name=${evil}&on=${evil}`, form)],
];

describe.each(PAGES)('%s', (_, ask) => {
  it('is a page or a problem that no text breaks out of, under a policy that lets nothing else in', async () => {
    const answer = await ask();
    expect(answer.status).toBeLessThan(500);
    const text = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return;
    const { document } = parseHTML(text);
    expect(document.querySelectorAll('script, img, iframe, object, embed, link, base')).toHaveLength(0);
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    for (const { name, value } of attributes) {
      expect(name).not.toMatch(/^(?:on|style$|src)/);
      if (name === 'href' || name === 'action') expect(value).toMatch(/^(?:\/(?!\/)|#|https?:)/);
    }
    const styles = [...text.matchAll(/<style>([^<]*)<\/style>/g)].map(([, css]) => css!);
    expect(styles.length).toBeGreaterThan(0);
    for (const css of styles) expect(policy).toContain(`'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    expect(text.length).toBeLessThan(150_000);
  });
});

describe('pages', () => {
  it('may be framed only where they are made for it', async () => {
    const policy = async (path: string) => (await get(path)).headers.get('content-security-policy');
    expect(await policy('/timeline?target=SO')).toContain("frame-ancestors 'none'");
    expect(await policy('/embed/timeline/SO')).toContain('frame-ancestors *');
  });

  it('have a heading, landmarks, a skip link and one current place', async () => {
    const text = await (await get('/timeline?target=SO')).text();
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text.match(/<main /g)).toHaveLength(1);
    expect(text.match(/aria-current=/g)).toHaveLength(1);
    expect(text.indexOf('href="#content"')).toBeLessThan(text.indexOf('<nav'));
  });

  it('offer several things for half a name', async () => {
    const text = await (await served(stateOver()).get('/search?q=embargo')).text();
    expect(text).toContain('class="found"');
    expect((await get('/search?q=zzzz')).status).toBe(404);
    expect((await get('/search')).status).toBe(404);
  });

  it('are sent again only when the answer may have changed', async () => {
    const first = await get('/in-force?target=SO&on=2000-01-01');
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect((await get('/in-force?target=SO&on=2000-01-01', { 'if-none-match': `"x", ${tag}` })).status).toBe(304);
    expect((await get('/in-force?target=SO&on=2000-01-02', { 'if-none-match': tag })).status).toBe(200);
    const reloaded = served({ ...stateOver(hostile), tag: 'another' });
    expect((await reloaded.get('/in-force?target=SO&on=2000-01-01', { 'if-none-match': tag })).status).toBe(200);
  });

  it('that read the clock have no tag', async () => {
    expect((await get('/in-force?target=SO&on=2000-01-01&asKnown=now')).headers.get('etag')).toBeNull();
    expect((await get('/api/nothing')).headers.get('etag')).toBeNull();
  });
});

describe('pictures for other pages', () => {
  it('are images of their own, and say what they show', async () => {
    const answer = await get('/embed/timeline/SO.svg');
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const svg = await answer.text();
    expect(svg).toMatch(/^<svg .*role="img" aria-labelledby="picture-title picture-desc"/);
    expect(svg).not.toMatch(/<script|<foreignObject|href=/i);
  });
});
