/** The record as tools for assistants: what the API answers, with citations and version in every answer. */
import { fromJsonSchema, McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import {
  assessmentJson,
  ENGINE_VERSION,
  type formatDiagnostic,
  historiesOf,
  inForceAt,
  inForceJson,
  timelineJson,
} from '../../src/index.ts';
import { explain } from './lookups.ts';
import { viewWords } from './names.ts';
import { readingOf } from './reading.ts';
import type { State } from './state.ts';

const text = (description: string) => ({ type: 'string', description, maxLength: 400 });

const VIEWPOINT = {
  law: text('laws, with commas (UN, EU, US, …); when left out all that bind a party'),
  accordingTo: text('positions, with commas (US, RU, UN-SEC, …); when left out everybody who differs'),
  asKnown: text('a day: with what had been made public by then'),
};

const QUESTION = {
  from: text('State the goods come from, by code or name in seven languages'),
  to: text('State they go to'),
  goods: text('a name (Su-35), a family (arms, missile, nuclear, salw) or a code (unroca:IV, ml:ML10, hs:8802)'),
  on: text('a day (2025-10-01), month, year, or an instant with its zone (2025-09-28T03:30+03:30)'),
  activity: text('transfer (default), supply, procure, assistance, finance, brokering, transit, travel, freeze'),
  recipient: text('government or non-governmental'),
  region: text('a region that regimes name, such as Darfur'),
  party: text('a person, company or vessel that takes part'),
  contract: text('the day the contract was signed'),
  ...VIEWPOINT,
};

const schema = (properties: object, required: readonly string[]) =>
  fromJsonSchema<Record<string, unknown>>({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  } as never);

/** Made once: a server is made for every connection. */
const INPUT = {
  ask: schema(QUESTION, ['on']),
  inForce: schema({ target: text('the State'), on: QUESTION.on, ...VIEWPOINT }, ['target', 'on']),
  timeline: schema({ target: text('the State'), ...VIEWPOINT }, ['target']),
  report: schema(
    {
      text: { type: 'string', maxLength: 200_000 },
      published: text('day or month of publication'),
      language: text('en, fa, ru, ar, fr, de, es'),
    },
    ['text'],
  ),
  name: schema(
    {
      name: text('the name'),
      on: text('the day, YYYY-MM-DD'),
      accordingTo: VIEWPOINT.accordingTo,
      asKnown: VIEWPOINT.asKnown,
    },
    ['name', 'on'],
  ),
  provision: schema({ id: text('an id or a symbol and locator: "S/RES/1929 (2010) para 8"') }, ['id']),
};

type Content = {
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
};

/** As text for whoever reads, and as a value for whoever computes. */
const answer = (value: unknown): Content => ({
  content: [{ type: 'text', text: JSON.stringify(value) }],
  structuredContent: JSON.parse(JSON.stringify(value)) as Record<string, unknown>,
});

/** Every tool only reads the record that it came with. */
const READS = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };
const refusal = (message: string): Content => ({ content: [{ type: 'text', text: message }], isError: true });
const told = (errors: Parameters<typeof formatDiagnostic>[0][]): Content =>
  refusal(errors.map(({ message }) => message).join(' '));

/** A server of tools over a state; made anew for each connection, so that a reload reaches the next one. */
export function toolServer(state: State): McpServer {
  const { session } = state;
  const server = new McpServer(
    { name: 'snapback', version: ENGINE_VERSION },
    {
      instructions:
        'Sanctions law in time: what was in force, when, under which paragraph, and according to whom. Cite the instruments that the answers cite; where positions differ tell each. `no-measure-found` never means that something is allowed. Not legal advice.',
    },
  );
  server.registerTool(
    'ask',
    {
      description:
        'Whether a transfer was barred on a day: outcome, deciding paragraphs, each position, what would change it.',
      inputSchema: INPUT.ask,
      annotations: READS,
    },
    async (words) => {
      const question = await session.understand(words);
      if (!question.ok) return told([...question.errors]);
      const { assessment, program } = session.answer(question.value);
      return answer(assessmentJson(assessment, program, session.version));
    },
  );
  server.registerTool(
    'in_force',
    {
      description: 'The sanctions measures in force against a State on a day, by law and position.',
      inputSchema: INPUT.inForce,
      annotations: READS,
    },
    async (words) => {
      const survey = await session.understandSurvey(words, ['target', 'on']);
      if (!survey.ok) return told([...survey.errors]);
      const { target, at, laws, accordingTo } = survey.value;
      const views = inForceAt(
        session.program(survey.value),
        { target: target!, ...(laws && { laws }), ...(accordingTo && { accordingTo }) },
        at!,
      );
      return answer(inForceJson(target!, at!, views, session.record, session.version));
    },
  );
  server.registerTool(
    'timeline',
    {
      description: 'The history of the measures against a State as intervals, by position where they differ.',
      inputSchema: INPUT.timeline,
      annotations: READS,
    },
    async (words) => {
      const survey = await session.understandSurvey(words, ['target']);
      if (!survey.ok) return told([...survey.errors]);
      const { target, laws, accordingTo } = survey.value;
      const histories = historiesOf(session.program(survey.value), {
        target: target!,
        ...(laws && { laws }),
        ...(accordingTo && { accordingTo }),
      });
      return answer(timelineJson(target!, histories, session.record, session.version));
    },
  );
  server.registerTool(
    'check_statements',
    {
      description:
        'Reads a report and says, statement by statement: supported, contradicted (with the right value), contested, or beyond the record.',
      inputSchema: INPUT.report,
      annotations: READS,
    },
    async (words) => {
      const given = (name: string): string | undefined =>
        typeof words[name] === 'string' ? (words[name] as string) : undefined;
      const reading = readingOf(state, given('text') ?? '', {
        published: given('published'),
        zone: undefined,
        language: given('language'),
      });
      return typeof reading === 'string' ? refusal(reading) : answer(reading);
    },
  );
  server.registerTool(
    'screen_names',
    {
      description:
        'Who of this name stood on which list on a day, and why the names match. A match of names is not an identity.',
      inputSchema: INPUT.name,
      annotations: READS,
    },
    async (words) => {
      const on = String(words.on);
      if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return refusal('`on` is a day, YYYY-MM-DD.');
      const { screen, understandView } = await state.screen();
      const view = await understandView(viewWords((name) => words[name] as string | undefined));
      return view.ok ? answer(screen({ name: String(words.name) }, { on, ...view.value })) : told([...view.errors]);
    },
  );
  server.registerTool(
    'explain_provision',
    {
      description: 'What a provision says (in paraphrase), its measures, sources and doubts.',
      inputSchema: INPUT.provision,
      annotations: READS,
    },
    async (words) => {
      const looked = await explain(session, { id: String(words.id) });
      return looked.ok ? answer(looked.value.json()) : told([...looked.errors]);
    },
  );
  const { instruments } = session.record;
  server.registerResource(
    'instrument',
    new ResourceTemplate('snapback://instrument/{+id}', {
      list: () => ({
        resources: Object.values(instruments).map(({ id, symbol, title }) => ({
          uri: `snapback://instrument/${id}`,
          name: symbol,
          mimeType: 'application/json',
          ...(title !== undefined && { description: title }),
        })),
      }),
    }),
    { mimeType: 'application/json', description: 'an instrument of the record with its provisions' },
    (uri, { id }) => {
      const instrument = Object.hasOwn(instruments, String(id)) ? instruments[String(id)] : undefined;
      if (instrument === undefined) throw new ResourceNotFoundError(uri.href);
      return { contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(instrument) }] };
    },
  );
  return server;
}
