import type { Entry } from './diagnostic.ts';

/** What can be wrong with a document, or with statements that somebody else found in one. */
export const documentFaults = {
  'document-unreadable': {
    severity: 'error',
    message: ({ why }) => `the document cannot be read: ${why}. Name a text, Markdown or HTML file, or \`-\`.`,
  },
  'document-too-large': {
    severity: 'error',
    message: ({ limit }) => `the document is larger than ${limit} MiB. Split it, or give the part that matters.`,
  },
  'document-empty': { severity: 'error', message: () => 'there is no text in the document.' },
  'document-binary': {
    severity: 'error',
    message: () =>
      'this is no text: it holds bytes that no text has. Give the text of the document (of a PDF, for one).',
  },
  'document-encoding': {
    severity: 'error',
    message: ({ input }) =>
      `the text is not in ${input}. Say which encoding it is in with \`--encoding\`, such as windows-1256 or windows-1251.`,
  },
  'document-language': {
    severity: 'error',
    message: () =>
      'the language of the text is none of those read (English, Persian, Russian, Arabic, French, German, Spanish). If it is one, say so with `--language`.',
  },
  'document-html-too-deep': {
    severity: 'warning',
    message: () => 'the page is nested too deeply for its article to be found; all of its text was read.',
  },
  'statements-malformed': {
    severity: 'error',
    message: ({ why }) =>
      `the statements are not in the form that is read: ${why}. \`snapback read --schema\` prints it.`,
  },
} satisfies Record<string, Entry>;
