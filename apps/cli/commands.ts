import type { Command } from './command.ts';

/** A command before it is loaded: the line that the help shows, and the file to load when it is called. */
export type Entry = {
  readonly summary: string;
  /** Over before code that V8 optimises has paid for its making. */
  readonly brief?: true;
  readonly load: () => Promise<{ readonly default: Command }>;
};

/** Every command; to add one, write a file in `commands/` and a line here. */
export const commands: Readonly<Record<string, Entry>> = {
  ask: {
    summary: 'whether a transfer was barred, why, and according to whom',
    brief: true,
    load: () => import('./commands/ask.ts'),
  },
  'in-force': {
    summary: 'the measures in force against a State, by law and position',
    brief: true,
    load: () => import('./commands/in-force.ts'),
  },
  diff: { summary: 'what changed for a State between two days', brief: true, load: () => import('./commands/diff.ts') },
  timeline: {
    summary: 'the history of the measures on a State, as bands',
    brief: true,
    load: () => import('./commands/timeline.ts'),
  },
  explain: {
    summary: 'a provision, a measure, a point …: what it says, when, on what it rests',
    brief: true,
    load: () => import('./commands/explain.ts'),
  },
  positions: { summary: 'who holds what, since when', brief: true, load: () => import('./commands/positions.ts') },
  coverage: {
    summary: 'what the record covers, and how well',
    brief: true,
    load: () => import('./commands/coverage.ts'),
  },
  calendar: {
    summary: 'what is due: expiries, renewals, deadlines',
    brief: true,
    load: () => import('./commands/calendar.ts'),
  },
  read: {
    summary: 'what a report says, statement by statement, against the record',
    load: () => import('./commands/read.ts'),
  },
  batch: { summary: 'answer a ledger, millions of rows at a time', load: () => import('./commands/batch.ts') },
  compile: { summary: 'write the law as tables for SQL engines', load: () => import('./commands/compile.ts') },
  sql: { summary: 'the query that joins a ledger to them', load: () => import('./commands/sql.ts') },
  'record check': { summary: 'check the files of the record', load: () => import('./commands/record-check.ts') },
  'record diff': { summary: 'what an edit does to the law, in words', load: () => import('./commands/record-diff.ts') },
  'record schema': {
    summary: 'print the JSON Schemas of the files',
    load: () => import('./commands/record-schema.ts'),
  },
  screen: {
    summary: 'who on which list that day, and why the names match',
    load: () => import('./commands/screen.ts'),
  },
  compare: { summary: 'how much two names have in common, and why', load: () => import('./commands/compare.ts') },
  'lists update': {
    summary: 'get the official lists and keep what changed',
    load: () => import('./commands/lists-update.ts'),
  },
  'lists import': { summary: 'keep a list from a file', load: () => import('./commands/lists-import.ts') },
  'lists status': { summary: 'the lists that are kept, and how old', load: () => import('./commands/lists-status.ts') },
  'lists history': { summary: 'every snapshot that was kept', load: () => import('./commands/lists-history.ts') },
  'lists diff': {
    summary: 'who came, went and changed between two snapshots',
    load: () => import('./commands/lists-diff.ts'),
  },
  completions: { summary: 'completions for bash, zsh or fish', load: () => import('./commands/completions.ts') },
  serve: { summary: 'the web app, the HTTP API, feeds and embeds', load: () => import('./commands/serve.ts') },
  mcp: { summary: 'tools for assistants, over standard input and output', load: () => import('./commands/mcp.ts') },
};
