import { describe, expect, it } from 'vitest';
import type { LegalRecord } from '../../law/record.ts';
import type { Language } from '../../law/vocabulary.ts';
import { formatCivilDate, parseCivilDate } from '../../time/civil-date.ts';
import { scan } from '../scan.ts';
import { tokenize } from '../token.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { tallyIn } from './tally.ts';

/** The words of the lexicons alone: no names from a record. */
const noNames = { states: {}, offices: {}, lists: {} } as unknown as LegalRecord;
const vocabulary = vocabularyOf(noNames);
const reference = { date: parseCivilDate('2025-09-29')!, future: false };
const scanned = (text: string, language: Language) =>
  scan(vocabulary.lineOf(tokenize(text), language), language, reference);

describe('dates as texts write them', () => {
  it.each([
    ['en', 'The vote of 26 September 2025', '2025-09-26'],
    ['en', 'on September 26, 2025 it failed', '2025-09-26'],
    ['en', 'on Friday it failed', '2025-09-26'],
    ['en', 'on 2025-09-26 it failed', '2025-09-26'],
    ['en', 'on October 18 it ended', '2025-10-18'],
    ['fa', 'در ۲۷ مهر ۱۳۹۹ پایان یافت', '2020-10-18'],
    ['fa', 'در ۱۸ اکتبر سال ۲۰۲۰ پایان یافت', '2020-10-18'],
    ['fa', 'روز بیست و هفتم سپتامبر', '2025-09-27'],
    ['ru', '26 сентября 2025 года', '2025-09-26'],
    ['fr', 'le 26 septembre 2025', '2025-09-26'],
    ['de', 'am 26. September 2025', '2025-09-26'],
    ['de', 'am 26.09.2025', '2025-09-26'],
    ['es', 'el 26 de septiembre de 2025', '2025-09-26'],
    ['ar', 'في 26 سبتمبر 2025', '2025-09-26'],
    ['ar', 'في 26 أيلول 2025', '2025-09-26'],
  ] as const)('reads in %s: %s', (language, text, date) => {
    const [found] = scanned(text, language).dates;
    expect(found && formatCivilDate(found.from)).toBe(date);
  });

  it('takes two calendars side by side for one day, and keeps the other day when they differ', () => {
    expect(scanned('با فرا رسیدن ۱۸ اکتبر (۲۷ مهر)', 'fa').dates).toHaveLength(1);
    const [wrong] = scanned('۱۸ اکتبر ۲۰۲۰ (۲۸ مهر ۱۳۹۹)', 'fa').dates;
    expect(wrong?.paired && formatCivilDate(wrong.paired)).toBe('2020-10-19');
  });

  it('takes the number of a resolution for no year', () => {
    expect(scanned('resolution 1929 was adopted', 'en').dates).toEqual([]);
    expect(scanned('resolutions 1970 and 1973', 'en').instruments.map(({ number }) => number)).toEqual([1970, 1973]);
  });
});

describe('times of day', () => {
  it.each([
    ['en', 'at 8pm Eastern time on Saturday', 1200, 'America/New_York'],
    ['en', 'at 3:30 a.m. on Sunday', 210, undefined],
    ['en', 'on September 27, at 1 AM GMT', 60, 'UTC'],
    ['fa', 'از ساعت ۲۰ به وقت نیویورک', 1200, 'America/New_York'],
    ['de', 'um 20 Uhr', 1200, undefined],
    ['ru', 'в 03:00 по московскому времени', 180, 'Europe/Moscow'],
  ] as const)('reads in %s: %s', (language, text, minutes, zone) => {
    expect(scanned(text, language).clocks[0]).toMatchObject({ minutes, ...(zone && { zone }) });
  });
});

describe('durations', () => {
  it.each([
    ['en', 'a 30-day process', 'P30D'],
    ['en', 'for another year', 'P1Y'],
    ['en', 'by six months', 'P6M'],
    ['fa', 'شش ماه', 'P6M'],
    ['fr', 'prorogé de 13 mois', 'P13M'],
    ['de', 'die Frist von 30 Tagen', 'P30D'],
    ['ru', 'на шесть месяцев', 'P6M'],
  ] as const)('reads in %s: %s', (language, text, period) => {
    expect(scanned(text, language).durations[0]?.period).toBe(period);
  });
});

describe('tallies', () => {
  it.each([
    ['en', 'by 12 votes to 2', { for: 12, against: 2 }],
    ['en', 'the result was 11-2-2', { for: 11, against: 2, abstaining: 2 }],
    ['en', 'Four members backed the draft, nine opposed it and two abstained', { for: 4, against: 9, abstaining: 2 }],
    ['en', 'There were 13 votes in favor and two abstentions', { for: 13, abstaining: 2 }],
    ['en', 'ten members in favor, none against and five abstentions', { for: 10, against: 0, abstaining: 5 }],
    ['fa', 'با چهار رأی موافق، ۹ رأی مخالف و ۲ رأی ممتنع', { for: 4, against: 9, abstaining: 2 }],
    ['de', 'mit vier Ja- und neun Nein-Stimmen bei zwei Enthaltungen', { for: 4, against: 9, abstaining: 2 }],
    ['fr', 'par quatre voix pour, neuf contre et deux abstentions', { for: 4, against: 9, abstaining: 2 }],
    ['es', 'con cuatro votos a favor, nueve en contra y dos abstenciones', { for: 4, against: 9, abstaining: 2 }],
  ] as const)('reads in %s: %s', (language, text, counts) => {
    expect(tallyIn(scanned(text, language).line)?.counts).toEqual(counts);
  });

  it('does not count the size of the body or a day', () => {
    expect(tallyIn(scanned('The 15-member body approved it by 12 votes to 2', 'en').line)?.counts).toEqual({
      for: 12,
      against: 2,
    });
  });
});

describe('instruments', () => {
  it.each([
    ['en', 'UN Security Council Resolution 2231', 2231],
    ['en', 'UNSCR 1929', 1929],
    ['en', 'S/RES/2231 (2015)', 2231],
    ['fa', 'قطعنامه شماره ۲۲۳۱', 2231],
    ['ru', 'резолюции 2231', 2231],
    ['ar', 'القرار 2231', 2231],
  ] as const)('reads in %s: %s', (language, text, number) => {
    expect(scanned(text, language).instruments[0]?.number).toBe(number);
  });

  it('knows the deal of 2015 by its mistransliterations', () => {
    for (const name of ['Barjam', 'Borjam', 'Burjam', 'the JCPOA'])
      expect(scanned(name, 'en').instruments[0]?.name).toBe('deal');
    expect(scanned('برجام', 'fa').instruments[0]?.name).toBe('deal');
    expect(scanned('СВПД', 'ru').instruments[0]?.name).toBe('deal');
  });
});
