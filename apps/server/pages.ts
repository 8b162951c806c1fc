/** The pages: what a reader looks up. Every answer is an address; names and reports are posted, and stay out of it. */
import { type Context, Hono } from 'hono';
import { REACH } from '../../src/documents.ts';
import { type Checked, type Diagnostic, inForceAt, memoOf, type SurveyQuestion, stateName } from '../../src/index.ts';
import { formatInstant } from '../../src/time/instant.ts';
import { escaped } from '../web/escaped.ts';
import { inForceTable } from '../web/in-force-table.ts';
import { type Bar, barForm, layout } from '../web/layout.ts';
import { memoBody } from '../web/memo-page.ts';
import { READING_STYLE, readingBody } from '../web/reading-page.ts';
import { screenedBody } from '../web/screened-body.ts';
import { timelineBody } from '../web/timeline-page.ts';
import { timelinePicture } from '../web/timeline-picture.ts';
import type { TimelinePicture } from '../web/timeline-svg.ts';
import { queryOf } from './api.ts';
import type { Variables } from './app.ts';
import { sendHtml } from './html.ts';
import { calendar, coverage, diff, explain, type Looked, positions } from './lookups.ts';
import { readingOf } from './reading.ts';

type C = Context<Variables>;

export function pageRoutes(): Hono<Variables> {
  const pages = new Hono<Variables>();
  pages.get('/', inForcePage);
  pages.get('/in-force', inForcePage);
  pages.get('/timeline', timelinePage);
  pages.get('/check', (context) => sendHtml(context, layout('Check a transfer', '/check', questionForm({}))));
  pages.get('/ask', askPage);
  pages.get('/read', (context) => sendHtml(context, layout('Read a report', '/read', readForm('', ''))));
  pages.post('/read', readPage);
  pages.get(
    '/provision',
    lookupPage('What the record says', '', (context) => explain(context.get('state').session, wordsOf(context))),
  );
  pages.get(
    '/positions',
    lookupPage('Who holds what', '/positions', (context) => positions(context.get('state').session, wordsOf(context))),
  );
  pages.get(
    '/calendar',
    lookupPage('What is due', '/calendar', (context) => calendar(context.get('state').session, wordsOf(context))),
  );
  pages.get(
    '/diff',
    lookupPage('What changed', '/timeline', (context) => diff(context.get('state').session, wordsOf(context))),
  );
  pages.get(
    '/sources',
    lookupPage('Sources and gaps', '/sources', async (context) => ({
      ok: true,
      value: coverage(context.get('state').session),
      warnings: [],
    })),
  );
  pages.get('/search', searchPage);
  pages.get('/screen', (context) => sendHtml(context, layout('Names', '/screen', screenForm('', ''))));
  pages.post('/screen', screenPage);
  pages.get('/about', (context) => sendHtml(context, layout('About', '/about', aboutBody(context))));
  return pages;
}

/** The words of a query that were filled in; an empty field of a form is no word. */
const wordsOf = (context: C): Record<string, string> =>
  Object.fromEntries(
    Object.entries(queryOf(context)).flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [],
    ),
  );

export const errorsBody = (errors: readonly Diagnostic[]): string =>
  `<div class="error" role="alert">${errors.map(({ message }) => `<p>${escaped(message)}</p>`).join('')}</div>`;

async function inForcePage(context: C): Promise<Response> {
  const { session } = context.get('state');
  const given = wordsOf(context);
  const words = { target: 'IR', on: session.version.horizon, ...given };
  const bar = barForm('/in-force', words);
  const survey = await session.understandSurvey(words, ['target', 'on']);
  if (!survey.ok) return sendHtml(context, layout('In force', '/', bar + errorsBody(survey.errors)), undefined, 400);
  const { target, at, laws, accordingTo } = survey.value;
  const program = session.program(survey.value);
  const views = inForceAt(
    program,
    { target: target!, ...(laws && { laws }), ...(accordingTo && { accordingTo }) },
    at!,
  );
  const title = `${stateName(session.record, target!)}: in force on ${formatInstant(at!.from).slice(0, 10)}`;
  return sendHtml(context, layout(title, '/', bar + inForceTable(views, session.record) + footer(context)));
}

async function timelinePage(context: C): Promise<Response> {
  const { session } = context.get('state');
  const words: Bar & Record<string, string> = { target: 'IR', ...wordsOf(context) };
  const bar = barForm('/timeline', words);
  const { family, ...asked } = words;
  const survey = await session.understandSurvey(asked, ['target']);
  if (!survey.ok)
    return sendHtml(context, layout('Timeline', '/timeline', bar + errorsBody(survey.errors)), undefined, 400);
  return sendHtml(
    context,
    layout(
      `${stateName(session.record, survey.value.target!)}: sanctions law in time`,
      '/timeline',
      bar + timelineBody(pictureOf(context, survey.value, family)) + footer(context),
    ),
  );
}

/** A page that shows a memo of something looked up. */
const lookupPage =
  (title: string, here: string, look: (context: C) => Promise<Checked<Looked>>) =>
  async (context: C): Promise<Response> => {
    const looked = await look(context);
    return looked.ok
      ? sendHtml(context, layout(title, here, memoBody(looked.value.memo())))
      : sendHtml(context, layout(title, here, errorsBody(looked.errors)), undefined, 400);
  };

/** Whatever of the record a text names goes straight to its page; a near miss is suggested there. */
async function searchPage(context: C): Promise<Response> {
  const { q = '' } = wordsOf(context);
  const looked = await explain(context.get('state').session, { id: q });
  return looked.ok
    ? sendHtml(context, layout(q, '', memoBody(looked.value.memo())))
    : sendHtml(context, layout('Search', '', errorsBody(looked.errors)), undefined, 404);
}

