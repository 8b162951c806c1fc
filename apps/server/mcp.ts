/** The tools over streamable HTTP. A page of another origin is turned away, whoever's browser it runs in. */
import { createMcpHandler, originValidationResponse } from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import type { Variables } from './app.ts';
import { toolServer } from './tools.ts';

export function mcpRoutes(): Hono<Variables> {
  const routes = new Hono<Variables>();
  routes.all('/', async (context) => {
    const request = context.req.raw;
    const { hostname } = new URL(request.url);
    return (
      originValidationResponse(request, [hostname]) ??
      createMcpHandler(() => toolServer(context.get('state'))).fetch(request)
    );
  });
  return routes;
}
