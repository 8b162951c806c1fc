/** What would change an answer: the next instant at which it changes by itself, and each input whose flip changes it. */
import { compile, type Viewpoint, withAnswer } from '../compile/program.ts';
import type { Change, Finding, View } from '../law/assessment.ts';
import type { Moment } from '../law/event.ts';
import type { Supposition } from '../law/question.ts';
import type { Reason } from '../law/reason.ts';
import type { TimeExpression } from '../law/time-expression.ts';
import { type Instant, instant } from '../time/instant.ts';
import { type Asked, lawFinding, probesOf } from './assess.ts';
import type { Epoch } from './epochs.ts';
import { judged } from './judgement.ts';

/** Changes of one view, the absences that keep it as it is first, then points, then what time brings. */
export function changesOf(
  asked: Asked,
  law: string,
  viewpoints: readonly Viewpoint[],
  view: View,
  points: ReadonlySet<string>,
): readonly Change[] {
  const viewpoint = viewpoints[0]!;
  const before = told(view);
  return [
    ...eventChanges(asked, law, viewpoint, view, before),
    ...pointChanges(asked, law, viewpoint, points, before),
    ...nextByItself(asked, law, viewpoints, before),
  ];
}

const told = ({ outcome, parts, undetermined }: Finding): string =>
  JSON.stringify([outcome, undetermined, parts.map((part) => part.outcome)]);

function pointChanges(
  asked: Asked,
  law: string,
  viewpoint: Viewpoint,
  points: ReadonlySet<string>,
  before: string,
): readonly Change[] {
  return [...points].flatMap((point) =>
    (['yes', 'no'] as const).flatMap((answer): readonly Change[] => {
      const finding = lawFinding(asked, law, withAnswer(viewpoint, point, answer));
      return told(finding) === before ? [] : [{ to: finding.outcome, cause: { kind: 'point', point, answer } }];
    }),
  );
}

/** The first epoch after the time asked about in which the law comes to something else for any of the viewpoints. */
function nextByItself(asked: Asked, law: string, viewpoints: readonly Viewpoint[], before: string): readonly Change[] {
  const { plan, epochs } = asked;
  for (let i = epochs.at(-1)!.index + 1; i < plan.epochs.length; i++) {
    const epoch = plan.epochs[i]!;
    const begins = epoch.begins!;
    const at = { from: begins.until, until: instant(begins.until + 1) };
    const then: Asked = { plan, epochs: [epoch], question: { ...asked.question, at } };
    const findings = viewpoints.map((viewpoint) => lawFinding(then, law, viewpoint));
    const changed = findings.findIndex((finding) => told(finding) !== before);
    if (changed < 0) continue;
    const alike = findings.every((finding) => told(finding) === told(findings[0]!));
    const reasons = reasonsAt(asked, law, viewpoints[changed]!, epoch);
    return [{ at: begins.from, to: alike ? findings[0]!.outcome : 'contested', cause: { kind: 'time', reasons } }];
  }
  return [];
}

/** Why norms of the law change as an epoch begins. */
function reasonsAt({ plan }: Asked, law: string, viewpoint: Viewpoint, epoch: Epoch): readonly Reason[] {
  const [world] = judged(plan, viewpoint, epoch).worlds;
  return plan.planned
    .filter(({ measure }) => measure.law === law)
    .flatMap(({ measure }) =>
      world!
        .lifeOf(measure)
        .filter(({ from }) => sameMoment(from, epoch.begins))
        .flatMap(({ reasons }) => reasons.slice(0, 1)),
    );
}

const sameMoment = (a: Moment, b: Moment | undefined): boolean =>
  b !== undefined && a.from === b.from && a.precision === b.precision;

/** Events and absences that the measures of the view rest on, flipped one by one and run again. */
function eventChanges(asked: Asked, law: string, viewpoint: Viewpoint, view: View, before: string): readonly Change[] {
  const { record, asKnown } = asked.plan.program;
  return suppositionsOf(asked, view).flatMap((supposed): readonly Change[] => {
    // The norms and facts at hand stay the same; only the lives of norms are told anew.
    const plan = {
      ...asked.plan,
      program: compile(record, asKnown, [...asked.question.suppose, supposed], asked.plan.program),
    };
    const finding = lawFinding({ ...asked, plan, epochs: probesOf(asked) }, law, viewpoint);
    const cause = { kind: 'event', event: supposed.event, occurs: supposed.occurred !== 'none' } as const;
    return told(finding) === before ? [] : [{ to: finding.outcome, cause }];
  });
}

type SupposedEvent = Extract<Supposition, { kind: 'event' }>;

function suppositionsOf(asked: Asked, view: View): readonly SupposedEvent[] {
  const { program } = asked.plan;
  const found = new Map<string, SupposedEvent>();
  const flip = (event: string, when: Instant): void => {
    if (event.startsWith('adopted:') || found.has(event)) return;
    const happened = program.known.event(event)?.occurred !== undefined;
    found.set(event, { kind: 'event', event, occurred: happened ? 'none' : when });
  };
  const justBefore = instant(asked.question.at.from - 1);
  for (const { measure, because, status } of view.measures) {
    for (const reason of because) {
      if (reason.kind === 'event') flip(reason.event, justBefore);
      if (reason.kind === 'absence') for (const event of reason.events) flip(event, instant(reason.until - 1));
    }
    if (status === 'in-force') for (const end of measure.ends) visitEvents(end.at, (event) => flip(event, justBefore));
  }
  return [...found.values()];
}

function visitEvents(time: TimeExpression, found: (event: string) => void): void {
  if (time.kind === 'event') found(time.event);
  if (time.kind === 'earliest' || time.kind === 'latest') for (const part of time.of) visitEvents(part, found);
}
