/**
 * What an edit does to the law: two records in, the norms that came, went, read otherwise or run at other times out.
 * Each record is compiled as known at its own horizon; a difference is told once for all positions that see it alike.
 */
import { influenceOn } from '../compile/influence.ts';
import { compile, type Program } from '../compile/program.ts';
import type { Norm } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import { endOfDay } from '../time/civil-date.ts';
import { lifeOverTime, type Running } from './life-over-time.ts';

export type Revision =
  | { readonly kind: 'added' | 'removed'; readonly norm: Norm }
  /** The norm itself reads otherwise, in these fields. */
  | { readonly kind: 'content'; readonly norm: Norm; readonly fields: readonly string[] }
  /** It runs at other times; no positions: for everybody. */
  | {
      readonly kind: 'life';
      readonly norm: Norm;
      readonly positions: readonly string[];
      /** Whether there are positions for which nothing changes. */
      readonly onlyForSome: boolean;
      readonly before: readonly Running[];
      readonly after: readonly Running[];
    };

export function revise(before: LegalRecord, after: LegalRecord): readonly Revision[] {
  const programs = { before: compileAtHorizon(before), after: compileAtHorizon(after) };
  const ids = [...new Set([...Object.keys(before.norms), ...Object.keys(after.norms)])].sort();
  return ids.flatMap((id): readonly Revision[] => {
    const [old, now] = [before.norms[id], after.norms[id]];
    if (old === undefined) return [{ kind: 'added', norm: now! }];
    if (now === undefined) return [{ kind: 'removed', norm: old }];
    const fields = contentDiffers(old, now);
    const isWithin = now.kind === 'opening' && now.within !== undefined;
    return [
      ...(fields.length > 0 ? [{ kind: 'content' as const, norm: now, fields }] : []),
      ...(isWithin ? [] : livesDiffer(now, programs.before, programs.after)),
    ];
  });
}

const compileAtHorizon = (record: LegalRecord): Program => compile(record, endOfDay(record.horizon));

/** When a norm runs is told by its life, and where a fact was read is no law. */
const NOT_CONTENT: ReadonlySet<string> = new Set(['start', 'ends', 'if', 'sources', 'note', 'disagreement']);

function contentDiffers(before: Norm, after: Norm): readonly string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((field) => {
    if (NOT_CONTENT.has(field)) return false;
    const [old, now] = [before, after].map((norm) => JSON.stringify((norm as Record<string, unknown>)[field]));
    return old !== now;
  });
}

function livesDiffer(norm: Norm, before: Program, after: Program): readonly Revision[] {
  const points = [before, after].flatMap(({ record }) => [...influenceOn(record, norm.id).points]);
  const known = ({ record }: Program, point: string): boolean => record.points[point] !== undefined;
  const positions = new Set(
    points.flatMap((point) => [before, after].flatMap((one) => (known(one, point) ? one.holders(point) : []))),
  );
  const ways = new Map<string, Extract<Revision, { kind: 'life' }> & { positions: string[] }>();
  // The viewpoint of nobody in particular stands for all who hold nothing on these points.
  for (const position of ['', ...positions]) {
    const [old, now] = [before, after].map((program) => lifeOverTime(program, program.viewpointOf(position), norm));
    const key = JSON.stringify([old, now]);
    const same = ways.get(key);
    if (same === undefined)
      ways.set(key, { kind: 'life', norm, positions: [position], onlyForSome: false, before: old!, after: now! });
    else same.positions.push(position);
  }
  const changed = [...ways.values()].filter((way) => JSON.stringify(way.before) !== JSON.stringify(way.after));
  if (ways.size === 1) return changed.map((way) => ({ ...way, positions: [] }));
  const onlyForSome = changed.length < ways.size;
  const named = changed.map((way) => ({ ...way, onlyForSome, positions: way.positions.filter((one) => one !== '') }));
  return named.filter(({ positions: who }) => who.length > 0);
}
