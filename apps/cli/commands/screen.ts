import { matchFrom, reasonText } from '../../../src/lists.ts';
import { dataFolder } from '../../lists/data-folder.ts';
import { openScreener } from '../../lists/open-screener.ts';
import type { Screened } from '../../lists/screen.ts';
import { type Naming, spellText } from '../../lists/spell-text.ts';
import { command } from '../command.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { type Io, styled } from '../io.ts';
import { dataOption, dayOption, now, numberOption, tellingFaults } from '../lists-options.ts';
import { recordOption } from '../open-session.ts';
import { screenFile } from '../screen-file.ts';
import { faultText, surveyOptions } from '../survey-options.ts';

export default command({
  usage: 'NAME… [--on DAY] [--list ID] [--according-to ACTORS] [--as-known DAY] [options] | --file CSV --out NDJSON',
  says: [
    'Who of this name stood on which list on a day, by which act, and why the names match.',
    `Asked are the lists kept here (\`snapback lists status\`) and the record's own designations. From ${matchFrom} on it is called a match; a match of names is not an identity.`,
  ].join('\n'),
  positionals: 100,
  options: {
    on: { kind: 'text', value: 'DAY', says: 'as of this day; today when left out' },
    'according-to': surveyOptions['according-to'],
    'as-known': {
      kind: 'text',
      value: 'DAY',
      says: 'with what had been made public by then: later listings are left out, later delistings had not come',
    },
    list: { kind: 'many', value: 'ID', says: 'only this list; may be given again, or several with commas' },
    schema: {
      kind: 'text',
      value: 'SCHEMA',
      says: 'Person, Organization, Company, Vessel, Airplane; when left out, any',
    },
    born: { kind: 'text', value: 'DATE', says: 'date or year of birth' },
    country: { kind: 'text', value: 'STATE', says: 'nationality, or country of registration' },
    id: { kind: 'many', value: 'NUMBER', says: 'passport, IMO or other number' },
    from: { kind: 'text', value: 'SCORE', says: `the least score that is shown; ${matchFrom} when left out` },
    limit: { kind: 'text', value: 'N', says: 'the most matches of a name; 10 when left out' },
    file: {
      kind: 'text',
      value: 'CSV',
      says: 'many names: columns name, and if known id, schema, born, country, identifiers',
    },
    out: {
      kind: 'text',
      value: 'NDJSON',
      says: 'with --file: a line a row; a run that was broken off goes on where it was',
    },
    data: dataOption,
    record: recordOption,
    json: { kind: 'flag', says: 'a JSON a name' },
  },
  run({ values, positionals }, io) {
    const on = dayOption(values.on, 'on') ?? now().toISOString().slice(0, 10);
    const from = numberOption(values.from, 'from', 0, 1);
    const limit = numberOption(values.limit, 'limit', 1, 1000);
    if (positionals.length === 0 && values.file === undefined)
      throw new UsageError('which name? `snapback screen "Qasem Soleimani" --on 2020-09-30`.');
    if (values.file !== undefined && values.out === undefined)
      throw new UsageError('`--file` needs `--out`, the file that the hits are written to.');
    const lists = values.list?.flatMap((text) => text.split(',')).map((text) => text.trim());
    return tellingFaults(io, async () => {
      const opened = await openScreener(
        dataFolder(values.data, io.env),
        values.record,
        Math.floor(now().getTime() / 1000),
        (says) => io.warn(says),
      );
      checkLists(lists, [...new Set([...opened.kept.snapshots.map(({ list }) => list), ...opened.recorded])]);
      const view = await opened.understandView({
        ...(values['as-known'] !== undefined && { asKnown: values['as-known'] }),
        ...(values['according-to'] !== undefined && { accordingTo: values['according-to'] }),
      });
      if (!view.ok) throw new UsageError(view.errors.map(faultText).join('\n'));
      const options = {
        on,
        ...view.value,
        ...(lists !== undefined && { lists }),
        ...(from !== undefined && { from }),
        ...(limit !== undefined && { limit }),
      };
      if (values.file !== undefined)
        return screenFile(opened.screen, values.file, values.out!, options, (says) => io.warn(says));
      if (opened.kept.snapshots.length === 0)
        io.warn(
          'No official list is kept here: only the designations of the record are asked. `snapback lists update` gets the lists.',
        );
      for (const name of positionals) {
        const screened = opened.screen(
          {
            name,
            ...(values.schema !== undefined && { schema: values.schema }),
            ...(values.born !== undefined && { born: [values.born] }),
            ...(values.country !== undefined && { countries: [values.country] }),
            ...(values.id !== undefined && { identifiers: values.id }),
          },
          options,
        );
        if (values.json)
          io.print(positionals.length > 1 ? JSON.stringify(screened) : JSON.stringify(screened, null, 2));
        else print(screened, opened.naming, io);
      }
      return ExitCode.Ok;
    });
  },
});

function checkLists(wanted: readonly string[] | undefined, known: readonly string[]): void {
  const unknown = wanted?.find((list) => !known.includes(list));
  if (unknown !== undefined)
    throw new UsageError(`no list \`${unknown}\` is kept here or in the record. Known: ${known.join(', ') || 'none'}.`);
}

function print({ query, on, asKnown, matches }: Screened, naming: Naming, io: Io): void {
  const asOf = `as of ${on}${asKnown === undefined ? '' : `, as known on ${asKnown}`}`;
  if (matches.length === 0) {
    io.print(`${query.name}: nobody of this name on the lists kept here, ${asOf}.`);
    return;
  }
  io.print(`${query.name}: ${matches.length} on the lists kept here, ${asOf}.`);
  for (const match of matches) {
    io.print(`  ${match.score.toFixed(2)} ${styled(io, 'bold', match.caption)} (${match.list} ${match.id})`);
    for (const spell of match.designated) io.print(`       ${spellText(spell, naming)}`);
    io.print(styled(io, 'dim', `       ${match.because.map(reasonText).join('; ')}`));
  }
}
