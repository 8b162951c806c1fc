import type { Office, Tenure } from '../../law/office.ts';
import { given } from '../given.ts';
import type { Ids } from '../ids.ts';
import { attested } from './attested.ts';
import { spanStart } from './dates.ts';
import type { ReadFiles } from './read-files.ts';

type OfficeText = ReadFiles['offices'][number]['value']['offices'][number];

export function linkOffice(text: OfficeText, ids: Ids): Office {
  const facts = attested(text);
  return {
    id: `${text.office}/${text.of}`,
    kind: text.office,
    of: text.of,
    title: text.title,
    holders: text.holders.map(
      (holder): Tenure => ({
        ...attested(holder, facts),
        names: [holder.name, ...(holder.also ?? [])],
        ...given({ from: spanStart(holder, 'from', ids), until: spanStart(holder, 'until', ids) }),
      }),
    ),
  };
}
