import { type Code, type Diagnostic, diagnose, type Place } from '../../src/lists.ts';

/** A fault of the catalogue that stops a reader or the store; caught at the command, which prints it as a diagnostic. */
export class ListFault extends Error {
  override readonly name = 'ListFault';
  readonly diagnostic: Diagnostic;

  constructor(code: Code, facts: Readonly<Record<string, string | number | undefined>> = {}, place: Place = {}) {
    const diagnostic = diagnose(code, place, facts);
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}
