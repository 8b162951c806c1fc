import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placesIn } from './data-folder.ts';
import { readManifest, snapshotsIn } from './manifest.ts';
import { updateList } from './update.ts';

const now = '2025-12-01T10:00:00.000Z';
const list = (count: number): string =>
  `<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2025-11-30T00:00:00Z"><INDIVIDUALS>${Array.from({ length: count }, (_, i) => `<INDIVIDUAL><FIRST_NAME>Erika ${i}</FIRST_NAME><REFERENCE_NUMBER>XXi.${i}</REFERENCE_NUMBER></INDIVIDUAL>`).join('')}</INDIVIDUALS></CONSOLIDATED_LIST>`;

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapback-update-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const send =
  (body: string, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/xml', ...headers });
    response.end(body);
  };
const update = (more: object = {}) =>
  updateList(
    folder,
    'un_sc_sanctions',
    { name: 'made up', url: `${base}/list.xml`, format: 'un-xml' },
    { now, limits: { bytes: 1 << 20, whole: 5000, silence: 300 }, ...more },
  );
const kept = () => snapshotsIn(readManifest(placesIn(folder).manifest));

describe('getting a list', () => {
  it('keeps it under the day it says it is of, and asks next time only for what changed', async () => {
    answer = send(list(3), { etag: '"v1"', 'last-modified': 'Sun, 30 Nov 2025 00:00:00 GMT' });
    expect(await update()).toMatchObject({ became: 'new', line: { on: '2025-11-30', entries: 3, etag: '"v1"' } });
    let asked: IncomingMessage['headers'] = {};
    answer = (request, response) => {
      asked = request.headers;
      response.writeHead(304).end();
    };
    expect(await update()).toEqual({ list: 'un_sc_sanctions', became: 'unchanged' });
    expect(asked).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': 'Sun, 30 Nov 2025 00:00:00 GMT' });
    expect(readManifest(placesIn(folder).manifest).at(-1)).toMatchObject({ kind: 'checked', at: now });
  });

  it('takes the same bytes for no change where the server knows no conditions', async () => {
    answer = send(list(3));
    await update();
    expect(await update()).toMatchObject({ became: 'unchanged' });
    expect(kept()).toHaveLength(1);
  });

  it('keeps a second issue of one day; the first stays in the history', async () => {
    answer = send(list(3));
    await update();
    answer = send(list(4));
    expect(await update()).toMatchObject({ became: 'new', line: { entries: 4 } });
    expect(kept().map(({ entries }) => entries)).toEqual([4]);
    expect(readManifest(placesIn(folder).manifest).filter(({ kind }) => kind === 'snapshot')).toHaveLength(2);
  });

  it.each<[string, typeof answer, RegExp]>([
    [
      'a web page',
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html></html>'),
      /web page/,
    ],
    ['a web page that says it is XML', send('<!DOCTYPE html><html><body>'), /declares entities|breaks off|no list/],
    ['an error', (_, response) => void response.writeHead(503).end(), /503/],
    [
      'another place',
      (_, response) => void response.writeHead(302, { location: 'http://localhost:9/other.xml' }).end(),
      /not its place/,
    ],
    [
      'itself, for ever',
      (_, response) => void response.writeHead(302, { location: '/list.xml' }).end(),
      /more than 5 times/,
    ],
    ['too much, and says so', send('x', { 'content-length': String(1 << 30) }), /larger/],
    [
      'too much, without end',
      (_, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      },
      /larger/,
    ],
    ['nothing, for ever', () => {}, /nothing came/],
    [
      'a beginning, then silence',
      (_, response) => void response.writeHead(200).write('<CONSOLIDATED_LIST>'),
      /nothing came/,
    ],
    [
      'less than it announced',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('<CONSOLIDATED_LIST>', () => response.destroy());
      },
      /terminated|closed|broke off|aborted|other side/,
    ],
    ['half a list', send(list(3).slice(0, -60)), /breaks off/],
    ['an empty list', send(list(0)), /no entry/],
    ['a list that shrank', send(list(1)), /held back/],
  ])('a server that sends %s leaves the last good list in place', async (_, bad, words) => {
    answer = send(list(3));
    await update();
    const before = kept();
    answer = bad;
    const updated = await update();
    expect(updated).toMatchObject({ became: 'failed' });
    expect(updated.became === 'failed' ? updated.fault.message : '').toMatch(words);
    expect(kept()).toEqual(before);
    expect(readdirSync(placesIn(folder).downloads)).toEqual([]);
  });
});
