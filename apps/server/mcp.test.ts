/** The tools asked by the client of the official kit, over both ways in. */
import { existsSync } from 'node:fs';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, describe, expect, it } from 'vitest';
import { served, stateOfHouse } from './served.ts';

const built = new URL('../../dist/snapback.js', import.meta.url).pathname;
const TOOLS = ['ask', 'check_statements', 'explain_provision', 'in_force', 'screen_names', 'timeline'];

type Called = {
  isError?: boolean;
  content: { type: string; text: string }[];
  structuredContent?: Record<string, unknown>;
};

/** What every way in must do. */
function behaves(connected: () => Promise<Client>): void {
  it('lists its tools, each read-only', async () => {
    const { tools } = await (await connected()).listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(TOOLS);
    for (const { annotations, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(description).toBeTruthy();
    }
  });

  it('answers a question with its outcome, citations, version and coverage', async () => {
    const client = await connected();
    const words = { from: 'RU', to: 'IR', goods: 'Su-35', on: '2025-10-01' };
    const called = (await client.callTool({ name: 'ask', arguments: words })) as Called;
    expect(called.structuredContent).toMatchObject({
      outcome: 'contested',
      version: { record: expect.stringMatching(/^sha256:/) },
    });
    expect(called.structuredContent!.coverage).toEqual(expect.any(String));
    expect(JSON.parse(called.content[0]!.text)).toEqual(called.structuredContent);
    expect(called.content[0]!.text).toContain('S/RES/1929 (2010)');
  });

  it.each([
    ['in_force', { target: 'Iran', on: '2012-01-01' }, 'views'],
    ['timeline', { target: 'LY', law: 'UN' }, 'measures'],
    ['check_statements', { text: 'Resolution 1929 was adopted on 10 June 2010.' }, 'statements'],
    ['explain_provision', { id: 'S/RES/1929 (2010) para 8' }, 'is'],
  ])('%s answers', async (name, words, field) => {
    const called = (await (await connected()).callTool({ name, arguments: words })) as Called;
    expect(called.isError ?? false).toBe(false);
    expect(called.structuredContent).toHaveProperty(field);
  });

  it('says in words what it cannot understand', async () => {
    const client = await connected();
    const called = (await client.callTool({
      name: 'in_force',
      arguments: { target: 'Atlantis', on: '2012-01-01' },
    })) as Called;
    expect(called.isError).toBe(true);
    expect(called.content[0]!.text).toContain('Atlantis');
  });

  it('hands out instruments as resources, and nothing under another name', async () => {
    const client = await connected();
    const { resources } = await client.listResources();
    expect(resources.some(({ uri }) => uri === 'snapback://instrument/un/s-res-1929-2010')).toBe(true);
    const { contents } = await client.readResource({ uri: 'snapback://instrument/un/s-res-1929-2010' });
    expect(JSON.parse((contents[0] as { text: string }).text)).toMatchObject({ symbol: 'S/RES/1929 (2010)' });
    for (const id of ['un/nothing', '__proto__', '../../etc/passwd'])
      await expect(client.readResource({ uri: `snapback://instrument/${id}` })).rejects.toThrow();
  });
}

describe('over streamable HTTP', () => {
  const { at } = served(stateOfHouse());
  const open: Client[] = [];
  afterAll(() => Promise.all(open.map((client) => client.close())));
  behaves(async () => {
    const client = new Client({ name: 'test', version: '1' });
    const fetch = ((url: string | URL, init?: RequestInit) => at(String(url), init ?? {})) as typeof globalThis.fetch;
    await client.connect(new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), { fetch }));
    open.push(client);
    return client;
  });

  it('turns away pages of other origins', async () => {
    const answer = await at('http://localhost/mcp', {
      method: 'POST',
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        origin: 'https://elsewhere.example',
      },
    });
    expect(answer.status).toBe(403);
  });
});

describe.skipIf(!existsSync(built))('over standard input and output (needs `npm run build`)', () => {
  let client: Client | undefined;
  afterAll(() => client?.close());
  behaves(async () => {
    if (client !== undefined) return client;
    client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [built, 'mcp'], stderr: 'ignore' }),
    );
    return client;
  });
});
