/** Pictures that others may show in their pages: as an image, or as a page made for an <iframe>, with where they come from. */
import { Hono } from 'hono';
import { escaped } from '../web/escaped.ts';
import { page } from '../web/page.ts';
import { timelineBody } from '../web/timeline-page.ts';
import { timelineSvg } from '../web/timeline-svg.ts';
import { voteBody, voteTitle } from '../web/vote-page.ts';
import { voteSvg } from '../web/vote-svg.ts';
import type { Variables } from './app.ts';
import { ballotNamed } from './ballots.ts';
import { sendHtml } from './html.ts';
import { faultsProblem, problem } from './problem.ts';
import { embedded } from './state-pages.ts';
import { footerOf } from './vote-pages.ts';
import type { C } from './words.ts';

export function embedRoutes(): Hono<Variables> {
  const embeds = new Hono<Variables>();
  embeds.get('/timeline/:state{[^/]{1,60}}', async (context) => {
    const { name, asImage } = wanted(context.req.param('state'));
    const drawn = await embedded(context, name);
    if (!drawn.ok) return faultsProblem(context, drawn.errors);
    const { picture } = drawn.value;
    if (asImage) return sendImage(context, timelineSvg(picture));
    return sendEmbed(context, picture.title, timelineBody(picture), picture.footer);
  });
  embeds.get('/vote/:id{.{1,200}}', (context) => {
    const { session } = context.get('state');
    const { name, asImage } = wanted(context.req.param('id'));
    const ballot = ballotNamed(name, session);
    if (ballot === undefined)
      return problem(context, 404, 'not-found', 'no vote is on record under this id or symbol.');
    const footer = footerOf(session.version);
    if (!asImage) return sendEmbed(context, voteTitle(ballot), voteBody(ballot, session.record, footer), footer);
    if (ballot.seats.length === 0)
      return problem(context, 404, 'not-found', 'seats are drawn for votes of the Security Council only.');
    return sendImage(context, voteSvg(ballot, session.record, voteTitle(ballot), footer));
  });
  return embeds;
}

const wanted = (name: string): { readonly name: string; readonly asImage: boolean } => ({
  name: name.replace(/\.svg$/, ''),
  asImage: name.endsWith('.svg'),
});

/** An image runs no script and loads nothing; its own style is all it needs. */
const sendImage = (context: C, svg: string): Response =>
  context.body(svg, 200, {
    'content-type': 'image/svg+xml; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *",
  });

const sendEmbed = (context: C, title: string, body: string, footer: string): Response =>
  sendHtml(
    context,
    page(
      title,
      `<h1>${escaped(title)}</h1>${body}<p class="note">${escaped(footer)} Source: Snapback, record under CC BY 4.0.</p>`,
    ),
    '*',
  );
