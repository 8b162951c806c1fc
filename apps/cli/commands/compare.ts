import { compareTexts, matchFrom, reasonText } from '../../../src/lists.ts';
import { command } from '../command.ts';
import { comparePairs } from '../compare-pairs.ts';
import { ExitCode, UsageError } from '../exit-code.ts';
import { tellingFaults } from '../lists-options.ts';

export default command({
  usage: 'A B [--schema Person] | --pairs FILE --out FILE',
  says: [
    'How much two names have in common, and why: every score is a sum of what is shown.',
    `From ${matchFrom} on it is called a match. \`--pairs\` takes a CSV with the columns schema, name1, name2 and any others.`,
  ].join('\n'),
  positionals: 2,
  options: {
    schema: { kind: 'text', value: 'SCHEMA', says: 'Person, Organization, Company, LegalEntity, Vessel, Airplane' },
    pairs: { kind: 'text', value: 'FILE', says: 'compare the names of each row' },
    out: { kind: 'text', value: 'FILE', says: 'the rows with score, match and reasons; standard output when left out' },
    json: { kind: 'flag', says: 'the same as JSON' },
  },
  run({ values, positionals }, io) {
    const [a, b] = positionals;
    if (values.pairs !== undefined) return tellingFaults(io, () => comparePairs(values.pairs!, values.out, io));
    if (a === undefined || b === undefined)
      throw new UsageError('two names are compared: `snapback compare "Osama bin Laden" "Usama ibn Ladin"`.');
    const { score, because } = compareTexts(a, b, values.schema);
    const rounded = Math.round(score * 10_000) / 10_000;
    if (values.json)
      io.print(
        JSON.stringify(
          { name1: a, name2: b, schema: values.schema ?? null, score: rounded, match: score >= matchFrom, because },
          null,
          2,
        ),
      );
    else {
      io.print(`${rounded.toFixed(2)} ${score >= matchFrom ? 'match' : 'no match'} (from ${matchFrom} on)`);
      for (const line of because) io.print(`  ${reasonText(line)}`);
    }
    return ExitCode.Ok;
  },
});
