/** A transfer checked: the question in fields, the answer with its derivation, and where positions part. */
import { branchPointsOf, memoOf } from '../../src/index.ts';
import { branchesBody } from '../web/branches.ts';
import { escaped } from '../web/escaped.ts';
import { memoBody } from '../web/memo-page.ts';
import { show } from './show.ts';
import { type C, errorsBody, wordsOf } from './words.ts';

const FIELDS = [
  ['from', 'From', 'RU'],
  ['to', 'To', 'IR'],
  ['goods', 'Goods', 'Su-35'],
  ['on', 'Day or instant', '2025-10-01'],
  ['activity', 'Activity', 'transfer'],
  ['recipient', 'Recipient', 'government'],
  ['party', 'Party', 'a name'],
  ['contract', 'Contract signed', 'a day'],
  ['law', 'Laws', 'all that bind'],
  ['accordingTo', 'According to', 'everybody'],
  ['asKnown', 'As known on', 'the horizon'],
] as const;

const form = (words: Readonly<Record<string, string>>): string =>
  `<form class="question" action="/ask" method="get" aria-label="Question">${FIELDS.map(([name, label, hint]) => `<label>${label}<input name="${name}" maxlength="400" value="${escaped(words[name] ?? '')}" placeholder="${hint}"></label>`).join('')}<button>Ask</button></form>`;

export const checkPage = (context: C): Response =>
  show(context, {
    title: 'Check a transfer',
    here: '/check',
    bar: form({}),
    body: '<p>Who sends what to whom, and when. What is left out is asked about in every way it can turn out. States, goods and days can be written in English, Persian, Russian, Arabic, French, German and Spanish.</p><p>For example: <a href="/ask?from=RU&amp;to=IR&amp;goods=Su-35&amp;on=2025-10-01">a Su-35 from Russia to Iran on 1 October 2025</a>.</p>',
  });

export async function askPage(context: C): Promise<Response> {
  const { session } = context.get('state');
  const words = wordsOf(context);
  const question = await session.understand(words);
  if (!question.ok)
    return show(
      context,
      { title: 'Check a transfer', here: '/check', bar: form(words), body: errorsBody(question.errors) },
      400,
    );
  const { assessment, program, before } = session.answer(question.value);
  const branches = branchesBody(branchPointsOf(assessment, program), session.record);
  return show(context, {
    title: 'The answer',
    here: '/check',
    bar: form(words),
    body: memoBody(memoOf(assessment, program, session.version, before), branches),
  });
}
