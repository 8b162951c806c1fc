import { caseFile } from './case-schema.ts';
import { fileSchemas } from './schema.ts';

/** The JSON Schemas that editors complete and check the files of the record and of `cases/` with, by file name. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  const schemas = { ...fileSchemas, cases: caseFile };
  return Object.fromEntries(
    Object.entries(schemas).map(([kind, schema]) => [`${kind}.json`, standalone(kind, schema)]),
  );
}

type Plain = { readonly [key: string]: unknown };

/** One schema by itself: what it defines again and again (times, conditions) stands once, under `definitions`. */
function standalone(kind: string, schema: object): object {
  const definitions: Record<string, unknown> = {};
  const hoisted = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(hoisted);
    if (typeof node !== 'object' || node === null) return node;
    const { $id, $ref, ...rest } = node as Plain;
    if (typeof $ref === 'string') return { $ref: `#/definitions/${$ref}` };
    const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, hoisted(value)]));
    if (typeof $id !== 'string') return inner;
    definitions[$id] = inner;
    return { $ref: `#/definitions/${$id}` };
  };
  // The library's schemas carry symbols; JSON is what editors get.
  const body = hoisted(JSON.parse(JSON.stringify(schema))) as Plain;
  const title = `Snapback: ${titles[kind] ?? `a file of kind ${kind}`}`;
  const defined = Object.keys(definitions).length > 0 ? { definitions } : {};
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...body, ...defined };
}

const titles: Readonly<Record<string, string>> = { record: 'record.yaml', cases: 'a file of cases' };
