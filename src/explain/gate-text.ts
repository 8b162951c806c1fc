/** Gates in words: how each opens a bar, and for what. */
import type { Gate, Opening } from '../law/norm.ts';
import type { Outcome } from '../law/outcome.ts';

export type OpenGate = Gate & { readonly opening: Opening };

const daysOf = ({ days, workingDays }: Gate): string =>
  days === undefined ? '' : `${days} ${workingDays === true ? 'working ' : ''}days`;

/** Who decides or is told, without what a file adds about why. */
export const authority = ({ by }: Gate): string => by?.replace(/, for its information$/, '') ?? 'the body in charge';

/** "prior approval by the 1737 Committee", "notice to the 751 Committee 5 days ahead". */
export function wayText(gate: Gate): string {
  const days = daysOf(gate);
  switch (gate.gate) {
    case 'prior-approval':
      return `prior approval by ${authority(gate)}`;
    case 'no-objection':
      return `notice to ${authority(gate)}, which ${days === '' ? 'may' : `has ${days} to`} object`;
    case 'advance-notice':
      return `notice to ${authority(gate)} ${days === '' ? 'beforehand' : `${days} ahead`}`;
    case 'documents-or-routing':
      return 'the documents or the route laid down';
    case 'later-report':
      return 'a later report';
  }
}

const MOST_WAYS = 2;

/** Residual gates with their purposes, for a bar stands beside them: "the way out is … (for …)"; nothing where there is none. */
export function waysOut(gates: readonly OpenGate[], outcome: Outcome): string {
  const ways = [
    ...new Set(
      gates
        .filter(({ residual }) => residual)
        .map((gate) => `${wayText(gate)} (${gate.opening.for.purpose ?? 'case by case'})`),
    ),
  ];
  if (ways.length === 0) return '';
  const left = ways.length - MOST_WAYS;
  const named = ways.slice(0, MOST_WAYS).join(', or ');
  return `; ${outcome === 'prohibited' ? 'the way out is' : 'beside it there is'} ${named}${left > 0 ? `, and ${left} more below` : ''}`;
}
