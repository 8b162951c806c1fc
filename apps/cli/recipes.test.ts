/** The recipes of CONTRIBUTING.md, followed to the letter. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, formatDiagnostic, inForceAt, loadRecord, type RecordFile } from '../../src/index.ts';
import { readRecordFolder } from '../files/read-record.ts';

const root = new URL('../../', import.meta.url).pathname;
const contributing = readFileSync(`${root}CONTRIBUTING.md`, 'utf8');

/** Fenced YAML that names its file in a remark on the first line. */
const shown = [...contributing.matchAll(/^```yaml\n# record\/(\S+)\n([\s\S]*?)^```/gm)].map(
  ([, path, text]): RecordFile => ({ path: path!, text: text! }),
);

const { files } = readRecordFolder(`${root}record`);
const second = (text: string): never => (Date.parse(text) / 1000) as never;

describe('the recipe for next month’s renewal', () => {
  const [recipe] = shown;

  it('is shown with its file', () => {
    expect(shown.map(({ path }) => path)).toEqual(['instruments/un/s-res-2794-2025.yaml']);
    expect(files.some(({ path }) => path === recipe!.path)).toBe(true);
  });

  /** How the measures that the recipe renews stand in March 2026, as known then. */
  const standing = (edited: readonly RecordFile[]): readonly string[] => {
    const loaded = loadRecord(edited, 'sha256:recipe');
    if (!loaded.ok) throw new Error(loaded.errors.map(formatDiagnostic).join('\n'));
    const program = compile(loaded.value.record, second('2026-03-31T23:59:59Z'), []);
    const at = { from: second('2026-03-01T00:00:00Z'), until: second('2026-03-02T00:00:00Z') };
    const views = inForceAt(program, { target: 'HT', laws: ['UN'] }, at);
    const renewed = views.flatMap(({ measures }) =>
      measures.filter(({ measure }) => recipe!.text.includes(measure.id)),
    );
    expect(renewed).toHaveLength(4);
    return [...new Set(renewed.map(({ status }) => status))];
  };

  it('turns what could not be said into law in force', () => {
    const without = files.filter(({ path }) => path !== recipe!.path);
    expect(standing(without)).toEqual(['undetermined']);
    expect(standing([...without, recipe!])).toEqual(['in-force']);
  });
});
