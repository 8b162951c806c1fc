/**
 * Turns the SIPRI trade register (CSV as its site exports it; not part of this project, and not to be redistributed)
 * into ledgers that `snapback batch` reads: `node bench/ledger/trade-register.mjs REGISTER.csv FOLDER` writes
 * `order.csv` (a row a deal, dated by the year of order), `delivery.csv` (a row for each year of delivery) and
 * `weapons.csv`, what its descriptions mean, for `--map goods=weapons.csv`.
 *
 * How it is read: a recipient marked `*` is a group that is no government, placed in the State in its brackets; one
 * marked `**` is an organisation, and refused; any other is the State itself, its forces the recipient.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const [source, folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/ledger/trade-register.mjs REGISTER.csv FOLDER');
  process.exit(2);
}

/**
 * Descriptions that the record's vocabulary does not know, by the code they are taken as. Where the register names two
 * kinds at once it is `arms`, so that the answer is conditional where the kinds differ.
 */
const MEANT = {
  arms: [
    'ASW missile',
    'naval MRL',
    'coastal defence gun',
    'ASW rocket launcher',
    'anti-ship/land-attack missile',
    'guided rocket',
    'BVRAAM/SAM',
    'anti-ship missile/ASM',
    'anti-radar missile/ASM',
    'SSM/ASM',
    'anti-ship/anti-radar missile',
    'guided rocket/SSM',
    'SAM/ABM',
    'ABM system',
    'AA gun system',
    'IFV/AFSV',
    'AEV/ARV',
    'SSM/anti-ship missile',
    'guided rocket/ASM',
    'anti-ship missile/ASM/SAM',
    'ABM/SAM system',
    'land-attack missile',
    'SLBM',
    'SSB',
    'AMV',
    'APC/CP',
    'naval mine/torpedo',
    'nuclear reactor',
    'light aircraft/UAV',
    'transport ac/helicopter',
  ],
  'arms-components': [
    'air refuel system',
    'turboprop',
    'anti-tank AV turret',
    'tank chassis',
    'self-propelled AA gun turret',
    'self-propelled gun chassis',
    'SPG turret',
    'mortar turret',
    'helicopter turret',
    'IFV/APC turret',
    'AIP engine',
    'VEHICLE ENGINE',
    'SSM TEL',
    'SAM system radar',
  ],
  'naval-vessels': [
    'replenishment tanker',
    'training ship',
    'minelayer',
    'OPV/support ship',
    'survey ship',
    'corvette/minesweeper',
    'landing/patrol craft',
    'OPV/tug',
    'support craft',
    'cargo craft',
    'icebreaker',
    'icebreaker/OPV',
    'OPV/transport ship',
    'OPV/training ship',
    'support/landing ship',
    'patrol craft/transport craft',
    'AALS/support ship',
    'transport craft',
    'midget submarine',
  ],
  'unroca:I': ['training tank'],
  'unroca:II': ['APC/IFV'],
  'unroca:VI': ['nuclear submarine'],
  'military-aircraft:aeroplanes': [
    'target tow aircraft',
    'transport/trainer aircraft',
    'light/trainer aircraft',
    'AEW/AGS aircraft',
    'reconnaissance/SIGINT aircraft',
    'FGA/EW aircraft',
    'airship',
  ],
  'military-aircraft:helicopters': ['AEW helicopter', 'anti-ship helicopter', 'SIGINT helicopter'],
  uav: ['maritime patrol UAV'],
  'military-electronics': [
    'surveillance satellite',
    'air/ground surv radar',
    'AGS/MP aircraft radar',
    'AGS/SIGINT system',
    'aircraft EO/radar system',
    'Naval EO system',
    'ground/sea search radar',
    'multi-role radar',
    'SONAR',
    'EO system',
  ],
};

const PLACES = {
  'East Germany (GDR)': 'German Democratic Republic',
  'Yemen Arab Republic (North Yemen)': 'North Yemen',
  'DR Congo': 'Democratic Republic of the Congo',
  'Libya GNC': 'Libya',
  Congo: 'Republic of the Congo',
  'Libya HoR': 'Libya',
  'Lebanon Palestinian rebels': 'Lebanon',
  'Viet Minh (France)': 'France',
  'Saint Vincent': 'Saint Vincent and the Grenadines',
};

const text = new TextDecoder('windows-1252').decode(readFileSync(source));
const table = text.slice(text.indexOf('Recipient,Supplier,'));
const rows = parse(table, {
  columns: (names) => names.map((name, i) => (name.trim() === '' ? `blank ${i}` : name)),
  relax_column_count: true,
  skip_empty_lines: true,
});

const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const line = (values) => `${values.map((value) => cell(String(value ?? ''))).join(',')}\n`;

function placeOf(name) {
  if (name.endsWith('**')) return { place: name };
  const group = name.endsWith('*');
  const plain = name.replace(/\*+$/, '').trim();
  const inside = group ? /\(([^()]+)\)$/.exec(plain)?.[1] : undefined;
  const place = inside?.split('/').at(-1) ?? plain.replace(/ rebels$/i, '');
  return { place: PLACES[plain] ?? PLACES[place] ?? place, group };
}

const header = ['id', 'from', 'to', 'recipient', 'goods', 'on', 'described'];
const orders = [line(header)];
const deliveries = [line(header)];
rows.forEach((row, i) => {
  const described = row['Weapon description'] ?? '';
  const to = placeOf(row.Recipient ?? '');
  const from = placeOf(row.Supplier ?? '');
  const words = [from.place, to.place, to.group ? 'non-governmental' : 'government', described];
  orders.push(line([i + 1, ...words, (row['Year of order'] ?? '').trim(), described]));
  const years = (row['Year(s) of delivery'] ?? '')
    .split(';')
    .map((year) => year.trim())
    .filter((year) => year !== '');
  for (const year of years) deliveries.push(line([`${i + 1}/${year}`, ...words, year, described]));
});
writeFileSync(
  join(folder, 'weapons.csv'),
  [
    line(['described', 'code']),
    ...Object.entries(MEANT).flatMap(([code, names]) => names.map((name) => line([name, code]))),
  ].join(''),
);
writeFileSync(join(folder, 'order.csv'), orders.join(''));
writeFileSync(join(folder, 'delivery.csv'), deliveries.join(''));
console.log(`${rows.length} deals, ${deliveries.length - 1} deal-years of delivery`);
