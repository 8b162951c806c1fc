import { didYouMean, type Entry } from './diagnostic.ts';

/** What can be wrong with the files of the record. */
export const recordFaults = {
  'unknown-instrument': {
    severity: 'error',
    message: ({ cited, nearest }) => `no instrument has the id \`${cited}\`.${didYouMean(nearest)}`,
  },
} satisfies Record<string, Entry>;
