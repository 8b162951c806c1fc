/**
 * Forty rules and 100,000 rows through general engines, each in its own good style, beside the same rules compiled here and
 * written out by hand. All must give the same answers. The engines are no dependencies: install them into a folder of
 * their own, `npm install json-rules-engine @gorules/zen-engine @cedar-policy/cedar-wasm`, and name it:
 * `ENGINES=/that/folder node bench/run.mjs ledger/engines`. One that is not there is left out, and that is said.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compile } from '../../src/compile/program.ts';
import { CellIndex, cellTable, lookUp } from '../../src/evaluate/cells.ts';
import type { Measure } from '../../src/law/norm.ts';
import type { Question } from '../../src/law/question.ts';
import { rolesOf } from '../../src/ledger/roles.ts';
import { BEGINNING, FOREVER, type Instant, instant } from '../../src/time/instant.ts';
import { byHand, fortyRules, KINDS, TARGETS } from '../engine/forty-rules.ts';
import { bestOf, mulberry } from '../measure.ts';

const ROWS = 100_000;
const SELLERS = ['YA', 'YB'];
const NONE = 5;
const record = fortyRules();
const random = mulberry(5);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

type Row = { readonly from: string; readonly to: string; readonly goods: string; readonly at: number };
const rows: readonly Row[] = Array.from({ length: ROWS }, () => ({
  from: pick(SELLERS),
  to: pick(TARGETS),
  goods: pick(KINDS),
  at: Math.floor(random() * 1_800_000_000),
}));

/** The rules as plain data, which the general engines are given in their own form. */
const rules = Object.values(record.norms).map((norm) => {
  const { target, goods, start, ends, presumption } = norm as Measure;
  const literal = (time: unknown): number => (time as { at: Instant }).at;
  return {
    to: target.states[0]!,
    goods: goods[0]!,
    from: literal(start),
    until: literal(ends[0]!.at),
    outcome: presumption === undefined ? 0 : 1,
  };
});

const hand = new Uint8Array(ROWS);
const found = new Uint8Array(ROWS);
const races = [
  () => {
    for (let i = 0; i < ROWS; i++) hand[i] = byHand(rows[i]!.to, rows[i]!.goods, rows[i]!.at);
  },
  compiledHere(),
] as const;
// In turns, so that what else the machine does falls on both.
const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
for (let round = 0; round < 200; round++)
  races.forEach((race, i) => {
    best[i] = Math.min(best[i]!, bestOf(1, race));
  });
const [byHandSeconds, compiledSeconds] = best as [number, number];
tell('by hand', byHandSeconds);
tell('compiled here, words looked up', compiledSeconds);
check();

const folder = process.env.ENGINES;
const from = folder === undefined ? undefined : createRequire(join(folder, 'package.json'));
for (const [name, race] of [
  ['json-rules-engine', jsonRulesEngine],
  ['@gorules/zen-engine', zen],
  ['@cedar-policy/cedar-wasm', cedar],
] as const) {
  // biome-ignore lint/suspicious/noExplicitAny: engines that are not installed have no types here
  let engine: any;
  try {
    engine = from?.(name === '@cedar-policy/cedar-wasm' ? `${name}/nodejs` : name);
  } catch {
    engine = undefined;
  }
  if (engine === undefined) {
    console.log(`${name}: not installed, left out`);
    continue;
  }
  found.fill(255);
  const run = race(engine);
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  tell(name, (user + system) / 1_000_000);
  check();
}

function tell(name: string, seconds: number): void {
  const rate = ROWS / seconds;
  const ratio = seconds / byHandSeconds;
  console.log(
    `${name}: ${Math.round(rate).toLocaleString('en')} rows a second, ${ratio.toFixed(1)} times the hand-written`,
  );
}

function check(): void {
  const wrong = found.findIndex((outcome, i) => outcome !== hand[i]);
  if (wrong >= 0) throw new Error(`row ${wrong}: ${found[wrong]} and by hand ${hand[wrong]}`);
}

