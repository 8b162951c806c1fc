import type { LegalRecord } from '../law/record.ts';
import type { Names } from '../law/vocabulary.ts';
import { type Named, type NameIndex, nameIndex } from './name-index.ts';

/** What the words of a question can mean: the record, and its names in seven languages. Make one for a record and keep it. */
export type Vocabulary = {
  readonly record: LegalRecord;
  readonly states: NameIndex;
  readonly regions: NameIndex;
  readonly groups: NameIndex;
  readonly goods: NameIndex;
  readonly laws: NameIndex;
  readonly positions: NameIndex;
  readonly goodsCodes: () => GoodsCodes;
};

/** Codes of goods by their lower-case spelling without blanks, and the lists before their colons. */
export type GoodsCodes = { readonly bySpelling: ReadonlyMap<string, string>; readonly lists: readonly string[] };

export function vocabularyOf(record: LegalRecord): Vocabulary {
  const { states, regions, groups, goods, laws, positions } = record;
  let codes: GoodsCodes | undefined;
  return {
    record,
    states: nameIndex(() => Object.values(states).map(namedByCode)),
    regions: nameIndex(() => Object.values(regions).map(namedByCode)),
    groups: nameIndex(() =>
      Object.values(groups).map((group) => ({ id: group.id, names: [group.id, group.name, ...namesOf(group)] })),
    ),
    goods: nameIndex(() =>
      Object.values(goods).map((one) => ({
        id: one.code,
        names: [one.name, ...namesOf(one), localPart(one.code)],
        label: one.name,
      })),
    ),
    laws: nameIndex(() => Object.values(laws).map(({ id, name, adjective }) => ({ id, names: [id, name, adjective] }))),
    positions: nameIndex(() =>
      Object.values(positions).map(({ id, name, aliases }) => ({ id, names: [id, name, ...aliases] })),
    ),
    goodsCodes: () => {
      codes ??= goodsCodesOf(Object.keys(goods));
      return codes;
    },
  };
}

function goodsCodesOf(codes: readonly string[]): GoodsCodes {
  const bySpelling = new Map(codes.map((code) => [code.toLowerCase().replace(/\s+/g, ''), code]));
  const lists = new Set(
    [...bySpelling.keys()].filter((code) => code.includes(':')).map((code) => code.slice(0, code.indexOf(':'))),
  );
  return { bySpelling, lists: [...lists] };
}

const namesOf = ({
  names,
  aliases,
}: {
  readonly names: Names;
  readonly aliases: readonly string[];
}): readonly string[] => [...Object.values(names).flat(), ...aliases];

const namedByCode = (one: {
  readonly code: string;
  readonly names: Names;
  readonly aliases: readonly string[];
}): Named => ({
  id: one.code,
  names: [one.code, ...namesOf(one)],
  ...labelled(one.names.en?.[0]),
});

const labelled = (label: string | undefined): { readonly label?: string } => (label === undefined ? {} : { label });

/** A family or a system is known by its bare code; `IV` and `8802` say nothing without their list. */
function localPart(code: string): string {
  const [list, local] = code.split(':');
  return local === undefined ? code : list === 'system' ? local : code;
}

/** Whether a record holds an entry under a key; names such as `constructor` are not entries. */
export const holds = (entries: Readonly<Record<string, unknown>>, key: string): boolean => Object.hasOwn(entries, key);
