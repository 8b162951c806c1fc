/** The service as one function from requests to answers: limits and headers, then the API, the pages, feeds and embeds. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { access } from './access.ts';
import { apiRoutes } from './api.ts';
import { crowd } from './crowd.ts';
import { embedRoutes } from './embeds.ts';
import { feedRoutes } from './feeds.ts';
import { hosts } from './hosts.ts';
import type { Log } from './log.ts';
import { mcpRoutes } from './mcp.ts';
import { Metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { pageRoutes } from './pages.ts';
import { problem } from './problem.ts';
import type { Settings } from './settings.ts';
import { show } from './show.ts';
import type { State } from './state.ts';

export type Service = {
  readonly settings: Settings;
  /** What answers now; null until it is ready. */
  readonly state: () => State | null;
  /** Whether it has warmed up: the first questions after that take no longer than the next. */
  readonly ready: () => boolean;
  readonly log: Log;
  readonly addressOf: (request: Request) => string;
};

export type Variables = { readonly Variables: { readonly state: State } };

const LONGEST_URL = 8192;

export function createApp(service: Service): Hono<Variables> {
  const { settings, log } = service;
  const metrics = new Metrics();
  const app = new Hono<Variables>();

  app.use(async (context, next) => {
    const started = performance.now();
    await next();
    const seconds = (performance.now() - started) / 1000;
    const route = routeOf(context.req.path);
    metrics.observe(route, METHODS.has(context.req.method) ? context.req.method : 'other', context.res.status, seconds);
    // Neither query nor body: what users ask stays theirs.
    log({
      event: 'request',
      route,
      method: context.req.method,
      status: context.res.status,
      ms: Math.round(seconds * 1000),
    });
  });
  app.use(async (context, next) => {
    await next();
    const embedded = context.req.path.startsWith('/embed/');
    const headers = context.res.headers;
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', embedded ? 'cross-origin' : 'same-origin');
    headers.set('permissions-policy', 'interest-cohort=()');
    if (!headers.has('content-security-policy'))
      headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  });
  app.use(async (context, next) =>
    context.req.url.length > LONGEST_URL
      ? problem(
          context,
          400,
          'url-too-long',
          `an address has at most ${LONGEST_URL} characters here; send longer things in a body.`,
        )
      : next(),
  );
  app.use(hosts(settings));
  app.use(crowd());
  app.use(access(settings, service.addressOf, () => Date.now()));
  const limited = bodyLimit({
    maxSize: settings.bodyLimit,
    onError: (context) => problem(context, 413, 'too-large', `a body has at most ${settings.bodyLimit} bytes here.`),
  });
  // To look for a body makes a whole web Request of it, which costs more than most answers: a GET has none.
  app.use((context, next) => (isRead(context.req.method) ? next() : limited(context, next)));

  app.get('/healthz', (context) => context.text('ok\n'));
  app.get('/readyz', (context) =>
    !service.ready() ? problem(context, 503, 'not-ready', 'the record is being read.') : context.text('ready\n'),
  );
  app.get('/metrics', (context) =>
    context.text(metrics.text(process), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );

  app.use(async (context, next) => {
    const state = service.state();
    if (state === null)
      return problem(context, 503, 'not-ready', 'the record is being read; try again in a second.', {
        'retry-after': '1',
      });
    context.set('state', state);
    return next();
  });
  app.use(async (context, next) => {
    if (context.req.method !== 'GET' || readsClock(context.req.queries())) return next();
    const tag = `"${createHash('sha256')
      .update(`${context.get('state').tag} ${context.req.url}`)
      .digest('base64url')
      .slice(0, 22)}"`;
    if (context.req.header('if-none-match')?.includes(tag)) return context.body(null, 304, { etag: tag });
    await next();
    if (context.res.status === 200) {
      context.res.headers.set('etag', tag);
      context.res.headers.set('cache-control', 'private, no-cache');
    }
    return undefined;
  });

  app.get('/openapi.json', (context) => context.json(openApi(context.get('state').session.version.engine)));
  app.route('/api', apiRoutes());
  app.route('/embed', embedRoutes());
  app.route('/', feedRoutes());
  app.route('/mcp', mcpRoutes());
  app.route('/', pageRoutes());

  const methods = methodsOf(app);
  app.notFound((context) => {
    const allowed = methods(context.req.path);
    if (allowed.length > 0)
      return problem(context, 405, 'wrong-method', `this address answers ${allowed.join(' and ')}.`, {
        allow: allowed.join(', '),
      });
    const detail = 'there is nothing under this address; /openapi.json lists what there is.';
    return context.req.header('accept')?.includes('text/html') === true
      ? show(context, { title: 'Nothing here', here: '', body: '<p>There is nothing under this address.</p>' }, 404)
      : problem(context, 404, 'not-found', detail);
  });
  app.onError((error, context) => {
    log({ event: 'bug', route: routeOf(context.req.path), message: error.message });
    return problem(context, 500, 'bug', 'this is a bug in Snapback; please report what you asked.');
  });
  return app;
}

/** Which methods an address answers, from the routes that there are. */
function methodsOf(app: Hono<Variables>): (path: string) => readonly string[] {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replace(/:\w+\{.*\}$/, '.+')}$`) }));
  return (path) => {
    const found = routes.flatMap(({ method, pattern }) => (pattern.test(path) ? [method] : []));
    return [...new Set(found.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
  };
}

/** An answer as known `now` is another one tomorrow. */
const readsClock = (query: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.values(query).some((values) => values.some((value) => value.trim().toLowerCase() === 'now'));

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

const KNOWN =
  /^\/(api\/(?:ask|in-force|timeline|diff|explain|positions|coverage|calendar|read|screen|compare)|embed|timeline|in-force|diff|provision|why|positions|calendar|read|screen|check|sources|search|about|votes?|ask|mcp|healthz|readyz|metrics|openapi\.json|calendar\.ics|feed\.atom)(?:\/|$)/;

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** The kind of address, without what was asked. */
const routeOf = (path: string): string => (path === '/' ? '/' : `/${KNOWN.exec(path)?.[1] ?? 'other'}`);
