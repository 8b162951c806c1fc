import { escaped } from './escaped.ts';

/** A whole page in one file: no script, no request to anywhere, readable printed and in either direction of writing. */
export const page = (title: string, body: string, language = 'en', style = ''): string =>
  pageAround(title, `<main>\n${body}\n</main>`, language, style);

/** The same around a body that brings its own landmarks. */
export function pageAround(title: string, body: string, language = 'en', style = ''): string {
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${language === 'fa' || language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const STYLE = `
:root{color-scheme:light;--ink:#1b1b1a;--quiet:#57554f;--line:#dcd8cf;--tint:#f7f5f0;--blue:#17507a;--ochre:#a34f16;--serif:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4","Noto Serif",Cambria,Georgia,serif;--sans:system-ui,"Segoe UI","Noto Sans",Roboto,Helvetica,Arial,sans-serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:break-word}
main{max-width:68rem;margin:0 auto;padding:1.75rem 1.25rem 3rem}
h1,h2,h3{font-family:var(--serif);line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.6rem,1.2rem + 1.6vw,2.2rem);font-weight:600;letter-spacing:-.01em;margin:0 0 1rem;max-width:44rem}
h2{font-size:1.25rem;font-weight:600;margin:2.5rem 0 .6rem}
h3{font-size:1rem;font-weight:600;margin:1.25rem 0 .4rem}
p{max-width:42rem;margin:.6rem 0}
.lead{font-family:var(--serif);font-size:1.2rem;line-height:1.45}
figure{margin:1.5rem 0;overflow-x:auto}
figure svg{display:block;max-width:100%;min-width:40rem;height:auto}
figcaption{font-size:.85rem;color:var(--quiet);margin:.5rem 0}
.scroll{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;font-size:.875rem;line-height:1.4;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:start;color:var(--quiet);padding-bottom:.4rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.78rem;font-weight:600;color:var(--quiet);border-bottom:1px solid var(--ink)}
tbody th{font-weight:400}
tbody th[scope=rowgroup]{font-weight:600;padding-top:1.25rem}
.day{white-space:nowrap}
small,.note{font-size:.85rem;color:var(--quiet)}
.outcome{font-weight:600}
a{color:var(--blue);text-underline-offset:.18em;text-decoration-thickness:.06em}
:focus-visible{outline:3px solid var(--ochre);outline-offset:2px}
@media (max-width:40rem){main{padding:1.25rem 1rem 2rem}}
@media print{@page{margin:18mm 16mm}body{font-size:10pt}main{max-width:none;padding:0}a{color:inherit}figure,.scroll{overflow:visible;break-inside:avoid-page}figure svg{min-width:0}tr{break-inside:avoid}h2,h3{break-after:avoid}}
`;
