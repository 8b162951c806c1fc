/** What words mean in each language: the lexicon, and the names that the record holds (States, persons, listed names). */

import { remember } from '../compile/remember.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Language } from '../law/vocabulary.ts';
import { lexiconOf } from './lexicon/lexicons.ts';
import { addTable, type Hit, Matcher, withoutArabicPrefixes } from './lexicon/matcher.ts';
import { Line } from './line.ts';
import { normalize, type Token } from './token.ts';

/** Finds the phrases of a sentence in a language. */
export type Vocabulary = { readonly lineOf: (tokens: readonly Token[], language: Language) => Line };

const vocabularies = new WeakMap<LegalRecord, Vocabulary>();

export const vocabularyOf = (record: LegalRecord): Vocabulary => remember(vocabularies, record, () => build(record));

function build(record: LegalRecord): Vocabulary {
  const matchers = new Map<Language, Matcher>();
  const matcherOf = (language: Language): Matcher => {
    let found = matchers.get(language);
    if (found === undefined) matchers.set(language, (found = matcherFor(language, record)));
    return found;
  };
  return {
    lineOf: (tokens, language) => {
      const hits = matcherOf(language).find(tokens);
      // A word in another script is looked up in the language that uses it, as in a name left untranslated.
      const strangers = new Set(
        tokens
          .filter(({ kind, script }) => kind === 'word' && script !== scriptOf(language))
          .map(({ script }) => script),
      );
      for (const script of strangers) {
        const other = languageOfScript(script, language);
        if (other !== undefined)
          hits.push(
            ...matcherOf(other)
              .find(tokens)
              .filter((hit) => tokens[hit.from]!.script === script && tokens[hit.from]!.kind === 'word'),
          );
      }
      return new Line(tokens, settle(tokens, hits));
    },
  };
}

/** Names win over words: "States" in "United States" states nothing. */
function settle(tokens: readonly Token[], hits: readonly Hit[]): Hit[] {
  const names = hits.filter(
    ({ group, from, to }) =>
      (group === 'state' || group === 'body' || group === 'person' || group === 'listed') && to - from > 1,
  );
  const startsName = new Set(
    hits.filter(({ group }) => group === 'state' || group === 'body' || group === 'person').map(({ from }) => from),
  );
  return hits.filter((hit) => {
    if (
      hit.group !== 'concept' &&
      hit.group !== 'cue' &&
      hit.group !== 'office' &&
      hit.group !== 'number' &&
      hit.group !== 'word' &&
      hit.group !== 'time'
    )
      return true;
    if (names.some((name) => name.from <= hit.from && hit.to <= name.to && name.to - name.from > hit.to - hit.from))
      return false;
    return !(hit.group === 'concept' && hit.name === 'against' && isPreposition(tokens, hit, hits, startsName));
  });
}

/** "sanctions against Iran", not "nine against": followed by what it is aimed at, and no vote before it. */
function isPreposition(
  tokens: readonly Token[],
  { from, to }: Hit,
  hits: readonly Hit[],
  startsName: ReadonlySet<number>,
): boolean {
  const before = tokens[from - 1];
  if (
    before?.kind === 'number' ||
    hits.some(
      (hit) =>
        hit.to === from &&
        (hit.group === 'number' || (hit.group === 'concept' && (hit.name === 'vote' || hit.name === 'state'))),
    )
  )
    return false;
  if (hits.some((hit) => hit.group === 'concept' && hit.name === 'vote' && hit.to <= from && from - hit.to <= 3))
    return false;
  if (
    to - from > 1 ||
    hits.some((hit) => hit.from < from && hit.to === to && hit.group === 'concept' && hit.name === 'against')
  )
    return false;
  return (
    ['against', 'gegen', 'contre', 'contra', 'против', 'ضد'].includes(tokens[from]!.norm) &&
    (startsName.has(to) ||
      [1, 2, 3].some((ahead) => startsName.has(to + ahead)) ||
      ['the', 'die', 'den', 'das', 'la', 'le', 'les', 'el', 'los', 'a', 'une', 'un', 'eine'].includes(
        tokens[to]?.norm ?? '',
      ))
  );
}

const scriptOf = (language: Language): Token['script'] =>
  language === 'ru' ? 'cyrillic' : language === 'fa' || language === 'ar' ? 'arabic' : 'latin';

function languageOfScript(script: Token['script'], language: Language): Language | undefined {
  if (script === 'latin') return 'en';
  if (script === 'cyrillic') return 'ru';
  return script === 'arabic' ? (language === 'ar' ? 'ar' : 'fa') : undefined;
}

