/** Run by the test of the store: imports one list after the other and says each on standard output, until it is killed. */
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { importList } from './store.ts';

const [, , folder = '', round = '0'] = process.argv;
for (let i = 0; ; i++) {
  const file = join(folder, `in-${round}.csv`);
  const names = Array.from({ length: 300 + (i % 50) }, (_, n) => `${n},Erika Muster ${round} ${i} ${n},Person\n`).join(
    '',
  );
  writeFileSync(file, `id,name,type\n${names}`);
  const on = new Date(Date.UTC(2000, 0, 1 + Number(round) * 1000 + i)).toISOString().slice(0, 10);
  const { line } = await importList(folder, { list: 'own', file, on, now: '2025-12-01T10:00:00.000Z' });
  writeSync(1, `${line.list} ${line.on} ${line.digest}\n`);
}
