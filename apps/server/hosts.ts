import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import type { Settings } from './settings.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Without a key whoever reaches the loopback may ask; a page elsewhere must not be able to, by a name of its own that
 * it lets point here (DNS rebinding). With a key the name does not matter.
 */
export const hosts =
  ({ key }: Settings): MiddlewareHandler =>
  async (context, next) =>
    key !== undefined || context.req.path === '/healthz' || LOOPBACK.test(new URL(context.req.url).host)
      ? next()
      : problem(
          context,
          403,
          'foreign-host',
          'without an access key this service answers to the names of the loopback only. Set SNAPBACK_KEY to serve under another.',
        );
