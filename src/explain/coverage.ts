/** What the record covers and how well: regimes, acts, votes, what was checked against a text, and up to when it sees. */
import { horizonsOf } from '../compile/horizons.ts';
import type { Evidence } from '../law/citation.ts';
import type { LegalRecord } from '../law/record.ts';
import { formatCivilDate } from '../time/civil-date.ts';
import type { Instant } from '../time/instant.ts';
import type { Version } from './assessment-json.ts';
import { counted, sentence } from './enumeration.ts';
import { type Memo, type MemoLine, versionLines } from './memo.ts';
import { dayOf } from './moment-text.ts';

type Share = { readonly all: number; readonly verified: number };

export type Coverage = {
  readonly laws: readonly {
    readonly law: string;
    readonly name: string;
    readonly covers: string;
    readonly held: boolean;
  }[];
  readonly regimes: readonly {
    readonly id: string;
    readonly law: string;
    readonly name: string;
    readonly targets: readonly string[];
    readonly covers: readonly string[];
    readonly instruments: number;
    readonly measures: Share;
    /** By family of measures: the last day seen, where it is earlier than that of the record. */
    readonly horizons: Readonly<Record<string, string>>;
    readonly openQuestions: readonly string[];
  }[];
  readonly instruments: Share;
  readonly provisions: Share;
  readonly measures: Share;
  readonly events: Share;
  readonly votes: number;
  readonly points: number;
  readonly positions: number;
  readonly stances: Share;
  readonly designations: Share;
  readonly goods: number;
};

const shareOf = (facts: readonly { readonly evidence: Evidence }[]): Share => ({
  all: facts.length,
  verified: facts.filter(({ evidence }) => evidence === 'verified').length,
});

export function coverageOf(record: LegalRecord): Coverage {
  const instruments = Object.values(record.instruments);
  const measures = Object.values(record.norms).filter((norm) => norm.kind === 'measure');
  const events = Object.values(record.events).filter(({ id }) => !id.startsWith('adopted:'));
  const horizons = horizonsOf(record);
  return {
    laws: Object.values(record.laws).map(({ id, name, covers, held }) => ({ law: id, name, covers, held })),
    regimes: Object.values(record.regimes)
      .map((regime) => ({
        id: regime.id,
        law: regime.law,
        name: regime.name,
        targets: regime.targets,
        covers: regime.covers,
        instruments: instruments.filter((instrument) => instrument.regime === regime.id).length,
        measures: shareOf(measures.filter((measure) => measure.regime === regime.id)),
        horizons: horizonsUnder(regime.id, horizons),
        openQuestions: regime.openQuestions,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    instruments: shareOf(instruments),
    provisions: shareOf(instruments.flatMap(({ provisions }) => provisions)),
    measures: shareOf(measures),
    events: shareOf(events),
    votes: [...instruments, ...events].filter(({ vote }) => vote !== undefined).length,
    points: Object.keys(record.points).length,
    positions: Object.keys(record.positions).length,
    stances: shareOf(Object.values(record.positions).flatMap(({ stances }) => stances)),
    designations: shareOf(Object.values(record.lists).flatMap(({ designations }) => designations)),
    goods: Object.keys(record.goods).length,
  };
}

function horizonsUnder(regime: string, horizons: ReadonlyMap<string, Instant>): Readonly<Record<string, string>> {
  const start = `${regime} `;
  return Object.fromEntries(
    [...horizons].filter(([key]) => key.startsWith(start)).map(([key, at]) => [key.slice(start.length), dayOf(at)]),
  );
}

const shareText = ({ all, verified }: Share, one: string, many?: string): string =>
  `${counted(all, one, many)}, ${verified} read in a text named${all === 0 ? '' : ` (${Math.floor((100 * verified) / all)} %)`}`;

export function coverageMemo(record: LegalRecord, version: Version): Memo {
  const coverage = coverageOf(record);
  const line = (text: string, depth = 0): MemoLine => ({ depth, text });
  return {
    headline: [
      sentence(
        `the record holds ${counted(coverage.regimes.length, 'sanctions regime')} up to ${formatCivilDate(record.horizon)}`,
      ),
      'A fact not read in a text is unverified, and every answer that rests on one says so.',
    ],
    sections: [
      {
        title: 'In all',
        lines: [
          line(shareText(coverage.instruments, 'legal text')),
          line(shareText(coverage.provisions, 'provision')),
          line(shareText(coverage.measures, 'measure')),
          line(shareText(coverage.events, 'event')),
          line(`${counted(coverage.votes, 'act')} with their votes`),
          line(
            `${counted(coverage.points, 'disputed point')}; ${counted(coverage.positions, 'actor')}; ${shareText(coverage.stances, 'stance')}`,
          ),
          line(shareText(coverage.designations, 'designation')),
          line(counted(coverage.goods, 'class or system of goods', 'classes and systems of goods')),
        ],
      },
      {
        title: 'Laws',
        lines: coverage.laws.map(({ law, covers, held }) =>
          line(`${law}: ${held ? covers : 'not in the record; questions under it are "not examined"'}`),
        ),
      },
      { title: 'Regimes', lines: coverage.regimes.flatMap((regime) => regimeLines(regime)) },
      { title: 'Worked out from', lines: versionLines(version, record) },
    ],
  };
}

function regimeLines({
  id,
  name,
  targets,
  measures,
  instruments,
  horizons,
  openQuestions,
}: Coverage['regimes'][number]): readonly MemoLine[] {
  return [
    {
      depth: 0,
      text: `${id}: ${name}${targets.length === 0 ? '' : ` (${targets.join(', ')})`}; ${counted(instruments, 'text')}, ${shareText(measures, 'measure')}`,
      kind: 'citation',
    },
    ...Object.entries(horizons).map(
      ([family, day]): MemoLine => ({
        depth: 1,
        text: `${family}: seen up to ${day}; a renewal was due then`,
        kind: 'note',
      }),
    ),
    ...openQuestions.map((text): MemoLine => ({ depth: 1, text: `open: ${text}`, kind: 'note' })),
  ];
}

export const coverageJson = (record: LegalRecord, version: Version) => ({
  version,
  horizon: formatCivilDate(record.horizon),
  ...coverageOf(record),
});
