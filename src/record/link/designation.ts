import type { Designation, DesignationList } from '../../law/designation.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import { attested, attestedFact } from './attested.ts';
import { momentAt, momentOfText } from './dates.ts';
import type { ReadFiles } from './read-files.ts';

type ListText = ReadFiles['list'][number]['value'];
type DesignationText = ListText['designations'][number];

/** A list and who was on it. */
export function linkList(text: ListText, ids: Ids): DesignationList {
  ids.refer('law', text.law, text, 'law');
  ids.refer('regime', text.regime, text, 'regime');
  const seen = new Map<string, DesignationText>();
  return {
    ...attested(text),
    id: text.list,
    law: text.law,
    regime: text.regime,
    name: text.name,
    designations: text.designations.map((one) => {
      const other = seen.get(one.id);
      if (other !== undefined)
        ids.report('double-id', one, 'id', { id: one.id, other: `line ${ids.places.of(other).line}` });
      seen.set(one.id, one);
      return linkDesignation(one, text, ids);
    }),
  };
}

function linkDesignation(text: DesignationText, list: ListText, ids: Ids): Designation {
  const facts = attestedFact(text, list, ids);
  return {
    ...facts,
    id: text.id,
    list: list.list,
    kind: text.kind,
    name: text.name,
    aliases: text.aliases ?? [],
    native: text.native ?? [],
    nationalities: ids.referAll('state', text.nationalities),
    born: text.born ?? [],
    identifiers: text.identifiers ?? {},
    spells: text.spells.flatMap((spell) => {
      const listed = momentOfText(spell.listed, spell, 'listed', ids);
      if (listed === undefined) return [];
      return [
        {
          ...attested(spell, facts),
          listed,
          ...given({ by: spell.by, delisted: momentAt(spell, 'delisted', ids), delistedBy: spell['delisted-by'] }),
        },
      ];
    }),
  };
}
