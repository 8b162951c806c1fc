/** Starts the service: listens, reads the record, reloads on SIGHUP, ends in order on SIGTERM and SIGINT. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import { openState, type State } from './state.ts';
import { warmUp } from './warm-up.ts';

export type Serving = {
  readonly address: string;
  /** Settles when the record is read and warm; fails when it cannot be read. */
  readonly begun: Promise<void>;
  readonly close: () => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly ended: Promise<void>;
};

/** Connections that send nothing, or too slowly, are closed; nobody else waits for them. */
const HEADERS_TIMEOUT = 10_000;
/** How often it looks for them. */
const LOOK_EVERY = 5_000;
const MOST_CONNECTIONS = 20_000;

export async function startService(
  settings: Settings,
  folders: { readonly record: string | undefined; readonly data: string | undefined },
  log: Log,
): Promise<Serving> {
  let state: State | null = null;
  let ready = false;
  const addresses = new WeakMap<Request, string>();
  const app = createApp({
    settings,
    state: () => state,
    ready: () => ready,
    log,
    addressOf: (request) => addresses.get(request) ?? 'unknown',
  });
  const server = serve({
    fetch: (request, env) => {
      addresses.set(
        request,
        (env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket?.remoteAddress ?? 'unknown',
      );
      return app.fetch(request, env);
    },
    hostname: settings.host,
    port: settings.port,
    createServer,
    serverOptions: {
      requestTimeout: settings.requestTimeout,
      headersTimeout: Math.min(HEADERS_TIMEOUT, settings.requestTimeout),
      connectionsCheckingInterval: Math.min(LOOK_EVERY, settings.requestTimeout / 2),
      keepAliveTimeout: 15_000,
    },
  }) as ReturnType<typeof createServer>;
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((done, fail) => {
    server.once('listening', done);
    server.once('error', fail);
  });
  const reload = async (): Promise<void> => {
    try {
      const fresh = await openState(folders.record, folders.data, process.env);
      // At the start questions are answered at once, if slowly; later what is warm answers until the fresh one is.
      if (state === null) state = fresh;
      await warmUp(fresh);
      state = fresh;
      ready = true;
      log({ event: 'ready', record: state.session.version.record, horizon: state.session.version.horizon });
    } catch (error) {
      // What answered before goes on answering.
      log({ event: 'record-not-read', message: (error as Error).message, kept: state !== null });
      if (state === null) throw error;
    }
  };
  // In the next turn, so that whoever started it can say where it listens, and /healthz answers, before the disk is read.
  const begun = new Promise((turn) => setImmediate(turn)).then(reload);
  begun.catch(() => undefined);
  const { port, address } = server.address() as AddressInfo;
  const ended = new Promise<void>((done) => void server.once('close', done));
  return {
    address: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    begun,
    reload,
    ended,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 5_000).unref();
      }),
  };
}
