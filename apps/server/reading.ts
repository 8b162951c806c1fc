/** A report against the record. The text comes in the body, is read in memory and forgotten. */
import type { Context } from 'hono';
import {
  claimReviews,
  type Language,
  languageOf,
  parsePublished,
  parseZone,
  publicationOf,
  type Reading,
  type ReadOptions,
  readDocument,
} from '../../src/documents.ts';
import type { Variables } from './app.ts';
import { jsonBody, textOf } from './body.ts';
import { problem } from './problem.ts';
import type { State } from './state.ts';

export async function readText(context: Context<Variables>): Promise<Response> {
  const body = await jsonBody(context);
  if (body instanceof Response) return body;
  const text = textOf(body, 'text');
  if (!text) return problem(context, 400, 'document-empty', 'give the report as `text`.');
  const reading = readingOf(context.get('state'), text, {
    published: textOf(body, 'published'),
    zone: textOf(body, 'zone'),
    language: textOf(body, 'language'),
  });
  if (typeof reading === 'string') return problem(context, 400, 'document-language', reading);
  return context.json(body.claimreview === true ? claimReviews(reading) : reading);
}

const LANGUAGES = ['en', 'fa', 'ru', 'ar', 'fr', 'de', 'es'];

type About = {
  readonly published: string | undefined;
  readonly zone: string | undefined;
  readonly language: string | undefined;
};

/** A text read, or why it cannot be. What was not given is found in the text and marked as inferred. */
export function readingOf({ session }: State, text: string, about: About): Reading | string {
  const language =
    about.language !== undefined && LANGUAGES.includes(about.language)
      ? (about.language as Language)
      : languageOf(text);
  if (language === undefined)
    return `the language of the text is not known. Give \`language\`: ${LANGUAGES.join(', ')}.`;
  const program = session.latest();
  const inferred: string[] = about.language === undefined ? ['language'] : [];
  const given = parsePublished(about.published ?? '');
  const published = given ?? publicationOf(program, text, language);
  if (given === undefined && published !== undefined) inferred.push('published');
  const zone = parseZone(about.zone ?? '');
  const options: ReadOptions = { language, inferred, ...(published && { published }), ...(zone && { zone }) };
  return readDocument(program, text, options) ?? 'the language of the text is not read.';
}
