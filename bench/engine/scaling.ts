/**
 * What compiling and answering cost against the number of provisions, events and positions: made-up records of growing size,
 * one dimension at a time, drawn as `bench/engine/scaling.svg`. Processor time of one thread.
 */
import { writeFileSync } from 'node:fs';
import { compile } from '../../src/compile/program.ts';
import { assess } from '../../src/evaluate/assess.ts';
import type { LegalEvent } from '../../src/law/event.ts';
import type { Measure } from '../../src/law/norm.ts';
import type { Position } from '../../src/law/position.ts';
import type { Question } from '../../src/law/question.ts';
import type { LegalRecord } from '../../src/law/record.ts';
import type { Rule } from '../../src/law/rule.ts';
import { type Instant, instant } from '../../src/time/instant.ts';
import { bestOf } from '../measure.ts';
import { fortyRules } from './forty-rules.ts';

type Size = { readonly provisions: number; readonly events: number; readonly positions: number };

const BASE: Size = { provisions: 400, events: 400, positions: 16 };
const asKnown = instant(2_000_000_000);
const attested = { evidence: 'verified', sources: [] } as const;

/** Provisions in groups of ten that one disputed notice suspends; each event prolongs one of them. */
function recordOf({ provisions, events, positions }: Size): LegalRecord {
  const small = fortyRules();
  const model = Object.values(small.norms)[0] as Measure;
  const norms = Array.from({ length: provisions }, (_, i): Measure => {
    const states = [Object.keys(small.states)[i % 20]!];
    return { ...model, id: `i#${i}`, target: { ...model.target, states }, ends: [{ at: at(0), kind: 'renewable' }] };
  });
  const happened = Array.from({ length: events }, (_, i): LegalEvent => {
    const when = instant(400_000_000 + i * 100_000);
    return {
      ...attested,
      id: `e${i}`,
      kind: 'act',
      what: '',
      occurred: { from: when, until: when, precision: 'instant' },
      knownFrom: when,
      actors: [],
    };
  });
  const rule = (id: string, more: Pick<Rule, 'do' | 'what' | 'at'> & Partial<Rule>): Rule => ({
    ...{ ...attested, id, instrument: 'i', provision: '', says: '' },
    ...more,
  });
  const renewals = happened.map(({ id }, i) =>
    rule(`renews-${i}`, {
      ...{ do: 'extend', what: [norms[i % provisions]!.id] },
      ...{ at: { kind: 'event', event: id, zone: 'UTC' }, until: { at: at(1_900_000_000 + i), kind: 'renewable' } },
    }),
  );
  const suspensions = Array.from({ length: Math.ceil(provisions / 10) }, (_, i) =>
    rule(`suspends-${i}`, {
      ...{ do: 'suspend', what: norms.slice(i * 10, i * 10 + 10).map(({ id }) => id) },
      ...{ at: at(1_000_000_000), if: { kind: 'point', point: `p${i % 4}` } },
    }),
  );
  const position = (n: number): Position => ({
    ...{ id: `P${n}`, name: '', kind: 'state', aliases: [], expects: [] },
    stances: [0, 1, 2, 3].map((point) => ({
      ...{ ...attested, point: `p${point}`, kind: 'statement', withdraws: 'from-the-start', knownFrom: instant(0) },
      ...{
        answer: ((n >> point) & 1) === 1 ? 'yes' : 'no',
        said: { from: instant(0), until: instant(0), precision: 'instant' },
      },
    })),
  });
  const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
    Object.fromEntries(all.map((one) => [one.id, one]));
  return {
    ...small,
    norms: byId(norms),
    rules: byId([...renewals, ...suspensions]),
    events: { ...small.events, ...byId(happened) },
    points: byId(
      [0, 1, 2, 3].map((n) => ({
        ...attested,
        id: `p${n}`,
        kind: 'counts-as' as const,
        question: '',
        yes: '',
        no: '',
        about: [],
      })),
    ),
    positions: byId(Array.from({ length: positions }, (_, n) => position(n))),
  };
}

function at(when: number) {
  return { kind: 'instant', at: instant(when) } as const;
}

