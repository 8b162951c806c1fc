/** Names against lists, and against each other. They come in bodies, so that they stay out of logs and addresses. */
import type { Context } from 'hono';
import { compareTexts, matchFrom } from '../../src/lists.ts';
import { parseCivilDate } from '../../src/time/civil-date.ts';
import type { ViewWords } from '../lists/open-screener.ts';
import type { Variables } from './app.ts';
import { jsonBody, textOf } from './body.ts';
import { faultsProblem, problem } from './problem.ts';

const MOST_NAMES = 100;
const LONGEST_NAME = 500;

/** Whether a text is a day of the calendar, `2020-09-30`. */
export const isDay = (text: string): boolean => parseCivilDate(text) !== undefined;

/** The words of a viewpoint out of a body or a form. */
export function viewWords(given: (name: 'asKnown' | 'accordingTo') => string | undefined): ViewWords {
  const [asKnown, accordingTo] = [given('asKnown')?.trim(), given('accordingTo')?.trim()];
  return { ...(asKnown && { asKnown }), ...(accordingTo && { accordingTo }) };
}

export async function screenNames(context: Context<Variables>): Promise<Response> {
  const body = await jsonBody(context);
  if (body instanceof Response) return body;
  const names = (Array.isArray(body.names) ? body.names : [body.name]).filter(
    (name): name is string => typeof name === 'string' && name.trim() !== '',
  );
  if (names.length === 0 || names.length > MOST_NAMES || names.some((name) => name.length > LONGEST_NAME))
    return problem(
      context,
      400,
      'names-missing',
      `give \`name\`, or \`names\`, 1 to ${MOST_NAMES} of them, each of at most ${LONGEST_NAME} characters.`,
    );
  const on = textOf(body, 'on') ?? new Date().toISOString().slice(0, 10);
  if (!isDay(on)) return problem(context, 400, 'impossible-date', '`on` is a day, YYYY-MM-DD.');
  const lists = Array.isArray(body.list)
    ? body.list.filter((one): one is string => typeof one === 'string')
    : textOf(body, 'list')?.split(',');
  const schema = textOf(body, 'schema');
  const { screen, understandView } = await context.get('state').screen();
  const view = await understandView(viewWords((name) => textOf(body, name)));
  if (!view.ok) return faultsProblem(context, view.errors);
  const screened = names.map((name) =>
    screen(
      { name, ...(schema !== undefined && { schema }) },
      { on, ...view.value, ...(lists !== undefined && { lists }) },
    ),
  );
  return context.json(names.length === 1 && body.names === undefined ? screened[0] : screened);
}

export async function compareNames(context: Context<Variables>): Promise<Response> {
  const body = await jsonBody(context);
  if (body instanceof Response) return body;
  const [a, b] = [textOf(body, 'name1'), textOf(body, 'name2')];
  if (!a || !b || a.length > LONGEST_NAME || b.length > LONGEST_NAME)
    return problem(
      context,
      400,
      'names-missing',
      `give \`name1\` and \`name2\`, each of at most ${LONGEST_NAME} characters.`,
    );
  const schema = textOf(body, 'schema');
  const { score, because } = compareTexts(a, b, schema);
  const rounded = Math.round(score * 10_000) / 10_000;
  return context.json({
    name1: a,
    name2: b,
    schema: schema ?? null,
    score: rounded,
    match: score >= matchFrom,
    because,
  });
}
