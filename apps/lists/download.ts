import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryBeside } from './durable.ts';
import { ListFault } from './list-fault.ts';
import type { Source } from './sources.ts';

/** How much and how long. Bytes; milliseconds for the whole, and for a silence in between. */
export type DownloadLimits = { readonly bytes: number; readonly whole: number; readonly silence: number };
export const downloadLimits: DownloadLimits = { bytes: 1024 ** 3, whole: 15 * 60_000, silence: 60_000 };

/** What the server said of the last copy, sent back so that an unchanged list is not sent again. */
export type Known = { readonly etag?: string | undefined; readonly lastModified?: string | undefined };

export type Downloaded =
  | { readonly changed: false }
  | {
      readonly changed: true;
      readonly file: string;
      readonly digest: string;
      readonly bytes: number;
      readonly etag?: string;
      readonly lastModified?: string;
    };

/** Gets a list into a file of the folder. Redirects are followed on the same host and to hosts the source names; HTML is no list. */
export async function download(
  source: Source,
  known: Known,
  folder: string,
  limits: DownloadLimits,
  progress: (bytes: number, of?: number) => void,
): Promise<Downloaded> {
  const stop = new AbortController();
  const whole = setTimeout(() => stop.abort(new Error(`it took longer than ${limits.whole / 1000} s`)), limits.whole);
  let silence = setTimeout(() => {}, 0);
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => stop.abort(new Error(`nothing came for ${limits.silence / 1000} s`)), limits.silence);
  };
  heard();
  try {
    const response = await follow(source, known, stop.signal);
    if (response.status === 304) return { changed: false };
    if (response.status !== 200 || response.body === null) throw new Error(`the server answered ${response.status}`);
    if (/text\/html/i.test(response.headers.get('content-type') ?? ''))
      throw new Error('the server sent a web page, not a list');
    const announced = Number(response.headers.get('content-length') ?? Number.NaN);
    if (announced > limits.bytes) throw new Error(`it is larger than ${limits.bytes} bytes`);
    const saved = await save(response.body, folder, limits, (bytes) => {
      heard();
      progress(bytes, Number.isNaN(announced) ? undefined : announced);
    });
    const plain = response.headers.get('content-encoding') === null;
    if (plain && !Number.isNaN(announced) && saved.bytes !== announced) {
      rmSync(saved.file, { force: true });
      throw new Error(`it broke off after ${saved.bytes} of ${announced} bytes`);
    }
    const etag = response.headers.get('etag');
    const lastModified = response.headers.get('last-modified');
    return { changed: true, ...saved, ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
  } catch (error) {
    throw new ListFault('list-download-failed', { url: source.url, why: whyOf(error, stop.signal) });
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
    stop.abort();
  }
}

const mostRedirects = 5;

async function follow(source: Source, known: Known, signal: AbortSignal): Promise<Response> {
  let url = new URL(source.url);
  const hosts = new Set([url.host, ...(source.mayRedirectTo ?? [])]);
  const secure = url.protocol === 'https:';
  const headers = {
    'user-agent': 'snapback (sanctions lists)',
    ...(known.etag !== undefined && { 'if-none-match': known.etag }),
    ...(known.lastModified !== undefined && { 'if-modified-since': known.lastModified }),
  };
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await fetch(url, { redirect: 'manual', headers, signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || response.status === 304 || location === null)
      return response;
    await response.body?.cancel();
    url = new URL(location, url);
    if (!hosts.has(url.host)) throw new Error(`the server sends us on to \`${url.host}\`, which is not its place`);
    if (secure && url.protocol !== 'https:') throw new Error('the server sends us on to an address without TLS');
  }
  throw new Error(`the server sends us on more than ${mostRedirects} times`);
}

async function save(
  body: ReadableStream<Uint8Array>,
  folder: string,
  limits: DownloadLimits,
  progress: (bytes: number) => void,
) {
  mkdirSync(folder, { recursive: true });
  const file = temporaryBeside(join(folder, 'list'));
  const hash = createHash('sha256');
  const out = await open(file, 'wx');
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > limits.bytes) throw new Error(`it is larger than ${limits.bytes} bytes`);
      hash.update(chunk);
      await out.writeFile(chunk);
      progress(bytes);
    }
    await out.sync();
    await out.close();
    return { file, digest: hash.digest('hex'), bytes };
  } catch (error) {
    await out.close();
    rmSync(file, { force: true });
    throw error;
  }
}

function whyOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted && signal.reason instanceof Error && signal.reason.name === 'Error') return signal.reason.message;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  return cause instanceof Error
    ? cause.message || (cause as NodeJS.ErrnoException).code || error.message
    : error.message;
}
