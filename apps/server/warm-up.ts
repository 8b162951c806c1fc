import { memoOf } from '../../src/index.ts';
import { loadTools } from './mcp.ts';
import type { State } from './state.ts';

/** Questions of the kinds that people ask first: each makes an index, a table or a program that later ones share. */
const TYPICAL = [
  { from: 'RU', to: 'IR', goods: 'Su-35', on: '2025-10-01' },
  { from: 'Iran', to: 'Russia', goods: 'missiles', on: '2020-10-19', party: 'a company', recipient: 'government' },
  { from: 'فرانسه', to: 'لیبی', goods: 'танки', on: 'март 2012' },
];

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Answers typical questions, so that nobody waits for what is made at the first one. Others get their turn in between. */
export async function warmUp({ session, search, dues, screen }: State): Promise<void> {
  session.latest();
  await loadTools();
  await turn();
  for (const words of TYPICAL) {
    const question = await session.understand(words);
    if (question.ok) {
      const { assessment, program } = session.answer(question.value);
      memoOf(assessment, program, session.version);
    }
    await turn();
  }
  search('iran', 1);
  await turn();
  const everything = await session.understandSurvey({}, []);
  if (everything.ok) await dues.of(everything.value);
  await turn();
  // Whoever first asks for a name is told what is wrong with the lists, if anything is.
  await screen().catch(() => undefined);
}
