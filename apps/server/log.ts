/** One line of the log, as JSON: kinds of requests, counts and times, never what was asked. */
export type LogLine = { readonly event: string } & Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = (line: LogLine) => void;

let waiting = '';

/** Writes lines to standard error with the time they were told; those of one turn of the loop go out together. */
export const jsonLog: Log = (line) => {
  if (waiting === '') setImmediate(flush);
  waiting += `${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`;
};

function flush(): void {
  process.stderr.write(waiting);
  waiting = '';
}
