/** What the record covers, as `docs/coverage.md` has it: the numbers of `snapback coverage`, and by name what nobody read yet. */

import { type Coverage, coverageOf, type LegalRecord } from '../src/index.ts';
import { formatCivilDate } from '../src/time/civil-date.ts';

type Share = Coverage['measures'];

export function coveragePage(record: LegalRecord): string {
  const coverage = coverageOf(record);
  const own = Object.values(record.events).filter(({ id }) => !id.startsWith('adopted:'));
  const votes = [...Object.values(record.instruments), ...own].flatMap(({ vote }) =>
    vote === undefined ? [] : [vote],
  );
  return [
    HEAD,
    `It goes up to ${formatCivilDate(record.horizon)}.`,
    '## In all',
    table(
      ['', 'on record', 'read in a text named', 'share'],
      [
        shareRow('legal texts', coverage.instruments),
        shareRow('provisions', coverage.provisions),
        shareRow('measures', coverage.measures),
        shareRow('events', coverage.events),
        shareRow('votes', shareOf(votes)),
        shareRow('stances', coverage.stances),
        shareRow('designations', coverage.designations),
        ['disputed points', `${coverage.points}`, '', ''],
        ['actors with a position', `${coverage.positions}`, '', ''],
        ['classes and systems of goods', `${coverage.goods}`, '', ''],
      ],
    ),
    '## Laws',
    coverage.laws
      .map(
        ({ law, covers, held }) =>
          `- **${law}**: ${held ? covers : 'not in the record; questions under it are not examined.'}`,
      )
      .join('\n'),
    '## Regimes',
    table(['regime', 'aims at', 'texts', 'measures', 'read'], coverage.regimes.map(regimeRow)),
    '## Renewals due and not seen',
    'From the day after, the measures of these families are undetermined.',
    table(['regime', 'measures', 'seen up to'], coverage.regimes.flatMap(horizonRows)),
    '## Open questions',
    listed(coverage.regimes, ({ id, openQuestions }) => openQuestions.map((text) => `- ${id}: ${text}`)),
    '## Acts not read in a text named',
    listed(Object.entries(unreadByRegime(record)), ([regime, symbols]) => [`- ${regime}: ${symbols.join(', ')}`]),
  ]
    .join('\n\n')
    .concat('\n');
}

const shareOf = (facts: readonly { readonly evidence?: string }[]): Share => ({
  all: facts.length,
  verified: facts.filter(({ evidence }) => evidence === 'verified').length,
});

const percent = ({ all, verified }: Share): string => (all === 0 ? '' : `${Math.floor((100 * verified) / all)} %`);

const shareRow = (name: string, share: Share): readonly string[] => [
  name,
  `${share.all}`,
  `${share.verified}`,
  percent(share),
];

const regimeRow = ({ id, name, targets, instruments, measures }: Coverage['regimes'][number]): readonly string[] => [
  `\`${id}\` ${name}`,
  targets.join(' ') || 'listed parties',
  `${instruments}`,
  `${measures.all}`,
  percent(measures),
];

/** One row for the families of a regime that were last seen on the same day. */
function horizonRows({ id, horizons }: Coverage['regimes'][number]): readonly (readonly string[])[] {
  return [...new Set(Object.values(horizons))].sort().map((day) => {
    const families = Object.keys(horizons).filter((family) => horizons[family] === day);
    return [`\`${id}\``, families.sort().join(', '), day];
  });
}

/** The symbols of the acts that nobody read, by regime; those of no regime stand first. */
function unreadByRegime({ instruments }: LegalRecord): Readonly<Record<string, readonly string[]>> {
  const unread = Object.values(instruments).filter(({ evidence }) => evidence !== 'verified');
  const regimes = [...new Set(unread.map(({ regime }) => regime ?? ''))].sort();
  return Object.fromEntries(
    regimes.map((id) => [
      id || 'no regime',
      unread.filter(({ regime }) => (regime ?? '') === id).map(({ symbol }) => symbol),
    ]),
  );
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const listed = <T>(of: readonly T[], lines: (one: T) => readonly string[]): string => of.flatMap(lines).join('\n');

const HEAD = `# What the record covers

This page is made from the record; a test keeps the two equal (\`npx vitest run cases/coverage-page -u\` writes it anew).
\`snapback coverage --json\` has the same numbers.

A fact is *read in a text named* when its file names the text, an official account of it or a report in which an editor read it. Every other
fact is marked unverified, and so is each answer that rests on it.`;