function matcherFor(language: Language, record: LegalRecord): Matcher {
  const lexicon = lexiconOf(language);
  const matcher = new Matcher(language === 'ar' ? withoutArabicPrefixes : undefined);
  addTable(matcher, 'concept', lexicon.concepts);
  addTable(matcher, 'body', lexicon.bodies);
  addTable(matcher, 'state', lexicon.peoples);
  addTable(matcher, 'office', lexicon.offices);
  addTable(matcher, 'month', lexicon.months);
  addTable(matcher, 'weekday', lexicon.weekdays);
  addTable(matcher, 'number', lexicon.numbers);
  addTable(matcher, 'time', lexicon.times);
  addTable(matcher, 'cue', lexicon.cues);
  addTable(matcher, 'word', {
    joint: lexicon.joints,
    negation: lexicon.negations,
    hedge: lexicon.hedges,
    and: lexicon.and,
  });
  addStates(matcher, language, record);
  addPersons(matcher, language, record);
  addListedNames(matcher, language, record);
  return matcher;
}

function addStates(matcher: Matcher, language: Language, record: LegalRecord): void {
  for (const state of Object.values(record.states)) {
    if (state.exists.until !== undefined && (state.successors[0] ?? '') !== '') continue;
    for (const name of state.names[language] ?? []) if (name.length > 3) matcher.add('state', state.code, name);
  }
}

/** Family names that are also common words, or too common as names: they need the given name. */
const COMMON_NAMES = new Set(
  'may wood power rice brown hunt craft mills haley carter gates bush clinton johnson cameron wang li zhang hu xi qin khan jones allen straw may kim lee harper king young grant clarke adams sun fu ma dai'.split(
    ' ',
  ),
);

/** A person is named by the whole name or, where that is plain, by the last part of it. */
function addPersons(matcher: Matcher, language: Language, record: LegalRecord): void {
  const families = new Map<string, Set<string>>();
  const persons = personsOf(record);
  for (const [id, names] of persons)
    for (const name of names) {
      const family = familyOf(name);
      const known = families.get(family);
      if (known) known.add(id);
      else families.set(family, new Set([id]));
    }
  for (const [id, names] of persons) {
    for (const name of names) {
      if (!isOfScript(name, language)) continue;
      matcher.add('person', id, name);
      const family = familyOf(name);
      if (
        family.length > (/[a-z]/.test(family) ? 4 : 3) &&
        families.get(family)!.size === 1 &&
        !COMMON_NAMES.has(family)
      )
        matcher.add('person', id, name.slice(name.lastIndexOf(' ') + 1));
    }
  }
}

const isOfScript = (name: string, language: Language): boolean => {
  const latin = /[A-Za-z]/.test(name);
  const cyrillic = /[\u0400-\u04FF]/.test(name);
  return scriptOf(language) === (latin ? 'latin' : cyrillic ? 'cyrillic' : 'arabic');
};

const familyOf = (name: string): string => normalize(name.slice(name.lastIndexOf(' ') + 1));

/** Every person who holds an office on record, with all spellings, under the first one. */
export function personsOf(record: LegalRecord): ReadonlyMap<string, readonly string[]> {
  const persons = new Map<string, Set<string>>();
  for (const office of Object.values(record.offices)) {
    for (const { names } of office.holders) {
      const known = persons.get(names[0]!) ?? new Set<string>();
      for (const name of names) known.add(name);
      persons.set(names[0]!, known);
    }
  }
  return new Map([...persons].map(([id, names]) => [id, [...names]]));
}

/** Names on the lists; single short words are left out, for they are found everywhere. */
function addListedNames(matcher: Matcher, language: Language, record: LegalRecord): void {
  for (const list of Object.values(record.lists)) {
    for (const designation of list.designations) {
      for (const name of [designation.name, ...designation.aliases, ...designation.native]) {
        const words = name.trim().split(/\s+/);
        if ((words.length < 2 && name.length < 9) || words.length > 9 || !isOfScript(name, language)) continue;
        const plain = name
          .replace(/\(.*?\)/g, ' ')
          .replace(/[()*|]/g, ' ')
          .replace(/[\s,.]+(?:co|corp|corporation|ltd|inc|company|llc|plc|group)\b[\s.]*$/i, '');
        if (plain.trim().length >= 9) matcher.add('listed', `${list.id} ${designation.id}`, plain);
      }
    }
  }
}
