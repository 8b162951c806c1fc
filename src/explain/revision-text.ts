import type { Moment } from '../law/event.ts';
import type { Norm } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Running } from '../revision/life-over-time.ts';
import type { Revision } from '../revision/revise.ts';
import { citationOfNorm, citationText } from './citation.ts';
import { momentText } from './moment-text.ts';

/**
 * The differences between two records as sentences: "S/RES/2231 (2015), Annex B, para 5 … now ends one hour earlier …,
 * for RU and CN." Positions for whom the same edges move share a sentence, however else their views differ.
 */
export function revisionTexts(
  revisions: readonly Revision[],
  before: LegalRecord,
  after: LegalRecord,
): readonly string[] {
  const sentences = new Map<string, { readonly positions: string[]; readonly onlyForSome: boolean }>();
  for (const revision of revisions) {
    const text = `${nameOf(revision.norm, revision.kind === 'removed' ? before : after)} ${changeText(revision)}`;
    const { positions = [], onlyForSome = false } = revision.kind === 'life' ? revision : {};
    const same = sentences.get(text);
    if (same === undefined) sentences.set(text, { positions: [...positions], onlyForSome });
    else same.positions.push(...positions);
  }
  return [...sentences].map(([text, { positions, onlyForSome }]) => {
    // Several sentences on one norm say different things of different positions: then each names its own.
    const isOnly = [...sentences.keys()].filter((other) => startOf(other) === startOf(text)).length === 1;
    return `${text}${isOnly && !onlyForSome ? '' : forWhom(positions)}.`;
  });
}

/** The name of the norm that a sentence begins with. */
const startOf = (sentence: string): string => sentence.slice(0, sentence.indexOf('`)'));

function changeText(revision: Revision): string {
  switch (revision.kind) {
    case 'added':
      return 'is new';
    case 'removed':
      return 'is gone';
    case 'content':
      return `reads otherwise: ${revision.fields.map(wordsOf).join(', ')}`;
    case 'life':
      return lifeText(revision.before, revision.after);
  }
}

function nameOf(norm: Norm, record: LegalRecord): string {
  const what = norm.kind === 'measure' ? norm.title : norm.says;
  const short = what.length > 90 ? `${what.slice(0, 87)}…` : what;
  return `${citationText(citationOfNorm(record, norm))} (${short}; \`${norm.id}\`)`;
}

const forWhom = (positions: readonly string[]): string =>
  positions.length === 0
    ? ''
    : `, for ${positions.length === 1 ? positions[0] : `${positions.slice(0, -1).join(', ')} and ${positions.at(-1)}`}`;

/** `exceptGoods` as its file spells it: `except-goods`. */
const wordsOf = (field: string): string => `\`${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}\``;

/** The edges that moved where the stretches are otherwise the same, else both lives in full. */
function lifeText(before: readonly Running[], after: readonly Running[]): string {
  const isSameShape = before.length === after.length && before.every(({ status }, i) => status === after[i]!.status);
  if (!isSameShape || before.length === 0) return `now is ${spelledOut(after)}, and was ${spelledOut(before)}`;
  const moved = after.flatMap((now, i) => {
    const old = before[i]!;
    return [...edgeMoved('starts', old.from, now.from), ...edgeMoved('ends', old.until, now.until)];
  });
  // Where one stretch ends another begins, often by the same act: that is told once.
  const told = moved.length > 2 ? [...new Set(moved.map(({ text }) => text))] : moved.map(({ text }) => text);
  return `now ${told.join('; ')}`;
}

function edgeMoved(
  verb: 'starts' | 'ends',
  old: Moment | undefined,
  now: Moment | undefined,
): readonly { readonly text: string }[] {
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  if (now === undefined)
    return [{ text: verb === 'ends' ? `has no end on record (it ended ${momentText(old!)})` : 'has always stood' }];
  if (old === undefined)
    return [{ text: `${verb} ${momentText(now)} (it had no ${verb === 'ends' ? 'end' : 'start'} on record)` }];
  const shift = now.from - old.from;
  const by = shift === 0 ? '' : ` ${lengthText(Math.abs(shift))} ${shift < 0 ? 'earlier' : 'later'},`;
  return [{ text: `${verb}${by} ${momentText(now)} (it was ${momentText(old)})` }];
}

function spelledOut(life: readonly Running[]): string {
  if (life.length === 0) return 'never in force';
  return life
    .map(
      ({ from, until, status }) =>
        `${status} ${from === undefined ? 'since always' : `from ${bare(from)}`}${until === undefined ? '' : ` until ${bare(until)}`}`,
    )
    .join(', then ');
}

const bare = (moment: Moment): string => momentText(moment).replace(/^(?:on|at) /, '');

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A length in the largest unit that measures it whole: "one hour", "36 hours", "12 days". */
function lengthText(seconds: number): string {
  const [unit, size] = UNITS.find(([, one]) => seconds % one === 0)!;
  const count = seconds / size;
  return count === 1 ? `one ${unit}` : `${count} ${unit}s`;
}
