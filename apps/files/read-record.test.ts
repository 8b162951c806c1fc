import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRecord } from '../../src/index.ts';
import { smallRecord, smallRecordFiles } from '../../src/record/small-record.ts';
import { readPrebuilt, writePrebuilt } from './prebuilt.ts';
import { hashOf, readRecordFolder } from './read-record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapback-record-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string | Buffer): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const codes = () => readRecordFolder(folder).faults.map(({ code }) => code);

describe('the folder of a record', () => {
  it('is read sorted, YAML only, without hidden files', () => {
    for (const path of ['b.yaml', 'a/z.yml', 'README.md', '.git/x.yaml', '.hidden.yaml']) write(path, 'a: 1');
    const read = readRecordFolder(folder);
    expect(read.files.map(({ path }) => path)).toEqual(['a/z.yml', 'b.yaml']);
    expect(read.faults).toEqual([]);
  });

  it('has the same hash whatever the line breaks, and another one for another text or name', () => {
    const hash = (path: string, text: string) => hashOf([{ path, text }]);
    write('a.yaml', 'a: 1\r\nb: 2\r\n');
    expect(readRecordFolder(folder).hash).toBe(hash('a.yaml', 'a: 1\nb: 2\n'));
    expect(hash('a', 'bc')).not.toBe(hash('ab', 'c'));
    expect(hash('a', 'b')).not.toBe(hash('a', 'c'));
  });

  it('follows no link, not even round in a circle, and reads the rest', () => {
    write('good.yaml', 'a: 1');
    symlinkSync('.', join(folder, 'round'));
    symlinkSync('/etc/hostname', join(folder, 'out.yaml'));
    symlinkSync('nowhere', join(folder, 'dangling.yaml'));
    const read = readRecordFolder(folder);
    expect(read.files.map(({ path }) => path)).toEqual(['good.yaml']);
    expect(codes()).toEqual(['not-readable', 'not-readable', 'not-readable']);
  });

  it('does not read a file of 100 MB', () => {
    write('big.yaml', Buffer.alloc(100 * 1024 * 1024, 'a: 1\n'));
    expect(codes()).toEqual(['file-too-large']);
    expect(readRecordFolder(folder).files).toEqual([]);
  });

  it('says so when a file is no UTF-8, and when there is no folder', () => {
    write('latin.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]));
    expect(readRecordFolder(folder).faults[0]!.message).toContain('UTF-8');
    expect(readRecordFolder(join(folder, 'none')).faults[0]!.message).toContain('no such file or folder');
  });
});

describe('a prebuilt record', () => {
  it('comes back as it was written, noun by noun', () => {
    const { record } = smallRecord();
    const out = join(folder, 'built');
    writePrebuilt(record, out);
    writePrebuilt(record, out); // a second build replaces the first
    expect({ ...readPrebuilt(out) }).toEqual(record);
  });

  it('bears the hash of its files', () => {
    for (const { path, text } of smallRecordFiles()) write(path, text);
    const { files, hash } = readRecordFolder(folder);
    const loaded = loadRecord(files, hash);
    expect(loaded.ok && loaded.value.record.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
