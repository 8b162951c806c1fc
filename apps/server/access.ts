/** Who may use the service: everybody who reaches the loopback, or whoever knows the key. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import type { Settings } from './settings.ts';

/** Paths that anybody may read when the service is `--public`. */
const OPEN = [
  /^\/$/,
  /^\/(timeline|in-force|diff|provision|check|ask|why|positions|votes?|calendar|sources|search|about)$/,
  /^\/(calendar\.ics|feed\.atom|openapi\.json)$/,
  /^\/embed\//,
];

const WRONG_KEYS_A_MINUTE = 20;
const MOST_REMEMBERED = 10_000;

/** Asks for the key as a bearer token or as the password of Basic; wrong keys are counted by address and soon refused unread. */
export function access(
  { key, public: open }: Settings,
  addressOf: (request: Request) => string,
  now: () => number,
): MiddlewareHandler {
  const wrong = new Map<string, { count: number; until: number }>();
  return async (context, next) => {
    const { path, method } = context.req;
    if (key === undefined || path === '/healthz') return next();
    if (open && (method === 'GET' || method === 'HEAD') && OPEN.some((pattern) => pattern.test(path))) return next();
    const address = addressOf(context.req.raw);
    const tries = wrong.get(address);
    if (tries !== undefined && tries.until > now() && tries.count >= WRONG_KEYS_A_MINUTE)
      return problem(context, 429, 'too-many-wrong-keys', 'too many wrong keys from this address; wait a minute.', {
        'retry-after': '60',
      });
    if (matches(key, offered(context.req.header('authorization')))) return next();
    if (context.req.header('authorization') !== undefined) {
      if (wrong.size >= MOST_REMEMBERED) wrong.clear();
      const fresh = tries === undefined || tries.until <= now();
      wrong.set(address, fresh ? { count: 1, until: now() + 60_000 } : { ...tries, count: tries.count + 1 });
    }
    return problem(
      context,
      401,
      'key-needed',
      'this service asks for a key: send it as `Authorization: Bearer KEY`, or as the password of Basic.',
      {
        'www-authenticate': 'Basic realm="Snapback", charset="UTF-8"',
      },
    );
  };
}

/** The key in an Authorization header, of either kind. */
export function offered(header: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +([\x21-\x7e]{1,1024})$/i.exec(header ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const decoded = Buffer.from(value, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? undefined : decoded.slice(colon + 1);
}

/** Compared as digests, so that neither length nor the first difference shows in the time it takes. */
export function matches(key: string, given: string | undefined): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(key), digest(given ?? '')) && given !== undefined;
}
