/**
 * Whether the values of a file have the shape of its kind. Comes in: values, their schema, their places. Goes out:
 * one fault for each mistake, in words; the library finds them, and this file decides which of them to tell.
 */
import { Kind, type TSchema } from '@sinclair/typebox';
import { type ValueError, ValueErrorType as Wrong } from '@sinclair/typebox/errors';
import { Value } from '@sinclair/typebox/value';
import { diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Places } from './places.ts';

/** Whoever has made so many mistakes in one file will not read more of them. */
const MOST_ERRORS = 100;

export function validateShape(value: unknown, schema: TSchema, places: Places, file: string): readonly Diagnostic[] {
  const errors: ValueError[] = [];
  for (const error of Value.Errors(schema, value)) {
    errors.push(...sharpened(error));
    if (errors.length >= MOST_ERRORS) break;
  }
  return new Telling(value, places, file).tell(errors);
}

/** Of a value that fits none of several shapes, the complaint of the shape it comes nearest to. */
function sharpened(error: ValueError): readonly ValueError[] {
  if (error.type !== Wrong.Union) return [error];
  const variants = error.errors.map((variant) => [...variant].flatMap(sharpened));
  const structured = typeof error.value === 'object' && error.value !== null;
  if (!structured) return [texts(error, variants)];
  const same = variants.filter(([first]) => !(first?.path === error.path && isKindError(first)));
  const keyed = same.filter((variant) => !variant.some(({ type }) => type === Wrong.ObjectAdditionalProperties));
  const best = [...(keyed.length > 0 ? keyed : same)].sort((a, b) => a.length - b.length)[0];
  return best ?? [error];
}

/** The complaint about a text that fits none of several shapes: that of the only one meant for a text, or of all at once. */
function texts(error: ValueError, variants: readonly (readonly ValueError[])[]): ValueError {
  const closest = variants
    .flat()
    .filter(({ path, type }) => path === error.path && !isKindError({ type } as ValueError));
  return closest.length === 1 ? closest[0]! : error;
}

const isKindError = ({ type }: ValueError): boolean =>
  type === Wrong.Object ||
  type === Wrong.Array ||
  type === Wrong.String ||
  type === Wrong.Integer ||
  type === Wrong.Number;

class Telling {
  readonly #told = new Map<string, Diagnostic>();

  constructor(
    readonly root: unknown,
    readonly places: Places,
    readonly file: string,
  ) {}

  tell(errors: readonly ValueError[]): readonly Diagnostic[] {
    const misspelt = new Set<string>();
    for (const error of errors) {
      if (error.type !== Wrong.ObjectAdditionalProperties) continue;
      misspelt.add(this.#unknownKey(error, errors));
    }
    for (const error of errors) {
      if (error.type === Wrong.ObjectAdditionalProperties || misspelt.has(error.path)) continue;
      // A value that is wrong as a whole is told once, not again for what it lacks.
      if (!this.#told.has(error.path)) this.#told.set(error.path, this.#wrongValue(error));
    }
    return [...this.#told.values()];
  }

  /** Tells of a key that has no place here; gives back the path of the missing key it was probably meant to be. */
  #unknownKey(error: ValueError, errors: readonly ValueError[]): string {
    const { holder, key, parent } = this.#locate(error.path);
    const known = Object.keys((error.schema.properties as object | undefined) ?? {});
    const missing = errors
      .filter(({ type, path }) => type === Wrong.ObjectRequiredProperty && path.startsWith(`${parent}/`))
      .map(({ path }) => keyOf(path));
    const meant =
      nearest(
        String(key),
        missing.filter((one) => known.includes(one)),
      ) ??
      nearest(
        String(key),
        known.filter((one) => !(one in holder)),
      );
    const list = known.join('`, `');
    this.#told.set(
      error.path,
      diagnose('unknown-key', this.places.ofKey(holder, key), { key, nearest: meant, known: list }),
    );
    return meant === undefined ? '' : `${parent}/${meant}`;
  }

  #wrongValue(error: ValueError): Diagnostic {
    const { holder, key: index } = this.#locate(error.path);
    const key = error.path === '' ? 'the file' : typeof index === 'number' ? `entry ${index + 1}` : index;
    if (error.type === Wrong.ObjectRequiredProperty) return diagnose('missing-key', this.places.of(holder), { key });
    const place = error.path === '' ? { file: this.file, line: 1, column: 1 } : this.places.of(holder, index);
    const found = shown(error.value);
    if (error.value === null) return diagnose('empty-value', place, { key });
    const allowed = (error.schema as { enum?: readonly string[] }).enum;
    if (error.schema[Kind] === 'OneOf' && allowed !== undefined) {
      const meant = typeof error.value === 'string' ? nearest(error.value, allowed) : undefined;
      return diagnose('not-one-of', place, { key, found, nearest: meant, allowed: allowed.join('`, `') });
    }
    if (isQuotable(error)) return diagnose('needs-quotes', place, { key, found });
    return diagnose('wrong-value', place, { key, found, wanted: wanted(error.schema) });
  }

  #locate(path: string): { holder: object; key: string | number; parent: string } {
    const steps = path.split('/').slice(1).map(unescaped);
    const last = steps.pop() ?? '';
    let holder = this.root as Record<string, unknown>;
    for (const step of steps) holder = holder[step] as Record<string, unknown>;
    if (typeof holder !== 'object' || holder === null) return { holder: {}, key: last, parent: '' };
    return { holder, key: Array.isArray(holder) ? Number(last) : last, parent: path.slice(0, path.lastIndexOf('/')) };
  }
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
const keyOf = (path: string): string => unescaped(path.slice(path.lastIndexOf('/') + 1));

const isQuotable = ({ type, value }: ValueError): boolean =>
  type === Wrong.String && (typeof value === 'number' || typeof value === 'boolean');

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What a schema asks for, in plain words. */
function wanted(schema: TSchema): string {
  if (schema.description !== undefined && typeof schema.pattern === 'string') return schema.description;
  if (Array.isArray(schema.anyOf)) {
    const words = (schema.anyOf as TSchema[]).map(wanted);
    return [...new Set(words)].join(' or ');
  }
  if (schema.$ref === 'Time') return 'a time (record/README.md, "Times")';
  if (schema.const !== undefined) return `\`${schema.const}\``;
  switch (schema.type) {
    case 'array':
      return 'a list';
    case 'object':
      return keyed(schema);
    case 'integer':
      return schema.minimum === undefined ? 'a whole number' : `a whole number, at least ${schema.minimum}`;
    case 'boolean':
      return '`true` or `false`';
    case 'string':
      return patterned(schema);
    default:
      return schema.description ?? 'something else';
  }
}

const keyed = (schema: TSchema): string => {
  const keys = Object.keys((schema.properties as object | undefined) ?? {});
  return keys.length > 0 ? `a mapping with \`${keys.slice(0, 4).join('`, `')}\`` : 'a mapping';
};

const patterned = (schema: TSchema): string =>
  schema.pattern === '^https?://'
    ? 'a web address'
    : schema.pattern === '^P'
      ? 'a duration such as P5Y or P30D'
      : 'a text that is not empty';
