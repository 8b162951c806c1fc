import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { openState } from '../../server/state.ts';
import { toolServer } from '../../server/tools.ts';
import { command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { dataOption } from '../lists-options.ts';
import { recordOption } from '../open-session.ts';

export default command({
  usage: '[--data DIR] [--record DIR]',
  says: [
    'Serves the record as tools for assistants over standard input and output (Model Context Protocol).',
    'Tools: ask, in_force, timeline, check_statements, screen_names, explain_provision; instruments are resources.',
  ].join('\n'),
  options: { data: dataOption, record: recordOption },
  async run({ values }, io) {
    const state = await openState(values.record, values.data, process.env);
    io.warn('snapback mcp: serving on standard input and output.');
    await serveStdio(() => toolServer(state));
    return ExitCode.Ok;
  },
});
