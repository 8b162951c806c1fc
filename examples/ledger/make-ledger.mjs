/** Writes `ledger.csv`, a made-up ledger of transfers: `node examples/ledger/make-ledger.mjs [FOLDER] [ROWS]`. Nobody in it is real. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '.';
const rows = Number(process.argv[3] ?? 2000);
let state = 42;
const random = () => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return state / 0x80000000;
};
const pick = (list) => list[Math.floor(random() * list.length)];

const sellers = ['Russian Federation', 'China', 'DE', 'France', 'US', 'بریتانیا', 'Brasil', 'Türkiye'];
const buyers = ['Iran', 'Libya', 'SO', 'Sudan', 'Haiti', 'Liberia', 'Iraq', 'Japan', 'Italia', 'مصر'];
const goods = ['main battle tanks', 'salw', 'unroca:IV', 'towed guns', 'food', 'Su-35', 'ammunition'];
const dates = [(day) => day, (day) => `${day}T09:30:00Z`, (day) => day.slice(0, 7), (day) => day.slice(0, 4)];

const lines = Array.from({ length: rows }, (_, i) => {
  const day = new Date(Date.UTC(1992, 0, 1) + Math.floor(random() * 12_300) * 86_400_000).toISOString().slice(0, 10);
  return [`T${i + 1}`, pick(sellers), pick(buyers), pick(goods), pick(dates)(day)].join(',');
});
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'ledger.csv'), `number,from,to,goods,shipped\n${lines.join('\n')}\n`);
