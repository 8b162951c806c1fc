import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScreener } from './open-screener.ts';
import { spellText } from './spell-text.ts';
import { importList } from './store.ts';

/** A list like that of the United Nations, made up but for its form, as it stood on a day. */
const unList = (day: string, people: readonly (readonly [id: string, name: string, listed: string])[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><CONSOLIDATED_LIST dateGenerated="${day}T00:00:00Z"><INDIVIDUALS>${people
    .map(
      ([id, name, listed]) =>
        `<INDIVIDUAL><DATAID>${id.length}</DATAID><FIRST_NAME>${name}</FIRST_NAME><UN_LIST_TYPE>Iran</UN_LIST_TYPE><REFERENCE_NUMBER>${id}</REFERENCE_NUMBER><LISTED_ON>${listed}</LISTED_ON></INDIVIDUAL>`,
    )
    .join('')}</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>`;

describe('screening as of a day', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapback-screen-'));
  let opened: Awaited<ReturnType<typeof openScreener>>;
  beforeAll(async () => {
    const before = [['IRi.001', 'Erfunden Mustermann', '2007-03-24'] as const];
    const after = [['IRi.002', 'Muster Erfindung', '2025-09-28'] as const];
    for (const [day, people] of [
      ['2020-01-01', before],
      ['2024-01-01', after.map(([id, name]) => [id, name, '2024-01-01'] as const).slice(1)],
      ['2025-10-15', after],
    ] as const) {
      const file = join(folder, `${day}.xml`);
      writeFileSync(file, unList(day, people.length > 0 ? people : [['IRi.009', 'Niemand Sonst', '2010-01-01']]));
      await importList(join(folder, 'data'), {
        list: 'un_sc_sanctions',
        file,
        on: day,
        source: day,
        now: '2026-01-01T00:00:00Z',
        accept: true,
      });
    }
    opened = await openScreener(join(folder, 'data'), 'record', Date.parse('2026-01-01') / 1000, () => {});
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const asked = async (name: string, on: string, words: { asKnown?: string; accordingTo?: string } = {}) => {
    const view = await opened.understandView(words);
    if (!view.ok) return view.errors.map(({ code }) => code);
    return opened
      .screen({ name }, { on, ...view.value })
      .matches.map(({ designated }) => designated.map((spell) => spellText(spell, opened.naming)));
  };

  it.each([
    ['everybody who differs', {}, /in effect for .*the United States.*; not for China, Russia and Iran$/],
    ['the positions named', { accordingTo: 'US,RU' }, /in effect for the United States; not for Russia$/],
    ['one in whose view it has effect', { accordingTo: 'FR' }, /in effect for France$/],
    ['one in whose view it has none', { accordingTo: 'RU' }, /without effect for Russia$/],
  ])('a restored listing is told as %s have it', async (_, words, expected) => {
    const [[spell] = []] = (await asked('Muster Erfindung', '2025-11-01', words)) as string[][];
    expect(spell).toMatch(expected);
  });

  it('nobody is listed who was not yet, as known on an earlier day', async () => {
    expect(await asked('Muster Erfindung', '2025-11-01')).toHaveLength(1);
    expect(await asked('Muster Erfindung', '2025-11-01', { asKnown: '2025-06-01' })).toEqual([]);
  });

  it('a delisting that had not come leaves the listing open', async () => {
    expect(await asked('Erfunden Mustermann', '2024-06-01')).toEqual([]);
    const [[spell] = []] = (await asked('Erfunden Mustermann', '2024-06-01', { asKnown: '2021-01-01' })) as string[][];
    expect(spell).toMatch(/^listed since 2007-03-24, under Iran/);
  });

  it('the United Nations have no position of their own', async () =>
    expect(await asked('Muster Erfindung', '2025-11-01', { accordingTo: 'UN' })).toEqual([
      'united-nations-has-no-position',
    ]));
});
