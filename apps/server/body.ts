import type { Context } from 'hono';
import { problem } from './problem.ts';

/** How deep JSON may nest: parsers recurse. */
const DEEPEST = 32;

/** The JSON object of a request's body, or the problem with it. */
export async function jsonBody(context: Context): Promise<Record<string, unknown> | Response> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
    return problem(context, 415, 'wrong-content-type', 'send application/json.');
  const text = await context.req.text();
  if (depthOf(text) > DEEPEST) return problem(context, 400, 'too-deep', `JSON nests at most ${DEEPEST} levels here.`);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  return problem(context, 400, 'unreadable-body', 'the body is not a JSON object.');
}

/** The deepest nesting of brackets outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (inString) {
      if (character === 0x5c) i++;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x5b || character === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (character === 0x5d || character === 0x7d) depth--;
  }
  return deepest;
}

/** A text member, or undefined; anything else is a problem. */
export const textOf = (body: Readonly<Record<string, unknown>>, name: string): string | undefined =>
  typeof body[name] === 'string' ? (body[name] as string) : undefined;
