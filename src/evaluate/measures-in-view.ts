/** How one view sees each measure that the question meets: its status, its life, what opens it, whether it decides. */
import { markOf } from '../compile/moment.ts';
import type { Viewpoint } from '../compile/program.ts';
import type { MeasureInView, MeasureStatus, SettingGate, Stretch } from '../law/assessment.ts';
import type { Gate, Measure, Opening } from '../law/norm.ts';
import { OUTCOMES, type Outcome, stricter } from '../law/outcome.ts';
import type { Life, Phase, Reason } from '../law/reason.ts';
import { endOfDay } from '../time/civil-date.ts';
import { earliest } from '../time/instant.ts';
import type { Asked } from './assess.ts';
import type { Epoch } from './epochs.ts';
import { type Judgement, judged, meetingsIn, type Standing, standingAt } from './judgement.ts';
import { gated, isBar, type Meeting } from './meeting.ts';

/** The measures of a law that meet the question in some completion and epoch, those that decide first. */
export function measuresInView(asked: Asked, law: string, viewpoint: Viewpoint): readonly MeasureInView[] {
  const { plan, epochs } = asked;
  const judgements = epochs.map((epoch) => judged(plan, viewpoint, epoch));
  const meetings = epochs.map((epoch) => meetingsIn(plan, epoch).flat());
  const found = plan.planned.flatMap(({ measure, openings }) => {
    if (measure.law !== law || !isBar(measure)) return [];
    const met = meetings.flat().filter((meeting) => meeting.measure === measure);
    return met.length === 0 ? [] : [measureInView(asked, measure, openings, met, judgements)];
  });
  return found.sort((a, b) => rank(a) - rank(b));
}

const STATUSES: readonly MeasureStatus[] = [
  'in-force',
  'undetermined',
  'suspended',
  'not-returned',
  'ended',
  'not-yet',
];

const rank = ({ controls, status, effect }: MeasureInView): number =>
  (controls ? 0 : 100) + STATUSES.indexOf(status) * 10 + OUTCOMES.indexOf(effect);

function measureInView(
  { plan, epochs, question }: Asked,
  measure: Measure,
  openings: readonly Opening[],
  met: readonly Meeting[],
  judgements: readonly Judgement[],
): MeasureInView {
  const last = judgements.length - 1;
  const [epoch, judgement] = [epochs[last]!, judgements[last]!];
  const life = judgement.worlds[0]!.lifeOf(measure);
  const status = statusOf(measure, epochs, judgements, question.at.until - question.at.from <= 1);
  const isOpen = (opening: Opening): boolean =>
    judgement.worlds.some((world) => ['in-force', 'unseen'].includes(standingAt(world.lifeOf(opening), epoch)));
  const fitting = [...new Set(met.flatMap(({ gates }) => gates.map(({ opening }) => opening)))].filter(isOpen);
  const residual = openings.filter((opening) => opening.gate?.residual === true && isOpen(opening));
  const seen = earliest(plan.program.asKnown, endOfDay(plan.program.record.horizon));
  const told = (of: Life, as: MeasureStatus): { readonly inForce?: Stretch } => {
    const span = spanOf(of, epoch.mark, as);
    const projected = span !== undefined && (span.from.from > seen || (span.until?.from ?? seen) > seen);
    return span === undefined ? {} : { inForce: { ...span, projected } };
  };
  const silences = judgement.worlds[0]!.silencesOn(measure).filter(({ at }) => markOf(at) <= epoch.mark);
  return {
    measure,
    status:
      status === 'ended' && silences.some(({ rule }) => plan.program.record.rules[rule ?? '']?.do === 're-apply')
        ? 'not-returned'
        : status,
    controls: judgements.some(({ controls }) => controls.has(measure.id)),
    effect: met.map(({ bar, gates }) => effect(bar, gates, isOpen)).reduce(stricter),
    gates: [...fitting, ...residual].map((opening) => ({ ...(opening.gate as Gate), opening })),
    setBy: settingGates(met, isOpen).map((one): SettingGate => {
      const own = judgement.worlds[0]!.lifeOf(one.opening);
      return { ...one, ...told(own, 'in-force'), because: reasonsOf(own, epoch.mark) };
    }),
    exemptions: openings.filter((opening) => opening.opens === 'exemption' && isOpen(opening)),
    ...told(life, status),
    because: [
      ...reasonsOf(life, epoch.mark),
      ...silences.flatMap(({ rule, at, reasons }): readonly Reason[] =>
        rule === undefined ? reasons : [{ kind: 'silent', rule, at }, ...reasons],
      ),
    ],
  };
}

const effect = (bar: Outcome, gates: Meeting['gates'], isOpen: (opening: Opening) => boolean): Outcome =>
  gated(
    bar,
    gates.filter(({ opening }) => isOpen(opening)).map(({ outcome }) => outcome),
  );

/** The gates of other provisions that set the effect in some meeting: the strictest ordinary ones there. */
function settingGates(
  met: readonly Meeting[],
  isOpen: (opening: Opening) => boolean,
): readonly Pick<SettingGate, 'opening' | 'outcome'>[] {
  const setting = met.flatMap(({ bar, gates }) => {
    const open = gates.filter(({ opening }) => isOpen(opening));
    const set = gated(
      bar,
      open.map(({ outcome }) => outcome),
    );
    return open.filter(({ opening, outcome }) => outcome === set && opening.within === undefined);
  });
  return [...new Map(setting.map((one) => [one.opening.id, one])).values()];
}

/** One status for the time asked about: in force if it is at some time of it; open where a world or the hour leaves it open. */
function statusOf(
  measure: Measure,
  epochs: readonly Epoch[],
  judgements: readonly Judgement[],
  instant: boolean,
): MeasureStatus {
  const standings = judgements.map(({ worlds }, i) => [
    ...new Set(worlds.map((world) => standingAt(world.lifeOf(measure), epochs[i]!))),
  ]);
  const told = standings.map(
    (found): MeasureStatus =>
      found.length > 1 || found[0] === 'unseen' ? 'undetermined' : (found[0] as Exclude<Standing, 'unseen'>),
  );
  if (instant && new Set(told).size > 1) return 'undetermined';
  if (told.includes('in-force')) return 'in-force';
  return told.includes('undetermined') ? 'undetermined' : told.at(-1)!;
}

/** The stretch a status is told of: the running one, else the last one in force, else the first one to come. */
function spanOf(
  life: Life,
  mark: number,
  status: MeasureStatus,
): { from: Phase['from']; until?: Phase['from'] } | undefined {
  const begun = life.filter(({ from }) => markOf(from) <= mark);
  const phase =
    begun.findLast((one) => one.status === 'in-force') ??
    (status === 'not-yet' || begun.length === 0 ? life[0] : undefined);
  if (phase === undefined) return undefined;
  const next = life[life.indexOf(phase) + 1];
  return { from: phase.from, ...(next && { until: next.from }) };
}

/** Every step up to a mark, renewals in their place; a repeated renewal chain keeps its order. */
function reasonsOf(life: Life, mark: number): readonly Reason[] {
  return life
    .filter(({ from }) => markOf(from) <= mark)
    .flatMap(({ reasons, renewals }) => [
      ...reasons,
      ...renewals.filter((one) => !('at' in one) || markOf(one.at) <= mark),
    ]);
}
