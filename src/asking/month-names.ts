import { nameKey } from './name-key.ts';

/** A month as a word: its number, and the calendar that the word itself names. */
export type MonthName = { readonly calendar: 'gregorian' | 'persian'; readonly month: number };

/** January to December. A line a language; Arabic has three sets, of the Gulf and Egypt, the Levant and Iraq, the Maghreb. */
const GREGORIAN: readonly string[] = [
  'January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sep|Sept October|Oct November|Nov December|Dec',
  'janvier|janv février|fév|févr mars avril|avr mai juin juillet|juil août septembre octobre novembre décembre|déc',
  'Januar|Jänner|Jän Februar|Feber März|Maerz|Mär|Mrz April Mai Juni Juli August September Oktober|Okt November Dezember|Dez',
  'enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set octubre noviembre diciembre|dic',
  'январь|января|янв февраль|февраля|фев|февр март|марта|мар апрель|апреля|апр май|мая июнь|июня|июн июль|июля|июл август|августа|авг сентябрь|сентября|сен|сент октябрь|октября|окт ноябрь|ноября|ноя|нояб декабрь|декабря|дек',
  'ژانویه فوریه مارس آوریل|آپریل مه|می ژوئن|جون ژوئیه|جولای|ژوییه اوت|آگوست|اگست سپتامبر|سپتمبر اکتبر|اکتوبر نوامبر|نومبر دسامبر|دسمبر',
  'يناير فبراير مارس أبريل|إبريل مايو يونيو|يونيه يوليو|يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  'كانون_الثاني شباط آذار نيسان أيار|نوار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
  'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر',
];

/** Farvardin to Esfand, as Iran writes them and in Latin and Cyrillic letters. */
const PERSIAN: readonly string[] = [
  'فروردین اردیبهشت خرداد تیر مرداد|امرداد شهریور مهر آبان آذر دی بهمن اسفند',
  'Farvardin Ordibehesht|Ordibehest Khordad|Khordaad Tir Mordad|Amordad Shahrivar Mehr Aban Azar Dey|Dei Bahman Esfand',
  'фарвардин|фарвардина ордибехешт|ордибехешта хордад|хордада тир|тира мордад|мордада шахривар|шахривара мехр|мехра абан|абана азар|азара дей|дея бахман|бахмана эсфанд|эсфанда',
];

let table: ReadonlyMap<string, MonthName> | undefined;

/** The month that a word, or two words run together, names in one of the seven languages; undefined when none. */
export function monthNamed(word: string): MonthName | undefined {
  table ??= new Map([...tabled(GREGORIAN, 'gregorian'), ...tabled(PERSIAN, 'persian')]);
  const key = nameKey(word);
  return table.get(key) ?? table.get(key.replace(/ماه$/, '')); // Persian also says "the month of Mehr" in one word
}

const tabled = (lines: readonly string[], calendar: MonthName['calendar']): readonly (readonly [string, MonthName])[] =>
  lines.flatMap((line) =>
    line
      .split(' ')
      .flatMap((names, index) =>
        names.split('|').map((name) => [nameKey(name), { calendar, month: index + 1 }] as const),
      ),
  );
