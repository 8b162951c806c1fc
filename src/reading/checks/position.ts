/** That somebody said something: judged by who, to whom and when, never by whether it is true. */
import { addDays } from '../../time/civil-date.ts';
import { type Clause, trim } from '../clause.ts';
import { type Context, writtenBy } from '../context.ts';
import { eventsLike } from '../event-index.ts';
import type { Hit } from '../lexicon/matcher.ts';
import type { Scan } from '../scan.ts';
import { signatureOf } from '../signature.ts';
import type { Attribution, Finding } from '../statement.ts';
import { supported, unverifiable } from './finding.ts';

export type Speech = {
  readonly cue: Hit;
  readonly speaker: Hit;
  readonly from: number;
  readonly to: number;
  readonly content: Clause;
  readonly attribution: Attribution;
};

/** Words that open what is said. */
const THAT = new Set(['that', 'که', 'что', 'que', 'dass', ':', 'أن', 'ان', 'إن']);

/** Where what is said opens, when the speaker stands between the cue and it; 0 where nothing opens it. */
function openingOf(line: Scan['line'], from: number, to: number): number {
  for (let index = from; index < Math.min(to, from + 14); index++)
    if (['إن', 'ان', 'أن', 'dass', 'что', 'that'].includes(line.norm(index))) return index + 1;
  return 0;
}

const BEFORE_SPEAKER = new Set([
  'according',
  'گفته',
  'گزارش',
  'selon',
  'laut',
  'словам',
  'данным',
  'segun',
  'بحسب',
  'وفقا',
  'zufolge',
]);

/** Who is reported to say what in a sentence; undefined where no speaker on record is named. */
export function speechIn(scan: Scan, clauses: readonly Clause[]): Speech | undefined {
  const { line } = scan;
  for (const cue of line.within('cue')) {
    const actors = [...scan.persons, ...scan.bodies, ...scan.states].sort((a, b) => a.from - b.from);
    const isBefore = BEFORE_SPEAKER.has(line.norm(cue.from)) || BEFORE_SPEAKER.has(line.norm(cue.to - 1));
    const speaker = isBefore
      ? actors.find(({ from }) => from >= cue.to && from - cue.to <= 4)
      : (scan.persons.findLast(({ to }) => to <= cue.from && cue.from - to <= 22) ??
        actors.findLast(({ to }) => to <= cue.from && cue.from - to <= 8) ??
        actors.find(({ from }) => from >= cue.to && from - cue.to <= 2));
    const isThat = THAT.has(line.norm(cue.to)) || THAT.has(line.norm(cue.to + 1));
    if (speaker === undefined && !isThat) continue;
    const source = speaker ?? cue;
    const own = clauses.find((clause) => clause.from <= cue.from && cue.to <= clause.to);
    const from = Math.min(own?.from ?? cue.from, speaker ? firstOfSubject(scan, speaker) : cue.from, cue.from);
    const that = line
      .within('cue', cue.to, own?.to ?? line.tokens.length)
      .find((later) => THAT.has(line.norm(later.to)));
    const opening = openingOf(line, cue.to, own?.to ?? line.tokens.length);
    const content: Clause =
      cue.from > line.tokens.length - 6 && cue.from > 8
        ? { from: 0, to: from }
        : {
            from: Math.max(that && !isThat ? that.to : cue.to, isBefore && speaker ? speaker.to : 0, opening),
            to: line.tokens.length,
          };
    // What an agency reports is judged by itself; that it reported is a small matter.
    const to = speaker?.name === 'MEDIA' && own && own.to >= cue.to ? own.to : line.tokens.length;
    return {
      cue,
      speaker: source,
      ...trim(line, { from, to }),
      content,
      attribution: {
        source: speaker?.name ?? 'unresolved',
        cue: line.tokens
          .slice(cue.from, cue.to)
          .map(({ norm }) => norm)
          .join(' '),
        chain: chainOf(scan, source),
      },
    };
  }
  return undefined;
}

/** The subject starts at the first of the actors listed together: "Tehran, Beijing and Moscow have written". */
function firstOfSubject({ states, persons, line }: Scan, speaker: Hit): number {
  let from = speaker.from;
  for (const hit of [...states, ...persons].sort((a, b) => b.from - a.from))
    if (hit.to <= from && from - hit.to <= 3) from = hit.from;
  const before = line.tokens[from - 1];
  return before?.kind === 'word' && before.upper && from - 1 >= 0 ? from - 1 : from;
}

/** Those through whom it came, nearest first: agencies named in the sentence. */
const chainOf = ({ bodies }: Scan, speaker: Hit): readonly string[] =>
  bodies.filter((hit) => hit.name === 'MEDIA' && hit.from !== speaker.from).map(({ name }) => name);

const DAYS_AROUND = 40;

/** Whether the record holds that this was said: an event of the same actor about the same thing, or a stance of it. */
export function checkSpeech(scan: Scan, speech: Speech, context: Context): Finding {
  const { concepts, actors } = signatureOf(scan.line, speech.from, speech.to);
  const own = ownActors(scan, speech, context);
  const told = new Set([...concepts].filter((concept) => !['meeting', 'letter'].includes(concept)));
  const until = writtenBy(context);
  const like = eventsLike(context.facts, told, actors, {
    window: [addDays(until, -DAYS_AROUND - 400), until],
    share: 0,
    adoptions: false,
  }).find(
    ({ event, share, weight }) =>
      SAID.has(event.kind) &&
      ((own.some((actor) => event.actors.includes(actor)) &&
        weight >= 2.5 &&
        (share >= 0.5 || (share >= 0.4 && until - event.date <= 10))) ||
        (own.filter((actor) => event.actors.includes(actor)).length >= 2 && weight >= 1.5 && until - event.date <= 10)),
  );
  const common = {
    kind: 'position-or-statement' as const,
    from: speech.from,
    to: speech.to,
    stated: speech.attribution.source === 'unresolved' ? {} : { party: speech.attribution.source },
  };
  if (like === undefined) return unverifiable(common);
  return supported({
    ...common,
    citations: [like.event.cite],
    evidence: like.event.evidence,
    because: [like.event.text],
  });
}

const SAID = new Set(['statement', 'letter', 'declaration', 'note', 'report', 'act', 'decision']);

/** The State or body somebody speaks for. */
function ownActors(scan: Scan, { speaker }: Speech, context: Context): string[] {
  const states = scan.states.filter(({ from }) => Math.abs(from - speaker.from) <= 12).map(({ name }) => name);
  const offices = context.facts.held(speaker.name).map(({ office }) => office.of);
  const group =
    { E3: ['FR', 'DE', 'GB'], UNSG: ['UN-SEC'], UN: ['UN-SEC', 'UN'], UNSECRETARIAT: ['UN-SEC'] }[speaker.name] ?? [];
  return speaker.group === 'person'
    ? offices
    : [speaker.name, ...states.filter((state) => speaker.group === 'state' && state !== undefined), ...group];
}
