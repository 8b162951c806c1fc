/** A vote as a page: what was voted on, the seats, the rule worked out, a table. Pure: values in, HTML out. */
import {
  type Ballot,
  ballotSentences,
  countsText,
  type LegalRecord,
  positionsInFull,
  sentence,
  stateName,
} from '../../src/index.ts';
import { formatInstant } from '../../src/time/instant.ts';
import { escaped } from './escaped.ts';
import { CHOICE_WORD, voteSvg } from './vote-svg.ts';

/** The day of a vote and the document voted on. */
export const voteTitle = ({ symbol, at }: Ballot): string =>
  symbol === undefined ? `Vote of ${dayOf(at)}` : `Vote on ${symbol}, ${dayOf(at)}`;

const dayOf = ({ from }: Ballot['at']): string => formatInstant(from).slice(0, 10);

/** What stands under the heading. */
export function voteBody(ballot: Ballot, record: LegalRecord, footer: string): string {
  const { event, vote, seats } = ballot;
  const subject = event.draft?.subject ?? event.what;
  const sponsors = event.draft?.sponsors ?? [];
  const picture =
    seats.length === 0
      ? ''
      : `<figure class="scroll" tabindex="0" aria-label="Picture of the seats">${voteSvg(ballot, record, voteTitle(ballot), footer, false)}<figcaption>${escaped(countsText(ballot))}.${ballot.inferred ? ' Who voted in favour follows from who sat in the Council that day.' : ''}</figcaption></figure>`;
  const unverified =
    vote.evidence === 'unverified'
      ? '<p class="note">[unverified]: the counts were not checked against the meeting record.</p>'
      : '';
  const rule = ballotSentences(ballot, record).map((one) => `<p>${escaped(one)}</p>`);
  const sources = [
    ...new Set([...vote.sources, ...event.sources].flatMap(({ url }) => (url === undefined ? [] : [url]))),
  ];
  return [
    `<p class="lead">${escaped(sentence(subject))}</p>`,
    sponsors.length === 0 ? '' : `<p>Put forward by ${escaped(positionsInFull(record, sponsors))}.</p>`,
    picture,
    `<section><h2>The rule worked out</h2>${rule.join('')}${unverified}</section>`,
    seats.length === 0 ? counts(ballot) : table(ballot, record),
    sources.length === 0
      ? ''
      : `<section><h2>Sources</h2><ul>${sources.map((url) => `<li><a href="${escaped(url)}">${escaped(url)}</a></li>`).join('')}</ul></section>`,
    `<p class="note"><a href="/provision?id=${encodeURIComponent(event.id)}">What the record says of it</a>; <a href="/embed/vote/${encodeURIComponent(event.id)}">this vote for another page</a>.</p>`,
  ].join('\n');
}

const counts = (ballot: Ballot): string => (ballot.vote.consensus ? '' : `<p>${escaped(countsText(ballot))}.</p>`);

function table({ seats }: Ballot, record: LegalRecord): string {
  const rows = seats.map(
    ({ state, choice, permanent }) =>
      `<tr><th scope="row">${escaped(stateName(record, state))}</th><td>${CHOICE_WORD[choice].toLowerCase()}</td><td>${permanent ? 'permanent' : 'elected'}</td></tr>`,
  );
  return `<section><h2>The same as a table</h2><div class="scroll" role="region" aria-label="Table of seats" tabindex="0"><table><thead><tr><th scope="col">Member</th><th scope="col">Vote</th><th scope="col">Seat</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

/** Votes as a list, newest first; each leads to its page. */
export function voteList(ballots: readonly Ballot[], record: LegalRecord): string {
  if (ballots.length === 0) return '<p class="lead">No vote of this kind is on record.</p>';
  const rows = ballots.map((ballot) => {
    const { event, symbol, at, vote, outcome } = ballot;
    const split = vote.consensus ? 'without a vote' : `${vote.for}-${vote.against}-${vote.abstaining}`;
    const against = vote.consensus ? [] : vote.againstNames.map((state) => stateName(record, state));
    const what = event.draft?.subject ?? record.regimes[event.regime ?? '']?.name ?? event.what;
    return `<tr><td class="day">${dayOf(at)}</td><th scope="row"><a href="/vote?id=${encodeURIComponent(event.id)}">${escaped(symbol ?? 'no document')}</a></th><td>${escaped(what)}</td><td class="day">${split}</td><td>${escaped(against.join(', '))}</td><td>${outcome === undefined ? '' : outcome === 'adopted' ? 'adopted' : '<strong>not adopted</strong>'}</td></tr>`;
  });
  return `<div class="scroll" role="region" aria-label="Votes" tabindex="0"><table><caption>Votes in favour, against, abstaining; newest first.</caption><thead><tr><th scope="col">Day</th><th scope="col">Document</th><th scope="col">About</th><th scope="col">Votes</th><th scope="col">Against</th><th scope="col">Outcome</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
