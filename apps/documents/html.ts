/** The article of a page, its language and date as the page declares them. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Diagnostic, diagnose } from '../../src/documents.ts';

export type Article = {
  readonly text: string;
  readonly language?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly warnings: readonly Diagnostic[];
};

/** Longer pages, or ones with more elements, are no articles: their text is taken without looking for one. */
const LONGEST_PAGE = 4 * 1024 * 1024;
const MOST_ELEMENTS = 50_000;

/** Takes the article out of a page; where there is none to be found, all of its text. */
export function articleOf(html: string, file: string): Article {
  if (html.length > LONGEST_PAGE || countOf(html, '<') > MOST_ELEMENTS || isTooDeep(html))
    return { text: strippedText(html), warnings: [diagnose('document-html-too-deep', { file })] };
  const { document } = parseHTML(html);
  const declared = declaredBy(document as unknown as Page);
  const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 200,
  }).parse();
  const body = article?.content
    ? blockText(
        parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document.body as unknown as Node,
      )
    : '';
  const title = article?.title?.trim() ?? '';
  const text =
    body.trim() === '' ? strippedText(html) : title !== '' && !body.startsWith(title) ? `${title}\n\n${body}` : body;
  return { text: text.trim(), ...declared, warnings: [] };
}

type Page = {
  readonly documentElement: { getAttribute(name: string): string | null };
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
};

function declaredBy(page: Page): { language?: string; published?: string; publisher?: string } {
  const content = (selector: string, attribute = 'content'): string | undefined =>
    page.querySelector(selector)?.getAttribute(attribute) ?? undefined;
  const language = page.documentElement?.getAttribute('lang')?.slice(0, 2).toLowerCase();
  const published =
    content('meta[property="article:published_time"]') ??
    content('meta[name="date"]') ??
    content('meta[itemprop="datePublished"]') ??
    content('time[datetime]', 'datetime');
  const publisher = content('meta[property="og:site_name"]');
  return { ...(language && { language }), ...(published && { published }), ...(publisher && { publisher }) };
}

type Node = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
};

const BLOCKS = new Set([
  'P',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'BLOCKQUOTE',
  'TR',
  'SECTION',
  'ARTICLE',
  'FIGCAPTION',
  'UL',
  'OL',
  'TABLE',
]);

/** The text of an element, with a line for each block in it. */
function blockText(root: Node): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/[\t\n\r ]+/g, ' '));
    else if (node.nodeName === 'BR') parts.push('\n');
    else {
      const isBlock = BLOCKS.has(node.nodeName);
      if (isBlock) parts.push('\n');
      for (const child of node.childNodes) walk(child);
      if (isBlock) parts.push('\n');
    }
  };
  walk(root);
  return parts
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const countOf = (text: string, char: string): number => {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
};

/** Elements opened and not closed, roughly counted: a thousand deep is an attack and not an article. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const next = html[at + 1];
    if (next === '/') depth--;
    else if (
      next !== undefined &&
      /[a-z]/i.test(next) &&
      !/^<(?:br|img|meta|link|hr|input|source|wbr)\b/i.test(html.slice(at, at + 8))
    )
      depth++;
    if (depth > 1000) return true;
  }
  return false;
}

/** All text between tags, scripts and styles left out, in one pass. */
function strippedText(html: string): string {
  const parts: string[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      parts.push(html.slice(at));
      break;
    }
    parts.push(html.slice(at, open));
    const skipped = /^<(script|style|noscript|template)\b/i.exec(html.slice(open, open + 12))?.[1];
    const end = skipped ? lower.indexOf(`</${skipped.toLowerCase()}`, open) : open;
    const close = html.indexOf('>', end < 0 ? open : end);
    if (close < 0) break;
    parts.push(/^<\/?(?:p|div|h[1-6]|li|br|tr)\b/i.test(html.slice(open, open + 6)) ? '\n' : ' ');
    at = close + 1;
  }
  return unescaped(parts.join(''))
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
};
const unescaped = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return NAMED[name!.toLowerCase()] ?? whole;
    },
  );
