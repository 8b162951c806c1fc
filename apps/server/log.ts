/** One line of the log, as JSON: kinds of requests, counts and times, never what was asked. */
export type LogLine = { readonly event: string } & Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = (line: LogLine) => void;

/** Writes lines to standard error with the time they were written. */
export const jsonLog: Log = (line) =>
  void process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
