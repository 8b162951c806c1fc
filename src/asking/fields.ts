import { nearest } from '../diagnostics/nearest.ts';
import { type Findings, isFull, refuse } from './findings.ts';

/** The fields of a question: the options of `ask` in camelCase, and an `id`. */
export const FIELDS = [
  'id',
  'from',
  'to',
  'goods',
  'on',
  'activity',
  'recipient',
  'region',
  'party',
  'contract',
  'law',
  'accordingTo',
  'asKnown',
  'suppose',
  'zone',
  'calendar',
] as const;

/** The fields of a question about one State rather than one transfer. */
export const SURVEY_FIELDS = [
  'target',
  'on',
  'from',
  'to',
  'law',
  'accordingTo',
  'asKnown',
  'suppose',
  'zone',
  'calendar',
] as const;

export type Field = (typeof FIELDS)[number] | (typeof SURVEY_FIELDS)[number];

/** The words of a question as they came in: text, numbers, lists of text; null counts as left out. */
export type Words = Readonly<Partial<Record<Field, unknown>>>;

const LONGEST_TEXT = 4096;
const MOST_VALUES = 100;

/** The words as an object with known fields only; undefined when they are no such object. Unknown fields are refused each. */
export function fieldsOf(words: unknown, findings: Findings, known: readonly string[] = FIELDS): Words | undefined {
  if (typeof words !== 'object' || words === null || Array.isArray(words))
    return refuse(findings, 'not-a-question', 'question');
  for (const field of Object.keys(words)) {
    if (known.includes(field)) continue;
    refuse(findings, 'unknown-field', 'question', {
      input: field,
      nearest: nearestField(field, known),
      known: known.join(', '),
    });
    if (isFull(findings)) break;
  }
  return words;
}

/** `as-known`, `as_known` and `AsKnown` are one letter or none away from `asKnown` once their signs are gone. */
const nearestField = (field: string, known: readonly string[]): string | undefined =>
  nearest(field.replace(/[\s_-]/g, ''), known);

/** The text of a field without the blanks around it; undefined when it is left out or refused. */
export function textOf(words: Words, field: Field, findings: Findings): string | undefined {
  const value = given(words, field);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && (field === 'id' || MAY_BE_YEARS.has(field))) return String(value);
  if (typeof value !== 'string')
    return refuse(findings, 'wrong-type', field, { field, expected: 'text', given: kindOf(value) });
  return checkedText(value, field, findings);
}

const MAY_BE_YEARS: ReadonlySet<Field> = new Set(['on', 'asKnown', 'contract']);

/** The texts of a field that takes one or many; a single text is cut at its commas unless told otherwise. */
export function textsOf(
  words: Words,
  field: Field,
  findings: Findings,
  single: 'cut-at-commas' | 'whole' = 'cut-at-commas',
): readonly string[] {
  const value = given(words, field);
  if (value === undefined) return [];
  const values = Array.isArray(value)
    ? value
    : single === 'whole'
      ? [value]
      : typeof value === 'string'
        ? cutAtCommas(value)
        : [value];
  if (values.length > MOST_VALUES) {
    refuse(findings, 'too-many-values', field, { field, count: values.length, limit: MOST_VALUES });
    return [];
  }
  return values.flatMap((one) => {
    if (typeof one === 'string') return checkedText(one, field, findings) ?? [];
    return (
      refuse(findings, 'wrong-type', field, { field, expected: 'text or a list of texts', given: kindOf(one) }) ?? []
    );
  });
}

/** Whether a field was given at all, understood or not. */
export const isGiven = (words: Words, field: Field): boolean => given(words, field) !== undefined;

const given = (words: Words, field: Field): unknown =>
  Object.hasOwn(words, field) ? (words[field] ?? undefined) : undefined;

/** The parts between commas (Latin, Arabic) and semicolons; a text that is nothing else stays, to be refused as empty. */
export function cutAtCommas(text: string): readonly string[] {
  if (!/[,;\u060c\u061b]/.test(text)) return [text];
  const parts = text.split(/[,;\u060c\u061b]/).filter((part) => part.trim() !== '');
  return parts.length === 0 ? [''] : parts;
}

function checkedText(value: string, field: Field, findings: Findings): string | undefined {
  if (value.length > LONGEST_TEXT)
    return refuse(findings, 'text-too-long', field, { field, length: value.length, limit: LONGEST_TEXT });
  const text = value.trim();
  if (text === '') return refuse(findings, 'empty-text', field, { field });
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return refuse(findings, 'control-characters', field, { field, input: text });
  return text;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'boolean' ? 'yes or no' : `a ${typeof value}`;
}
