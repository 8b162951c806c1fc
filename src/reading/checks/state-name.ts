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
export function nameOfState(code: string): string {
  if (SHORT[code] !== undefined) return SHORT[code];
  return /^[A-Z]{2}$/.test(code) ? (regionNames.of(code) ?? code) : code;
}
