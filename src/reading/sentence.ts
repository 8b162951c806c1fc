import { type Token, tokenize } from './token.ts';

/** A sentence: its tokens, the paragraph it stands in, and whether it is a line of its own without a full stop (a heading). */
export type Sentence = { readonly tokens: readonly Token[]; readonly paragraph: number; readonly heading: boolean };

const LONGEST_PIECE = 20_000;
const MOST_TOKENS = 300;

/** Cuts a text into sentences, a paragraph at a time, so that a long text never lies in memory as tokens. */
export function* sentencesOf(text: string): Generator<Sentence> {
  let paragraph = 0;
  for (const [from, until] of paragraphsOf(text)) {
    for (const tokens of split(tokenize(text, from, until))) yield { tokens, paragraph, heading: !endsInStop(tokens) };
    paragraph++;
  }
}

/** Stretches of text between line breaks; lines broken in the middle of a sentence belong together. */
function* paragraphsOf(text: string): Generator<readonly [number, number]> {
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const until = end < 0 ? text.length : end;
    const wrapped = end >= 0 && isWrapped(text, at, until) && until - from < LONGEST_PIECE;
    at = until + 1;
    if (wrapped) continue;
    yield* pieces(text, from, until);
    from = at;
  }
  if (from < text.length) yield* pieces(text, from, text.length);
}

/** A full line that ends in the middle of a sentence, with a line below that goes on in small letters or the like. */
function isWrapped(text: string, from: number, until: number): boolean {
  const length = until - from;
  if (length < 50 || length > 110) return false;
  if (/[.!?:؟۔»"”)]/.test(text[until - 1] === '\r' ? text[until - 2]! : text[until - 1]!)) return false;
  const next = text[until + 1];
  return next !== undefined && !/[\s\-*#•>\d]/.test(next);
}

function* pieces(text: string, from: number, until: number): Generator<readonly [number, number]> {
  let start = from;
  while (until - start > LONGEST_PIECE) {
    const space = text.lastIndexOf(' ', start + LONGEST_PIECE);
    const cut = space > start + LONGEST_PIECE / 2 ? space : start + LONGEST_PIECE;
    yield [start, cut];
    start = cut;
  }
  if (start < until) yield [start, until];
}

const STOPS = new Set(['.', '!', '?', '…', '。']);
const CLOSERS = new Set(['"', "'", ')', ']', '”']);

function* split(tokens: readonly Token[]): Generator<readonly Token[]> {
  let from = 0;
  for (let index = 0; index < tokens.length; index++) {
    const tooLong = index - from >= MOST_TOKENS;
    if (!tooLong && !endsHere(tokens, index)) continue;
    let end = index + 1;
    while (!tooLong && end < tokens.length && CLOSERS.has(tokens[end]!.norm) && !tokens[end]!.spaced) end++;
    yield tokens.slice(from, end);
    from = end;
    index = end - 1;
  }
  if (from < tokens.length) yield tokens.slice(from);
}

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof rep sen gen gov col lt st no nos nr art para paras pp p vs ltd co corp inc etc approx res sec dept vice adm jan feb mar apr jun jul aug sept sep oct nov dec bzw usw abs z b d h u g т г е гг им м mme cf ee uu sr sra dr ay'.split(
    ' ',
  ),
);

function endsHere(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.kind !== 'mark' || !STOPS.has(token.norm)) return false;
  const next = tokens[index + 1];
  if (next === undefined) return true;
  if (token.norm !== '.') return next.spaced || CLOSERS.has(next.norm);
  if (!next.spaced) return CLOSERS.has(next.norm) && (tokens[index + 2]?.spaced ?? true);
  const before = tokens[index - 1];
  if (before === undefined || before.spaced === undefined) return false;
  if (before.kind === 'number') return !(next.kind === 'word' && isDayOfMonth(before) && followsOrdinal(next));
  if (next.kind === 'word' && next.script !== 'arabic' && !next.upper) return false;
  if (before.kind === 'word' && before.norm.length === 1 && before.script !== 'arabic')
    return SENTENCE_STARTS.has(next.norm);
  return !(ABBREVIATIONS.has(before.norm) && before.norm.length <= 5 && !SENTENCE_STARTS.has(next.norm));
}

const SENTENCE_STARTS = new Set(
  'the a an it he she they but this that these in on at for and as its his her we'.split(' '),
);
const isDayOfMonth = (token: Token): boolean =>
  token.norm.length <= 2 && Number(token.norm) >= 1 && Number(token.norm) <= 31;
const AFTER_ORDINAL = new Set(
  'januar janner februar marz april mai juni juli august september oktober november dezember jahrestag sitzung runde resolution'.split(
    ' ',
  ),
);
/** German ordinals: "28. September", "der 5. Jahrestag". */
const followsOrdinal = ({ norm }: Token): boolean => AFTER_ORDINAL.has(norm);

const endsInStop = (tokens: readonly Token[]): boolean => {
  const last = tokens.findLast((token) => !CLOSERS.has(token.norm));
  return last !== undefined && (STOPS.has(last.norm) || last.norm === ':');
};
