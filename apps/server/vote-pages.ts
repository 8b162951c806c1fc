/** Votes: the list, filtered and cut into pages, and one vote seat by seat. */

import { formatInstant } from '../../src/time/instant.ts';
import { bar } from '../web/bar.ts';
import { voteBody, voteList, voteTitle } from '../web/vote-page.ts';
import { ballotNamed, ballotsOf } from './ballots.ts';
import { show } from './show.ts';
import { type C, errorsBody, wordsOf } from './words.ts';

const A_PAGE = 120;

export async function votesPage(context: C): Promise<Response> {
  const { session } = context.get('state');
  const words = wordsOf(context);
  const { target, only, before } = words;
  const form = bar('/votes', ['target'], words, ['only']);
  const survey = await session.understandSurvey(target === undefined ? {} : { target }, []);
  if (!survey.ok)
    return show(context, { title: 'Votes', here: '/votes', bar: form, body: errorsBody(survey.errors) }, 400);
  const about = survey.value.target;
  const { regimes } = session.record;
  const chosen = ballotsOf(session.record).filter(
    ({ event, outcome, at }) =>
      (about === undefined || regimes[event.regime ?? '']?.targets.includes(about) === true) &&
      (only !== 'not-adopted' || outcome === 'not-adopted') &&
      (before === undefined || formatInstant(at.from).slice(0, 10) < before),
  );
  const shown = chosen.slice(0, A_PAGE);
  const address = (change: Readonly<Record<string, string>>): string =>
    `/votes?${new URLSearchParams({ ...(target !== undefined && { target }), ...(only !== undefined && { only }), ...change })}`.replaceAll(
      '&',
      '&amp;',
    );
  const last = shown.at(-1);
  const earlier =
    last === undefined || chosen.length <= A_PAGE
      ? ''
      : `<p><a href="${address({ before: formatInstant(last.at.from).slice(0, 10) })}">Earlier votes</a></p>`;
  const choice =
    only === 'not-adopted'
      ? `<p><a href="${address({ only: '' })}">All votes</a></p>`
      : `<p><a href="${address({ only: 'not-adopted' })}">Only what was not adopted</a></p>`;
  return show(context, {
    title: 'Votes on sanctions',
    here: '/votes',
    bar: form,
    body: choice + voteList(shown, session.record) + earlier,
  });
}

export function votePage(context: C): Response {
  const { session } = context.get('state');
  const { id = '' } = wordsOf(context);
  const ballot = ballotNamed(id, session);
  if (ballot === undefined) {
    const errors = [
      { message: `No vote is on record for \`${id.slice(0, 100)}\`. Give the symbol of a resolution or of a draft.` },
    ];
    return show(context, { title: 'Vote', here: '/votes', body: errorsBody(errors) }, 404);
  }
  return show(context, {
    title: voteTitle(ballot),
    here: '/votes',
    body: voteBody(ballot, session.record, footerOf(session.version)),
  });
}

/** What a picture was worked out from. */
export const footerOf = ({ record, horizon }: { readonly record: string; readonly horizon: string }): string =>
  `Snapback, record ${record.slice(0, 19)}, horizon ${horizon}. Not legal advice.`;
