/**
 * Whether the service stays itself: `node bench/run.mjs service/endure [REQUESTS] [CONNECTIONS]`. Memory over many requests,
 * many open connections (raise `ulimit -n` first), slow and broken clients, with a stranger's request timed all along.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';

const total = Number(process.argv[2] ?? 200_000);
const many = Number(process.argv[3] ?? 10_000);
const autocannon = createRequire(join(process.env.AUTOCANNON ?? process.cwd(), 'package.json'))('autocannon') as (
  options: Readonly<Record<string, unknown>>,
) => Promise<{ readonly requests: { readonly average: number }; readonly non2xx: number; readonly errors: number }>;

const child: ChildProcess = spawn(process.execPath, ['dist/snapback.js', 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
// Whatever ends this, a closed pipe among them, ends the service too.
process.once('exit', () => child.kill());
const base = await new Promise<string>((done) => {
  child.stdout!.on('data', (data) => {
    const [found] = /http:\/\/\S+/.exec(String(data)) ?? [];
    if (found !== undefined) done(found);
  });
});
for (;;) {
  if ((await fetch(`${base}/readyz`)).ok) break;
  await new Promise((later) => setTimeout(later, 100));
}
const port = Number(new URL(base).port);
const memory = (): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
const ASK = '/api/ask?from=RU&to=IR&goods=Su-35&on=2025-10-01';

/** The median and the worst of what a stranger waits, over twenty requests. */
async function stranger(): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const start = performance.now();
    const answer = await fetch(base + ASK);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`a stranger was answered ${answer.status}`);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return `a stranger waits ${times[10]!.toFixed(1)} ms, at worst ${times[19]!.toFixed(1)} ms`;
}

/** Opens connections that send something and then nothing, or go on slowly. */
async function hold(count: number, sent: string): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let i = 0; i < count; i += 500) {
    const some = Array.from({ length: Math.min(500, count - i) }, () => connect(port, '127.0.0.1'));
    await Promise.all(
      some.map((socket) => new Promise<void>((done) => socket.once('connect', done).once('error', () => done()))),
    );
    for (const socket of some) {
      socket.on('error', () => {});
      socket.write(sent);
    }
    sockets.push(...some.filter(({ destroyed }) => !destroyed));
  }
  return sockets;
}

try {
  console.log(`at rest: ${memory()} MB; ${await stranger()}`);
  for (let done = 0; done < total; done += total / 8) {
    const { requests, non2xx, errors } = await autocannon({
      url: base,
      connections: 16,
      amount: total / 8,
      requests: [{ path: ASK }, { path: '/api/in-force?target=LY&on=2012-01-01' }, { path: '/api/explain?id=arms' }],
    });
    console.log(
      `after ${done + total / 8} requests: ${memory()} MB (${Math.round(requests.average)}/s, ${non2xx} refused, ${errors} errors)`,
    );
  }
  const quiet = await hold(many, '');
  console.log(`${quiet.length} connections open: ${memory()} MB; ${await stranger()}`);
  for (const socket of quiet) socket.destroy();
  const body =
    'POST /api/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n{"text":"';
  const slow = await hold(150, body);
  const drip = setInterval(() => {
    for (const socket of slow) if (!socket.destroyed) socket.write('x');
  }, 200);
  console.log(`${slow.length} bodies that never end: ${await stranger()}`);
  clearInterval(drip);
  for (const socket of slow) socket.destroy();
  const broken = await hold(500, 'POST /api/ask HTTP/1.1\r\nContent-Length: x\r\n\r\n\u0000');
  console.log(`${broken.length} broken requests: ${await stranger()}; ${memory()} MB`);
  for (const socket of broken) socket.destroy();
} finally {
  child.kill('SIGTERM');
}
