/** A document read against the record, as one page: the text with numbered spans, notes beside it, a filter that needs no script. */
import { type Reading, type Statement, uncheckedText, type Verdict } from '../../src/documents.ts';
import { escaped } from './escaped.ts';
import { page } from './page.ts';

const ORDER: readonly Verdict[] = ['contradicted', 'contested', 'supported', 'unverifiable'];
const WORDS: Readonly<Record<Verdict, string>> = {
  contradicted: 'contradicted',
  contested: 'contested',
  supported: 'supported',
  unverifiable: 'beyond the record',
};

/** One file: nothing is loaded from anywhere, it prints, and it reads in either direction. */
export const readingPage = (reading: Reading, name: string, reach: string): string =>
  page(
    `${name}, read against the record`,
    `<h1>${escaped(name)}, read against the record</h1>${readingBody(reading, reach)}`,
    'en',
    READING_STYLE,
  );

/** What stands under the heading: the counts, the text with numbered spans, the notes. */
export function readingBody(reading: Reading, reach: string): string {
  const { document, statements, summary } = reading;
  const direction = document.language === 'fa' || document.language === 'ar' ? 'rtl' : 'ltr';
  const counts = ORDER.map((verdict) => `${summary[verdict]} ${WORDS[verdict]}`).join(', ');
  const about = [
    `language ${document.language}`,
    document.published === null
      ? 'day of publication unknown'
      : `published ${document.published}${document.inferred.includes('published') ? ' (inferred)' : ''}`,
    document.zone === null
      ? 'zone unknown'
      : `zone ${document.zone}${document.inferred.includes('zone') ? ' (inferred)' : ''}`,
  ];
  return `<p class="lead"><strong>${statements.length} statements: ${counts}.</strong> ${uncheckedText(summary.unchecked)}</p>
<p class="note">${escaped(about.join('; '))}.</p>
<div class="reading">
<fieldset class="filter"><legend>Show</legend>
${['all', ...ORDER].map((value, i) => `<input type="radio" name="show" id="show-${value}"${i === 0 ? ' checked' : ''}><label for="show-${value}">${value === 'all' ? 'all' : WORDS[value as Verdict]}</label>`).join('\n')}
</fieldset>
<div class="columns">
<section aria-label="The text" class="text" lang="${document.language}" dir="${direction}">${markedText(document.text, statements)}</section>
<section aria-label="Notes">
<ol class="notes">
${statements.map((statement, i) => note(statement, i + 1, document.language, direction)).join('\n')}
</ol>
</section>
</div>
</div>
<p class="note">${escaped(reach)}</p>`;
}

/** The text with every stretch under the strictest verdict that covers it, and a number where each statement starts. */
function markedText(text: string, statements: readonly Statement[]): string {
  const starts = new Map<number, number[]>();
  const cuts = new Set([0, text.length]);
  statements.forEach(({ start, end }, i) => {
    cuts.add(start).add(end);
    starts.set(start, [...(starts.get(start) ?? []), i]);
  });
  const places = [...cuts].sort((a, b) => a - b);
  const parts: string[] = [];
  let open: readonly number[] = [];
  for (const [k, from] of places.entries()) {
    const until = places[k + 1];
    if (until === undefined) break;
    const begun = starts.get(from) ?? [];
    open = [...open.filter((i) => statements[i]!.end > from), ...begun];
    const verdict = ORDER.find((one) => open.some((i) => statements[i]!.verdict === one));
    const numbers = begun
      .map(
        (i) =>
          `<a class="number" id="s${i + 1}" href="#n${i + 1}" aria-label="statement ${i + 1}, ${WORDS[statements[i]!.verdict]}">${i + 1}</a>`,
      )
      .join('');
    const words = escaped(text.slice(from, until)).replace(/\n/g, '<br>');
    parts.push(
      verdict === undefined
        ? words
        : `${numbers}<span class="mark ${[...new Set(open.map((i) => statements[i]!.verdict))].join(' ')} is-${verdict}">${words}</span>`,
    );
  }
  return parts.join('');
}

