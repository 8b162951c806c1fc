import { readAustralia } from './formats/australia.ts';
import { readCanada } from './formats/canada.ts';
import { readCslCsv, readCslJson } from './formats/csl.ts';
import { readEuCsv } from './formats/eu-csv.ts';
import { readEuXml } from './formats/eu-xml.ts';
import { readFtm, readSimpleCsv } from './formats/ftm.ts';
import { readOfacAdvanced } from './formats/ofac-advanced.ts';
import { readOfacCsv } from './formats/ofac-csv.ts';
import { readOfacEnhanced } from './formats/ofac-enhanced.ts';
import { readOfacXml } from './formats/ofac-xml.ts';
import { readPlainCsv, readPlainTsv } from './formats/plain-csv.ts';
import { readSwiss } from './formats/swiss.ts';
import { readUkCsv } from './formats/uk-csv.ts';
import { readUkXml } from './formats/uk-xml.ts';
import { readUn } from './formats/un.ts';
import type { ListItem } from './list-item.ts';

/** One format: how its beginning looks, and what reads it. */
export type Format = {
  readonly says: string;
  readonly looksLike: (head: string) => boolean;
  readonly read: (texts: AsyncGenerator<string>) => AsyncGenerator<ListItem>;
};

/** Every format, the more telling first: the first that a file looks like is taken, unless `--format` names one. */
export const formats: Readonly<Record<string, Format>> = {
  'un-xml': {
    says: 'UN Security Council, consolidated list',
    looksLike: (head) => head.includes('<CONSOLIDATED_LIST'),
    read: readUn,
  },
  'ofac-enhanced-xml': {
    says: 'OFAC, enhanced XML',
    looksLike: (head) => head.includes('<sanctionsData'),
    read: readOfacEnhanced,
  },
  'ofac-advanced-xml': {
    says: 'OFAC, advanced XML',
    looksLike: (head) => /<(?:\w+:)?Sanctions[\s>]/.test(head),
    read: readOfacAdvanced,
  },
  'ofac-xml': {
    says: 'OFAC, SDN or consolidated XML',
    looksLike: (head) => head.includes('<sdnList'),
    read: readOfacXml,
  },
  'eu-xml': {
    says: 'EU financial sanctions file, XML 1.1',
    looksLike: (head) => /<(?:\w+:)?export[\s>]/.test(head) && /sanctionEntity|globalFileId|generationDate/.test(head),
    read: readEuXml,
  },
  'uk-xml': { says: 'UK Sanctions List, XML', looksLike: (head) => head.includes('<Designations'), read: readUkXml },
  'ca-xml': { says: 'Canada, autonomous sanctions', looksLike: (head) => head.includes('<data-set'), read: readCanada },
  'ch-xml': { says: 'Switzerland, SECO', looksLike: (head) => head.includes('<swiss-sanctions-list'), read: readSwiss },
  'au-csv': {
    says: 'Australia, consolidated list, its workbook saved as CSV',
    looksLike: (head) => /^"?reference"?,"?name of individual or entity/i.test(head),
    read: readAustralia,
  },
  'eu-csv': {
    says: 'EU financial sanctions file, CSV 1.1',
    looksLike: (head) => /Entity_LogicalId;/i.test(head),
    read: readEuCsv,
  },
  'uk-csv': {
    says: 'UK Sanctions List or Treasury consolidated list, CSV',
    looksLike: (head) => /\bName 6\b/i.test(head),
    read: readUkCsv,
  },
  'csl-csv': {
    says: 'trade.gov Consolidated Screening List, CSV',
    looksLike: (head) => /^"?_id"?,"?source"?,/.test(head),
    read: readCslCsv,
  },
  'csl-json': {
    says: 'trade.gov Consolidated Screening List, JSON',
    looksLike: (head) => /^\s*\{/.test(head) && head.includes('"results"'),
    read: readCslJson,
  },
  'opensanctions-csv': {
    says: 'OpenSanctions, targets.simple.csv',
    looksLike: (head) => /^"?id"?,"?schema"?,"?name"?,"?aliases"?/.test(head),
    read: readSimpleCsv,
  },
  ftm: {
    says: 'FollowTheMoney entities or OpenSanctions deltas, a JSON a line',
    looksLike: (head) => /^\s*\{/.test(head) && /"schema"|"op"/.test(head),
    read: readFtm,
  },
  'ofac-csv': {
    says: 'OFAC, SDN or consolidated CSV (beside it alt, add and comments)',
    looksLike: (head) => /^\d+,"(?:[^"]|"")*",(?:-0-|")/.test(head) || /^\d+,[^,\n]+,-0- ?,/.test(head),
    read: (primary) => readOfacCsv({ primary }),
  },
  tsv: {
    says: 'a table of one’s own with tabs, or the BIS Denied Persons List',
    looksLike: (head) => /^[^\n]*\t/.test(head) && hasName(head),
    read: readPlainTsv,
  },
  csv: {
    says: 'a CSV of one’s own, by the names of its columns',
    looksLike: (head) => /^[^\n]*,/.test(head) && hasName(head),
    read: readPlainCsv,
  },
};

const hasName = (head: string): boolean => /\bname\b/i.test(head.split('\n', 1)[0] ?? '') && !/^\s*[<{]/.test(head);

/** The format that a file's first characters look like. */
export const formatOf = (head: string): string | undefined =>
  Object.keys(formats).find((name) => formats[name]!.looksLike(head));
