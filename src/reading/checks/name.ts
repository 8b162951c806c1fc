/** How instruments are called and numbered. */
import { remember } from '../../compile/remember.ts';
import type { Clause } from '../clause.ts';
import type { Context } from '../context.ts';
import { lexiconOf } from '../lexicon/lexicons.ts';
import type { Line } from '../line.ts';
import type { InstrumentMark } from '../mentions/instrument.ts';
import { numberAt } from '../mentions/number.ts';
import type { Scan } from '../scan.ts';
import type { Finding } from '../statement.ts';
import { normalize } from '../token.ts';
import { contradicted, supported } from './finding.ts';

export function checkNames(scan: Scan, clause: Clause, context: Context): Finding[] {
  return [
    ...titles(scan, clause, context),
    ...years(scan, clause, context),
    ...chapter(scan, clause, context),
    ...articles(scan, clause, context),
  ];
}

const TITLE_SYMBOL: Readonly<Record<string, string>> = { deal: 'S/RES/2231 (2015), Annex A', npt: 'NPT' };
const SMALL = new Set(['of', 'the', 'on', 'for', 'd', "'", 'de', 'del', 'la', 'und', 'and']);

/** A known title with its words in another order or one exchanged: "Comprehensive Joint Action Plan". */
function titles(scan: Scan, clause: Clause, { language }: Context): Finding[] {
  const { line } = scan;
  return capitalisedRuns(line, clause).flatMap(({ from, to }) => {
    const words = line.tokens
      .slice(from, to)
      .filter(({ kind, norm }) => kind === 'word' && !SMALL.has(norm))
      .map(({ norm }) => norm);
    if (words.length < 3) return [];
    return Object.entries(lexiconOf(language).titles).flatMap(([concept, title]) => {
      const right = wordsOf(title);
      if (words.length > right.length + 1) return [];
      const shared = words.filter((word) => right.includes(word)).length;
      const common = {
        kind: 'name-of-instrument' as const,
        from,
        to: withInitials(line, to),
        citations: [{ symbol: TITLE_SYMBOL[concept] ?? title }],
        evidence: 'verified' as const,
      };
      if (words.join(' ') === right.join(' ')) return [supported({ ...common, stated: { name: title } })];
      if (shared < Math.min(words.length, right.length) || shared < right.length) return [];
      return [
        contradicted(
          { ...common, stated: { name: words.join(' ') } },
          { name: title },
          `The name is ${title}.`,
          'the words stand in another order',
        ),
      ];
    });
  });
}

const words = new Map<string, readonly string[]>();
const wordsOf = (title: string): readonly string[] => remember(words, title, () => plainWords(title));
const plainWords = (title: string): string[] =>
  title
    .split(/[\s'’-]+/)
    .map(normalize)
    .filter((word) => !SMALL.has(word));

/** Runs of capitalised words, small joining words between them. */
function capitalisedRuns({ tokens }: Line, { from, to }: Clause): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let index = from; index < to; index++) {
    if (!tokens[index]!.upper) continue;
    let end = index + 1;
    while (end < to && (tokens[end]!.upper || (SMALL.has(tokens[end]!.norm) && tokens[end + 1]?.upper))) end++;
    if (end - index >= 3) runs.push({ from: tokens[index]!.norm === 'the' ? index + 1 : index, to: end });
    index = end;
  }
  return runs;
}

/** `(CJAP)` after a title belongs to it. */
const withInitials = ({ tokens }: Line, to: number): number =>
  tokens[to]?.norm === '(' && tokens[to + 2]?.norm === ')' ? to + 3 : to;

/** A resolution with a year in brackets: the number settles the year. */
function years({ instruments }: Scan, clause: Clause, { facts }: Context): Finding[] {
  return instruments.flatMap((mark: InstrumentMark) => {
    if (
      mark.number === undefined ||
      mark.year === undefined ||
      mark.form !== 'resolution' ||
      mark.fromToken < clause.from ||
      mark.toToken > clause.to
    )
      return [];
    const span = facts.yearsOfResolution(mark.number);
    if (span === undefined || (mark.year >= span[0] && mark.year <= span[1])) return [];
    const vote = facts.resolution(mark.number);
    const year = span[0] === span[1] ? `${span[0]}` : `${span[0]} or ${span[1]}`;
    return [
      contradicted(
        {
          kind: 'name-of-instrument',
          from: mark.fromToken,
          to: mark.toToken,
          stated: { instrument: `S/RES/${mark.number} (${mark.year})` },
          citations: [vote?.cite ?? { symbol: `S/RES/${mark.number}` }],
          evidence: vote?.evidence ?? 'verified',
        },
        { instrument: `S/RES/${mark.number} (${year})` },
        `Resolution ${mark.number} is of ${year}.`,
      ),
    ];
  });
}

/** "paragraph seven of the Charter" for Chapter VII. */
function chapter(scan: Scan, clause: Clause, _context: Context): Finding[] {
  const { line } = scan;
  const charter = line.first('charter', clause.from, clause.to);
  if (charter === undefined) return [];
  const unit = line
    .within('concept', clause.from, charter.from)
    .findLast(({ name }) => name === 'paragraphs' || name === 'chapter');
  if (unit?.name !== 'paragraphs' || charter.from - unit.to > 4) return [];
  const number = numberAt(line, unit.to);
  if (number?.value !== 7 && line.norm(unit.to) !== 'vii') return [];
  const common = {
    kind: 'name-of-instrument' as const,
    from: clause.from,
    to: clause.to,
    stated: { instrument: 'paragraph or Article 7 of the Charter' },
    citations: [{ symbol: 'UN Charter, Chapter VII' }],
    evidence: 'verified' as const,
  };
  return [
    contradicted(
      common,
      { instrument: 'Chapter VII of the Charter' },
      'The Council acts under Chapter VII of the Charter; Article 7 lists the organs of the United Nations.',
    ),
  ];
}

/** "paragraph 36 of the JCPOA", "article 36": a locator that a text of the record has. */
function articles(scan: Scan, clause: Clause, { facts }: Context): Finding[] {
  const { line } = scan;
  return line.within('concept', clause.from, clause.to).flatMap((unit) => {
    if (unit.name !== 'paragraphs') return [];
    const number = numberAt(line, unit.to);
    const deal = line
      .within('concept', clause.from, clause.to)
      .find(({ name, from }) => name === 'deal' && number && from >= number.to && from - number.to <= 4);
    if (number === undefined || deal === undefined) return [];
    const known = facts.eventsCiting(`JCPOA para ${number.value}`)[0];
    if (known === undefined) return [];
    const concepts = line.within('concept', clause.from, clause.to).map(({ name }) => name);
    if (!concepts.some((name) => name !== 'deal' && known.signature.concepts.has(name))) return [];
    const before = line
      .within('concept', clause.from, unit.from)
      .findLast(({ name }) => known.signature.concepts.has(name));
    return [
      supported({
        kind: 'name-of-instrument',
        from: before?.from ?? unit.from,
        to: deal.to,
        stated: { instrument: known.cite.symbol },
        citations: [known.cite],
        evidence: known.evidence,
        because: [known.text],
      }),
    ];
  });
}
