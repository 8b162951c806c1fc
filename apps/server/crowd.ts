import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/** How many requests may be under way at once, and how many of them may bring a body that is held in memory. */
const MOST = { any: 2000, withBody: 200 } as const;

/** Turns requests away while too many are under way: the memory they take is bounded, whoever floods us. */
export function crowd(most: { readonly any: number; readonly withBody: number } = MOST): MiddlewareHandler {
  const underWay = { any: 0, withBody: 0 };
  return async (context, next) => {
    const hasBody = context.req.method !== 'GET' && context.req.method !== 'HEAD';
    if (context.req.path === '/healthz') return next();
    if (underWay.any >= most.any || (hasBody && underWay.withBody >= most.withBody))
      return problem(context, 503, 'busy', 'too many requests are under way; try again in a second.', {
        'retry-after': '1',
      });
    underWay.any += 1;
    if (hasBody) underWay.withBody += 1;
    try {
      return await next();
    } finally {
      underWay.any -= 1;
      if (hasBody) underWay.withBody -= 1;
    }
  };
}
