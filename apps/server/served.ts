/** The service for tests, with no socket: a record, a state, an app. */
import { type LegalRecord, searcherOf } from '../../src/index.ts';
import { smallRecord } from '../../src/record/small-record.ts';
import { instant } from '../../src/time/instant.ts';
import { readAndLink } from '../files/read-and-link.ts';
import { Session } from '../session.ts';
import { createApp } from './app.ts';
import { Dues } from './dues.ts';
import type { LogLine } from './log.ts';
import { type Settings, settingsFrom } from './settings.ts';
import type { State } from './state.ts';

const NOON = instant(1_800_000_000);

/** A state over a record; the small record of the tests when none is given. */
export function stateOver(record: LegalRecord = smallRecord().record): State {
  const session = new Session(record, () => NOON);
  return {
    session,
    dues: new Dues(session),
    search: searcherOf(session.vocabulary),
    screen: () => Promise.reject(new Error('no lists here')),
    tag: 'tag',
  };
}

/** A state over the record of the house, read from its folder. */
export function stateOfHouse(): State {
  const read = readAndLink(new URL('../../record', import.meta.url).pathname);
  if (!read.ok) throw new Error(read.errors[0]?.message);
  return stateOver(read.value);
}

export type Served = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly post: (path: string, body: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly send: (path: string, init: RequestInit) => Promise<Response>;
  readonly at: (url: string, init: RequestInit) => Promise<Response>;
  readonly log: readonly LogLine[];
};

/** The app over a state, asked without a socket; `env` sets it up as the environment would. */
export function served(
  state: State | null,
  env: Readonly<Record<string, string>> = {},
  change: Partial<Settings> = {},
): Served {
  const settings = settingsFrom({}, env);
  if (typeof settings === 'string') throw new Error(settings);
  const log: LogLine[] = [];
  const app = createApp({
    settings: { ...settings, ...change },
    state: () => state,
    ready: () => state !== null,
    log: (line) => void log.push(line),
    addressOf: (request) => request.headers.get('x-test-address') ?? 'somewhere',
  });
  const at = async (url: string, init: RequestInit): Promise<Response> => app.request(url, init);
  const send = (path: string, init: RequestInit): Promise<Response> => at(`http://localhost${path}`, init);
  return {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, body, headers = {}) =>
      send(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }),
    send,
    at,
    log,
  };
}
