import { compile, type LegalRecord, listStanding } from '../../src/index.ts';
import { instant } from '../../src/time/instant.ts';
import { openRecord } from '../files/open-record.ts';
import { openKeptLists } from './kept-lists.ts';
import { openRecordLists } from './record-lists.ts';
import { type StandingOf, screener } from './screen.ts';

/** Opens the lists of a data folder and those of the record for screening. */
export async function openScreener(
  folder: string,
  recordFolder: string | undefined,
  now: number,
  progress: (says: string) => void,
) {
  const kept = openKeptLists(folder, progress);
  const opened = await openRecord(recordFolder);
  if (!opened.ok)
    progress('the record cannot be read, so that only the kept lists are asked; `snapback record check` tells why');
  const record = opened.ok ? opened.value.record : undefined;
  return {
    kept,
    screen: screener(kept, openRecordLists(record?.lists ?? {}), standingIn(record, now), countryCodes(record)),
    recorded: Object.keys(record?.lists ?? {}),
  };
}

function standingIn(record: LegalRecord | undefined, now: number): StandingOf {
  const known = new Map<string, ReturnType<StandingOf>>();
  let program: ReturnType<typeof compile> | undefined;
  return (lists, day) => {
    const own = lists.filter((list) => record?.lists[list] !== undefined);
    if (record === undefined || own.length === 0) return undefined;
    const key = `${day} ${own.join()}`;
    const met = known.get(key);
    if (met !== undefined) return met;
    program ??= compile(record, instant(now));
    const from = Date.parse(`${day}T00:00:00Z`) / 1000;
    const standing = listStanding(program, own, { from: instant(from), until: instant(from + 86_400) });
    known.set(key, standing);
    return standing;
  };
}

/** Names and codes of States in all languages of the record, folded, to their codes; what is unknown stands for itself. */
function countryCodes(record: LegalRecord | undefined): (text: string) => string {
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
  const codes = new Map<string, string>();
  for (const { code, names, aliases } of Object.values(record?.states ?? {})) {
    for (const name of [code, ...Object.values(names).flat(), ...aliases]) codes.set(plain(name), code);
  }
  return (text) => codes.get(plain(text)) ?? codes.get(plain(text.replace(/\(.*\)/, ''))) ?? plain(text);
}
