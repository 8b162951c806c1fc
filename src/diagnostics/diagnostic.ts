/**
 * A fault in what was given to us (the record, a question, a list, a document) is a value, not an exception:
 * a code from the catalogue, the words it makes of its facts, and a place. A bug throws; not knowing is an answer.
 */

/** Where in a file: 1-based line and column; `within` names the instrument and provision, or the field of a question. */
export type Place = {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly within?: string;
};

export type Severity = 'error' | 'warning';

/** One thing that is wrong: what, where, and (in the message) what to do. */
export type Diagnostic = {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
};

/** What a stage gives back: its product with any warnings, or the errors that stopped it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly errors: readonly Diagnostic[] };

/** The facts that a message is made of. */
export type Facts = Readonly<Record<string, string | number | undefined>>;

/** One entry of the catalogue: its severity, and its words as a function of the facts. */
export type Entry = { readonly severity: Severity; readonly message: (facts: Facts) => string };

/** ` Did you mean \`x\`?`, or nothing when there is nothing near. */
export const didYouMean = (nearest: string | number | undefined): string =>
  nearest === undefined || nearest === '' ? '' : ` Did you mean \`${nearest}\`?`;

/** `file:line:column severity code`, then the message on a line of its own. */
export function formatDiagnostic({ code, severity, message, place }: Diagnostic): string {
  const spot = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  const within = place.within === undefined ? '' : ` (${place.within})`;
  return `${spot === '' ? '' : `${spot} `}${severity} ${code}${within}\n  ${message}`;
}
