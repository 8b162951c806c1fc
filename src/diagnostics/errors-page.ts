/** The catalogue as a page: every code with its words, as `docs/errors.md` has it. */
import { catalogue } from './catalogue.ts';
import type { Facts } from './diagnostic.ts';

/** Facts that stand for themselves: whatever a message asks for is shown by its name. */
const placeholders: Facts = new Proxy({}, { get: (_, name) => `‹${String(name)}›` });

export function errorsPage(): string {
  const entries = Object.entries(catalogue)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { severity, message }]) => `### ${code}\n\n${severity}: ${message(placeholders)}\n`);
  return `${HEAD}\n${entries.join('\n')}`;
}

const HEAD = `# Errors

Every message that Snapback can give about what it was given: the files of the record, a question, a list, a document. Names in
angle brackets are filled in; a \`Did you mean …?\` is left out where nothing is near. A command ends with exit code 2 after an error,
and prints nothing to standard output then. Not knowing is no error but an answer (\`undetermined\`, exit code 3). A message that
begins with "this is a bug" is one (exit code 70); please report it.

This page is made from the catalogue in \`src/diagnostics/\`; a test keeps the two equal (\`npx vitest run src/diagnostics -u\` writes it anew).
`;
