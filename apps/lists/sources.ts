import { readFileSync } from 'node:fs';
import { ListFault } from './list-fault.ts';

/** Where an official list is published. `files` after the first belong to it (OFAC's CSV set); hosts it may send us on to. */
export type Source = {
  readonly name: string;
  readonly url: string;
  readonly format?: string;
  readonly mayRedirectTo?: readonly string[];
};

/** The official addresses, by the ids that OpenSanctions gives the lists. `sources.json` in the data folder adds to them and overrides them. */
export const officialSources: Readonly<Record<string, Source>> = {
  un_sc_sanctions: {
    name: 'UN Security Council Consolidated List',
    url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml',
    format: 'un-xml',
    mayRedirectTo: ['unsolprodfiles.blob.core.windows.net'],
  },
  us_ofac_sdn: {
    name: 'OFAC Specially Designated Nationals',
    url: 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ENHANCED.XML',
    format: 'ofac-enhanced-xml',
    mayRedirectTo: ['sls-prod-content-bucket.s3.us-gov-west-1.amazonaws.com', 'sanctionslistservice.ofac.treas.gov'],
  },
  us_ofac_cons: {
    name: 'OFAC Consolidated (non-SDN) List',
    url: 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONS_ENHANCED.XML',
    format: 'ofac-enhanced-xml',
    mayRedirectTo: ['sls-prod-content-bucket.s3.us-gov-west-1.amazonaws.com', 'sanctionslistservice.ofac.treas.gov'],
  },
  eu_fsf: {
    name: 'EU Financial Sanctions Files',
    url: 'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw',
    format: 'eu-xml',
  },
  gb_fcdo_sanctions: {
    name: 'UK Sanctions List',
    url: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml',
    format: 'uk-xml',
    mayRedirectTo: ['assets.publishing.service.gov.uk'],
  },
  ca_dfatd_sema_sanctions: {
    name: 'Canadian Consolidated Autonomous Sanctions List',
    url: 'https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml',
    format: 'ca-xml',
  },
  us_trade_csl: {
    name: 'US Consolidated Screening List',
    url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv',
    format: 'csl-csv',
  },
  ch_seco_sanctions: {
    name: 'Swiss SECO Sanctions',
    url: 'https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction',
    format: 'ch-xml',
  },
  us_bis_denied: { name: 'US BIS Denied Persons List', url: 'https://www.bis.doc.gov/dpl/dpl.txt', format: 'tsv' },
};

/** The official sources with the user's own over them; `file` need not exist. */
export function readSources(file: string): Readonly<Record<string, Source>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return officialSources;
  }
  try {
    return { ...officialSources, ...(JSON.parse(text) as Record<string, Source>) };
  } catch {
    throw new ListFault('data-folder-damaged', { file, why: 'it is no JSON' });
  }
}
