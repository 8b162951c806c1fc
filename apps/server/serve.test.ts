import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Edit, smallRecordFiles } from '../../src/record/small-record.ts';
import type { LogLine } from './log.ts';
import { type Serving, startService } from './serve.ts';
import { settingsFrom } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapback-serve-'));
const write = (edit: Edit = {}): void => {
  for (const { path, text } of smallRecordFiles(edit)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

const log: LogLine[] = [];
let serving: Serving;
let port: number;

beforeAll(async () => {
  write();
  const settings = settingsFrom({ port: '0' }, {});
  if (typeof settings === 'string') throw new Error(settings);
  serving = await startService(
    { ...settings, requestTimeout: 1500 },
    { record: folder, data: join(folder, 'data') },
    (line) => log.push(line),
  );
  await serving.begun;
  port = Number(new URL(serving.address).port);
});
afterEach(() => write());
afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (): Promise<{ status: number; record: string }> => {
  const answer = await fetch(`${serving.address}/api/in-force?target=SO&on=2000-01-01`);
  const { version } = (await answer.json()) as { version: { record: string } };
  return { status: answer.status, record: version.record };
};

describe('a reload', () => {
  it('drops no request, and the answers after it come from the new record', async () => {
    const before = await ask();
    write({ 'regimes/un-somalia-751.yaml': ['summary: An arms embargo.', 'summary: An embargo on arms.'] });
    const reloading = serving.reload();
    let done = false;
    void reloading.then(() => {
      done = true;
    });
    const during: { status: number; record: string }[] = [];
    while (!done) during.push(await ask());
    const after = await ask();
    expect(after.record).not.toBe(before.record);
    expect(during.map(({ status }) => status).every((status) => status === 200)).toBe(true);
    expect(during.every(({ record }) => record === before.record || record === after.record)).toBe(true);
  });

  it('of a record that cannot be read leaves the old one answering', async () => {
    const before = await ask();
    write({ 'record.yaml': 'horizon: never\n' });
    await serving.reload();
    expect(await ask()).toEqual(before);
    expect(log.at(-2)).toMatchObject({ event: 'record-not-read', kept: true });
  });
});

/** What a raw connection gets back until it is closed. */
const raw = (sent: string): Promise<string> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    let got = '';
    socket.on('data', (data) => {
      got += String(data);
    });
    socket.on('error', () => done(got));
    socket.on('close', () => done(got));
  });

describe('a broken or hostile client', () => {
  it.each([
    ['no HTTP at all', '\u0000\u0001\r\n\r\n'],
    ['two lengths', 'POST /api/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx'],
    [
      'a length and chunks',
      'POST /api/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['headers too large', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['a header that another is hidden in', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rY: b\r\n\r\n'],
  ])('%s is refused, and others are answered', async (_, sent) => {
    expect(await raw(sent)).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
    expect((await ask()).status).toBe(200);
  });

  it('a body that never ends is cut off while others are answered', async () => {
    const slow = raw(
      'POST /api/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{"te',
    );
    for (let i = 0; i < 20; i++) expect((await ask()).status).toBe(200);
    expect(await slow).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
  }, 60_000);

  it('a body that is cut off costs others nothing', async () => {
    for (let i = 0; i < 20; i++) {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST /api/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{"te',
        );
        setImmediate(() => socket.destroy());
      });
      socket.on('error', () => {});
    }
    expect((await ask()).status).toBe(200);
  });
});

it('ends when the requests under way are answered', async () => {
  const settings = settingsFrom({ port: '0' }, {});
  if (typeof settings === 'string') throw new Error(settings);
  const own = await startService(settings, { record: folder, data: join(folder, 'data') }, () => {});
  await own.begun;
  const { port: ownPort } = new URL(own.address);
  const row = '{"id":"a","from":"IT","to":"SO","goods":"arms","on":"2000-01-01"}\n';
  const answered = new Promise<string>((done, fail) => {
    const sent = request(
      {
        port: ownPort,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/ask',
        headers: { 'content-type': 'application/x-ndjson', expect: '100-continue' },
      },
      (answer) => {
        let text = '';
        answer.on('data', (data) => {
          text += String(data);
        });
        answer.on('end', () => done(text));
      },
    );
    sent.on('error', fail);
    // It has read the head of the request; the body comes when it has been told to end.
    sent.on('continue', () => {
      void own.close();
      sent.end(row.repeat(310));
    });
    sent.flushHeaders();
  });
  expect((await answered).trim().split('\n')).toHaveLength(310);
  await own.ended;
  await expect(fetch(`${own.address}/healthz`)).rejects.toThrow();
});
