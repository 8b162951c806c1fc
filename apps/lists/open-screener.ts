import { type Checked, type LegalRecord, listStanding, positionsInFull } from '../../src/index.ts';
import { instant } from '../../src/time/instant.ts';
import { openRecord } from '../files/open-record.ts';
import { Session } from '../session.ts';
import { placesIn } from './data-folder.ts';
import { openKeptLists } from './kept-lists.ts';
import { openRecordLists } from './record-lists.ts';
import { type StandingOf, screener, type Viewpoint } from './screen.ts';
import { readSources } from './sources.ts';
import type { Naming } from './spell-text.ts';

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
  const session = opened.ok ? new Session(opened.value.record, () => instant(now), opened.value.partFor) : undefined;
  return {
    kept,
    screen: screener(kept, openRecordLists(record?.lists ?? {}), standingIn(session), countryCodes(record)),
    recorded: Object.keys(record?.lists ?? {}),
    naming: namingIn(record, readSources(placesIn(folder).sources)),
    /** What words say of knowledge and positions; without a record there is nobody to be asked. */
    understandView: (words: ViewWords): Promise<Checked<Viewpoint>> =>
      session === undefined ? Promise.resolve({ ok: true, value: {}, warnings: [] }) : viewIn(session, words),
  };
}

function namingIn(record: LegalRecord | undefined, sources: ReturnType<typeof readSources>): Naming {
  return {
    positions: (ids) => (record === undefined ? ids.join(', ') : positionsInFull(record, ids)),
    list: (id) => record?.lists[id]?.name ?? sources[id]?.name ?? id,
  };
}

/** The words of a viewpoint, as `ask` takes them. */
export type ViewWords = { readonly asKnown?: string; readonly accordingTo?: string };

async function viewIn(session: Session, words: ViewWords): Promise<Checked<Viewpoint>> {
  const understood = await session.understandSurvey(words, []);
  if (!understood.ok) return understood;
  const { asKnown, accordingTo } = understood.value;
  // The lists kept may be younger than the record: what is known of them ends only where the question says so.
  const value = { ...(words.asKnown !== undefined && { asKnown }), ...(accordingTo !== undefined && { accordingTo }) };
  return { ok: true, value, warnings: understood.warnings };
}

function standingIn(session: Session | undefined): StandingOf {
  const met = new Map<string, ReturnType<StandingOf>>();
  return (lists, day, { asKnown, accordingTo }) => {
    const own = lists.filter((list) => session?.record.lists[list] !== undefined);
    if (session === undefined || own.length === 0) return undefined;
    const key = JSON.stringify([day, own, asKnown, accordingTo]);
    if (met.has(key)) return met.get(key);
    const program = asKnown === undefined ? session.latest() : session.program({ asKnown, suppose: [] });
    const from = Date.parse(`${day}T00:00:00Z`) / 1000;
    const standing = listStanding(program, own, { from: instant(from), until: instant(from + 86_400) }, accordingTo);
    if (met.size >= mostStandings) met.clear();
    met.set(key, standing);
    return standing;
  };
}

const mostStandings = 5000;

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
