import { escaped } from './escaped.ts';
import { MEMO_STYLE } from './memo-page.ts';
import { page } from './page.ts';

/** The bar of every page: whose law, on which day, as whom, as known when. */
export type Bar = {
  readonly target?: string;
  readonly on?: string;
  readonly accordingTo?: string;
  readonly asKnown?: string;
  readonly law?: string;
};

const PLACES = [
  ['/', 'Today'],
  ['/timeline', 'Timeline'],
  ['/check', 'Check a transfer'],
  ['/read', 'Read a report'],
  ['/screen', 'Names'],
  ['/positions', 'Positions'],
  ['/calendar', 'Calendar'],
  ['/sources', 'Sources and gaps'],
  ['/about', 'About'],
] as const;

/** A page of the service: navigation, a heading, the body. Works without script. */
export function layout(title: string, here: string, body: string, style = ''): string {
  const links = PLACES.map(
    ([path, name]) => `<li><a href="${path}"${path === here ? ' aria-current="page"' : ''}>${name}</a></li>`,
  ).join('');
  const search = `<form action="/search" role="search"><label class="hidden" for="q">Search the record</label><input id="q" name="q" type="search" placeholder="Search" maxlength="200"><button>Search</button></form>`;
  return page(
    `${title} · Snapback`,
    `<header><a class="skip" href="#content">To the content</a><nav aria-label="Main"><a class="brand" href="/">Snapback</a><ul>${links}</ul></nav>${search}</header><div id="content"><h1>${escaped(title)}</h1>${body}</div>`,
    'en',
    STYLE + MEMO_STYLE + style,
  );
}

/** The form that sets State, day, position and knowledge time, filled in with what is shown. */
export function barForm(action: string, { target = '', on, accordingTo = '', asKnown = '', law = '' }: Bar): string {
  const field = (name: string, label: string, value: string, size: number, extra = ''): string =>
    `<label>${label}<input name="${name}" value="${escaped(value)}" size="${size}" maxlength="200"${extra}></label>`;
  return `<form class="bar" action="${action}" method="get">
${field('target', 'State', target, 14, ' required')}
${on === undefined ? '' : field('on', 'Day', on, 12)}
${field('law', 'Laws', law, 8, ' placeholder="all"')}
${field('accordingTo', 'According to', accordingTo, 14, ' placeholder="everybody"')}
${field('asKnown', 'As known', asKnown, 12, ' placeholder="horizon"')}
<button>Show</button></form>`;
}

const STYLE = `
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;border-bottom:1px solid #ddd;padding-bottom:.75rem;margin-bottom:1.5rem}
header ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0;padding:0}
header nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;flex:1}
header a{text-decoration:none;padding:.3rem 0;display:inline-block}
header a[aria-current]{font-weight:600;text-decoration:underline}
.brand{font-weight:700;color:#1c1c1c}
.skip{position:absolute;inset-inline-start:-99rem}.skip:focus{position:static}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
form.bar,form.question{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:end;margin:1rem 0}
form label{display:flex;flex-direction:column;font-size:.82rem;color:#444;max-width:100%}
input,select,textarea,button{font:inherit;padding:.35rem .5rem;border:1px solid #888;border-radius:3px;max-width:100%;background:#fff;color:#1c1c1c}
button{background:#17507a;color:#fff;border-color:#17507a;min-height:2.4rem}
textarea{width:100%;min-height:14rem}
:focus-visible{outline:3px solid #b4581a;outline-offset:2px}
.error{border-inline-start:4px solid #a11;padding:.5rem 1rem;background:#fdf3f3}
@media (max-width:40rem){header{display:block}main{padding:1rem .75rem}}
@media print{header,form{display:none}}
`;
