/** The order of dates in one fact, and nothing that is said to have happened after the horizon. */
import type { LegalRecord } from '../../law/record.ts';
import { endOfDay, formatCivilDate, parseCivilDate, startOfDay } from '../../time/civil-date.ts';
import { type Instant, parseInstant } from '../../time/instant.ts';
import type { Ids } from '../ids.ts';
import type { ReadFiles } from '../link/read-files.ts';

export function checkDates(record: LegalRecord, files: ReadFiles, ids: Ids): void {
  for (const { value } of files.instrument) {
    inOrder(value.dates, 'adopted', 'published', ids);
    beforeHorizon(value.dates, 'adopted', record, ids);
  }
  for (const { value } of files.events) {
    for (const event of value.events) {
      inOrder(event, 'occurred', 'known-from', ids);
      beforeHorizon(event, 'occurred', record, ids);
    }
  }
  for (const { value } of files.position) {
    for (const stance of value.stances) {
      inOrder(stance, 'said', 'known-from', ids);
      beforeHorizon(stance, 'said', record, ids);
    }
  }
  for (const { value } of files.list) {
    for (const { spells } of value.designations) checkSpells(spells, ids);
  }
  checkSpans(files, ids);
}

type Spell = { readonly listed: string; readonly delisted?: string };

/** Listed, delisted, listed again: one after another. */
function checkSpells(spells: readonly Spell[], ids: Ids): void {
  spells.forEach((spell, i) => {
    inOrder(spell, 'listed', 'delisted', ids);
    const last = spells[i - 1];
    if (last === undefined) return;
    const ended = last.delisted === undefined ? undefined : firstInstant(last.delisted);
    const starts = firstInstant(spell.listed);
    if (ended !== undefined && (starts === undefined || starts >= ended)) return;
    ids.report('wrong-order', spell, 'listed', {
      earlier: 'delisted',
      later: 'listed',
      from: last.delisted ?? 'never',
      until: spell.listed,
    });
  });
}

function checkSpans(files: ReadFiles, ids: Ids): void {
  for (const { value } of files.states) {
    for (const state of value.states) {
      for (const span of [state.exists ?? {}, ...(state['un-member'] ?? [])]) inOrder(span, 'from', 'until', ids);
    }
  }
  for (const { value } of files.groups)
    for (const { members } of value.groups) for (const member of members) inOrder(member, 'from', 'until', ids);
  for (const { value } of files.goods) for (const goods of value.goods) inOrder(goods, 'since', 'until', ids);
}

/** A fault where the later of two dates lies wholly before the earlier. A date that does not exist was told before. */
function inOrder<A extends string, B extends string>(
  holder: { readonly [key in A | B]?: string },
  earlier: A,
  later: B,
  ids: Ids,
): void {
  const from = holder[earlier];
  const until = holder[later];
  const start = from === undefined ? undefined : firstInstant(from);
  const end = until === undefined ? undefined : lastInstant(until);
  if (start !== undefined && end !== undefined && end < start)
    ids.report('wrong-order', holder, later, { earlier, later, from, until });
}

function beforeHorizon<K extends string>(
  holder: { readonly [key in K]?: string },
  key: K,
  { horizon }: LegalRecord,
  ids: Ids,
): void {
  const date = holder[key];
  const at = date === undefined ? undefined : firstInstant(date);
  // The year 1 stands for a horizon that is missing, which was told.
  if (at === undefined || at < endOfDay(horizon) || horizon === parseCivilDate('0001-01-01')) return;
  ids.report('after-the-horizon', holder, key, { date, horizon: formatCivilDate(horizon) });
}

function firstInstant(text: string): Instant | undefined {
  const date = parseCivilDate(text);
  return date === undefined ? parseInstant(text) : startOfDay(date);
}

function lastInstant(text: string): Instant | undefined {
  const date = parseCivilDate(text);
  return date === undefined ? parseInstant(text) : ((endOfDay(date) - 1) as Instant);
}
