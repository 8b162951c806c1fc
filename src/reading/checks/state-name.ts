import { remember } from '../../compile/remember.ts';

/** The short English names that corrections use; any other State goes by its code until the record names it. */
const SHORT: Readonly<Record<string, string>> = {
  US: 'United States',
  GB: 'United Kingdom',
  RU: 'Russia',
  KR: 'South Korea',
  KP: 'North Korea',
  SUHH: 'Soviet Union',
  IR: 'Iran',
  VN: 'Viet Nam',
  SY: 'Syria',
  CI: "Côte d'Ivoire",
  VC: 'Saint Vincent and the Grenadines',
  CD: 'Democratic Republic of the Congo',
  CF: 'Central African Republic',
};

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' });

/** The English name of a State by its code. Old States have four-letter codes and stand in the table or keep the code. */
const names = new Map<string, string>(Object.entries(SHORT));

export const nameOfState = (code: string): string => remember(names, code, () => displayName(code));

function displayName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regionNames.of(code) ?? code) : code;
}
