import type { Goods, Group, Language, Law, Names, Region, State } from '../../law/vocabulary.ts';
import { parseZone } from '../../time/zone.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import { spanStart } from './dates.ts';
import type { ReadFiles } from './read-files.ts';

type StateText = ReadFiles['states'][number]['value']['states'][number];
type RegionText = ReadFiles['regions'][number]['value']['regions'][number];
type GroupText = ReadFiles['groups'][number]['value']['groups'][number];
type LawText = ReadFiles['laws'][number]['value']['laws'][number];
type GoodsText = ReadFiles['goods'][number]['value']['goods'][number];

const namesOf = (text: Readonly<Record<string, string | readonly string[]>> | undefined): Names =>
  Object.fromEntries(
    Object.entries(text ?? {}).map(([language, names]) => [
      language as Language,
      typeof names === 'string' ? [names] : names,
    ]),
  );

/** A span of dates: from 00:00Z of the first to 00:00Z of the day it no longer holds. */
const spanOf = (text: { readonly from?: string; readonly until?: string }, ids: Ids) =>
  given({ from: spanStart(text, 'from', ids), until: spanStart(text, 'until', ids) });

export function linkState(text: StateText, ids: Ids): State {
  const zone = text.zone === undefined ? undefined : parseZone(text.zone);
  if (text.zone !== undefined && zone === undefined)
    ids.report('unknown-record-zone', text, 'zone', { text: text.zone });
  return {
    code: text.code,
    names: namesOf(text.names),
    aliases: text.aliases ?? [],
    exists: spanOf(text.exists ?? {}, ids),
    predecessors: ids.referAll('state', text.predecessors),
    successors: ids.referAll('state', text.successors),
    unMember: (text['un-member'] ?? []).flatMap((span) => {
      const { from, until } = spanOf(span, ids);
      return from === undefined ? [] : [{ from, ...given({ until }) }];
    }),
    ...given({ zone, note: text.note }),
  };
}

export function linkRegion(text: RegionText, ids: Ids): Region {
  ids.refer('state', text.state, text, 'state');
  return {
    code: text.code,
    state: text.state,
    names: namesOf(text.names),
    aliases: text.aliases ?? [],
    contains: ids.referAll('region', text.contains),
    ...given({ note: text.note }),
  };
}

export const linkGroup = (text: GroupText, ids: Ids): Group => ({
  id: text.group,
  name: text.name,
  names: namesOf(text.names),
  aliases: text.aliases ?? [],
  members: text.members.map((member) => {
    ids.refer('state', member.state, member, 'state');
    return { state: member.state, ...spanOf(member, ids) };
  }),
});

/** `held`: whether an instrument of the record lays down a measure of this law. */
export function linkLaw(text: LawText, held: boolean, ids: Ids): Law {
  const { everyone, 'un-members': unMembers, group, states } = text.binds;
  if (group !== undefined) ids.refer('group', group, text.binds, 'group');
  if (states !== undefined) ids.referAll('state', states);
  return {
    id: text.law,
    name: text.name,
    adjective: text.adjective ?? text.name,
    binds: given({ everyone, unMembers, group, states }),
    addressee: text.addressee,
    political: text.political ?? false,
    held,
    covers: text.covers,
  };
}

export const linkGoods = (text: GoodsText, ids: Ids): Goods => ({
  code: text.code,
  name: text.name,
  names: namesOf(text.names),
  aliases: text.aliases ?? [],
  in: ids.referAll('goods', text.in),
  parts: ids.referAll('goods', text.parts),
  mayBe: ids.referAll('goods', text['may-be']),
  figures: text.figures ?? {},
  ...given({
    decides: text.decides,
    since: spanStart(text, 'since', ids),
    until: spanStart(text, 'until', ids),
    why: text.why,
  }),
});
