import { didYouMean, type Entry } from './diagnostic.ts';

/** What can be wrong with an official list, with getting it, and with the data folder it is kept in. */
export const listFaults = {
  'list-unreadable': {
    severity: 'error',
    message: ({ why }) =>
      `the file breaks off or is not well formed: ${why}. The last good snapshot stays; get the file again.`,
  },
  'list-declares-entities': {
    severity: 'error',
    message: () => 'the XML declares entities or a document type of its own. No official list does; it was not read.',
  },
  'list-too-long': {
    severity: 'error',
    message: ({ what, limit }) => `${what} is longer than ${limit}. No official list has such; it was not read.`,
  },
  'list-format-unknown': {
    severity: 'error',
    message: ({ formats }) =>
      `this is no list in a format that is known here. Say which with \`--format\`: ${formats}.`,
  },
  'list-format-unnamed': {
    severity: 'error',
    message: ({ input, nearest }) => `there is no list format \`${input}\`.${didYouMean(nearest)}`,
  },
  'list-empty': {
    severity: 'error',
    message: () => 'the file holds no entry. The last good snapshot stays.',
  },
  'list-count-differs': {
    severity: 'error',
    message: ({ counted, printed }) =>
      `the file says that it holds ${printed} entries and holds ${counted}. The last good snapshot stays.`,
  },
  'list-row-skipped': {
    severity: 'warning',
    message: ({ why }) => `this record was left out: ${why}.`,
  },
  'list-bytes-repaired': {
    severity: 'warning',
    message: ({ count }) =>
      `${count} bytes are not in the encoding that the file claims; they were read as Windows-1252.`,
  },
  'list-shrank': {
    severity: 'error',
    message: ({ list, before, after, share }) =>
      `\`${list}\` went from ${before} entries to ${after}: more than ${share} % are gone. It was held back and the last good snapshot stays. If it is right, import it with \`--accept\`.`,
  },
  'list-unknown': {
    severity: 'error',
    message: ({ list, nearest }) => `no list \`${list}\` is kept here.${didYouMean(nearest)}`,
  },
  'list-day-missing': {
    severity: 'error',
    message: () => 'the file does not say of which day it is. Say it with `--on`.',
  },
  'list-day-taken': {
    severity: 'error',
    message: ({ list, on }) =>
      `another snapshot of \`${list}\` is kept for ${on}. Kept snapshots are never changed; give another day, or the same file.`,
  },
  'list-download-failed': {
    severity: 'error',
    message: ({ url, why }) => `\`${url}\` could not be got: ${why}. The last good snapshot stays.`,
  },
  'data-folder-busy': {
    severity: 'error',
    message: ({ folder, pid }) =>
      `another command (process ${pid}) is writing to \`${folder}\`. Wait for it, or try again.`,
  },
  'data-folder-damaged': {
    severity: 'error',
    message: ({ file, why }) => `\`${file}\` of the data folder is damaged: ${why}. Import the list of that day again.`,
  },
} satisfies Record<string, Entry>;
