import type { Version } from '../../src/index.ts';
import { escaped } from './escaped.ts';
import { MEMO_STYLE } from './memo-page.ts';
import { pageAround } from './page.ts';

const PLACES = [
  ['/', 'In force'],
  ['/timeline', 'Timeline'],
  ['/check', 'Check a transfer'],
  ['/read', 'Read a report'],
  ['/screen', 'Names'],
  ['/positions', 'Positions'],
  ['/votes', 'Votes'],
  ['/calendar', 'Calendar'],
  ['/sources', 'Sources and gaps'],
  ['/about', 'About'],
] as const;

export type Sheet = {
  readonly title: string;
  /** The place in the navigation that it belongs to; empty for none. */
  readonly here: string;
  /** The form that sets the viewpoint. */
  readonly bar?: string;
  readonly body: string;
  readonly style?: string;
};

/** A page of the service: navigation, a heading, the bar, the body, and what it was worked out from. Works without script. */
export function layout({ title, here, bar = '', body, style = '' }: Sheet, version: Version): string {
  const links = PLACES.map(
    ([path, name]) => `<li><a href="${path}"${path === here ? ' aria-current="page"' : ''}>${name}</a></li>`,
  ).join('');
  return pageAround(
    `${title} · Snapback`,
    `<a class="skip" href="#content">To the content</a>
<header class="top"><div class="mast"><a class="brand" href="/">Snapback</a><span class="motto">Sanctions law in time</span>
<form action="/search" role="search"><label class="hidden" for="q">Search the record</label><input id="q" name="q" type="search" placeholder="Resolution, State, goods" maxlength="200"><button class="plain">Search</button></form></div>
<nav aria-label="Main"><ul>${links}</ul></nav></header>
<main id="content" tabindex="-1"><h1>${escaped(title)}</h1>
${bar}
${body}
</main>
<footer class="foot"><p>Record ${escaped(version.record.slice(0, 19))}, horizon ${escaped(version.horizon)}, engine ${escaped(version.engine)}, time zone data ${escaped(version.tzdata)}. Positions are reported, never taken. Not legal advice.</p></footer>`,
    'en',
    LAYOUT_STYLE + MEMO_STYLE + style,
  );
}

const LAYOUT_STYLE = `
.skip{position:absolute;inset-inline-start:-99rem;background:#fff;padding:.6rem 1rem;z-index:1}.skip:focus{inset-inline-start:.5rem;inset-block-start:.5rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.top,.foot{max-width:68rem;margin:0 auto;padding:1rem 1.25rem 0}
.mast{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
.brand{font:700 1.35rem/1.2 var(--serif);color:var(--ink);text-decoration:none;padding:.3rem 0}
.motto{font-family:var(--serif);font-style:italic;color:var(--quiet);flex:1}
.mast form{display:flex;gap:.4rem;min-width:0}
.mast input{width:15rem;min-width:0;flex:1 1 auto}
nav ul{display:flex;flex-wrap:wrap;gap:0 1.35rem;list-style:none;margin:.75rem 0 0;padding:.15rem 0;border-block:1px solid var(--line)}
nav a{display:inline-block;padding:.45rem 0;font-size:.92rem;color:var(--ink);text-decoration:none;border-block-end:2px solid transparent}
nav a:hover{border-color:var(--line)}nav a[aria-current]{border-color:var(--ochre);font-weight:600}
form.bar,form.question{display:flex;flex-wrap:wrap;gap:.6rem .8rem;align-items:end;margin:0 0 1.5rem;padding:.85rem 1rem;background:var(--tint);border-radius:.3rem}
form.bar label{flex:1 1 7.5rem;max-width:13rem}form.question label{flex:1 1 9rem;max-width:16rem}
form.stack{max-width:46rem;display:grid;gap:.8rem;justify-items:start}form.stack label{width:100%}form.stack .short{max-width:16rem}
label{display:flex;flex-direction:column;gap:.15rem;font-size:.8rem;color:#45433e;min-width:0}
main input,main textarea,.mast input,button{font:inherit;font-size:.95rem;padding:.4rem .55rem;border:1px solid #84817a;border-radius:.2rem;min-width:0;width:100%;background:#fff;color:var(--ink);min-height:2.4rem}
.mast input{width:15rem}::placeholder{color:#6b6963;opacity:1}
.filter input{width:1.1rem;height:1.1rem;min-height:0}
button{width:auto;flex:none;white-space:nowrap;background:var(--blue);color:#fff;border-color:var(--blue);padding-inline:1.1rem;cursor:pointer}
button.plain{background:#fff;color:var(--blue)}
textarea{min-height:14rem;unicode-bidi:plaintext}
.error{border-inline-start:4px solid #a3121f;padding:.3rem 1rem;background:#fdf3f3;margin:1rem 0}
.foot{padding-block:0 2rem}.foot p{border-top:1px solid var(--line);padding-top:.75rem;font-size:.8rem;color:var(--quiet);max-width:none}
.found{list-style:none;padding:0}.found li{padding:.45rem 0;border-bottom:1px solid var(--line)}.found small{display:block}
.branches{display:grid;gap:.75rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr))}
.branches{margin:.75rem 0 1.5rem}.branches>div{border-top:3px solid var(--blue);padding-top:.6rem}.branches h4{margin:0}.branches p{margin:.25rem 0}.branches>div:last-child{border-color:var(--ochre)}
@media (max-width:40rem){.top,.foot{padding-inline:1rem}.mast form{flex:1 1 100%}.motto{display:none}nav ul{gap:0 1rem}form.bar label,form.question label{max-width:none}}
@media print{.top,.skip,form.bar,form.question,form.stack{display:none}}
`;
