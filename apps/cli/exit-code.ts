/** What a command leaves behind: an answer, bad usage or input, an undetermined answer, or a bug of ours. */
export const ExitCode = { Ok: 0, BadInput: 2, Undetermined: 3, Bug: 70 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Wrong usage or bad input: shown as it is, with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
