/** A run over many files, kept part by part beside its output, so that one that was broken off goes on where it was. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LegendEntry } from '../../src/ledger.ts';
import { BatchFault } from './batch-fault.ts';
import type { InputFile } from './inputs.ts';
import { partialOf, settle } from './output.ts';

/** What one file came to. */
export type PartCount = { readonly rows: number; readonly rejected: number };

type State = {
  readonly run: string;
  readonly done: readonly (PartCount | null)[];
  readonly legend: readonly LegendEntry[];
};

export class Parts {
  readonly folder: string;
  readonly #run: string;
  readonly #done: (PartCount | null)[];
  readonly legend: readonly LegendEntry[];

  /** `wishes`: all that decides the output besides the files; another run's parts are refused. */
  constructor(out: string, files: readonly InputFile[], wishes: unknown) {
    this.folder = `${out}.parts`;
    const sizes = files.map(({ path }) => {
      const { size, mtimeMs } = statSync(path);
      return [path, size, mtimeMs];
    });
    this.#run = createHash('sha256')
      .update(JSON.stringify([sizes, wishes]))
      .digest('hex');
    const before = existsSync(this.#state) ? (JSON.parse(readFileSync(this.#state, 'utf8')) as State) : undefined;
    if (before !== undefined && before.run !== this.#run)
      throw new BatchFault(
        `\`${this.folder}\` is of a run over other files or with other options. Remove it, or name another output.`,
      );
    mkdirSync(this.folder, { recursive: true });
    this.#done = [...(before?.done ?? files.map(() => null))];
    this.legend = before?.legend ?? [];
  }

  get #state(): string {
    return join(this.folder, 'state.json');
  }

  answers(number: number): string {
    return join(this.folder, `${number}.parquet`);
  }

  rejects(number: number): string {
    return join(this.folder, `${number}.rejects.ndjson`);
  }

  /** What a file came to, if it was finished before. */
  done(number: number): PartCount | undefined {
    return this.#done[number] ?? undefined;
  }

  /** Marks a file as finished. INVARIANT: its answers and rejects are whole by then. */
  finish(number: number, count: PartCount, legend: readonly LegendEntry[]): void {
    this.#done[number] = count;
    const state: State = { run: this.#run, done: this.#done, legend };
    writeFileSync(partialOf(this.#state), JSON.stringify(state));
    settle(this.#state);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
