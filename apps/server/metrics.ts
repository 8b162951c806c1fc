/** Counts for Prometheus (text format 0.0.4): requests by route, method and status, their durations, and the process. */

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #durations = new Map<string, { counts: number[]; sum: number; count: number }>();

  /** `route` is a pattern of ours, never a path as it came: a stranger must not be able to fill the memory with names. */
  observe(route: string, method: string, status: number, seconds: number): void {
    const key = `route="${route}",method="${method}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    const timing = this.#durations.get(route) ?? { counts: BUCKETS.map(() => 0), sum: 0, count: 0 };
    BUCKETS.forEach((bound, i) => {
      if (seconds <= bound) timing.counts[i]! += 1;
    });
    timing.sum += seconds;
    timing.count += 1;
    this.#durations.set(route, timing);
  }

  text(process: { readonly uptime: () => number; readonly memoryUsage: { rss: () => number } }): string {
    const lines = ['# HELP snapback_requests_total Requests answered.', '# TYPE snapback_requests_total counter'];
    for (const [labels, count] of this.#requests) lines.push(`snapback_requests_total{${labels}} ${count}`);
    lines.push(
      '# HELP snapback_request_seconds Time from request to answer.',
      '# TYPE snapback_request_seconds histogram',
    );
    for (const [route, { counts, sum, count }] of this.#durations) {
      BUCKETS.forEach((bound, i) => {
        lines.push(`snapback_request_seconds_bucket{route="${route}",le="${bound}"} ${counts[i]}`);
      });
      lines.push(`snapback_request_seconds_bucket{route="${route}",le="+Inf"} ${count}`);
      lines.push(
        `snapback_request_seconds_sum{route="${route}"} ${sum}`,
        `snapback_request_seconds_count{route="${route}"} ${count}`,
      );
    }
    lines.push('# HELP process_resident_memory_bytes Resident memory.', '# TYPE process_resident_memory_bytes gauge');
    lines.push(`process_resident_memory_bytes ${process.memoryUsage.rss()}`);
    lines.push('# HELP process_uptime_seconds Time since start.', '# TYPE process_uptime_seconds gauge');
    lines.push(`process_uptime_seconds ${process.uptime()}`);
    return `${lines.join('\n')}\n`;
  }
}
