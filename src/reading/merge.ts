import type { Clause } from './clause.ts';
import type { Finding } from './statement.ts';

/**
 * What several checks found in one clause: two things with two answers are two statements, several with one answer are
 * one. Wrong parts keep their own stretch; what is right or open is told once for the clause.
 */
export function merge(findings: readonly Finding[], clause: Clause): Finding[] {
  const wrong = withoutOverlaps(findings.filter(({ verdict }) => verdict === 'contradicted'));
  const contested = findings.filter(({ verdict }) => verdict === 'contested');
  const rest = findings.filter(({ verdict }) => verdict === 'supported');
  if (wrong.some((finding) => covers(finding, clause)))
    return [
      ...wrong,
      ...rest.filter((finding) => !covers(finding, clause) && !wrong.some((one) => overlap(one, finding) > 0.5)),
    ];
  const [open] = contested;
  if (open !== undefined && (covers(open, clause) || rest.length === 0)) return [...wrong, open];
  if (open !== undefined) return [...wrong, open, ...supportedOnce(rest, [...wrong, open], clause)];
  if (rest.length > 0) return [...wrong, ...supportedOnce(rest, wrong, clause)];
  if (wrong.length > 0) return wrong;
  return findings.slice(0, 1);
}

const covers = (finding: Finding, { from, to }: Clause): boolean =>
  (Math.min(finding.to, to) - Math.max(finding.from, from)) / (to - from) > 0.6;

/** Of contradictions on the same words the first, which the more particular check made, stays. */
function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) if (!kept.some((one) => overlap(one, finding) > 0.5)) kept.push(finding);
  return kept;
}

function overlap(a: Finding, b: Finding): number {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared / Math.max(1, Math.min(a.to - a.from, b.to - b.from));
}

const PARTS = new Set(['name-of-instrument', 'participation', 'listed-person-or-entity']);

/** What is right is told once for the clause; names and members keep their own words, and so does what stands beside a wrong part. */
function supportedOnce(rest: readonly Finding[], wrong: readonly Finding[], clause: Clause): Finding[] {
  const free = rest.filter((finding) => !wrong.some((one) => overlap(one, finding) > 0.5));
  const own = free.filter(
    ({ kind, from, to }) =>
      from < clause.from || to > clause.to || (PARTS.has(kind) && to - from < (clause.to - clause.from) * 0.6),
  );
  const inside = free.filter((finding) => !own.includes(finding));
  if (inside.length === 0) return own;
  const citations = [
    ...new Map(
      inside.flatMap((finding) => finding.citations).map((cite) => [`${cite.symbol} ${cite.para ?? ''}`, cite]),
    ).values(),
  ].slice(0, 4);
  const because = [...new Set(inside.flatMap((finding) => finding.because))].slice(0, 5);
  const isLong = clause.to - clause.from > 24;
  const span =
    wrong.length === 0 &&
    !(isLong && inside.every((finding) => finding.to - finding.from < (clause.to - clause.from) * 0.6))
      ? clause
      : { from: Math.min(...inside.map(({ from }) => from)), to: Math.max(...inside.map(({ to }) => to)) };
  return [
    ...own,
    {
      ...inside[0]!,
      ...span,
      because,
      citations,
      evidence: inside.some(({ evidence }) => evidence === 'unverified') ? 'unverified' : inside[0]!.evidence,
    },
  ];
}