function note(statement: Statement, number: number, language: string, direction: string): string {
  const {
    verdict,
    quote,
    kind,
    aspect,
    correct,
    near,
    contestedBy,
    because,
    citations,
    evidence,
    reason,
    attribution,
  } = statement;
  const lines: string[] = [];
  if (attribution !== null && aspect === 'content')
    lines.push(
      attribution.source === 'unresolved'
        ? 'As told by somebody the record does not know.'
        : `As told by <bdi>${escaped(attribution.source)}</bdi>.`,
    );
  if (correct !== null)
    lines.push(
      `<strong>Right:</strong> ${escaped(correct.text)}${near === null ? '' : ` <em>Near: ${escaped(near)}.</em>`}`,
    );
  for (const { positions, says } of contestedBy)
    lines.push(`<strong>${escaped(positions.join(', '))}:</strong> ${escaped(says)}`);
  if (verdict === 'supported' && because[0] !== undefined) lines.push(escaped(because[0]));
  if (verdict === 'unverifiable')
    lines.push(
      reason === 'not-on-record'
        ? 'The record does not hold this.'
        : `The record cannot say: ${escaped(reason ?? '')}.`,
    );
  const cites = citations.map(({ symbol, para, url }) => {
    const words = `<bdi>${escaped(para === undefined ? symbol : `${symbol}, ${para}`)}</bdi>`;
    return url === undefined ? words : `<a href="${escaped(url)}">${words}</a>`;
  });
  if (cites.length > 0)
    lines.push(`<small>${cites.join('; ')}${evidence === 'unverified' ? ' [unverified]' : ''}</small>`);
  return `<li id="n${number}" class="${verdict}" value="${number}"><p><span class="verdict">${WORDS[verdict]}</span> <small>${escaped(kind)}${aspect === 'attribution' ? ', that it was said' : ''}</small> <a href="#s${number}" aria-label="to the place in the text">↑</a></p>
<blockquote lang="${language}" dir="${direction}">${escaped(quote.length > 200 ? `${quote.slice(0, 199)}…` : quote)}</blockquote>
${lines.map((line) => `<p>${line}</p>`).join('\n')}</li>`;
}

export const READING_STYLE = `
.filter{border:0;padding:0;margin:1rem 0}
.filter legend{float:inline-start;margin-inline-end:.6rem;font-weight:600}
.filter label{padding:.25rem .6rem;margin-inline-end:.5rem;border:1px solid #767676;border-radius:.3rem;display:inline-block;min-height:1.5rem}
.filter input{margin-inline-end:.25rem;width:1.1rem;height:1.1rem}
.filter input:focus-visible+label,a:focus-visible{outline:3px solid #17507a;outline-offset:2px}
.columns{display:grid;gap:2rem;grid-template-columns:minmax(0,1.2fr) minmax(0,1fr)}
.text{line-height:1.9;unicode-bidi:plaintext;overflow-wrap:anywhere}
.number{font-size:.7rem;vertical-align:super;margin-inline:.15rem;padding:.2rem .3rem;border:1px solid #767676;border-radius:.2rem;text-decoration:none;line-height:1;unicode-bidi:isolate}
.mark{text-decoration-line:underline;text-decoration-thickness:.15em;text-underline-offset:.2em;text-decoration-skip-ink:none}
.is-contradicted{text-decoration-style:double;text-decoration-color:#a3121f;background:#fdecea}
.is-contested{text-decoration-style:dashed;text-decoration-color:#6a3d9a;background:#f3ecfa}
.is-supported{text-decoration-style:solid;text-decoration-color:#1b6e3c}
.is-unverifiable{text-decoration-style:dotted;text-decoration-color:#595959}
.notes{padding-inline-start:1.6rem}
.notes li{margin-bottom:1rem;padding-inline-start:.5rem;border-inline-start:4px solid #595959;break-inside:avoid;scroll-margin-top:1rem}
.notes li.contradicted{border-inline-start-style:double;border-color:#a3121f}
.notes li.contested{border-inline-start-style:dashed;border-color:#6a3d9a}
.notes li.supported{border-color:#1b6e3c}
.notes li:target,.number:target{background:#fff6cf}
.notes p{margin:.15rem 0}
.notes blockquote{margin:.2rem 0;color:#333;unicode-bidi:plaintext}
.verdict{font-weight:700}
${ORDER.map(
  (verdict) => `.reading:has(#show-${verdict}:checked) .notes li:not(.${verdict}){display:none}
.reading:has(#show-${verdict}:checked) .mark:not(.${verdict}){text-decoration:none;background:none}`,
).join('\n')}
@media (max-width:50rem){.columns{grid-template-columns:minmax(0,1fr)}}
@media print{.filter{display:none}.columns{display:block}.text{margin-bottom:1.5rem}}
`;
