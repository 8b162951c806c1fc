/** The words for a State or a region, to its code. */
import type { State } from '../law/vocabulary.ts';
import { civilDateOf, formatCivilDate } from '../time/civil-date.ts';
import { BEGINNING, FOREVER } from '../time/instant.ts';
import { type Interval, overlaps } from '../time/interval.ts';
import { type Findings, refuse } from './findings.ts';
import { holds, type Vocabulary } from './vocabulary.ts';

type Side = 'from' | 'to' | 'target';

/** A place of a transfer: a State, and a region of it where the words named one. */
export type Place = { readonly state: string; readonly region?: string };

/**
 * The State that a text names: by its code of today or of its time, or a name of it in seven languages. Of several
 * that bear the name, the one that existed at the time asked about. A region stands for its State.
 */
export function understandPlace(
  text: string,
  at: Interval | undefined,
  vocabulary: Vocabulary,
  side: Side,
  findings: Findings,
): Place | undefined {
  const states = statesNamed(text, at, vocabulary);
  const [only] = states;
  if (only !== undefined && states.length === 1) {
    if (at !== undefined) noteAge(vocabulary.record.states[only]!, at, vocabulary, findings);
    return { state: only };
  }
  if (states.length > 1)
    return refuse(findings, 'ambiguous-state', side, { input: text, candidates: labelled(states, vocabulary) });
  return regionAsPlace(text, vocabulary, findings) ?? refusePlace(text, at, vocabulary, side, findings);
}

/** The codes a text can mean at a time; more than one only where their lives do not tell them apart. */
export function statesNamed(text: string, at: Interval | undefined, vocabulary: Vocabulary): readonly string[] {
  const { states, groups } = vocabulary.record;
  if (holds(states, text)) return [text];
  const code = text.toUpperCase();
  if (holds(states, code)) return [code];
  if (holds(groups, code)) return []; // `EU` is the Union, though `É.-U.` comes out the same for the United States
  const named = vocabulary.states.find(text);
  const found = named.length > 0 ? named : vocabulary.states.find(turned(text));
  if (found.length < 2 || at === undefined) return found;
  const alive = found.filter((one) => existed(states[one]!, at));
  return alive.length > 0 ? alive : found;
}

/** `Korea, Republic of` and `Iran (Islamic Republic of)`, as lists write them, the other way round. */
function turned(text: string): string {
  const parts = /^([^,(]{1,100})[,(]([^,()]{1,100})\)?$/.exec(text);
  return parts === null ? text : `${parts[2]!.trim()} ${parts[1]!.trim()}`;
}

const existed = ({ exists }: State, at: Interval): boolean =>
  overlaps({ from: exists.from ?? BEGINNING, until: exists.until ?? FOREVER }, at);

const dayOf = (at: Interval['from']): string => formatCivilDate(civilDateOf(at));

/** A code that did not exist on the date is accepted, with a remark (rule 10 of the assessment). */
function noteAge(state: State, at: Interval, vocabulary: Vocabulary, findings: Findings): void {
  if (existed(state, at)) return;
  const { from, until } = state.exists;
  const name = labelled([state.code], vocabulary);
  if (from !== undefined && at.until <= from) {
    const before = state.predecessors.length === 0 ? '' : `, then part of ${labelled(state.predecessors, vocabulary)}`;
    findings.notes.push(
      `${name} exists as a State since ${dayOf(from)}; measures of the time are followed to its territory${before}.`,
    );
  } else if (until !== undefined) {
    const after = state.successors.length === 0 ? '' : `; after it came ${labelled(state.successors, vocabulary)}`;
    findings.notes.push(`${name} ended as a State on ${dayOf(until)}${after}.`);
  }
}

const labelled = (codes: readonly string[], { record }: Vocabulary): string =>
  codes.map((code) => `${record.states[code]?.names.en?.[0] ?? code} (${code})`).join(', ');

/** A region given as a place stands for the State it lies in. */
function regionAsPlace(text: string, vocabulary: Vocabulary, findings: Findings): Place | undefined {
  const [code, ...others] = regionsNamed(text, vocabulary);
  if (code === undefined || others.length > 0) return undefined;
  const { state } = vocabulary.record.regions[code]!;
  findings.notes.push(`\`${text}\` was read as the region ${code} of ${labelled([state], vocabulary)}.`);
  return { state, region: code };
}

function refusePlace(
  text: string,
  at: Interval | undefined,
  vocabulary: Vocabulary,
  side: Side,
  findings: Findings,
): undefined {
  const [group] = vocabulary.groups.find(text);
  if (group !== undefined) {
    return refuse(findings, 'not-a-state', side, {
      input: text,
      group: 'a group',
      members: membersOf(group, at, vocabulary),
    });
  }
  if (/^(?:UN|UNO|United Nations)$/i.test(text)) {
    return refuse(findings, 'not-a-state', side, { input: text, group: 'an organisation', members: '' });
  }
  return refuse(findings, 'unknown-state', side, { input: text, nearest: vocabulary.states.suggest(text) });
}

/** ` (AT, BE, …)`: the members of a group at a time, or all there ever were. */
export function membersOf(group: string, at: Interval | undefined, { record }: Vocabulary): string {
  const members = record.groups[group]?.members ?? [];
  const then = members.filter(
    ({ from, until }) => at === undefined || overlaps({ from: from ?? BEGINNING, until: until ?? FOREVER }, at),
  );
  const codes = [...new Set(then.map(({ state }) => state))];
  return codes.length === 0 ? '' : ` (${codes.join(', ')})`;
}

/** The codes of the regions that a text names. */
function regionsNamed(text: string, { record, regions }: Vocabulary): readonly string[] {
  if (holds(record.regions, text)) return [text];
  const code = text.toUpperCase();
  return holds(record.regions, code) ? [code] : regions.find(text);
}

/** The region that a text names; it must lie in one of the places of the question. */
export function understandRegion(
  text: string,
  places: readonly (string | undefined)[],
  vocabulary: Vocabulary,
  findings: Findings,
): string | undefined {
  const { regions } = vocabulary.record;
  const named = regionsNamed(text, vocabulary);
  const there = named.filter((code) => places.includes(regions[code]!.state));
  if (there.length === 1) return there[0];
  if (there.length > 1)
    return refuse(findings, 'ambiguous-region', 'region', { input: text, candidates: there.join(', ') });
  const [elsewhere] = named;
  if (elsewhere !== undefined)
    return refuse(findings, 'region-elsewhere', 'region', { input: text, state: regions[elsewhere]!.state });
  const known = Object.values(regions).filter(({ state }) => places.includes(state));
  const names = known.map(({ code, names }) => `${names.en?.[0] ?? code} (${code})`).join(', ');
  return refuse(findings, 'unknown-region', 'region', {
    input: text,
    nearest: vocabulary.regions.suggest(text),
    known: names,
  });
}
