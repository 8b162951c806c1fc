import { didYouMean, type Entry } from './diagnostic.ts';

/** What can be wrong with a question. */
export const questionFaults = {
  'unknown-state': {
    severity: 'error',
    message: ({ input, nearest }) => `no State is called \`${input}\`.${didYouMean(nearest)}`,
  },
} satisfies Record<string, Entry>;
