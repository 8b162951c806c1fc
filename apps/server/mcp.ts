/** The tools over streamable HTTP. Only pages of this host may call: a browser elsewhere is turned away by its origin. */
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import type { Variables } from './app.ts';
import { toolServer } from './tools.ts';

export function mcpRoutes(): Hono<Variables> {
  const routes = new Hono<Variables>();
  routes.all('/', async (context) => {
    const request = context.req.raw;
    const rejected =
      hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
      originValidationResponse(request, localhostAllowedOrigins());
    if (rejected !== undefined && rejected !== null) return rejected;
    return createMcpHandler(() => toolServer(context.get('state'))).fetch(request);
  });
  return routes;
}
