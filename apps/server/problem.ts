import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Diagnostic } from '../../src/index.ts';

/** A problem document (RFC 9457): `type` is a code of docs/errors.md, `detail` says what to do. */
export function problem(
  context: Context,
  status: ContentfulStatusCode,
  code: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
  faults: readonly Diagnostic[] = [],
): Response {
  const told = {
    type: `urn:snapback:error:${code}`,
    title: TITLE[status] ?? 'Error',
    status,
    code,
    detail,
    ...(faults.length > 0 && {
      errors: faults.map(({ code: own, message, place }) => ({ code: own, message, field: place.within ?? null })),
    }),
  };
  return context.body(JSON.stringify(told), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...headers,
  });
}

const TITLE: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Key needed',
  403: 'Refused',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  413: 'Too large',
  415: 'Wrong type of content',
  422: 'Cannot be understood',
  429: 'Too many requests',
  500: 'A bug of ours',
  503: 'Not ready',
};

/** The faults of a question as one problem. */
export const faultsProblem = (context: Context, faults: readonly Diagnostic[]): Response =>
  problem(context, 400, faults[0]?.code ?? 'bad-request', faults.map(({ message }) => message).join(' '), {}, faults);
