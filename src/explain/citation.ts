import type { Citation } from '../law/citation.ts';
import type { Norm } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Rule } from '../law/rule.ts';

/** Where a norm stands: its instrument's symbol, the provision, a link. */
export const citationOfNorm = (record: LegalRecord, norm: Norm): Citation => cited(record, norm);

/** Where a rule stands. */
export const citationOfRule = (record: LegalRecord, rule: Rule): Citation => cited(record, rule);

function cited(
  record: LegalRecord,
  { instrument, provision }: { readonly instrument: string; readonly provision: string },
): Citation {
  const text = record.instruments[instrument]!;
  const url = text.url ?? text.sources[0]?.url;
  return { symbol: text.symbol, at: provision, ...(url !== undefined && { url }) };
}

/** "S/RES/1929 (2010), para 8". */
export const citationText = ({ symbol, at }: Citation): string => (at === undefined ? symbol : `${symbol}, ${at}`);

/** As the JSON of answers has it: the locator under `para`, whatever kind of provision it is. */
export const citationJson = ({ symbol, at, url }: Citation) => ({
  symbol,
  ...(at !== undefined && { para: at }),
  ...(url !== undefined && { url }),
});
