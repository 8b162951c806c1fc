/** Lists kept in a data folder, asked over every way in: the API, the page, the tool. Made-up lists; real ones where they are. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScreener } from '../lists/open-screener.ts';
import { importList } from '../lists/store.ts';
import { type Served, served, stateOver } from './served.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapback-served-lists-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function servedWith(data: string, lists: readonly { list: string; file: string; on: string }[]): Promise<Served> {
  for (const { list, file, on } of lists)
    await importList(join(folder, data), { list, file, on, source: 'test', now: '2026-01-01T00:00:00Z', accept: true });
  const screener = openScreener(join(folder, data), undefined, Date.parse('2026-01-01') / 1000, () => {});
  return served({ ...stateOver(), screen: () => screener });
}

async function tool(at: Served['at'], words: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const client = new Client({ name: 'test', version: '1' });
  const fetch = ((url: string | URL, init?: RequestInit) => at(String(url), init ?? {})) as typeof globalThis.fetch;
  await client.connect(new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), { fetch }));
  const called = await client.callTool({ name: 'screen_names', arguments: words });
  await client.close();
  return (called.structuredContent ?? { refused: JSON.stringify(called.content) }) as Record<string, unknown>;
}

describe('a list of one’s own', () => {
  let service: Served;
  beforeAll(async () => {
    const file = join(folder, 'own.csv');
    writeFileSync(
      file,
      'id,name,type,listed_on\nX.1,Erika Musterfrau,Person,2012-03-24\nX.2,Muster Star 5,Vessel,2019-05-06\n',
    );
    service = await servedWith('own', [{ list: 'own', file, on: '2020-01-01' }]);
  }, 60_000);

  it('is asked over the API, one name or many', async () => {
    const one = await service.post('/api/screen', JSON.stringify({ name: 'Erika Mustrefrau', on: '2020-06-01' }));
    expect(await one.json()).toMatchObject({ on: '2020-06-01', matches: [{ id: 'X.1', list: 'own', match: true }] });
    const many = await service.post(
      '/api/screen',
      JSON.stringify({ names: ['Muster Star 5', 'Nobody'], on: '2020-06-01' }),
    );
    expect(((await many.json()) as { matches: unknown[] }[]).map(({ matches }) => matches.length)).toEqual([1, 0]);
  });

  it('is asked as of a day, and as known on one', async () => {
    const asked = async (words: object): Promise<number> => {
      const answer = await service.post('/api/screen', JSON.stringify({ name: 'Muster Star 5', ...words }));
      return ((await answer.json()) as { matches: unknown[] }).matches.length;
    };
    expect(await asked({ on: '2018-01-01' })).toBe(0);
    expect(await asked({ on: '2020-01-01' })).toBe(1);
    expect(await asked({ on: '2020-01-01', asKnown: '2018-01-01' })).toBe(0);
  });

  it.each([
    [{ name: 'Erika', accordingTo: 'UN' }, 'united-nations-has-no-position'],
    [{ name: 'Erika', asKnown: 'soon' }, 'unknown-date'],
  ])('a viewpoint that nobody can take is a problem: %j', async (words, code) => {
    const answer = await service.post('/api/screen', JSON.stringify(words));
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain(code);
  });

  it('is asked on its page, where a name stays out of the address', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await service.post('/screen', 'name=Erika+Musterfrau&on=2020-06-01&asKnown=2020-06-01', form);
    const page = await answer.text();
    expect(page).toContain('One entry close to Erika Musterfrau on 2020-06-01, as known on 2020-06-01.');
    expect(page).toContain('listed since 2012-03-24');
  });

  it('is asked by an assistant', async () => {
    const found = await tool(service.at, { name: 'Erika Musterfrau', on: '2020-06-01' });
    expect(found).toMatchObject({ matches: [{ id: 'X.1', score: 1 }] });
    expect(await tool(service.at, { name: 'Erika', on: '2020-06-01', accordingTo: 'UN' })).toHaveProperty('refused');
  });
});

const real = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
describe.skipIf(!existsSync(`${real}SOURCES.md`))('real lists (skipped where ../shared/data is absent)', () => {
  it('are found by their own names', async () => {
    const { at, post } = await servedWith('real', [
      { list: 'un_sc_sanctions', file: `${real}un/2020-12-01/consolidated.xml`, on: '2020-12-01' },
      { list: 'ca_dfatd_sema_sanctions', file: `${real}ca/2025-05/sema.xml`, on: '2025-05-01' },
    ]);
    const names = ['DAWOOD IBRAHIM KASKAR', 'Islamic State in Iraq and the Levant', 'Igor Sechin', 'Игорь Сечин'];
    const answer = await post('/api/screen', JSON.stringify({ names, on: '2025-06-01' }));
    for (const { matches } of (await answer.json()) as { matches: { match: boolean }[] }[])
      expect(matches[0]).toMatchObject({ match: true });
    expect(await tool(at, { name: names[2], on: '2025-06-01' })).toMatchObject({ matches: [{ match: true }] });
  }, 120_000);
});