const screenForm = (name: string, on: string): string =>
  `<p>Names are compared in memory; they are not stored or logged. A match of names is not an identity.</p><form class="question" action="/screen" method="post"><label>Name<input name="name" required maxlength="500" size="30" value="${escaped(name)}"></label><label>Day<input name="on" size="12" maxlength="10" value="${escaped(on)}" placeholder="today"></label><button>Look up</button></form>`;

async function screenPage(context: C): Promise<Response> {
  const body = await context.req.parseBody();
  const name = typeof body.name === 'string' ? body.name.trim().slice(0, 500) : '';
  const day = typeof body.on === 'string' && body.on !== '' ? body.on : new Date().toISOString().slice(0, 10);
  const form = screenForm(name, day);
  if (name === '' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    return sendHtml(
      context,
      layout(
        'Names',
        '/screen',
        `<div class="error" role="alert"><p>Give a name, and a day as YYYY-MM-DD.</p></div>${form}`,
      ),
      undefined,
      400,
    );
  const { screen } = await context.get('state').screen();
  return sendHtml(context, layout('Names', '/screen', form + screenedBody(screen({ name }, { on: day }))));
}

/** The picture that words ask for. */
export function pictureOf(context: C, survey: SurveyQuestion, families: string | undefined): TimelinePicture {
  const { session } = context.get('state');
  const asked = { ...survey, target: survey.target! };
  return timelinePicture(session.program(survey), session.record, asked, survey.asKnown, session.version, families);
}

const FIELDS = [
  ['from', 'From', 12, 'RU'],
  ['to', 'To', 12, 'IR'],
  ['goods', 'Goods', 18, 'Su-35'],
  ['on', 'Day or instant', 22, '2025-10-01'],
  ['activity', 'Activity', 12, 'transfer'],
  ['recipient', 'Recipient', 16, 'government'],
  ['party', 'Party', 18, ''],
  ['contract', 'Contract signed', 12, ''],
  ['law', 'Laws', 8, 'all that bind'],
  ['accordingTo', 'According to', 14, 'everybody'],
  ['asKnown', 'As known', 12, 'horizon'],
] as const;

const questionForm = (words: Readonly<Record<string, string>>): string =>
  `<form class="question" action="/ask" method="get">${FIELDS.map(([name, label, size, hint]) => `<label>${label}<input name="${name}" size="${size}" maxlength="400" value="${escaped(words[name] ?? '')}" placeholder="${hint}"></label>`).join('')}<button>Ask</button></form>`;

async function askPage(context: C): Promise<Response> {
  const { session } = context.get('state');
  const words = wordsOf(context);
  const form = questionForm(words);
  const question = await session.understand(words);
  if (!question.ok)
    return sendHtml(context, layout('Check a transfer', '/check', form + errorsBody(question.errors)), undefined, 400);
  const { assessment, program } = session.answer(question.value);
  return sendHtml(
    context,
    layout('The answer', '/check', form + memoBody(memoOf(assessment, program, session.version))),
  );
}

const readForm = (text: string, published: string): string =>
  `<p>The text is read in memory and forgotten; it is not stored or logged.</p><form action="/read" method="post" class="stack"><label>Report<textarea name="text" required maxlength="200000">${escaped(text)}</textarea></label><label>Published (day or month, if known)<input name="published" value="${escaped(published)}" maxlength="20" placeholder="2020-10-18"></label><button>Read</button></form><p class="note">${escaped(REACH)}</p>`;

async function readPage(context: C): Promise<Response> {
  const body = await context.req.parseBody();
  const text = typeof body.text === 'string' ? body.text.replaceAll('\r\n', '\n') : '';
  const published = typeof body.published === 'string' && body.published !== '' ? body.published : undefined;
  const reading =
    text.trim() === ''
      ? 'give the text of a report.'
      : readingOf(context.get('state'), text, { published, zone: undefined, language: undefined });
  if (typeof reading === 'string')
    return sendHtml(
      context,
      layout(
        'Read a report',
        '/read',
        `<div class="error" role="alert"><p>${escaped(reading)}</p></div>${readForm(text, published ?? '')}`,
      ),
      undefined,
      400,
    );
  return sendHtml(
    context,
    layout('The report, read against the record', '/read', readingBody(reading, REACH), READING_STYLE),
  );
}

function aboutBody(context: C): string {
  const { version } = context.get('state').session;
  return `<p class="lead">Snapback is sanctions law in time: what was in force, when, under which paragraph, and according to whom.</p>
<p>Where States differ on whether a measure has effect, each position is followed by itself; positions are reported, never taken. It is not legal advice, and ordinary export licensing is not in the record.</p>
<p>Record ${escaped(version.record)}, horizon ${escaped(version.horizon)}, engine ${escaped(version.engine)}, time zone data ${escaped(version.tzdata)}. Code under Apache-2.0, record under CC BY 4.0.</p>
<p>There is an API: <a href="/openapi.json">its description</a>; a <a href="/calendar.ics">calendar</a> and a <a href="/feed.atom">feed</a> of what is due.</p>`;
}

const footer = (context: C): string => {
  const { version } = context.get('state').session;
  return `<p class="note">Record ${escaped(version.record.slice(0, 19))}, horizon ${escaped(version.horizon)}, engine ${escaped(version.engine)}. Not legal advice.</p>`;
};
