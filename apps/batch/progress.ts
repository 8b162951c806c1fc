/** How far a run is, on standard error, where somebody looks. */
import type { DuckDBConnection } from '@duckdb/node-api';

const EVERY_MS = 250;

export class Progress {
  readonly #shown: boolean;
  readonly #started = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #wrote = false;

  constructor(shown: boolean) {
    this.#shown = shown;
  }

  /** Seconds since the run began. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  /** Shows what is being done while it is done; `rows` is how many the step has to go through, if that is known. */
  async during<T>(
    what: string,
    connection: DuckDBConnection,
    rows: number | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    if (!this.#shown) return work();
    const begun = performance.now();
    this.#timer = setInterval(() => {
      const { percentage } = connection.progress;
      this.#write(line(what, percentage, rows, (performance.now() - begun) / 1000));
    }, EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(this.#timer);
      this.#clear();
    }
  }

  #write(text: string): void {
    process.stderr.write(`\r\u001b[K${text}`);
    this.#wrote = true;
  }

  #clear(): void {
    if (this.#wrote) process.stderr.write('\r\u001b[K');
    this.#wrote = false;
  }
}

/** `answering 45 %, 3.2 million rows a second, 4 s left`. */
export function line(what: string, percentage: number, rows: number | undefined, seconds: number): string {
  if (percentage <= 0 || seconds <= 0) return `${what} …`;
  const rate = rows === undefined ? '' : `, ${countText((rows * percentage) / 100 / seconds)} rows a second`;
  const left = Math.ceil((seconds * (100 - percentage)) / percentage);
  return `${what} ${Math.floor(percentage)} %${rate}, ${left} s left`;
}

/** `1,234`, `3.2 million`. */
export const countText = (count: number): string =>
  count >= 1_000_000 ? `${(count / 1_000_000).toFixed(1)} million` : Math.round(count).toLocaleString('en');
