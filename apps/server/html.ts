import { createHash } from 'node:crypto';
import type { Context } from 'hono';

const hashes = new Map<string, string>();

/**
 * Sends a page with a policy that lets in exactly the styles it was made with, by their hashes: a style that a text
 * smuggled in would not be among them.
 */
export function sendHtml(
  context: Context,
  html: string,
  frames: "'none'" | '*' = "'none'",
  status: 200 | 400 | 404 = 200,
): Response {
  const styles = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, css]) => hashOf(css!));
  const policy = [
    "default-src 'none'",
    `style-src ${styles.length > 0 ? [...new Set(styles)].join(' ') : "'none'"}`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frames}`,
  ];
  return context.body(html, status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
  });
}

function hashOf(css: string): string {
  let hash = hashes.get(css);
  if (hash === undefined) {
    hash = `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
    if (hashes.size < 100) hashes.set(css, hash);
  }
  return hash;
}
