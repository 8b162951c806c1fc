/** What is due, for calendars (iCalendar) and readers (Atom, RFC 4287), of every regime or of one State. */
import { Hono } from 'hono';
import { atomFeed } from '../web/atom.ts';
import type { Variables } from './app.ts';
import { calendar } from './lookups.ts';
import { faultsProblem } from './problem.ts';
import { queryOf } from './words.ts';

export function feedRoutes(): Hono<Variables> {
  const feeds = new Hono<Variables>();
  feeds.get('/calendar.ics', async (context) => {
    const looked = await calendar(context.get('state'), queryOf(context));
    if (!looked.ok) return faultsProblem(context, looked.errors);
    return context.body(looked.value.calendar!(), 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });
  feeds.get('/feed.atom', async (context) => {
    const looked = await calendar(context.get('state'), queryOf(context));
    if (!looked.ok) return faultsProblem(context, looked.errors);
    const { origin, search } = new URL(context.req.url);
    return context.body(atomFeed(looked.value.json() as Parameters<typeof atomFeed>[0], origin, search), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
    });
  });
  return feeds;
}
