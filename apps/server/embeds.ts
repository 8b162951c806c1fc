/** Pictures that others may show in their pages: as an image, or as a page made for an <iframe>, with where they come from. */
import { type Context, Hono } from 'hono';
import { escaped } from '../web/escaped.ts';
import { page } from '../web/page.ts';
import { timelineBody } from '../web/timeline-page.ts';
import { timelineSvg } from '../web/timeline-svg.ts';
import { queryOf } from './api.ts';
import type { Variables } from './app.ts';
import { sendHtml } from './html.ts';
import { pictureOf } from './pages.ts';
import { faultsProblem } from './problem.ts';

export function embedRoutes(): Hono<Variables> {
  const embeds = new Hono<Variables>();
  embeds.get('/timeline/:state{[^/]{1,60}}', async (context) => {
    const asImage = context.req.param('state').endsWith('.svg');
    const picture = await pictured(context, context.req.param('state').replace(/\.svg$/, ''));
    if (picture instanceof Response) return picture;
    if (asImage) {
      // An image runs no script and loads nothing; its own style is all it needs.
      const headers = {
        'content-type': 'image/svg+xml; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *",
      };
      return context.body(timelineSvg(picture), 200, headers);
    }
    const source = `<p class="note">${escaped(picture.footer)} Source: Snapback, record under CC BY 4.0.</p>`;
    return sendHtml(
      context,
      page(picture.title, `<h1>${escaped(picture.title)}</h1>${timelineBody(picture)}${source}`),
      '*',
    );
  });
  return embeds;
}

async function pictured(context: Context<Variables>, target: string) {
  const { family, ...words } = queryOf(context);
  const survey = await context.get('state').session.understandSurvey({ ...words, target }, ['target']);
  if (!survey.ok) return faultsProblem(context, survey.errors);
  return pictureOf(context, survey.value, typeof family === 'string' ? family : undefined);
}
