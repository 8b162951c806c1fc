import { type Code, diagnose } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Facts } from '../diagnostics/diagnostic.ts';

/** What is noticed while the words of one question are understood: what is wrong with them, and what is worth a remark. */
export type Findings = { readonly errors: Diagnostic[]; readonly notes: string[] };

export const noFindings = (): Findings => ({ errors: [], notes: [] });

const MOST_FAULTS = 20;

/** Whether so much is wrong that looking for more, with a suggestion each, would only cost time. */
export const isFull = ({ errors }: Findings): boolean => errors.length >= MOST_FAULTS;

const LONGEST_SHOWN = 80;

// Control characters and direction overrides would garble the terminal or page that a message is shown on.
const unshowable = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A piece of what the user typed, fit to be quoted in a message: visible, and not long. */
export function shown(text: string): string {
  const visible = text
    .slice(0, LONGEST_SHOWN + 1)
    .replace(unshowable, '')
    .replaceAll('`', "'");
  return visible.length > LONGEST_SHOWN ? `${visible.slice(0, LONGEST_SHOWN)}…` : visible;
}

/** Records that the words of a field cannot be understood. Gives undefined, so that a caller can return it. */
export function refuse(findings: Findings, code: Code, field: string, facts: Facts = {}): undefined {
  const input = typeof facts.input === 'string' ? { input: shown(facts.input) } : {};
  findings.errors.push(diagnose(code, { within: field }, { ...facts, ...input }));
}
