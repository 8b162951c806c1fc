/**
 * Sends requests at an even rate, whatever the answers do: each has an instant it is due at, and waits are counted from that
 * instant, not from when a connection was free, so that a stall counts for everybody who would have come meanwhile. It speaks
 * over bare sockets, since it shares the processor with what it measures.
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Waits = {
  readonly sent: number;
  readonly refused: number;
  readonly perSecond: number;
  /** Milliseconds from the instant that a request was due to the end of its answer. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Milliseconds that this sender itself was late, at the 99th of a hundred: what of the wait is not the service's. */
  readonly senderLate: number;
};

export async function atEvenRate(
  base: string,
  paths: readonly string[],
  perSecond: number,
  seconds: number,
  connections: number,
): Promise<Waits> {
  const total = Math.round(perSecond * seconds);
  const waits = new Float64Array(total);
  const lates = new Float64Array(total);
  let answered = 0;
  let refused = 0;
  const due: number[] = [];
  const free: Caller[] = [];
  const host = new URL(base).host;
  const requests = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\n\r\n`));
  const began = performance.now();
  const dueAt = (i: number): number => began + (i * 1000) / perSecond;
  const callers = await Promise.all(
    Array.from({ length: connections }, () =>
      Caller.open(base, (caller, i, status) => {
        waits[i] = performance.now() - dueAt(i);
        if (status !== 200) refused++;
        answered++;
        const next = due.shift();
        if (next === undefined) free.push(caller);
        else caller.send(next, requests[next % requests.length]!);
      }),
    ),
  );
  free.push(...callers);
  for (let i = 0; answered < total; ) {
    const now = performance.now();
    for (; i < total && dueAt(i) <= now; i++) {
      lates[i] = now - dueAt(i);
      const caller = free.pop();
      if (caller === undefined) due.push(i);
      else caller.send(i, requests[i % requests.length]!);
    }
    await sleep(1);
  }
  const took = (performance.now() - began) / 1000;
  for (const caller of callers) caller.close();
  const at = (times: Float64Array, share: number): number =>
    Math.round(times.sort()[Math.min(total - 1, Math.floor(total * share))]! * 10) / 10;
  return {
    sent: total,
    refused,
    perSecond: Math.round(total / took),
    p50: at(waits, 0.5),
    p99: at(waits, 0.99),
    worst: at(waits, 1),
    senderLate: at(lates, 0.99),
  };
}

/** One connection, one request at a time; answers have their length in the header. */
class Caller {
  private number = 0;
  private status = 0;
  private missing = 0;
  private head = '';

  private constructor(
    private readonly socket: Socket,
    private readonly answered: (caller: Caller, request: number, status: number) => void,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.take(bytes));
    socket.once('error', () => this.answered(this, this.number, 0));
  }

  static open(base: string, answered: (caller: Caller, request: number, status: number) => void): Promise<Caller> {
    const { hostname, port } = new URL(base);
    return new Promise((done, failed) => {
      const socket = connect(Number(port), hostname, () => {
        socket.off('error', failed);
        done(new Caller(socket, answered));
      });
      socket.once('error', failed);
    });
  }

  send(number: number, request: Buffer): void {
    this.number = number;
    this.socket.write(request);
  }

  close(): void {
    this.socket.destroy();
  }

  private take(bytes: Buffer): void {
    let body = bytes.length;
    if (this.missing === 0) {
      this.head += bytes.toString('latin1');
      const end = this.head.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.status = Number(this.head.slice(9, 12));
      this.missing = Number(/\ncontent-length: (\d+)/i.exec(this.head)?.[1] ?? 0);
      body = this.head.length - end - 4;
      this.head = '';
    }
    this.missing -= body;
    if (this.missing <= 0) {
      this.missing = 0;
      this.answered(this, this.number, this.status);
    }
  }
}
