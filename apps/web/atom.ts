import { escaped } from './escaped.ts';

/** What a feed is made of: the JSON of `calendar`. */
export type DueList = {
  readonly asKnown: string;
  readonly target: string | null;
  readonly due: readonly {
    readonly at: string;
    readonly kind: string;
    readonly law: string;
    readonly regime: string;
    readonly positions: readonly string[];
    readonly says: string;
    readonly measures: readonly { readonly title: string; readonly instrument: string; readonly provision: string }[];
  }[];
};

/** An Atom feed of what is due. Entries keep their ids from one record to the next. */
export function atomFeed({ asKnown, target, due }: DueList, origin: string, query = ''): string {
  const entries = due.map((one) => {
    const id = [one.at.slice(0, 10), one.kind, one.regime, ...one.positions].join('-').replace(/[^A-Za-z0-9-]+/g, '-');
    const what = one.measures
      .map(({ title, instrument, provision }) => `${instrument}, ${provision}: ${title}`)
      .join('\n');
    return `<entry><id>urn:snapback:due:${escaped(id)}</id><title>${escaped(`${one.at.slice(0, 10)}: ${one.says}`)}</title><updated>${asKnown}</updated><category term="${escaped(one.law)}"/><link href="${escaped(origin)}/calendar"/><content type="text">${escaped(what)}</content></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:snapback:due${target === null ? '' : `:${escaped(target)}`}</id><title>What is due in sanctions law</title><updated>${asKnown}</updated><author><name>Snapback</name></author><link rel="self" href="${escaped(`${origin}/feed.atom${query}`)}"/>
${entries.join('\n')}
</feed>
`;
}
