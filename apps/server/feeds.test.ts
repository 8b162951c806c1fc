import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { served, stateOfHouse } from './served.ts';

const { get } = served(stateOfHouse());

/** The elements of a document by name, each with its text; throws where it is not well-formed. */
function elementsOf(xml: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom');
    open.push({ name: local, text: '' });
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => {
    const { name, text } = open.pop()!;
    found.set(name, [...(found.get(name) ?? []), text]);
  });
  parser.write(xml).close();
  return found;
}

describe.each(['', '?target=IR', '?target=LY&law=UN', '?asKnown=2015-01-01&target=IR'])('what is due%s', (query) => {
  it('is a calendar that another parser reads, each entry once', async () => {
    const answer = await get(`/calendar.ics${query}`);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    const { due } = (await (await get(`/api/calendar${query}`)).json()) as { due: unknown[] };
    expect(events).toHaveLength(due.length);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const { startDate, summary } of events) {
      expect(startDate.toJSDate().getTime()).not.toBeNaN();
      expect(summary).not.toBe('');
    }
  });

  it('is a feed with an id, a title and a time for each entry', async () => {
    const answer = await get(`/feed.atom${query}`);
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const found = elementsOf(await answer.text());
    const ids = found.get('id')!;
    const entries = found.get('entry') ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(entries.length + 1);
    expect(found.get('title')).toHaveLength(entries.length + 1);
    for (const updated of found.get('updated')!) expect(updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });
});

it('says that the sanctions on Iran were to end in October 2025, as known before they were contested', async () => {
  const { due } = (await (await get('/api/calendar?target=IR&asKnown=2024-01-01')).json()) as { due: { at: string }[] };
  expect(due.some(({ at }) => at.startsWith('2025-10-18'))).toBe(true);
});

it('refuses a feed of a State that nobody knows', async () =>
  expect((await get('/feed.atom?target=Atlantis')).status).toBe(400));
