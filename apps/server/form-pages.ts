/** Pages whose words are posted, so that they stay out of addresses and logs: a report to read, a name to look up. */
import { REACH } from '../../src/documents.ts';
import type { ViewWords } from '../lists/open-screener.ts';
import { escaped } from '../web/escaped.ts';
import { READING_STYLE, readingBody } from '../web/reading-page.ts';
import { screenedBody } from '../web/screened-body.ts';
import { isDay, viewWords } from './names.ts';
import { readingOf } from './reading.ts';
import { show } from './show.ts';
import { type C, errorsBody } from './words.ts';

const screenForm = (name: string, on: string, { accordingTo = '', asKnown = '' }: ViewWords = {}): string =>
  `<p>Names are compared in memory; they are not stored or logged. A match of names is not an identity.</p><form class="question" action="/screen" method="post"><label>Name<input name="name" required maxlength="500" dir="auto" value="${escaped(name)}"></label><label>Day<input name="on" maxlength="10" value="${escaped(on)}" placeholder="today"></label><label>According to<input name="accordingTo" maxlength="200" value="${escaped(accordingTo)}" placeholder="all who differ"></label><label>As known<input name="asKnown" maxlength="30" value="${escaped(asKnown)}" placeholder="all that is kept"></label><button>Look up</button></form>`;

export const namesPage = (context: C): Response =>
  show(context, { title: 'Names', here: '/screen', body: screenForm('', '') });

export async function screenPage(context: C): Promise<Response> {
  const body = await formOf(context);
  const name = (body.get('name') ?? '').trim().slice(0, 500);
  const day = body.get('on') || new Date().toISOString().slice(0, 10);
  const words = viewWords((field) => body.get(field) ?? undefined);
  const form = screenForm(name, day, words);
  if (name === '' || !isDay(day)) {
    const errors = [{ message: 'Give a name, and a day as YYYY-MM-DD.' }];
    return show(context, { title: 'Names', here: '/screen', body: errorsBody(errors) + form }, 400);
  }
  const { screen, understandView, naming } = await context.get('state').screen();
  const view = await understandView(words);
  if (!view.ok) return show(context, { title: 'Names', here: '/screen', body: errorsBody(view.errors) + form }, 400);
  const screened = screen({ name }, { on: day, ...view.value });
  return show(context, { title: 'Names', here: '/screen', body: form + screenedBody(screened, naming) });
}

const readForm = (text: string, published: string): string =>
  `<p>The text is read in memory and forgotten; it is not stored or logged.</p><form action="/read" method="post" class="stack"><label>Report<textarea name="text" required maxlength="200000" dir="auto">${escaped(text)}</textarea></label><label class="short">Published (day or month, if known)<input name="published" value="${escaped(published)}" maxlength="20" placeholder="2020-10-18"></label><button>Read</button></form><p class="note">${escaped(REACH)}</p>`;

export const reportPage = (context: C): Response =>
  show(context, { title: 'Read a report', here: '/read', body: readForm('', '') });

export async function readPage(context: C): Promise<Response> {
  const body = await formOf(context);
  const text = (body.get('text') ?? '').replaceAll('\r\n', '\n');
  const published = body.get('published') || undefined;
  const reading =
    text.trim() === ''
      ? 'Give the text of a report.'
      : readingOf(context.get('state'), text, { published, zone: undefined, language: undefined });
  if (typeof reading === 'string') {
    const told = errorsBody([{ message: reading }]) + readForm(text, published ?? '');
    return show(context, { title: 'Read a report', here: '/read', body: told }, 400);
  }
  return show(context, {
    title: 'The report, read against the record',
    here: '/read',
    body: readingBody(reading, REACH),
    style: READING_STYLE,
  });
}

/** The fields of a form; files and other kinds of bodies have none. */
async function formOf(context: C): Promise<URLSearchParams> {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(context.req.header('content-type') ?? '');
  return new URLSearchParams(isForm ? await context.req.text() : '');
}
