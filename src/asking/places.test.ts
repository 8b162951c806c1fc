import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRecord } from '../record/load.ts';
import { parseCivilDate, startOfDay } from '../time/civil-date.ts';
import { instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { noFindings } from './findings.ts';
import { understandPlace, understandRegion } from './places.ts';
import { vocabularyOf } from './vocabulary.ts';

const paths = ['record.yaml', 'states/states.yaml', 'states/regions.yaml', 'states/groups.yaml', 'states/laws.yaml'];
const files = paths.map((path) => ({
  path,
  text: readFileSync(new URL(`../../record/${path}`, import.meta.url), 'utf8'),
}));
const loaded = loadRecord(files, 'sha256:test');
if (!loaded.ok) throw new Error('the States of the record do not load');
const vocabulary = vocabularyOf(loaded.value.record);

function dayOf(day: string): Interval {
  const from = startOfDay(parseCivilDate(day)!);
  return { from, until: instant(from + 86_400) };
}

function place(text: string, day = '2025-10-01') {
  const findings = noFindings();
  const found = understandPlace(text, dayOf(day), vocabulary, 'to', findings);
  return {
    found,
    notes: findings.notes.join(' '),
    codes: findings.errors.map(({ code }) => code),
    message: findings.errors[0]?.message ?? '',
  };
}

describe('a State', () => {
  it.each([
    ['IR', 'IR'],
    ['ir', 'IR'],
    ['IRN', 'IR'],
    ['irn', 'IR'],
    ['Iran', 'IR'],
    ['IRAN', 'IR'],
    ['ایران', 'IR'],
    ['ايران', 'IR'],
    ['Иран', 'IR'],
    ['إيران', 'IR'],
    ["l'Iran", 'IR'],
    ['Irán', 'IR'],
    ['Iran, Islamic Republic of', 'IR'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Russia', 'RU'],
    ['Russian Federation', 'RU'],
    ['روسیه', 'RU'],
    ['روسيا', 'RU'],
    ['Россия', 'RU'],
    ['Russie', 'RU'],
    ['Russland', 'RU'],
    ['Rusia', 'RU'],
    ['the Russian Federation', 'RU'],
    ['North Korea', 'KP'],
    ['DPRK', 'KP'],
    ['КНДР', 'KP'],
    ['کره شمالی', 'KP'],
    ['كوريا الشمالية', 'KP'],
    ['Corée du Nord', 'KP'],
    ['coree du nord', 'KP'],
    ['Nordkorea', 'KP'],
    ['Corea del Norte', 'KP'],
    ['South Korea', 'KR'],
    ['Republic of Korea', 'KR'],
    ['Korea, Republic of', 'KR'],
    ['ROK', 'KR'],
    ["Cote d'Ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['COTE D IVOIRE', 'CI'],
    ['Ivory Coast', 'CI'],
    ['Elfenbeinküste', 'CI'],
    ['Elfenbeinkueste', 'CI'],
    ['DRC', 'CD'],
    ['DR Congo', 'CD'],
    ['Democratic Republic of the Congo', 'CD'],
    ['Zaire', 'CD'],
    ['Congo-Brazzaville', 'CG'],
    ['Guinea-Bissau', 'GW'],
    ['guinea bissau', 'GW'],
    ['Guinea', 'GN'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['UK', 'GB'],
    ['United Kingdom', 'GB'],
    ['USA', 'US'],
    ['United States of America', 'US'],
    ['the United States', 'US'],
    ['США', 'US'],
    ['آمریکا', 'US'],
    ['Estados Unidos', 'US'],
    ['South Sudan', 'SS'],
    ['Südsudan', 'SS'],
    ['Suedsudan', 'SS'],
    ['Sudan', 'SD'],
    ['العراق', 'IQ'],
    ['عراق', 'IQ'],
    ['Irak', 'IQ'],
    ['The Gambia', 'GM'],
    ['Gambia', 'GM'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['Белоруссия', 'BY'],
    ['Libye', 'LY'],
    ['Ливия', 'LY'],
    ['ليبيا', 'LY'],
    ['لیبی', 'LY'],
    ['China', 'CN'],
    ['PRC', 'CN'],
    ['中国', undefined],
    ['Czech Republic', 'CZ'],
    ['Burma', 'MM'],
    ['Myanmar', 'MM'],
    ['Swaziland', 'SZ'],
    ['UAE', 'AE'],
    ['Syrian Arab Republic', 'SY'],
  ])('is named by `%s`', (text, code) => expect(place(text).found?.state).toBe(code));

  it.each([
    ['USSR', '1985-01-01', 'SUHH'],
    ['SU', '1985-01-01', 'SUHH'],
    ['СССР', '1985-01-01', 'SUHH'],
    ['شوروی', '1985-01-01', 'SUHH'],
    ['Yugoslavia', '1991-10-01', 'YUCS'],
    ['YU', '1991-10-01', 'YUCS'],
    ['YU', '1998-04-01', 'CSXX'],
    ['Yugoslavia', '1998-04-01', 'CSXX'],
    ['East Germany', '1985-01-01', 'DDDE'],
    ['GDR', '1985-01-01', 'DDDE'],
    ['Czechoslovakia', '1985-01-01', 'CSHH'],
    ['Rhodesia', '1970-01-01', 'RHZW'],
    ['Southern Rhodesia', '1970-01-01', 'RHZW'],
    ['CS', '1985-01-01', 'CSHH'],
    ['CS', '2004-01-01', 'CSXX'],
    ['Zaire', '1993-04-07', 'CD'],
  ])('of the past, `%s` on %s, is %s', (text, day, code) =>
    expect(place(text, day)).toMatchObject({ found: { state: code }, notes: '' }),
  );

  it.each([
    ['SS', '2005-01-01', 'since 2011-07-09'],
    ['RS', '1991-12-01', 'then part of'],
    ['SUHH', '1995-01-01', 'after it came'],
    ['Soviet Union', '1995-01-01', 'ended as a State on'],
  ])('`%s` that did not exist on %s is accepted with a note: %s', (text, day, note) => {
    const { found, notes, codes } = place(text, day);
    expect(codes).toEqual([]);
    expect(found).toBeDefined();
    expect(notes).toContain(note);
  });

  it.each([
    ['Irann', 'Did you mean `Iran`?'],
    ['Rusia Federation', 'Did you mean'],
    ['Lybia', 'Did you mean `Libya`?'],
    ['Somlaia', 'Did you mean `Somalia`?'],
    ['ايراان', 'Did you mean'],
    ['Atlantis', 'no State is called `Atlantis`.'],
    ['constructor', 'no State is called `constructor`.'],
    ['__proto__', 'no State is called'],
    ['ZZ', 'no State is called `ZZ`.'],
    ['.', 'no State is called `.`.'],
  ])('is not `%s`: %s', (text, message) => {
    expect(place(text).codes).toEqual(['unknown-state']);
    expect(place(text).message).toContain(message);
  });

  it('is not a group: its members of the day are named', () => {
    expect(place('EU', '2025-10-01').codes).toEqual(['not-a-state']);
    expect(place('European Union', '2025-10-01').message).toMatch(/AT.*HR/);
    expect(place('EU', '2010-01-01').message).not.toContain('HR');
  });
  it('is not the United Nations', () => expect(place('UN').codes).toEqual(['not-a-state']));

  it('has names that no other State alive on the same day has, in every language', () => {
    const day = dayOf('2025-10-01');
    const shared: string[] = [];
    for (const { code, names, exists } of Object.values(vocabulary.record.states)) {
      if ((exists.until ?? day.until) <= day.from) continue;
      for (const name of Object.values(names).flat()) {
        if (understandPlace(name, day, vocabulary, 'to', noFindings())?.state !== code) shared.push(`${code} ${name}`);
      }
    }
    expect(shared).toEqual([]);
  });
});

describe('a region', () => {
  const region = (text: string, ...places: string[]) => {
    const findings = noFindings();
    return understandRegion(text, places, vocabulary, findings) ?? findings.errors[0]!.code;
  };
  it.each([
    ['Darfur', ['RU', 'SD'], 'SD-DARFUR'],
    ['darfour', ['RU', 'SD'], 'SD-DARFUR'],
    ['دارفور', ['SD'], 'SD-DARFUR'],
    ['SD-DN', ['SD'], 'SD-DN'],
    ['sd-dn', ['SD'], 'SD-DN'],
    ['North Darfur', ['SD'], 'SD-DN'],
    ['Darfur', ['RU', 'IR'], 'region-elsewhere'],
    ['Kordofann', ['SD'], 'unknown-region'],
    ['constructor', ['SD'], 'unknown-region'],
  ])('`%s` of %j is %s', (text, places, expected) => expect(region(text, ...places)).toBe(expected));

  it('given as a place stands for its State, with a note', () =>
    expect(place('Darfur')).toMatchObject({
      found: { state: 'SD', region: 'SD-DARFUR' },
      notes: expect.stringContaining('SD-DARFUR'),
    }));
});
