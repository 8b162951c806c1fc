import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerSchemas, jsonSchemas } from '../../../src/index.ts';
import { command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';

export default command({
  usage: '[--out DIR]',
  says: 'Prints the JSON Schemas of the files under record/ and cases/ and of the answers, or writes each to a file of a folder.',
  options: { out: { kind: 'text', value: 'DIR', says: 'write one file per schema there' } },
  run({ values }, io) {
    const schemas = { ...jsonSchemas(), ...answerSchemas() };
    if (values.out === undefined) {
      io.print(JSON.stringify(schemas, null, 2));
      return ExitCode.Ok;
    }
    mkdirSync(values.out, { recursive: true });
    for (const [name, schema] of Object.entries(schemas)) writeFileSync(join(values.out, name), schemaText(schema));
    io.print(`${Object.keys(schemas).length} schemas written to ${values.out}.`);
    return ExitCode.Ok;
  },
});

/** A schema as it stands in its file. */
export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
