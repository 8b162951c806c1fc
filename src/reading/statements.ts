/** What one sentence says that can be checked: its clauses put to every check, and who is reported to say it. */
import { checkEvent } from './checks/event.ts';
import { unverifiable } from './checks/finding.ts';
import { checkLaw } from './checks/law.ts';
import { checkLimit } from './checks/limit.ts';
import { checkListed } from './checks/listed.ts';
import { checkNames } from './checks/name.ts';
import { checkOffices } from './checks/office.ts';
import { checkParticipation } from './checks/participation.ts';
import { checkPoints } from './checks/point.ts';
import { modalityOf, polarityOf } from './checks/polarity.ts';
import { checkSpeech, type Speech, speechIn } from './checks/position.ts';
import { checkScope } from './checks/scope.ts';
import { checkVote } from './checks/vote.ts';
import { type Clause, clausesOf, isAct, trim } from './clause.ts';
import type { Context } from './context.ts';
import { merge } from './merge.ts';
import type { Scan } from './scan.ts';
import type { Finding, Statement, Verdict } from './statement.ts';

/** Everything a sentence says that can be checked, each with its verdict. */
export function statementsOf(text: string, scanned: Scan, context: Context): Statement[] {
  const clauses = clausesOf(scanned);
  const speech = speechIn(scanned, clauses);
  const statements: Statement[] = [];
  for (const whole of clauses) {
    const clause = speech ? afterCue(scanned, whole, speech) : whole;
    if (speech && clause !== whole)
      for (const finding of checkParticipation(scanned, beforeCue(scanned, whole, speech), context))
        statements.push(statementOf(text, scanned, finding, undefined));
    if (clause === undefined) continue;
    const findings = merge(contentOf(scanned, clause, context), clause);
    for (const finding of findings) statements.push(statementOf(text, scanned, finding, speech));
  }
  if (speech) statements.push(statementOf(text, scanned, checkSpeech(scanned, speech, context), speech, 'attribution'));
  for (const finding of checkOffices(scanned, context))
    statements.push(statementOf(text, scanned, finding, undefined, 'attribution'));
  return distinct(statements);
}

/** What stands before the cue tells who speaks, and what they are. */
const beforeCue = ({ line }: Scan, { from, to }: Clause, { cue }: Speech): Clause =>
  trim(line, { from, to: Math.max(from + 1, Math.min(to, cue.from)) });

/** Of the clause with the cue what is reported, without the speaker; nothing when that is hardly anything. */
function afterCue({ line }: Scan, clause: Clause, { cue, content }: Speech): Clause | undefined {
  const holdsCue = clause.from <= cue.from && cue.to <= clause.to;
  if (!holdsCue || content.from < cue.to) return clause;
  const rest = trim(line, { from: Math.min(content.from, clause.to), to: clause.to });
  return rest.to - rest.from >= 4 ? rest : undefined;
}

/** The more particular ones first: of contradictions on the same words the first one stays. */
const CHECKS = [checkNames, checkParticipation, checkListed, checkVote, checkLimit, checkLaw, checkPoints, checkScope];

function contentOf(scanned: Scan, clause: Clause, context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const check of CHECKS) findings.push(...check(scanned, clause, context));
  // An event of another day contradicts only what no other check knew better.
  const events = checkEvent(scanned, clause, context).filter(
    ({ verdict }) => verdict === 'supported' || findings.every((finding) => finding.verdict === 'supported'),
  );
  if (findings.length + events.length > 0) return [...findings, ...events];
  return isCheckable(scanned, clause) ? [unverifiable({ kind: 'other', from: clause.from, to: clause.to })] : [];
}

/** Somebody does something that a record could hold. */
function isCheckable(scanned: Scan, { from, to }: Clause): boolean {
  const { line } = scanned;
  const within = ({ from: start, to: end }: { from: number; to: number }): boolean => start >= from && end <= to;
  if (to - from < 3) return false;
  const acts = line.hits.some((hit) => (isAct(hit) || hit.group === 'cue') && within(hit));
  const names = [...scanned.states, ...scanned.bodies, ...scanned.persons].some(within);
  const times = [...scanned.dates, ...scanned.durations].some(
    ({ fromToken, toToken }) => fromToken >= from && toToken <= to,
  );
  const matters = line.hits.filter((hit) => hit.group === 'concept' && MATTERS.has(hit.name) && within(hit)).length;
  return (acts && (names || times || matters > 0)) || (names && times) || matters > 1 || (matters > 0 && names);
}

/** What this field is about. */
const MATTERS = new Set([
  'sanctions',
  'resolution',
  'deal',
  'arms',
  'embargo',
  'freeze',
  'travel',
  'missile',
  'nuclear',
  'enrichment',
  'experts',
  'mandate',
  'list',
  'snapback',
  'dispute',
  'noflyzone',
  'ceasefire',
  'occupation',
  'civilians',
  'means',
  'nucleartest',
  'order',
  'agreement',
  'unlawful',
  'standing',
  'joint',
  'observers',
  'presidency',
]);

function statementOf(
  text: string,
  { line }: Scan,
  finding: Finding,
  speech: Speech | undefined,
  aspect: Statement['aspect'] = 'content',
): Statement {
  const { start, end } = line.span(finding.from, finding.to);
  const isReported = speech !== undefined && (aspect === 'attribution' || finding.from >= speech.content.from);
  return {
    quote: text.slice(start, end),
    start,
    end,
    kind: finding.kind,
    aspect,
    attribution: isReported ? speech.attribution : null,
    stated: {
      ...finding.stated,
      // Values tell what they tell; that somebody said that something is not so is no denial of the saying.
      polarity:
        aspect === 'content' && Object.keys(finding.stated).length === 0
          ? polarityOf(line, finding.from, finding.to)
          : 'affirmed',
      modality: modalityOf(line, finding.from, finding.to),
    },
    verdict: finding.verdict,
    near: finding.near,
    evidence: finding.evidence,
    correct: finding.correct,
    contestedBy: finding.contestedBy,
    reason: finding.reason,
    because: finding.because,
    citations: finding.citations,
  };
}

/** Of two statements on the same stretch the one that knows more stays. */
function distinct(statements: readonly Statement[]): Statement[] {
  const best = new Map<string, Statement>();
  for (const statement of statements) {
    const key = `${statement.start} ${statement.end}`;
    const known = best.get(key);
    if (known === undefined || rank(statement.verdict) > rank(known.verdict)) best.set(key, statement);
  }
  return [...best.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

const rank = (verdict: Verdict): number => ({ unverifiable: 0, supported: 1, contested: 2, contradicted: 3 })[verdict];
