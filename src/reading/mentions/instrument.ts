import type { Line } from '../line.ts';
import { numberAt } from './number.ts';

/** An instrument named in a text. `number` and `year` of a resolution; `symbol` of a document; `name` of a well-known one. */
export type InstrumentMark = {
  readonly kind: 'instrument';
  readonly fromToken: number;
  readonly toToken: number;
  readonly form: 'resolution' | 'document' | 'order' | 'known' | 'eu-act';
  readonly number?: number;
  readonly year?: number;
  readonly symbol?: string;
  readonly name?: string;
};

/** Resolutions by number or symbol, Council documents, executive orders, EU acts, and the deal of 2015 by any of its names. */
export function instrumentsIn(line: Line): InstrumentMark[] {
  const marks: InstrumentMark[] = [];
  let index = 0;
  while (index < line.tokens.length) {
    if (!startsInstrument(line, index)) {
      index++;
      continue;
    }
    const found =
      symbolAt(line, index) ??
      numberedAt(line, index) ??
      orderAt(line, index) ??
      actAt(line, index) ??
      knownAt(line, index);
    if (found === undefined || found.length === 0) index++;
    else {
      marks.push(...found);
      index = found.at(-1)!.toToken;
    }
  }
  return marks;
}

/** Only a figure, a letter or two, or a word of the lexicon starts the name of one. */
const startsInstrument = (line: Line, index: number): boolean => {
  const { kind, norm } = line.tokens[index]!;
  return kind === 'number' || (kind === 'word' && norm.length <= 2) || line.allAt(index).length > 0;
};

/** `S/RES/2231 (2015)`, `S/2020/797`, `A/RES/65/265`. */
function symbolAt(line: Line, index: number): InstrumentMark[] | undefined {
  const organ = line.norm(index);
  if ((organ !== 's' && organ !== 'a') || line.norm(index + 1) !== '/' || line.tokens[index + 1]!.spaced)
    return undefined;
  if (line.norm(index + 2) === 'res' && line.norm(index + 3) === '/' && line.tokens[index + 4]?.kind === 'number') {
    if (organ === 'a') {
      const session = line.norm(index + 4);
      const number = line.norm(index + 5) === '/' ? line.norm(index + 6) : '';
      return [
        {
          kind: 'instrument',
          fromToken: index,
          toToken: index + (number ? 7 : 5),
          form: 'document',
          symbol: `A/RES/${session}${number && `/${number}`}`,
        },
      ];
    }
    return [resolution(line, index, index + 4)];
  }
  const year = line.norm(index + 2);
  if (
    organ === 's' &&
    /^(?:19|20)\d\d$/.test(year) &&
    line.norm(index + 3) === '/' &&
    /^\d+$/.test(line.norm(index + 4))
  )
    return [
      {
        kind: 'instrument',
        fromToken: index,
        toToken: index + 5,
        form: 'document',
        symbol: `S/${year}/${line.norm(index + 4)}`,
      },
    ];
  return undefined;
}

function resolution(line: Line, from: number, at: number): InstrumentMark {
  const year = yearInBrackets(line, at + 1);
  return {
    kind: 'instrument',
    fromToken: from,
    toToken: year?.to ?? at + 1,
    form: 'resolution',
    number: Number(line.norm(at)),
    ...(year && { year: year.value }),
  };
}

function yearInBrackets(line: Line, index: number): { readonly value: number; readonly to: number } | undefined {
  const year = line.norm(index + 1);
  if (line.norm(index) !== '(' || !/^(?:19|20)\d\d$/.test(year) || line.norm(index + 2) !== ')') return undefined;
  return { value: Number(year), to: index + 3 };
}

