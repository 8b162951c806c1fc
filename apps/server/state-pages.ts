/** Pages about one State: what is in force on a day, and the history as a picture. */
import { type Checked, inForceAt, type SurveyQuestion, stateName } from '../../src/index.ts';
import { formatInstant } from '../../src/time/instant.ts';
import { bar } from '../web/bar.ts';
import { escaped } from '../web/escaped.ts';
import { IN_FORCE_STYLE, inForceTable } from '../web/in-force-table.ts';
import { timelineBody } from '../web/timeline-page.ts';
import { timelinePicture } from '../web/timeline-picture.ts';
import type { TimelinePicture } from '../web/timeline-svg.ts';
import { show } from './show.ts';
import { type C, errorsBody, queryOf, wordsOf } from './words.ts';

export async function inForcePage(context: C): Promise<Response> {
  const { session } = context.get('state');
  const words = { target: 'IR', on: session.version.horizon, ...wordsOf(context) };
  const form = bar('/in-force', ['target', 'on', 'law', 'accordingTo', 'asKnown'], words);
  const survey = await session.understandSurvey(words, ['target', 'on']);
  if (!survey.ok)
    return show(context, { title: 'In force', here: '/', bar: form, body: errorsBody(survey.errors) }, 400);
  const { target, at, laws, accordingTo } = survey.value;
  const asked = { target: target!, ...(laws && { laws }), ...(accordingTo && { accordingTo }) };
  const views = inForceAt(session.program(survey.value), asked, at!);
  return show(context, {
    title: `${stateName(session.record, target!)}: in force on ${formatInstant(at!.from).slice(0, 10)}`,
    here: '/',
    bar: form,
    body: inForceTable(views, session.record),
    style: IN_FORCE_STYLE,
  });
}

export async function timelinePage(context: C): Promise<Response> {
  const { session } = context.get('state');
  const words = { target: 'IR', ...lawOf(context), ...wordsOf(context) };
  const form = (shown: Readonly<Record<string, string>>): string =>
    bar('/timeline', ['target', 'law', 'accordingTo', 'asKnown'], shown, ['family']);
  const drawn = await drawnFrom(context, words);
  if (!drawn.ok)
    return show(
      context,
      { title: 'Timeline', here: '/timeline', bar: form(words), body: errorsBody(drawn.errors) },
      400,
    );
  const { picture, target, law } = drawn.value;
  const { law: _, ...others } = words as Record<string, string>;
  const all = new URLSearchParams({ ...others, law: '' });
  const more =
    law === undefined
      ? ''
      : `<p class="note">${escaped(
          law
            .split(',')
            .map((one) => session.record.laws[one.trim()]?.name ?? one)
            .join(', '),
        )} only. <a href="/timeline?${String(all).replaceAll('&', '&amp;')}">All laws on record</a>; <a href="/diff?target=${target}&amp;from=2015-01-01&amp;to=${session.version.horizon}">what changed between two days</a>; <a href="/embed/timeline/${target}">this picture for another page</a>.</p>`;
  return show(context, {
    title: `${stateName(session.record, target)}: sanctions law in time`,
    here: '/timeline',
    bar: form({ ...others, ...(law !== undefined && { law }) }),
    body: more + timelineBody(picture),
  });
}

/** The law that is drawn when the address names none: an emptied field asks for all. */
const lawOf = (context: C): { law?: string } => ('law' in queryOf(context) ? {} : { law: 'UN' });

type Drawn = { readonly picture: TimelinePicture; readonly target: string; readonly law: string | undefined };

/** The picture that words ask for; where the law they come with by default has nothing, all of them. */
export async function drawnFrom(
  context: C,
  { family, law, ...words }: Readonly<Record<string, string>>,
): Promise<Checked<Drawn>> {
  const { session } = context.get('state');
  const understood = (law: string | undefined) =>
    session.understandSurvey({ ...words, ...(law !== undefined && { law }) }, ['target']);
  const picture = (survey: SurveyQuestion): TimelinePicture =>
    timelinePicture(
      session.program(survey),
      session.record,
      { ...survey, target: survey.target! },
      survey.asKnown,
      session.version,
      family,
    );
  const survey = await understood(law);
  if (!survey.ok) return survey;
  const drawn = picture(survey.value);
  if (drawn.lanes.length > 0 || law === undefined || 'law' in queryOf(context))
    return { ok: true, value: { picture: drawn, target: survey.value.target!, law }, warnings: [] };
  const whole = await understood(undefined);
  return whole.ok
    ? { ok: true, value: { picture: picture(whole.value), target: whole.value.target!, law: undefined }, warnings: [] }
    : whole;
}

/** The picture for embeds: the words of the query about a State, its law by default that of the United Nations. */
export const embedded = (context: C, target: string): ReturnType<typeof drawnFrom> =>
  drawnFrom(context, { ...lawOf(context), ...wordsOf(context), target });
