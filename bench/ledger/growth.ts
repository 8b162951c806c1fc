/**
 * What a ledger costs against the size of the record: random records of more and more embargoes, one ledger over each, through
 * `batch` in this process: `node bench/run.mjs ledger/growth [ROWS]`. Processor seconds: of the passes over the rows, and of
 * working out the cells between them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Batch } from '../../apps/batch/batch.ts';
import { Database, quoted } from '../../apps/batch/duckdb.ts';
import { Progress } from '../../apps/batch/progress.ts';
import { runViewOf } from '../../apps/batch/viewpoint.ts';
import { Session } from '../../apps/session.ts';
import type { Measure } from '../../src/law/norm.ts';
import type { LegalRecord } from '../../src/law/record.ts';
import type { State } from '../../src/law/vocabulary.ts';
import { instant } from '../../src/time/instant.ts';
import { fortyRules, KINDS } from '../engine/forty-rules.ts';
import { mulberry } from '../measure.ts';

const rows = Number(process.argv[2] ?? 2_000_000);
const SIZES = [10, 30, 100, 300, 1000, 3000, 10_000];
const LAST = 1_800_000_000;
const STATES = Array.from({ length: 200 }, (_, i) => `${letter(Math.floor(i / 20))}${letter(i % 20)}`);

function letter(i: number): string {
  return String.fromCharCode(65 + i);
}

/** So many embargoes, each on one of 200 States and one of three kinds of goods, from a time at random for up to ten years. */
function randomRecord(size: number): LegalRecord {
  const random = mulberry(size);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const small = fortyRules();
  const model = Object.values(small.norms)[0] as Measure;
  const norms = Array.from({ length: size }, (_, i): Measure => {
    const from = Math.floor(random() * LAST);
    const end = { kind: 'instant', at: instant(from + Math.floor(random() * 315_576_000)) } as const;
    return {
      ...{ ...model, id: `i#${i}`, goods: [pick(KINDS)], start: { kind: 'instant', at: instant(from) } },
      ...{ target: { ...model.target, states: [pick(STATES)] }, ends: [{ at: end, kind: 'final' }] },
    };
  });
  const state = (code: string): State => ({ ...Object.values(small.states)[0]!, code });
  return {
    ...{ ...small, hash: `sha256:random-${size}` },
    norms: Object.fromEntries(norms.map((norm) => [norm.id, norm])),
    states: Object.fromEntries([...STATES, 'YA', 'YB'].map((code) => [code, state(code)])),
    regimes: { r: { ...small.regimes.r!, targets: STATES } },
  };
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The processor seconds of the passes over the rows. */
class Passes extends Progress {
  spent = 0;

  constructor() {
    super(false);
  }

  override async during<T>(_what: string, _connection: unknown, _rows: number | undefined, work: () => Promise<T>) {
    const before = cpu();
    const done = await work();
    this.spent += cpu() - before;
    return done;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'snapback-growth-'));
try {
  const database = await Database.open({ spill: join(folder, 'spill') });
  const ledger = join(folder, 'ledger.parquet');
  const one = (words: readonly string[]): string =>
    `list_element([${words.map(quoted)}], 1 + floor(random() * ${words.length})::INT)`;
  await database.run('SELECT setseed(0.42)');
  await database.run(`COPY (SELECT range AS id, ${one(['YA', 'YB'])} AS "from", ${one(STATES)} AS "to", ${one(KINDS)} AS goods,
    TIMESTAMPTZ '1970-01-01 00:00:00+00' + to_seconds((random() * ${LAST})::BIGINT) AS "on" FROM range(${rows})) TO ${quoted(ledger)} (FORMAT parquet)`);
  console.log(
    '| embargoes | passes, s of CPU | a million rows | working out, s of CPU | passes against the smallest |',
  );
  console.log('| --- | --- | --- | --- | --- |');
  let first: number | undefined;
  for (const size of SIZES) {
    const session = new Session(randomRecord(size), () => instant(LAST));
    const view = await runViewOf({ law: 'UN' }, session);
    const out = join(folder, 'out.parquet');
    const wishes = {
      ...{ files: [{ path: ledger, format: 'parquet' as const }], out, format: 'parquet' as const },
      ...{ legend: `${out}.why.parquet`, rejects: `${out}.rejects.ndjson`, mapped: {}, values: {}, given: {} },
    };
    let best = { passes: Number.POSITIVE_INFINITY, working: 0 };
    for (let round = 0; round < 3; round++) {
      const passes = new Passes();
      const before = cpu();
      await new Batch(database, session, view, wishes, passes).run();
      const working = cpu() - before - passes.spent;
      if (passes.spent < best.passes) best = { passes: passes.spent, working };
    }
    first ??= best.passes;
    const told = [best.passes, (best.passes / rows) * 1e6, best.working, best.passes / first];
    console.log(`| ${size} | ${told.map((value) => value.toFixed(2)).join(' | ')} |`);
  }
  database.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
