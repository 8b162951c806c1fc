/** Outlets whose clock is known: news agencies and broadcasters that report in the time of their seat. */
const ZONES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:IRNA|Mehr|Tasnim|Fars News|ISNA|Press TV|Borna|Tabnak|Iran Front Page)\b|ایرنا|مهر|تسنیم|ایسنا|فارس|تابناک/i,
    'Asia/Tehran',
  ],
  [/\b(?:TASS|RIA Novosti|Sputnik|Interfax|RT)\b|ТАСС|РИА|Интерфакс/i, 'Europe/Moscow'],
  [/\b(?:Xinhua|CGTN|Global Times)\b/i, 'Asia/Shanghai'],
  [/\b(?:Deutsche Welle|Deutschlandfunk|dpa|Tagesschau|Der Spiegel)\b/i, 'Europe/Berlin'],
  [/\b(?:AFP|Le Monde|France 24|RFI)\b/i, 'Europe/Paris'],
  [/\b(?:UN News|UN Press|Security Council Report|New York Times)\b/i, 'America/New_York'],
  [/\b(?:Al Jazeera)\b|الجزيرة/i, 'Asia/Qatar'],
  [/\b(?:BBC|The Guardian)\b/i, 'Europe/London'],
  [/\b(?:EFE|El País)\b/i, 'Europe/Madrid'],
];

/** The zone of an outlet by its name; undefined for one that is not known. */
export const zoneOfOutlet = (name: string): string | undefined => ZONES.find(([pattern]) => pattern.test(name))?.[1];
