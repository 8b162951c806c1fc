import type { Context } from 'hono';
import type { Diagnostic } from '../../src/index.ts';
import { escaped } from '../web/escaped.ts';
import type { Variables } from './app.ts';

export type C = Context<Variables>;

/** The query as words: repeated names become lists. */
export const queryOf = (context: C): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );

/** The words of a query that were filled in; an empty field of a form is no word. */
export const wordsOf = (context: C): Record<string, string> =>
  Object.fromEntries(
    Object.entries(queryOf(context)).flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [],
    ),
  );

export const errorsBody = (errors: readonly Pick<Diagnostic, 'message'>[]): string =>
  `<div class="error" role="alert">${errors.map(({ message }) => `<p>${escaped(message)}</p>`).join('')}</div>`;
