/** The smallest record that tests can edit: resolution 733 on Somalia, one resolution that ends it, and what they name. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type LoadedRecord, loadRecord } from './load.ts';
import type { RecordFile } from './parse.ts';

const files: Readonly<Record<string, string>> = {
  'record.yaml': 'horizon: 2024-12-31\n',
  'states/laws.yaml': `laws:
  - {law: UN, name: United Nations, binds: {un-members: true}, addressee: states, covers: Somalia.}
`,
  'states/states.yaml': `states:
  - {code: SO, names: {en: Somalia}}
  - {code: IT, names: {en: Italy}}
  - {code: CN, names: {en: China}}
`,
  'goods/goods.yaml': `goods:
  - {code: any, name: all goods}
  - {code: arms, name: arms and related materiel, in: [any]}
`,
  'regimes/un-somalia-751.yaml': `regime: un/somalia-751
law: UN
name: Somalia
targets: [SO]
summary: An arms embargo.
covers: [goods]
`,
  'instruments/un/s-res-733-1992.yaml': `instrument: un/s-res-733-1992
symbol: S/RES/733 (1992)
law: UN
regime: un/somalia-751
dates: {adopted: 1992-01-23}
vote: {for: 15}
evidence: verified
sources: [{title: text of the resolution, url: "https://digitallibrary.un.org/record/134477"}]
provisions:
  - at: para 5
    says: All States shall put a complete embargo on deliveries of weapons to Somalia.
    measures:
      - id: "5"
        force: decides
        family: arms
        activities: [goods]
        target: {states: [SO]}
        goods: [arms]
`,
  'instruments/un/s-res-2714-2023.yaml': `instrument: un/s-res-2714-2023
symbol: S/RES/2714 (2023)
law: UN
regime: un/somalia-751
dates: {adopted: 2023-12-01}
vote: {for: 15}
evidence: unverified
provisions:
  - at: para 1
    says: The embargo of resolution 733 is lifted.
    rules:
      - {id: lifts, do: terminate, what: [un/s-res-733-1992]}
`,
};

/** An edit: the path of a file to its new text, to the words to replace and their replacement, or to nothing. */
export type Edit = Readonly<Record<string, string | readonly [from: string, to: string] | undefined>>;

/** The files, edited. Words that are not there to be replaced are a mistake of the test. */
export function smallRecordFiles(edit: Edit = {}): readonly RecordFile[] {
  const edited: Record<string, string> = { ...files };
  for (const [path, change] of Object.entries(edit)) {
    if (change === undefined) delete edited[path];
    else if (typeof change === 'string') edited[path] = change;
    else {
      const [from, to] = change;
      if (!edited[path]?.includes(from)) throw new Error(`${path} does not contain ${from}`);
      edited[path] = edited[path].replace(from, to);
    }
  }
  return Object.entries(edited).map(([path, text]) => ({ path, text }));
}

/** The record, edited and loaded. Throws when it has faults. */
export function smallRecord(edit: Edit = {}): LoadedRecord {
  const loaded = loadRecord(smallRecordFiles(edit), 'sha256:small');
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  return loaded.value;
}

/** What is wrong with the record, edited. */
export function faultsOf(edit: Edit): readonly Diagnostic[] {
  const loaded = loadRecord(smallRecordFiles(edit), 'sha256:small');
  return loaded.ok ? loaded.warnings : loaded.errors;
}
