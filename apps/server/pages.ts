/** The pages: what a reader looks up. Every answer is an address; names and reports are posted, and stay out of it. */
import { Hono } from 'hono';
import { type Checked, understandSubject } from '../../src/index.ts';
import { type BarField, bar } from '../web/bar.ts';
import { escaped } from '../web/escaped.ts';
import { foundList } from '../web/found-list.ts';
import { memoBody } from '../web/memo-page.ts';
import type { Variables } from './app.ts';
import { namesPage, readPage, reportPage, screenPage } from './form-pages.ts';
import { calendar, coverage, diff, explain, type Looked, positions } from './lookups.ts';
import { askPage, checkPage } from './question-pages.ts';
import { show } from './show.ts';
import { inForcePage, timelinePage } from './state-pages.ts';
import { votePage, votesPage } from './vote-pages.ts';
import { type C, errorsBody, wordsOf } from './words.ts';

export function pageRoutes(): Hono<Variables> {
  const pages = new Hono<Variables>();
  pages.get('/', inForcePage);
  pages.get('/in-force', inForcePage);
  pages.get('/timeline', timelinePage);
  pages.get('/check', checkPage);
  pages.get('/ask', askPage);
  pages.get('/why', askPage);
  pages.get('/votes', votesPage);
  pages.get('/vote', votePage);
  pages.get('/read', reportPage);
  pages.post('/read', readPage);
  pages.get('/screen', namesPage);
  pages.post('/screen', screenPage);
  for (const lookup of LOOKUPS) pages.get(lookup.path, (context) => lookupPage(context, lookup));
  pages.get('/search', searchPage);
  pages.get('/about', aboutPage);
  return pages;
}

type Lookup = {
  readonly path: string;
  readonly title: string;
  readonly here: string;
  readonly fields: readonly BarField[];
  readonly kept: readonly string[];
  readonly look: (context: C, words: Readonly<Record<string, string>>) => Promise<Checked<Looked>>;
};

const VIEWPOINT = ['law', 'accordingTo', 'asKnown'] as const;

const LOOKUPS: readonly Lookup[] = [
  {
    path: '/provision',
    title: 'What the record says',
    here: '',
    fields: VIEWPOINT,
    kept: ['id'],
    look: (context, words) => explain(context.get('state').session, words),
  },
  {
    path: '/positions',
    title: 'Who holds what',
    here: '/positions',
    fields: ['about', 'asKnown'],
    kept: [],
    look: (context, words) => positions(context.get('state').session, words),
  },
  {
    path: '/calendar',
    title: 'What is due',
    here: '/calendar',
    fields: ['target', ...VIEWPOINT],
    kept: [],
    look: (context, words) => calendar(context.get('state'), words),
  },
  {
    path: '/diff',
    title: 'What changed',
    here: '/timeline',
    fields: ['target', 'from', 'to', ...VIEWPOINT],
    kept: [],
    look: (context, words) => diff(context.get('state').session, words),
  },
  {
    path: '/sources',
    title: 'Sources and gaps',
    here: '/sources',
    fields: [],
    kept: [],
    look: async (context) => ({ ok: true, value: coverage(context.get('state').session), warnings: [] }),
  },
];

/** A page that shows a memo of something looked up. */
async function lookupPage(context: C, { title, here, path, fields, kept, look }: Lookup): Promise<Response> {
  const words = wordsOf(context);
  const looked = await look(context, words);
  const form = fields.length === 0 ? '' : bar(path, fields, words, kept);
  return looked.ok
    ? show(context, { title, here, bar: form, body: memoBody(looked.value.memo()) })
    : show(context, { title, here, bar: form, body: errorsBody(looked.errors) }, 400);
}

const MOST_FOUND = 25;

/** What of the record a text names, and what it may have meant. */
async function searchPage(context: C): Promise<Response> {
  const { session, search } = context.get('state');
  const { q = '' } = wordsOf(context);
  const subject = understandSubject(q, session.vocabulary);
  const exact = subject.ok ? await explain(session, { id: q }) : undefined;
  const exactId = subject.ok ? subject.value.id : undefined;
  const others = search(q, MOST_FOUND).filter(({ id }) => id !== exactId);
  const list = others.length === 0 ? '' : foundList(others);
  if (exact?.ok) {
    const more = list === '' ? '' : `<section class="part"><h2>Also found</h2>${list}</section>`;
    return show(context, { title: q, here: '', body: memoBody(exact.value.memo()) + more });
  }
  if (list !== '') return show(context, { title: `Found for “${q}”`, here: '', body: list });
  const errors = subject.ok ? [] : subject.errors;
  return show(context, { title: 'Nothing found', here: '', body: errorsBody(errors) }, 404);
}

function aboutPage(context: C): Response {
  const { version } = context.get('state').session;
  const body = `<p class="lead">Snapback is sanctions law in time: what was in force, when, under which paragraph, and according to whom.</p>
<p>Where States differ on whether a measure has effect, each position is followed by itself; positions are reported, never taken. It is not legal advice, and ordinary export licensing is not in the record. “No measure found” never means that something is allowed.</p>
<p>The pages need no script, set no cookies and load nothing from elsewhere. Reports and names are read in memory and neither stored nor logged. Each picture has its table; every page can be printed and used from the keyboard.</p>
<h2>For programs</h2>
<p>There is an API: <a href="/openapi.json">its description</a>; a <a href="/calendar.ics">calendar</a> and a <a href="/feed.atom">feed</a> of what is due; tools for assistants under <code>/mcp</code>.</p>
<h2>Worked out from</h2>
<p>Record ${escaped(version.record)}, horizon ${escaped(version.horizon)}, engine ${escaped(version.engine)}, time zone data ${escaped(version.tzdata)}. Code under Apache-2.0, record under CC BY 4.0.</p>`;
  return show(context, { title: 'About', here: '/about', body });
}
