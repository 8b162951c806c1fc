/** A text to the thing of the record that it names: by id, by symbol and locator, by code or by name. */
import type { Checked } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Instrument, Provision } from '../law/instrument.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Subject, SubjectKind } from '../law/subject.ts';
import { type Findings, noFindings, refuse, shown } from './findings.ts';
import { understandGoods } from './goods.ts';
import { statesNamed } from './places.ts';
import { holds, type Vocabulary } from './vocabulary.ts';

const LONGEST = 500;

export function understandSubject(text: string, vocabulary: Vocabulary): Checked<Subject> {
  const findings = noFindings();
  const trimmed = text.trim().slice(0, LONGEST);
  const found =
    byId(trimmed, vocabulary.record) ?? bySymbol(trimmed, vocabulary.record, findings) ?? byName(trimmed, vocabulary);
  if (found !== undefined) return { ok: true, value: found, warnings: [] };
  if (findings.errors.length === 0)
    refuse(findings, 'unknown-subject', 'subject', { input: text, nearest: nearestSubject(trimmed, vocabulary) });
  return { ok: false, errors: findings.errors };
}

const NOUNS = [
  ['instruments', 'instrument'],
  ['norms', 'norm'],
  ['rules', 'rule'],
  ['regimes', 'regime'],
  ['events', 'event'],
  ['points', 'point'],
  ['lists', 'list'],
  ['goods', 'goods'],
] as const satisfies readonly (readonly [keyof LegalRecord, SubjectKind])[];

function byId(text: string, record: LegalRecord): Subject | undefined {
  for (const [noun, kind] of NOUNS) if (holds(record[noun], text)) return { kind, id: text };
  const code = text.toUpperCase();
  if (holds(record.states, code)) return { kind: 'state', id: code };
  return holds(record.positions, code) ? { kind: 'position', id: code } : undefined;
}

/** Letters and digits alone, so that `S/RES/1929 (2010), para. 8` and `s/res/1929(2010) paragraph 8` are one. */
const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(?:op|operative|paragraph|paras?|§)\b\.?|¶|§/g, 'para')
    .replace(/\b(?:articles?|arts?)\b\.?/g, 'art')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** `resolution 1929`, `UNSCR 2231`, `S/RES/1929` without its year. */
const RESOLUTION = /^(?:s\/res\/|(?:un\s?sc\s?)?res(?:olution|\.)?\s*|unscr\s*)(\d{1,4})(?:\s*\((\d{4})\))?/i;

function bySymbol(text: string, record: LegalRecord, findings: Findings): Subject | undefined {
  const found = instrumentOf(text, record);
  if (found === undefined) return undefined;
  const { instrument, rest } = found;
  if (rest === '') return { kind: 'instrument', id: instrument.id };
  const provision = provisionOf(rest, instrument);
  if (provision !== undefined) return { kind: 'provision', id: instrument.id, at: provision.at };
  return refuse(findings, 'unknown-provision', 'subject', {
    input: shown(text),
    symbol: instrument.symbol,
    known: instrument.provisions.map(({ at }) => at).join('; '),
  });
}

/** The instrument whose symbol or name is the longest beginning of the text, and what is left of the text as a key. */
function instrumentOf(
  text: string,
  record: LegalRecord,
): { readonly instrument: Instrument; readonly rest: string } | undefined {
  const key = keyOf(text);
  let best: { readonly instrument: Instrument; readonly length: number } | undefined;
  for (const instrument of Object.values(record.instruments)) {
    for (const name of [instrument.symbol, ...instrument.names]) {
      const own = keyOf(name);
      if (own.length > (best?.length ?? 3) && key.startsWith(own)) best = { instrument, length: own.length };
    }
  }
  if (best !== undefined) return { instrument: best.instrument, rest: key.slice(best.length) };
  const [whole, number, year] = RESOLUTION.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const start = `un/s-res-${number}-${year ?? ''}`;
  const meant = Object.values(record.instruments).find(({ id }) =>
    year === undefined ? id.startsWith(start) : id === start,
  );
  return meant === undefined ? undefined : { instrument: meant, rest: keyOf(text.slice(whole.length)) };
}

/** By its locator, or by that and a letter within it: `para 8(a)` lies in `para 8`. A bare number is a paragraph. */
function provisionOf(rest: string, { provisions }: Instrument): Provision | undefined {
  const wanted = /^\d/.test(rest) ? [`para${rest}`, `art${rest}`] : [rest];
  return (
    provisions.find(({ at }) => wanted.includes(keyOf(at))) ??
    provisions.find(({ at }) =>
      wanted.some((key) => key.startsWith(keyOf(at)) && !/^\d/.test(key.slice(keyOf(at).length))),
    )
  );
}

function byName(text: string, vocabulary: Vocabulary): Subject | undefined {
  const [position] = vocabulary.positions.find(text);
  const [state] = statesNamed(text, undefined, vocabulary);
  if (state !== undefined) return { kind: 'state', id: state };
  if (position !== undefined) return { kind: 'position', id: position };
  const [goods] = understandGoods(text, vocabulary, noFindings());
  return goods === undefined ? undefined : { kind: 'goods', id: goods.code };
}

/** The id, symbol or name that was probably meant. */
function nearestSubject(text: string, vocabulary: Vocabulary): string | undefined {
  const { record } = vocabulary;
  const symbols = Object.values(record.instruments).map(({ symbol }) => symbol);
  const ids = NOUNS.flatMap(([noun]) => Object.keys(record[noun]));
  const longer = text.length < 5 ? undefined : [...symbols, ...ids].find((id) => id.startsWith(text));
  return (
    longer ?? nearest(text, [...symbols, ...ids]) ?? vocabulary.states.suggest(text) ?? vocabulary.goods.suggest(text)
  );
}
