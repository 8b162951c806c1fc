import { defineConfig } from 'vitest/config';

const everything = ['src/**/*.test.ts', 'apps/**/*.test.ts', 'cases/**/*.test.ts'];
/** Where a clock or a calendar could creep in. */
const aboutTime = ['src/{time,record,compile,asking,evaluate,explain}/**/*.test.ts', 'cases/**/*.test.ts'];
const zones = ['UTC', 'America/New_York', 'Asia/Tehran', 'Pacific/Kiritimati'];

const patient = { testTimeout: 60_000, hookTimeout: 60_000 };
const inZone = (zone) => ({
  // An embedded PostgreSQL keeps its own zone, and is slow to start.
  test: {
    ...patient,
    name: zone,
    include: aboutTime,
    exclude: ['**/postgres.test.ts'],
    env: { TZ: zone },
    pool: 'forks',
  },
});

export default defineConfig({
  test: {
    projects: [
      { test: { ...patient, name: 'here', include: everything } },
      ...(process.env.SNAPBACK_ZONES ? zones.map(inZone) : []),
    ],
  },
});
