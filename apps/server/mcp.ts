/** The tools over streamable HTTP. A page of another origin is turned away, whoever's browser it runs in. */
import { Hono } from 'hono';
import type { Variables } from './app.ts';

/** Loaded after the service listens: it is a fifth of all that is loaded. */
export const loadTools = () => Promise.all([import('@modelcontextprotocol/server'), import('./tools.ts')]);

export function mcpRoutes(): Hono<Variables> {
  const routes = new Hono<Variables>();
  routes.all('/', async (context) => {
    const [{ createMcpHandler, originValidationResponse }, { toolServer }] = await loadTools();
    const request = context.req.raw;
    const { hostname } = new URL(request.url);
    return (
      originValidationResponse(request, [hostname]) ??
      createMcpHandler(() => toolServer(context.get('state'))).fetch(request)
    );
  });
  return routes;
}
