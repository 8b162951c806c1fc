import { escaped } from './escaped.ts';

/** A whole page in one file: no script, no request to anywhere, readable printed and in either direction of writing. */
export function page(title: string, body: string, language = 'en', style = ''): string {
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
<main>
${body}
</main>
</body>
</html>
`;
}

const STYLE = `
:root{color-scheme:light}
body{margin:0;background:#fff;color:#1c1c1c;font:16px/1.5 system-ui,sans-serif}
main{max-width:66rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
p{max-width:46rem}
.lead{font-size:1.1rem}
figure{margin:1.5rem 0;overflow-x:auto}
figure svg{max-width:100%;min-width:40rem;height:auto}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.86rem;width:100%}
th,td{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ddd}
th{font-weight:600}
small,.note{color:#555}
ol.steps li{margin:.25rem 0}
.outcome{font-weight:600}
a{color:#17507a}
@media print{main{max-width:none;padding:0}figure{overflow:visible;break-inside:avoid}figure svg{min-width:0}tr{break-inside:avoid}}
`;
