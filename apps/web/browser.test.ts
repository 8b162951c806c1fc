/** Every page in a real browser: accessible, usable from the keyboard, narrow, printed, with script switched off. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, startService } from '../server/serve.ts';
import { settingsFrom } from '../server/settings.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PAGES = [
  '/',
  '/in-force?target=LY&on=2012-01-01',
  '/timeline',
  '/timeline?target=IR&law=',
  '/check',
  '/ask?from=RU&to=IR&goods=Su-35&on=2025-10-01',
  '/ask?from=Atlantis',
  '/provision?id=S/RES/1929%20(2010)%20para%208',
  '/positions',
  '/positions?about=RU',
  '/votes',
  '/vote?id=S/2020/797',
  '/calendar',
  '/diff?target=IR&from=2015-01-01&to=2026-01-01',
  '/read',
  '/screen',
  '/sources',
  '/search?q=small%20arms',
  '/about',
  '/nothing-here',
  '/embed/timeline/IR',
  '/embed/vote/S%2F2020%2F797',
];

const PERSIAN =
  'شورای امنیت سازمان ملل در ۹ ژوئن ۲۰۱۰ قطعنامه ۱۹۲۹ را با ۱۲ رأی موافق تصویب کرد. قطعنامه ۲۲۳۱ در ۲۰ ژوئیه ۲۰۱۵ تصویب شد.';

describe.skipIf(!existsSync(CHROMIUM))('in a browser (Chromium where CHROMIUM says, else /usr/bin/chromium)', () => {
  let browser: Browser;
  let serving: Serving;
  beforeAll(async () => {
    const settings = settingsFrom({ port: '0' }, {});
    if (typeof settings === 'string') throw new Error(settings);
    const record = new URL('../../record', import.meta.url).pathname;
    serving = await startService(settings, { record, data: undefined }, () => {});
    await serving.begun;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
  });

  /** A page as a reader has it: no script of its own runs, and requests to elsewhere are a fault. */
  async function opened(path: string, width = 1280): Promise<{ page: Page; elsewhere: string[]; size: number }> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: false });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(serving.address) || request.resourceType() !== 'document')
        elsewhere.push(request.url());
    });
    const answer = await page.goto(serving.address + path);
    return { page, elsewhere, size: (await answer!.body()).length };
  }

  /** The same with script allowed, for looking into it; the policy of the page is set aside, as a bookmarklet would. */
  async function inspected(path: string, width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(serving.address + path);
    return page;
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    return page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
    );
  }

  describe.each(PAGES)('%s', (path) => {
    it('needs one request, no script and at most 150 kB', async () => {
      const { page, elsewhere, size } = await opened(path);
      // A browser asks for an icon by itself.
      expect(elsewhere.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([]);
      expect(size).toBeLessThanOrEqual(150_000);
      expect(await page.locator('h1').count()).toBe(1);
      await page.context().close();
    });

    it('has no fault that axe finds, wide and narrow, and does not scroll sideways at 320 px', async () => {
      const page = await inspected(path);
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }, 120_000);
  });

  it('is walked with the keyboard: the skip link first, then every link and field, each with a visible focus', async () => {
    const page = await inspected('/timeline');
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.textContent()).toBe('To the content');
    expect((await skip.boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('name')).toBe('target');
    let seen = 0;
    for (; (await page.evaluate('document.activeElement.localName')) !== 'body'; seen++) {
      const outline = await page.evaluate(
        `(({ outlineStyle, outlineWidth }) => outlineStyle + ' ' + outlineWidth)(getComputedStyle(document.activeElement))`,
      );
      expect(outline).toBe('solid 3px');
      await page.keyboard.press('Tab');
    }
    expect(seen).toBeGreaterThan(8);
    await page.context().close();
  });

  it('answers its form by the keyboard alone', async () => {
    const { page } = await opened('/check');
    await page.locator('main input[name=from]').fill('Россия');
    await page.locator('main input[name=to]').fill('ایران');
    await page.locator('main input[name=goods]').fill('Su-35');
    await page.locator('main input[name=on]').fill('2012-01-01');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ask\?/);
    expect(await page.locator('.lead').textContent()).toMatch(/Russia must prevent the transfer/);
    await page.context().close();
  });

  it('moves nothing after it is shown', async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.addInitScript(
      'window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });',
    );
    for (const path of ['/', '/timeline', '/vote?id=S/2020/797']) {
      await page.goto(serving.address + path, { waitUntil: 'load' });
      // A page drawn in two goes on a busy machine may settle by a hair; a tenth is where a reader would notice.
      expect(await page.evaluate('window.shift')).toBeLessThan(0.01);
    }
    await context.close();
  });

  it('prints to a PDF that keeps the answer and leaves the forms out', async () => {
    const page = await inspected('/timeline');
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form.bar').isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.context().close();
  });

  it('reads a Persian report from right to left', async () => {
    const { page } = await opened('/read');
    await page.locator('textarea').fill(PERSIAN);
    await page.locator('main button').click();
    await page.waitForSelector('.reading');
    const text = page.locator('.text');
    expect([await text.getAttribute('lang'), await text.getAttribute('dir')]).toEqual(['fa', 'rtl']);
    expect(await page.locator('.notes li').count()).toBeGreaterThan(0);
    expect(page.url()).not.toContain('?');
    await page.context().close();
  });

  it('shows the read report without a fault that axe finds', async () => {
    const page = await inspected('/read');
    await page.locator('textarea').fill(PERSIAN);
    await page.locator('main button').click();
    await page.waitForSelector('.reading');
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('is framed elsewhere only where it is made for it', async () => {
    const frames = `<iframe name="made" src="${serving.address}/embed/timeline/IR"></iframe><iframe name="not" src="${serving.address}/timeline"></iframe>`;
    const elsewhere = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(frames));
    await new Promise<void>((done) => void elsewhere.listen(0, '127.0.0.1', done));
    const { port } = elsewhere.address() as AddressInfo;
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://localhost:${port}/`, { waitUntil: 'load' });
    const text = (name: string): Promise<string> =>
      page
        .frame(name)!
        .locator('body')
        .textContent()
        .then((text) => text ?? '');
    expect(await text('made')).toContain('Iran: UN sanctions law');
    expect(await text('not')).not.toContain('Iran');
    await page.context().close();
    elsewhere.close();
  });
});
