/** Histories as bands of characters: a lane for each provision, told by word as well as by glyph. Pure: lanes in, lines out. */
import {
  citationText,
  type Lane,
  type LaneState,
  type LaneStretch,
  type LegalRecord,
  laneGroupsOf,
  positionsShort,
} from '../../src/index.ts';

/** A line, and whether it is a heading, a band or words under one. */
export type BandLine = {
  readonly kind: 'heading' | 'axis' | 'band' | 'words';
  readonly text: string;
};

export const GLYPH: Readonly<Record<LaneState, string>> = {
  ended: '─',
  undetermined: '·',
  suspended: '≡',
  'in-force': '█',
  contested: '▒',
};

const WORD: Readonly<Record<LaneState, string>> = {
  'in-force': 'in force',
  contested: 'contested',
  suspended: 'suspended',
  undetermined: 'cannot be said',
  ended: 'ended',
};

export const legend = (['in-force', 'contested', 'suspended', 'undetermined', 'ended'] as const)
  .map((state) => `${GLYPH[state]} ${WORD[state]}`)
  .join('   ');

/** What is drawn, how wide, and which second since 1970 is "now" in the picture. */
export type Picture = {
  readonly lanes: readonly Lane[];
  readonly record: LegalRecord;
  readonly columns: number;
  readonly now: number;
};

type Scale = { readonly from: number; readonly until: number; readonly width: number; readonly indent: number };

export function bandLines(picture: Picture): readonly BandLine[] {
  const { lanes, record } = picture;
  const scale = scaleOf(picture);
  const laws = [...new Set(lanes.map(({ measures }) => measures[0]!.law))].sort((a, b) =>
    a === 'UN' ? -1 : b === 'UN' ? 1 : a < b ? -1 : 1,
  );
  return laws.flatMap((law) => [
    { kind: 'heading' as const, text: record.laws[law]?.name ?? law },
    { kind: 'axis' as const, text: axis(scale) },
    ...laneGroupsOf(lanes.filter(({ measures }) => measures[0]!.law === law)).flatMap(({ lanes: own, views }) => [
      ...own.flatMap((lane) => laneLines(lane, scale, record)),
      ...views.flatMap(({ positions, stretches }) => [
        band(`  ${positions.length === 0 ? 'everybody' : positionsShort(record, positions)}`, stretches, scale),
        words(stretches, 4),
      ]),
    ]),
  ]);
}

function laneLines({ measures, stretches }: Lane, scale: Scale, record: LegalRecord): readonly BandLine[] {
  const [first] = measures;
  const { symbol } = record.instruments[first!.instrument]!;
  const more = measures.length > 1 ? ` and ${measures.length - 1} more` : '';
  const call = first!.force === 'decides' ? '' : ' (call, not binding)';
  const mark = measures.some(({ evidence }) => evidence === 'unverified') ? ' [unverified]' : '';
  return [
    band(citationText({ symbol, at: first!.provision }), stretches, scale),
    { kind: 'words', text: `  ${first!.title}${more}${call}${mark}: ${wordsOf(stretches)}` },
  ];
}

/** A label, cut where it is too long, and the glyphs of its stretches. */
function band(label: string, stretches: readonly LaneStretch[], scale: Scale): BandLine {
  const room = scale.indent - 2;
  const cut = label.length > room ? `${label.slice(0, room - 1)}…` : label;
  return { kind: 'band', text: `${cut.padEnd(scale.indent)}${glyphs(stretches, scale)}`.trimEnd() };
}

/** What is painted later stays: a short stretch in force is not lost in a long one that ended. */
const PAINTED = ['ended', 'undetermined', 'suspended', 'in-force', 'contested'] as const;

function glyphs(stretches: readonly LaneStretch[], { from, until, width }: Scale): string {
  const cells = Array.from({ length: width }, () => ' ');
  const column = (at: number): number => Math.round(((at - from) / (until - from)) * width);
  for (const state of PAINTED) {
    for (const stretch of stretches) {
      if (stretch.state !== state) continue;
      const start = Math.max(0, stretch.from === undefined ? 0 : column(stretch.from.from));
      const end = Math.min(width, stretch.until === undefined ? width : column(stretch.until.from));
      for (let i = Math.min(start, width - 1); i < Math.max(end, start + 1) && i < width; i++) cells[i] = GLYPH[state];
    }
  }
  return cells.join('');
}

const words = (stretches: readonly LaneStretch[], indent: number): BandLine => ({
  kind: 'words',
  text: `${' '.repeat(indent)}${wordsOf(stretches)}`,
});

/** "in force from 2010-06-09 until 2016-01-16, contested from 2025-09-28". */
function wordsOf(stretches: readonly LaneStretch[]): string {
  const told = stretches.filter(({ state }) => state !== 'ended');
  if (told.length === 0) return 'never in force';
  return told
    .map(({ from, until, state }) => {
      const start = from === undefined ? '' : ` from ${day(from.from)}`;
      return `${WORD[state]}${start}${until === undefined ? '' : ` until ${day(until.from)}`}`;
    })
    .join(', ');
}

/** The UTC day of an edge; midnight is the day that begins. */
const day = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);

function scaleOf({ lanes, columns, now }: Picture): Scale {
  const edges = lanes.flatMap(({ stretches }) =>
    stretches.flatMap(({ from, until }) => [from?.from, until?.from].filter((edge) => edge !== undefined)),
  );
  const [first, last] = [Math.min(now, ...edges), Math.max(now, ...edges)];
  const width = Math.max(60, Math.min(columns, 160));
  const indent = Math.min(44, Math.floor(width * 0.42));
  const year = (at: number): number => new Date(at * 1000).getUTCFullYear();
  return {
    from: startOfYear(year(first)),
    until: startOfYear(year(last) + 1),
    width: width - indent,
    indent,
  };
}

const startOfYear = (year: number): number => Date.UTC(year, 0, 1) / 1000;

/** Years as far apart as they can be read. */
function axis({ from, until, width, indent }: Scale): string {
  const first = new Date(from * 1000).getUTCFullYear();
  const years = new Date(until * 1000).getUTCFullYear() - first;
  const step = [1, 2, 5, 10, 20, 50].find((one) => (width / years) * one >= 6) ?? 100;
  const cells = Array.from({ length: width }, () => ' ');
  for (let year = Math.ceil(first / step) * step; year < first + years; year += step) {
    const at = Math.round(((startOfYear(year) - from) / (until - from)) * width);
    const text = String(year);
    if (at + text.length <= width) cells.splice(at, text.length, ...text);
  }
  return `${' '.repeat(indent)}${cells.join('')}`.trimEnd();
}
