/** Statements that a person or another extractor found in a document, put through the same verdicts. */
import { Value } from '@sinclair/typebox/value';
import type { Program } from '../compile/program.ts';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Checked } from '../diagnostics/diagnostic.ts';
import { contradicted, supported, unverifiable } from './checks/finding.ts';
import { type Facts, factsOf } from './facts.ts';
import { type ReadOptions, readDocument } from './read.ts';
import { type GivenStatement, type GivenStatements, givenStatementsSchema } from './schemas.ts';
import { basisOf, compare, holdsValues } from './stated-values.ts';
import type { Finding, Reading, Stated, Statement, Values } from './statement.ts';
import { addTo, emptySummary } from './summary.ts';

/** Reads statements from JSON: an object with `statements`, a bare array, or one object a line. */
export function parseStatements(json: string): Checked<GivenStatements> {
  let value: unknown;
  try {
    value = parseJson(json);
  } catch (error) {
    return { ok: false, errors: [diagnose('statements-malformed', {}, { why: (error as Error).message })] };
  }
  const given = Array.isArray(value) ? { statements: value } : value;
  if (Value.Check(givenStatementsSchema, given)) return { ok: true, value: given, warnings: [] };
  const [first] = [...Value.Errors(givenStatementsSchema, given)];
  return {
    ok: false,
    errors: [
      diagnose(
        'statements-malformed',
        { within: first?.path ?? '' },
        { why: `${first?.path || 'the file'}: ${first?.message ?? 'wrong'}` },
      ),
    ],
  };
}

function parseJson(json: string): unknown {
  const text = json.trim();
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isLines = lines.length > 1 && lines.every((line) => line.trim().startsWith('{') && line.trim().endsWith('}'));
  return isLines ? lines.map((line) => JSON.parse(line) as unknown) : JSON.parse(text);
}

/**
 * Judges each statement: the values given, by the instrument they name or by what is read in their place; without values
 * the words of the quote, in their place in the text or, where there is no text, alone.
 */
export function judgeStatements(program: Program, given: GivenStatements, options: ReadOptions): Reading | undefined {
  const text = given.text ?? given.statements.map(({ quote }) => quote).join('\n');
  const reading = readDocument(program, text, options);
  if (reading === undefined) return undefined;
  const facts = factsOf(program);
  const summary = emptySummary();
  let cursor = 0;
  const statements = given.statements.map((one): Statement => {
    const start = placeOf(one, text, given.text === undefined ? cursor : 0);
    if (start === undefined) return judge(one, one.start ?? 0, undefined, facts);
    cursor = start + one.quote.length;
    return judge(one, start, nearestTo(reading.statements, start, cursor), facts);
  });
  addTo(summary, { statements, isUnchecked: false });
  return { ...reading, statements, summary };
}

/** Where a quote stands: at the place given, or where it comes first; undefined when it is not in the text. */
function placeOf({ quote, start }: GivenStatement, text: string, from: number): number | undefined {
  if (start !== undefined && text.startsWith(quote, start)) return start;
  const found = text.indexOf(quote, from);
  return found < 0 ? undefined : found;
}

/** The statement that shares most of the stretch, if it shares enough of it. */
function nearestTo(statements: readonly Statement[], start: number, end: number): Statement | undefined {
  const likeness = (one: Statement): number => {
    const shared = Math.min(end, one.end) - Math.max(start, one.start);
    return shared <= 0 ? 0 : shared / (Math.max(end, one.end) - Math.min(start, one.start));
  };
  const best = [...statements].sort((a, b) => likeness(b) - likeness(a))[0];
  return best && likeness(best) >= 0.3 ? best : undefined;
}

function judge(one: GivenStatement, start: number, found: Statement | undefined, facts: Facts): Statement {
  const { polarity = 'affirmed', modality = 'fact', ...values } = one.stated ?? {};
  const base = {
    quote: one.quote,
    start,
    end: start + one.quote.length,
    aspect: found?.aspect ?? ('content' as const),
    attribution: one.attribution ? { cue: '', chain: [], ...one.attribution } : (found?.attribution ?? null),
  };
  if (found && saysTheSame(values as Values, found, facts))
    return { ...found, ...base, kind: one.kind ?? found.kind, stated: { ...found.stated, ...one.stated } as Stated };
  const { from: _from, to: _to, ...finding } = judgeValues(one, values as Values, polarity, modality, found, facts);
  return { ...finding, ...base, stated: { ...(values as Values), polarity, modality } };
}

/** No values, or those that were read in that place: then what was found of the words holds. */
function saysTheSame(values: Values, found: Statement, facts: Facts): boolean {
  if (!holdsValues(values)) return true;
  const { agreeing, differing } = compare(values, found.stated, facts);
  return agreeing.length > 0 && differing.length === 0;
}

function judgeValues(
  one: GivenStatement,
  values: Values,
  polarity: Stated['polarity'],
  modality: Stated['modality'],
  found: Statement | undefined,
  facts: Facts,
): Finding {
  const kind = one.kind ?? found?.kind ?? 'other';
  const common = { kind, from: 0, to: 0, stated: values };
  if (modality !== 'fact') return unverifiable(common, 'not-told-as-fact');
  const basis = basisOf(values, kind, found, facts);
  const { agreeing, differing } = basis ? compare(values, basis.values, facts) : { agreeing: [], differing: [] };
  // An instrument alone says which matter it is, and nothing of it.
  const told = agreeing.filter(
    (field) => field !== 'instrument' || values.instrument === undefined || Object.keys(values).length === 1,
  );
  if (basis === undefined || (told.length === 0 && differing.length === 0)) return unverifiable(common);
  const known = { ...common, citations: basis.citations, evidence: basis.evidence };
  const isTrue = differing.length === 0;
  if (isTrue === (polarity === 'affirmed')) return supported({ ...known, because: [basis.text] });
  const right = Object.fromEntries((isTrue ? told : differing).map((field) => [field, basis.values[field]])) as Values;
  return contradicted(known, right, basis.text);
}