function compiledHere(): () => void {
  const asKnown = instant(2_000_000_000);
  const program = compile(record, asKnown);
  // Sellers of one role get the same answers, so that nobody needs to look at them; the rules by hand do not either.
  const roles = rolesOf(record, SELLERS, { from: BEGINNING, until: FOREVER }, false);
  if (new Set(roles.values()).size > 1) throw new Error('these rules tell sellers apart');
  const index = new CellIndex(2);
  const questions = TARGETS.flatMap((to) =>
    KINDS.map((code): Question => {
      index.cellOf([to, code]);
      const at = { from: instant(0), until: instant(1) };
      const goods = [{ input: code, code, how: 'exact' as const }];
      return { from: SELLERS[0]!, to, goods, activity: 'transfer', at, parties: [], asKnown, suppose: [], notes: [] };
    }),
  );
  const table = cellTable(program, questions);
  const words = rows.map((row) => [row.to, row.goods]);
  const at = Float64Array.from(rows, (row) => row.at);
  const cells = new Uint32Array(ROWS);
  return () => {
    for (let i = 0; i < ROWS; i++) cells[i] = index.cellOf(words[i]!);
    lookUp(table, cells, at, found);
  };
}

// biome-ignore lint/suspicious/noExplicitAny: see above
function jsonRulesEngine({ Engine }: any): () => Promise<void> {
  const engine = new Engine();
  for (const rule of rules)
    engine.addRule({
      conditions: {
        all: [
          { fact: 'to', operator: 'equal', value: rule.to },
          { fact: 'goods', operator: 'equal', value: rule.goods },
          { fact: 'at', operator: 'greaterThanInclusive', value: rule.from },
          { fact: 'at', operator: 'lessThan', value: rule.until },
        ],
      },
      event: { type: 'met', params: { outcome: rule.outcome } },
    });
  return async () => {
    for (let i = 0; i < ROWS; i++) {
      const { events } = await engine.run(rows[i]);
      found[i] = events.reduce(
        (least: number, one: { params: { outcome: number } }) => Math.min(least, one.params.outcome),
        NONE,
      );
    }
  };
}

// biome-ignore lint/suspicious/noExplicitAny: see above
function zen({ ZenEngine }: any): () => Promise<void> {
  const node = (id: string, type: string, content?: unknown) => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    ...(content !== undefined && { content }),
  });
  const table = {
    hitPolicy: 'first',
    inputs: ['to', 'goods', 'at'].map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: 'outcome', name: 'outcome', field: 'outcome' }],
    rules: [
      ...rules.map((rule, i) => ({
        _id: `r${i}`,
        to: `"${rule.to}"`,
        goods: `"${rule.goods}"`,
        at: `[${rule.from}..${rule.until})`,
        outcome: String(rule.outcome),
      })),
      { _id: 'none', to: '', goods: '', at: '', outcome: String(NONE) },
    ],
  };
  const decision = new ZenEngine().createDecision({
    nodes: [node('in', 'inputNode'), node('table', 'decisionTableNode', table), node('out', 'outputNode')],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  });
  const CHUNK = 1000;
  return async () => {
    for (let start = 0; start < ROWS; start += CHUNK) {
      const answers = await Promise.all(rows.slice(start, start + CHUNK).map((row) => decision.evaluate(row)));
      answers.forEach(({ result }, i) => {
        found[start + i] = result.outcome;
      });
    }
  };
}

// biome-ignore lint/suspicious/noExplicitAny: see above
function cedar(engine: any): () => Promise<void> {
  const policies: Record<string, string> = { permitted: 'permit(principal, action, resource);' };
  rules.forEach((rule, i) => {
    policies[`${rule.outcome} ${i}`] =
      `forbid(principal, action == Action::"${rule.goods}", resource == State::"${rule.to}") when { context.at >= ${rule.from} && context.at < ${rule.until} };`;
  });
  const parsed = engine.preparsePolicySet('forty', { staticPolicies: policies });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  return async () => {
    for (let i = 0; i < ROWS; i++) {
      const row = rows[i]!;
      const { response } = engine.statefulIsAuthorized({
        principal: { type: 'State', id: row.from },
        action: { type: 'Action', id: row.goods },
        resource: { type: 'State', id: row.to },
        context: { at: row.at },
        preparsedPolicySetId: 'forty',
        entities: [],
      });
      const met =
        response.decision === 'allow' ? [] : response.diagnostics.reason.map((id: string) => Number(id.split(' ')[0]));
      found[i] = Math.min(NONE, ...met);
    }
  };
}