/** Milliseconds to compile every part for every position, and to answer a question not asked before. */
function costOf(size: Size): { readonly compiling: number; readonly answering: number } {
  const record = recordOf(size);
  const positions = Object.keys(record.positions);
  const compiling = bestOf(5, () => {
    const program = compile({ ...record }, asKnown);
    const components = new Set(Object.keys(record.norms).map((norm) => program.componentOf(norm)));
    for (const one of positions) for (const part of components) program.coursesOf(part, program.viewpointOf(one));
  });
  const ask = (to: string): Question => {
    const when = instant(1_100_000_000);
    const goods = [{ input: 'arms', code: 'arms', how: 'exact' as const }];
    return {
      from: 'YA',
      to,
      goods,
      activity: 'transfer',
      at: { from: when, until: (when + 1) as Instant },
      parties: [],
      asKnown,
      suppose: [],
      notes: [],
    };
  };
  const targets = Object.keys(record.states).slice(0, 20);
  const answering = bestOf(5, () => {
    const program = compile({ ...record }, asKnown);
    for (const to of targets) assess(program, ask(to), { changes: false });
  });
  return { compiling: compiling * 1000, answering: Math.max(0, answering * 1000) / targets.length };
}

const series = (dimension: keyof Size, sizes: readonly number[]) => ({
  dimension,
  points: sizes.map((size) => ({ size, ...costOf({ ...BASE, [dimension]: size }) })),
});

costOf(BASE); // Code that has run before.
const all = [
  series('provisions', [100, 200, 400, 800, 1600, 3200]),
  series('events', [100, 200, 400, 800, 1600, 3200]),
  series('positions', [2, 4, 8, 16, 32, 64]),
];
for (const { dimension, points } of all)
  for (const { size, compiling, answering } of points)
    console.log(
      `${dimension} ${size}: compiling ${compiling.toFixed(1)} ms, a first answer ${answering.toFixed(2)} ms`,
    );
writeFileSync('bench/engine/scaling.svg', drawing());

type Point = { readonly size: number; readonly compiling: number; readonly answering: number };

/** Three panels with logarithmic axes; a dashed line shows what growing in proportion would look like. */
function drawing(): string {
  const panels = all.map(({ dimension, points }, i) => panel(dimension, points, 70 + i * 290));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 930 300" font-family="system-ui, sans-serif" font-size="12">
<rect width="930" height="300" fill="#fff"/>
<text x="70" y="22" font-size="14" font-weight="600">Cost against size: milliseconds of processor time</text>
<g font-size="12"><circle cx="480" cy="18" r="4" fill="#1b5e8c"/><text x="490" y="22">compiling for all positions</text>
<circle cx="670" cy="18" r="4" fill="#b3541e"/><text x="680" y="22">a first answer</text>
<line x1="780" x2="805" y1="18" y2="18" stroke="#888" stroke-dasharray="4 4"/><text x="812" y="22">in proportion</text></g>
${panels.join('\n')}
</svg>
`;
}

function panel(dimension: string, points: readonly Point[], left: number): string {
  const [width, top, height] = [240, 50, 190];
  const sizes = points.map(({ size }) => size);
  const x = (size: number): number => left + (Math.log(size / sizes[0]!) / Math.log(sizes.at(-1)! / sizes[0]!)) * width;
  const y = (ms: number): number => top + height - (Math.log10(Math.max(1, ms)) / 3) * height;
  const line = (pick: (point: Point) => number, colour: string): string => {
    const at = points.map((point) => `${x(point.size).toFixed(1)},${y(pick(point)).toFixed(1)}`);
    const dots = at.map(
      (one) => `<circle cx="${one.split(',')[0]}" cy="${one.split(',')[1]}" r="3.5" fill="${colour}"/>`,
    );
    return `<polyline points="${at.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>${dots.join('')}`;
  };
  const grid = [0, 1, 2, 3].map((power) => {
    const at = y(10 ** power).toFixed(1);
    const label =
      left === 70 ? `<text x="${left - 8}" y="${Number(at) + 4}" text-anchor="end">${10 ** power}</text>` : '';
    return `<line x1="${left}" x2="${left + width}" y1="${at}" y2="${at}" stroke="#ddd"/>${label}`;
  });
  const [first, last] = [points[0]!, points.at(-1)!];
  const inProportion = `<line x1="${x(first.size)}" y1="${y(first.compiling)}" x2="${x(last.size)}" y2="${y((first.compiling * last.size) / first.size)}" stroke="#888" stroke-dasharray="4 4"/>`;
  const ticks = points.map(
    ({ size }) => `<text x="${x(size).toFixed(1)}" y="${top + height + 18}" text-anchor="middle">${size}</text>`,
  );
  return `<g>${grid.join('')}${inProportion}${line(({ compiling }) => compiling, '#1b5e8c')}${line(({ answering }) => answering, '#b3541e')}${ticks.join('')}<text x="${left + width / 2}" y="${top + height + 38}" text-anchor="middle" font-weight="600">${dimension}</text></g>`;
}
