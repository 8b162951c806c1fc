import type { Recipient } from '../law/norm.ts';
import { type Findings, refuse } from './findings.ts';
import { nameKey } from './name-key.ts';

type AskedRecipient = Extract<Recipient, 'government' | 'non-governmental'>;

/** The words for each recipient: English, Persian, Russian, Arabic, French, German, Spanish. */
const WORDS: Readonly<Record<AskedRecipient, string>> = {
  government:
    'government, governmental, gov, state, دولت, دولتی, правительство, правительственный, государство, государственный, حكومة, الحكومة, حكومي, gouvernement, gouvernemental, État, Regierung, staatlich, gobierno, gubernamental, Estado, estatal',
  'non-governmental':
    'non-governmental, nongovernmental forces, non-governmental forces, non-state, غیردولتی, неправительственный, негосударственный, неправительственные силы, غير حكومي, غير الحكومية, non gouvernemental, non étatique, nichtstaatlich, no gubernamental, no estatal',
};

let table: ReadonlyMap<string, AskedRecipient> | undefined;

/** Who receives the goods, as far as measures tell recipients apart, or undefined with the reason among the findings. */
export function understandRecipient(text: string, findings: Findings): AskedRecipient | undefined {
  if (Object.hasOwn(WORDS, text)) return text as AskedRecipient;
  const all = Object.keys(WORDS) as AskedRecipient[];
  table ??= new Map(all.flatMap((one) => WORDS[one].split(', ').map((word) => [nameKey(word), one] as const)));
  return table.get(nameKey(text)) ?? refuse(findings, 'unknown-recipient', 'recipient', { input: text });
}
