/** Things of the record by words of their names: what a reader meant who remembers half of one. */
import type { SubjectKind } from '../law/subject.ts';
import { wordKeys } from './name-key.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Found = { readonly kind: SubjectKind; readonly id: string; readonly title: string };

type Entry = Found & { readonly words: readonly string[]; readonly rank: number };

const MOST_WORDS = 12;

/** Makes a search over a record; the index is made at the first question. */
export function searcherOf(vocabulary: Vocabulary): (text: string, most: number) => readonly Found[] {
  let index: readonly Entry[] | undefined;
  return (text, most) => {
    const wanted = wordKeys(text).slice(0, MOST_WORDS);
    if (wanted.length === 0) return [];
    index ??= entriesOf(vocabulary);
    return index
      .flatMap((entry) => {
        const score = scoreOf(entry.words, wanted);
        return score === undefined ? [] : [{ entry, score: score + entry.rank }];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ entry: { kind, id, title } }) => ({ kind, id, title }));
  };
}

/** Every word wanted must begin a word of the entry; whole words and short entries come first. */
function scoreOf(words: readonly string[], wanted: readonly string[]): number | undefined {
  let score = 0;
  for (const one of wanted) {
    if (words.includes(one)) score += 2;
    else if (words.some((word) => word.startsWith(one))) score += 1;
    else return undefined;
  }
  return score / wanted.length - Math.min(words.length, 60) / 60;
}

/** Kinds in the order in which they are likelier to be meant, all else being equal. */
const RANK = { state: 0.7, regime: 0.6, position: 0.5, instrument: 0.4, point: 0.3, list: 0.3, goods: 0.3 } as const;

function entriesOf({ record }: Vocabulary): readonly Entry[] {
  const entry = (kind: SubjectKind, id: string, title: string, texts: readonly (string | undefined)[] = []): Entry => ({
    kind,
    id,
    title,
    words: [...new Set(wordKeys([id, title, ...texts].filter((text) => text !== undefined).join(' ')))],
    rank: (RANK as Partial<Record<SubjectKind, number>>)[kind] ?? 0,
  });
  const namesIn = (names: Readonly<Record<string, readonly string[] | undefined>>): readonly string[] =>
    Object.values(names).flatMap((own) => own ?? []);
  return [
    ...Object.values(record.states).map(({ code, names }) =>
      entry('state', code, names.en?.[0] ?? code, namesIn(names)),
    ),
    ...Object.values(record.regimes).map(({ id, name }) => entry('regime', id, name)),
    ...Object.values(record.positions).map(({ id, name, aliases }) => entry('position', id, name, aliases)),
    ...Object.values(record.instruments).map(({ id, symbol, title, names }) =>
      entry('instrument', id, title === undefined ? symbol : `${symbol}: ${title}`, names),
    ),
    ...Object.values(record.points).map(({ id, question }) => entry('point', id, question)),
    ...Object.values(record.lists).map(({ id, name }) => entry('list', id, name)),
    ...Object.values(record.goods).map(({ code, name, names }) => entry('goods', code, name, namesIn(names))),
    ...Object.values(record.events)
      .filter(({ kind }) => kind !== 'adoption')
      .map(({ id, what, symbol }) => entry('event', id, what, [symbol])),
    ...Object.values(record.norms).flatMap((norm) =>
      norm.kind === 'measure' ? [entry('norm', norm.id, norm.title, [norm.says])] : [],
    ),
  ];
}
