import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDocument } from './open-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapback-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const codeOf = async (path: string, encoding?: string) => {
  const opened = await openDocument(path, encoding);
  return opened.ok ? 'ok' : opened.errors[0]!.code;
};

describe('a document on disk', () => {
  it.each([
    ['empty.txt', '', 'document-empty'],
    ['zeros.bin', new Uint8Array(4000), 'document-binary'],
    ['latin.txt', Buffer.from('Le Conseil a décidé', 'latin1'), 'document-encoding'],
  ])('%s is refused in words', async (name, content, code) => expect(await codeOf(written(name, content))).toBe(code));

  it('that is not there, or is a folder, is refused', async () => {
    expect(await codeOf(join(folder, 'nothing.txt'))).toBe('document-unreadable');
    expect(await codeOf(folder)).toBe('document-unreadable');
  });

  it('is read in the encoding that is named', async () => {
    const opened = await openDocument(
      written('named.txt', Buffer.from([0xcf, 0xf0, 0xee, 0xe5, 0xea, 0xf2])),
      'windows-1251',
    );
    expect(opened).toMatchObject({ ok: true, value: { text: 'Проект' } });
  });

  it('may start with the mark of UTF-16', async () => {
    const opened = await openDocument(written('wide.txt', Buffer.from('\ufeffCouncil', 'utf16le')), undefined);
    expect(opened).toMatchObject({ ok: true, value: { text: 'Council' } });
  });
});

describe('a page', () => {
  const page = `<!doctype html><html lang="fa"><head><title>عنوان</title><meta property="article:published_time" content="2025-09-27T10:00:00+03:30"><meta property="og:site_name" content="IRNA"></head>
<body><nav><a href="/">Menu one</a> <a href="/x">Menu two</a></nav><article><h1>عنوان</h1>${'<p>شورای امنیت روز جمعه دربارهٔ قطعنامه ۲۲۳۱ رأی گرفت و پیش‌نویس روسیه و چین رأی نیاورد. این متن با چهار رأی موافق و نه رأی مخالف رد شد.</p>'.repeat(4)}</article>
<footer>Advertisement <script>alert('x')</script></footer></body></html>`;

  it('gives its article without menus and scripts, its language, day and outlet', async () => {
    const opened = await openDocument(written('page.html', page), undefined);
    expect(opened).toMatchObject({
      ok: true,
      value: { language: 'fa', published: '2025-09-27T10:00:00+03:30', publisher: 'IRNA' },
    });
    const text = opened.ok ? opened.value.text : '';
    expect(text).toContain('قطعنامه ۲۲۳۱');
    expect(text).not.toMatch(/Menu|alert|</);
  });

  it('that is a bomb of open tags is read without looking for an article, and that is said', async () => {
    const opened = await openDocument(
      written('bomb.html', `<html><body>${'<div>'.repeat(20_000)}The Council met.`),
      undefined,
    );
    expect(opened).toMatchObject({
      ok: true,
      value: { text: 'The Council met.' },
      warnings: [{ code: 'document-html-too-deep' }],
    });
  });
});