const LIGHT = new Set([
  'no',
  '.',
  'number',
  'nr',
  '№',
  'n',
  '°',
  'شماره',
  'رقم',
  'های',
  'ی',
  'номер',
  'num',
  'nos',
  "'",
  '"',
  's',
  'º',
  '(',
  'ها',
  'ООН',
  'оон',
  'un',
  'du',
  'des',
  'nations',
  'unies',
  'сб',
  'شورای',
  'امنیت',
]);
const JOINS = new Set([',', 'and', 'و', 'и', 'et', 'und', 'y', '&', 'to', 'e']);

/** `resolution 2231`, `UNSCR 1929`, `resolutions 1737, 1747 and 1803`, `قطعنامه ۲۲۳۱`. */
function numberedAt(line: Line, index: number): InstrumentMark[] | undefined {
  const hit = line.at('concept', index);
  if (
    hit?.name !== 'resolution' &&
    !line.allAt(index).some(({ group, name }) => group === 'concept' && name === 'resolution')
  )
    return undefined;
  const word = hit!;
  let at = word.to;
  while (at < word.to + 4 && LIGHT.has(line.norm(at))) at++;
  const marks: InstrumentMark[] = [];
  let from = index;
  while (line.tokens[at]?.kind === 'number' && (numberAt(line, at)?.value ?? 0) >= 1) {
    const number = Number(line.norm(at));
    if (number > 3500 || line.norm(at).length > 4) break;
    marks.push(resolution(line, from, at));
    at = marks.at(-1)!.toToken;
    from = at;
    let next = at;
    while (next < at + 2 && JOINS.has(line.norm(next))) next++;
    if (next === at || line.norm(next).length < 3 || line.at('time', next + 1)) break;
    at = next;
    from = next;
  }
  return marks.length > 0 ? marks : undefined;
}

/** `Executive Order 13949`, `E.O. 13949`. */
function orderAt(line: Line, index: number): InstrumentMark[] | undefined {
  const short =
    line.norm(index) === 'e' && line.norm(index + 1) === '.' && line.norm(index + 2) === 'o'
      ? index + (line.norm(index + 3) === '.' ? 4 : 3)
      : line.norm(index) === 'eo'
        ? index + 1
        : undefined;
  const hit = line.at('concept', index);
  let at = short ?? (hit?.name === 'order' ? hit.to : undefined);
  if (at === undefined) return undefined;
  while (LIGHT.has(line.norm(at))) at++;
  if (!/^1[2-9]\d{3}$/.test(line.norm(at))) return undefined;
  return [
    {
      kind: 'instrument',
      fromToken: index,
      toToken: at + 1,
      form: 'order',
      number: Number(line.norm(at)),
      symbol: `E.O. ${line.norm(at)}`,
    },
  ];
}

/** `2010/413/CFSP`, `(EU) No 267/2012`, `(CFSP) 2025/1972`. */
function actAt(line: Line, index: number): InstrumentMark[] | undefined {
  const [a, slash, b] = [line.norm(index), line.norm(index + 1), line.norm(index + 2)];
  if (slash !== '/' || !/^\d{1,4}$/.test(a) || !/^\d{1,4}$/.test(b)) return undefined;
  const tail = line.norm(index + 3) === '/' && ['cfsp', 'pesc', 'gasp', 'pesk'].includes(line.norm(index + 4));
  const head = line.norm(index - 1) === ')' || (line.norm(index - 1) === 'no' && line.norm(index - 2) === ')');
  if (!tail && !head) return undefined;
  return [
    {
      kind: 'instrument',
      fromToken: index,
      toToken: index + (tail ? 5 : 3),
      form: 'eu-act',
      symbol: tail ? `${a}/${b}/CFSP` : `${a}/${b}`,
    },
  ];
}

function knownAt(line: Line, index: number): InstrumentMark[] | undefined {
  const hit = line.at('concept', index);
  if (hit === undefined || !['deal', 'jpoa', 'npt'].includes(hit.name)) return undefined;
  return [{ kind: 'instrument', fromToken: index, toToken: hit.to, form: 'known', name: hit.name }];
}
