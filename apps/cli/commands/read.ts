import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  claimReviews,
  compile,
  type Diagnostic,
  diagnose,
  endOfDay,
  formatDiagnostic,
  judgeStatements,
  type Language,
  languageOf,
  openReading,
  type Program,
  type PublicationSpan,
  parsePublished,
  parseStatements,
  parseZone,
  publicationOf,
  REACH,
  type Reading,
  type ReadOptions,
  readDocument,
  readingText,
  type Zone,
} from '../../../src/documents.ts';
import { answerSchemas } from '../../../src/index.ts';
import { type OpenedDocument, openDocument } from '../../documents/open-document.ts';
import { zoneOfOutlet } from '../../documents/outlets.ts';
import { writeReading } from '../../documents/write-reading.ts';
import { readingPage } from '../../web/reading-page.ts';
import { command, type Values } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { openSession, recordOption } from '../open-session.ts';

const options = {
  published: { kind: 'text', value: 'DAY', says: 'when it was published: 2025-09-28, or a month, 2020-12' },
  zone: { kind: 'text', value: 'ZONE', says: 'whose clock it goes by: Asia/Tehran, UTC, +03:30' },
  publisher: { kind: 'text', value: 'NAME', says: 'the outlet; the zone of well-known ones is known' },
  language: {
    kind: 'text',
    value: 'LANGUAGE',
    says: 'en, fa, ru, ar, fr, de or es; known from the text when left out',
  },
  encoding: { kind: 'text', value: 'ENCODING', says: 'such as windows-1256; UTF-8 when left out' },
  statements: {
    kind: 'text',
    value: 'FILE',
    says: 'judge the statements of this JSON file, found by you or another tool',
  },
  schema: { kind: 'flag', says: 'print the JSON Schema of the file that --statements takes' },
  html: { kind: 'text', value: 'FILE', says: 'write a page with the text and notes' },
  claimreview: { kind: 'flag', says: 'print schema.org ClaimReview objects' },
  reviewer: { kind: 'text', value: 'NAME', says: 'who publishes the reviews, for --claimreview' },
  json: { kind: 'flag', says: 'print JSON; of several files one line each' },
  record: recordOption,
} as const;

type Given = Values<typeof options>;

export default command({
  usage: 'FILE… | - [--published DAY] [--zone ZONE] [options]',
  says: [
    'Reads a report and says, statement by statement, what the record says of it: supported, contradicted (with the right value),',
    'contested (who holds what), or beyond the record. English, Persian, Russian, Arabic, French, German, Spanish.',
    'A sentence without a note was not checked; that does not make it right.',
  ].join('\n'),
  options,
  positionals: 10_000,
  async run({ values, positionals }, io) {
    if (values.schema === true) {
      io.print(JSON.stringify(answerSchemas()['statements.json'], null, 2));
      return ExitCode.Ok;
    }
    checkValues(values);
    if (positionals.length === 0 && values.statements === undefined)
      throw new UsageError('name a file to read, or `-` for standard input: `snapback read report.txt`.');
    const session = await openSession(values.record);
    const program = compile(session.record, endOfDay(session.record.horizon));
    if (values.statements !== undefined) return judge(values.statements, values, program, io);
    let worst: ExitCode = ExitCode.Ok;
    for (const path of positionals)
      if (!(await readOne(path, positionals.length > 1, values, program, io))) worst = ExitCode.BadInput;
    return worst;
  },
});

const LANGUAGES = ['en', 'fa', 'ru', 'ar', 'fr', 'de', 'es'];

function checkValues({ published, zone, language, encoding }: Given): void {
  if (published !== undefined && parsePublished(published) === undefined)
    throw new UsageError(`\`${published}\` is no day or month. Write 2025-09-28 or 2020-12.`);
  if (zone !== undefined && parseZone(zone) === undefined)
    throw new UsageError(`\`${zone}\` is no zone. Write Asia/Tehran, UTC or +03:30.`);
  if (language !== undefined && !LANGUAGES.includes(language))
    throw new UsageError(`\`${language}\` is not read. The languages are ${LANGUAGES.join(', ')}.`);
  if (encoding !== undefined) {
    try {
      new TextDecoder(encoding);
    } catch {
      throw new UsageError(
        `\`${encoding}\` is no encoding that is known here. Try utf-8, windows-1256, windows-1251 or utf-16le.`,
      );
    }
  }
}

