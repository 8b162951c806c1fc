/**
 * The service under load, over the loopback: `node bench/run.mjs service/load [SECONDS]`. It starts `dist/snapback.js serve`
 * on a port of its own and drives it as hard as it goes with autocannon, which `npm install --no-save autocannon` brings, then at
 * half of that with a sender of our own (autocannon sends a second's worth at once and then pauses, which is no half load).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { atEvenRate } from './even-rate.ts';

type Result = {
  readonly requests: { readonly average: number; readonly total: number };
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly non2xx: number;
  readonly errors: number;
};
type Autocannon = (options: Readonly<Record<string, unknown>>) => Promise<Result>;

const seconds = Number(process.argv[2] ?? 10);
const autocannon = createRequire(join(process.env.AUTOCANNON ?? process.cwd(), 'package.json'))(
  'autocannon',
) as Autocannon;

const spawned = performance.now();
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
/** Different questions, so that no two in a row are the same. */
const FROM = ['RU', 'CN', 'FR', 'DE', 'US', 'GB', 'KP', 'BY', 'IT', 'SE'];
const TO = ['IR', 'LY', 'SO', 'SD', 'YE', 'KP', 'CD', 'CF', 'SS', 'IQ'];
const GOODS = ['Su-35', 'unroca:IV', 'salw', 'missiles', 'unroca:VII(a)', 'unroca:II', 'arms'];
const DAYS = ['2007-05-01', '2012-01-01', '2016-06-01', '2020-10-19', '2025-10-01'];
const asked = Array.from({ length: 700 }, (_, i) => {
  const words = { from: FROM[i % 10]!, to: TO[(i * 3) % 10]!, goods: GOODS[i % 7]!, on: DAYS[i % 5]! };
  return { method: 'GET', path: `/api/ask?${new URLSearchParams(words)}` };
});

/** Resident memory of the service in MB. */
const memory = (): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
/** Seconds of processor that the service has used. */
const used = (): number => {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

const poll = async (path: string): Promise<string> => {
  while (!(await fetch(base + path)).ok) await new Promise((later) => setTimeout(later, 10));
  return `${Math.round(performance.now() - spawned)} ms (${used().toFixed(1)} s of processor)`;
};
console.log(`/healthz ${await poll('/healthz')} after the start, /readyz ${await poll('/readyz')}`);

async function measure(name: string, options: Readonly<Record<string, unknown>>): Promise<Result> {
  const before = used();
  const result = await autocannon({ url: base, duration: seconds, ...options });
  const cpu = used() - before;
  const { requests, latency, non2xx, errors } = result;
  console.log(
    `${name}: ${Math.round(requests.average)}/s, ${Math.round((cpu / requests.total) * 1e6)} µs of processor each, p50 ${latency.p50} ms, p99 ${latency.p99} ms, worst ${latency.max} ms, ${non2xx} refused, ${errors} errors, ${memory()} MB`,
  );
  return result;
}

async function evenly(name: string, rate: number): Promise<void> {
  const before = used();
  const paths = asked.map(({ path }) => path);
  const { sent, refused, perSecond, p50, p99, worst, senderLate } = await atEvenRate(base, paths, rate, seconds, 64);
  const cpu = used() - before;
  console.log(
    `${name}, evenly: ${perSecond}/s, ${Math.round((cpu / sent) * 1e6)} µs of processor each, p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms (the sender itself late by ${senderLate} ms at p99), ${refused} refused, ${memory()} MB`,
  );
}

console.log(
  `${cpus().length} cores, ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)} before, Node ${process.version}`,
);
try {
  await measure('warm', { requests: asked, connections: 16, duration: 3 });
  const full = await measure('ask, full load', { requests: asked, connections: 16 });
  await evenly('ask, half of that', Math.round(full.requests.average / 2));
  await evenly('ask, half of the target', 1500);
  await measure('a page (timeline)', { requests: [{ path: '/timeline?target=LY' }], connections: 8 });
  console.log(`load ${loadavg()[0]?.toFixed(1)} after`);
} finally {
  child.kill('SIGTERM');
}
