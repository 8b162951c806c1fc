/** The API: what the commands answer, under the option names in camelCase (DESIGN section 5). */
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import {
  assessmentLine,
  type Checked,
  historiesOf,
  inForceAt,
  inForceJson,
  readQuestionRow,
  rejected,
  timelineJson,
} from '../../src/index.ts';
import type { Variables } from './app.ts';
import { calendar, coverage, diff, explain, type Looked, positions } from './lookups.ts';
import { compareNames, screenNames } from './names.ts';
import { faultsProblem, problem } from './problem.ts';
import { readText } from './reading.ts';
import { type C, queryOf } from './words.ts';

/** How many questions one request may ask. */
const MOST_ROWS = 10_000;

export function apiRoutes(): Hono<Variables> {
  const api = new Hono<Variables>();
  api.get('/ask', askOne);
  api.post('/ask', askMany);
  api.get('/in-force', async (context) => {
    const { session } = context.get('state');
    const survey = await session.understandSurvey(queryOf(context), ['target', 'on']);
    if (!survey.ok) return faultsProblem(context, survey.errors);
    const { target, at, laws, accordingTo } = survey.value;
    const asked = { target: target!, ...(laws && { laws }), ...(accordingTo && { accordingTo }) };
    const views = inForceAt(session.program(survey.value), asked, at!);
    return context.json(inForceJson(target!, at!, views, session.record, session.version));
  });
  api.get('/timeline', async (context) => {
    const { session } = context.get('state');
    const survey = await session.understandSurvey(queryOf(context), ['target']);
    if (!survey.ok) return faultsProblem(context, survey.errors);
    const { target, laws, accordingTo } = survey.value;
    const asked = { target: target!, ...(laws && { laws }), ...(accordingTo && { accordingTo }) };
    return context.json(
      timelineJson(target!, historiesOf(session.program(survey.value), asked), session.record, session.version),
    );
  });
  for (const [path, look] of Object.entries({ explain, positions, diff }))
    api.get(`/${path}`, async (context) =>
      sendLooked(context, await look(context.get('state').session, queryOf(context))),
    );
  api.get('/calendar', async (context) => sendLooked(context, await calendar(context.get('state'), queryOf(context))));
  api.get('/coverage', (context) => context.json(coverage(context.get('state').session).json() as object));
  api.post('/read', readText);
  api.post('/screen', screenNames);
  api.post('/compare', compareNames);
  return api;
}

const sendLooked = (context: C, looked: Checked<Looked>): Response =>
  looked.ok ? context.json(looked.value.json() as object) : faultsProblem(context, looked.errors);

async function askOne(context: C): Promise<Response> {
  const { session } = context.get('state');
  const question = await session.understand(queryOf(context));
  if (!question.ok) return faultsProblem(context, question.errors);
  const { assessment, program } = session.answer(question.value);
  return context.body(assessmentLine(assessment, program, session.version), 200, {
    'content-type': 'application/json; charset=utf-8',
  });
}

/** NDJSON in, NDJSON out: one answer a line; a bad row gets its error in place. */
async function askMany(context: C): Promise<Response> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/(x-ndjson|jsonl|ndjson|json)\b/i.test(type))
    return problem(context, 415, 'wrong-content-type', 'send questions as application/x-ndjson, a JSON object a line.');
  const lines = (await context.req.text()).split('\n');
  if (lines.length > MOST_ROWS)
    return problem(
      context,
      413,
      'too-many-rows',
      `one request asks at most ${MOST_ROWS} questions; send the rest in another.`,
    );
  const { session } = context.get('state');
  context.header('content-type', 'application/x-ndjson; charset=utf-8');
  return stream(context, async (out) => {
    for (const [i, line] of lines.entries()) {
      if (out.aborted) return;
      const row = readQuestionRow(line);
      if (row === undefined) continue;
      await out.write(`${row.ok ? await answerRow(session, row) : JSON.stringify(row.rejected)}\n`);
      // Others get their turn while a long list is answered.
      if (i % 50 === 49) await new Promise((done) => setImmediate(done));
    }
  });
}

async function answerRow(
  session: Variables['Variables']['state']['session'],
  row: { readonly id: Parameters<typeof rejected>[0]; readonly words: unknown },
): Promise<string> {
  const question = await session.understand(row.words);
  if (!question.ok) return JSON.stringify(rejected(row.id, question.errors));
  const { assessment, program } = session.answer({ ...question.value, ...(row.id !== null && { id: row.id }) });
  return assessmentLine(assessment, program, session.version);
}
