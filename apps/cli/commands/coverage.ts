import { coverageJson, coverageMemo } from '../../../src/index.ts';
import { command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { openSession, recordOption } from '../open-session.ts';
import { printMemo } from '../print-memo.ts';
import { printJson } from '../survey-options.ts';

export default command({
  usage: '[--json]',
  says: 'Says what the record covers and how well: regimes, texts, what was read in a text named, up to when, and open questions.',
  options: { json: { kind: 'flag', says: 'the same as JSON' }, record: recordOption },
  async run({ values }, io) {
    const { record, version } = await openSession(values.record);
    if (values.json === true) printJson(coverageJson(record, version), io);
    else printMemo(coverageMemo(record, version), io);
    return ExitCode.Ok;
  },
});