/** Reads one document and shows it; false when it could not be read, which is said. */
async function readOne(path: string, isMany: boolean, values: Given, program: Program, io: Io): Promise<boolean> {
  const opened = await openDocument(path, values.encoding);
  if (!opened.ok) return fail(opened.errors, isMany && values.json === true ? path : undefined, io);
  for (const warning of opened.warnings) io.warn(formatDiagnostic(warning));
  const language = languageGiven(values.language, opened.value);
  if (language === undefined)
    return fail([diagnose('document-language', { file: path })], isMany && values.json === true ? path : undefined, io);
  const known = await about(opened.value, language, values, program, io);
  const isPlain = values.html === undefined && values.claimreview !== true && !isMany;
  if (values.json === true && isPlain) await writeReading(openReading(program, opened.value.text, known)!, io.write);
  else
    show(
      readDocument(program, opened.value.text, known)!,
      path === '-' ? 'Standard input' : basename(path),
      isMany,
      values,
      io,
    );
  return true;
}

/** A document that could not be read: told on standard error, and in its line of NDJSON. */
function fail(errors: readonly Diagnostic[], line: string | undefined, io: Io): false {
  if (line !== undefined)
    io.print(JSON.stringify({ file: line, error: { code: errors[0]!.code, message: errors[0]!.message } }));
  else for (const error of errors) io.warn(formatDiagnostic(error));
  return false;
}

function languageGiven(named: string | undefined, { text, language }: OpenedDocument): Language | undefined {
  const own = languageOf(text);
  return (
    (named as Language | undefined) ?? own ?? (LANGUAGES.includes(language ?? '') ? (language as Language) : undefined)
  );
}

/** What is known of a document: given, declared by its page, asked for at a terminal, else inferred and marked so. */
async function about(
  document: OpenedDocument,
  language: Language,
  values: Given,
  program: Program,
  io: Io,
): Promise<ReadOptions> {
  const inferred: string[] = values.language === undefined ? ['language'] : [];
  let published: PublicationSpan | undefined = parsePublished(values.published ?? document.published ?? '');
  if (published === undefined && canAsk(io, values))
    published = parsePublished(await ask('When was it published (2025-09-28 or 2020-12; empty if unknown)? '));
  if (published === undefined) {
    published = publicationOf(program, document.text, language);
    if (published !== undefined) inferred.push('published');
  }
  const zone = parseZone(values.zone ?? zoneOfOutlet(values.publisher ?? document.publisher ?? '') ?? '');
  if (zone !== undefined && values.zone === undefined) inferred.push('zone');
  return { language, inferred, ...(published && { published }), ...(zone && { zone: zone as Zone }) };
}

const canAsk = (io: Io, { json, claimreview }: Given): boolean =>
  io.isTTY && process.stdin.isTTY === true && json !== true && claimreview !== true;

async function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await prompt.question(question)).trim();
  } finally {
    prompt.close();
  }
}

function show(reading: Reading, name: string, isMany: boolean, values: Given, io: Io): void {
  if (values.html !== undefined) writeFileSync(values.html, readingPage(reading, name, REACH));
  if (values.claimreview === true) io.print(JSON.stringify(claimReviews(reading, values.reviewer), null, 2));
  else if (values.json === true)
    io.print(isMany ? JSON.stringify({ file: name, ...reading }) : JSON.stringify(reading, null, 2));
  else
    io.print(
      `${isMany ? `${name}\n` : ''}${readingText(reading)}${values.html === undefined ? '' : `\nWritten: ${values.html}`}`,
    );
}

/** Statements that somebody else found. */
async function judge(file: string, values: Given, program: Program, io: Io): Promise<ExitCode> {
  let json: string;
  try {
    json = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new UsageError(`\`${file}\` cannot be read. Name a JSON file with statements.`);
  }
  const given = parseStatements(json);
  if (!given.ok) {
    fail(given.errors, undefined, io);
    return ExitCode.BadInput;
  }
  const text = given.value.text ?? given.value.statements.map(({ quote }) => quote).join('\n');
  const language = languageGiven(values.language, { text });
  if (language === undefined) {
    fail([diagnose('document-language', { file })], undefined, io);
    return ExitCode.BadInput;
  }
  const reading = judgeStatements(program, given.value, await about({ text }, language, values, program, io))!;
  show(reading, basename(file), false, values, io);
  return ExitCode.Ok;
}
