import { didYouMean, type Entry } from './diagnostic.ts';

/** What can be wrong with a question: its fields, its words, its dates. */
export const questionFaults = {
  'not-a-question': {
    severity: 'error',
    message: () =>
      'a question is an object whose fields are the options of `ask`, such as `{"from": "RU", "to": "IR", "goods": "arms", "on": "2025-10-01"}`.',
  },
  'unreadable-row': {
    severity: 'error',
    message: ({ reason }) =>
      `this line is no JSON object (${reason}). Write one question a line, as \`{"id": "q1", "from": "RU", …}\`.`,
  },
  'row-too-long': {
    severity: 'error',
    message: ({ length, limit }) => `this line has ${length} characters; a question has at most ${limit}.`,
  },
  'unknown-field': {
    severity: 'error',
    message: ({ input, nearest, known }) =>
      `a question has no field \`${input}\`.${didYouMean(nearest)} The fields are ${known}.`,
  },
  'wrong-type': {
    severity: 'error',
    message: ({ field, expected, given }) => `\`${field}\` must be ${expected}, not ${given}.`,
  },
  'empty-text': {
    severity: 'error',
    message: ({ field }) => `\`${field}\` is empty. Give a value, or leave the field out.`,
  },
  'text-too-long': {
    severity: 'error',
    message: ({ field, length, limit }) => `\`${field}\` has ${length} characters; at most ${limit} are read.`,
  },
  'too-many-values': {
    severity: 'error',
    message: ({ field, count, limit }) => `\`${field}\` has ${count} values; at most ${limit} are read.`,
  },
  'control-characters': {
    severity: 'error',
    message: ({ field, input }) =>
      `\`${field}\` holds control characters or broken letters: \`${input}\`. Remove them.`,
  },
  'places-missing': {
    severity: 'error',
    message: () => 'neither `from` nor `to` is given. Say where the goods come from, where they go, or both.',
  },
  'place-missing': {
    severity: 'error',
    message: ({ activity, field, means }) => `\`${activity}\` needs \`${field}\`: ${means}.`,
  },
  'party-missing': {
    severity: 'error',
    message: ({ activity }) => `\`${activity}\` acts on listed persons and entities: name one in \`party\`.`,
  },
  'no-name': {
    severity: 'error',
    message: ({ input }) => `\`${input}\` holds no letter or digit, so it names no party.`,
  },
  'parties-needed': {
    severity: 'error',
    message: () => 'a party is named, and the names on the lists were not loaded.',
  },
  'goods-missing': {
    severity: 'error',
    message: ({ activity }) =>
      `\`${activity}\` needs \`goods\`: a name (\`Su-35\`), a family (\`arms\`), a code (\`unroca:IV\`), or \`any\` for goods of every kind.`,
  },
  'target-missing': {
    severity: 'error',
    message: () => 'no State is named. Name the one that the measures are aimed at, such as `IR`.',
  },
  'day-missing': {
    severity: 'error',
    message: ({ field }) => `\`${field}\` is missing. Give a day or an instant, such as \`2025-09-28\`.`,
  },
  'days-backwards': {
    severity: 'error',
    message: ({ from, to }) => `\`from\` (${from}) is not before \`to\` (${to}). Give the earlier day first.`,
  },
  'unknown-subject': {
    severity: 'error',
    message: ({ input, nearest }) =>
      `nothing on record is called \`${input}\`.${didYouMean(nearest)} Give an instrument or a provision by its symbol (\`S/RES/1929 (2010) para 8\`), or the id of a measure, point, event or regime, a code of goods, a State.`,
  },
  'unknown-provision': {
    severity: 'error',
    message: ({ input, symbol, known }) =>
      `the record holds no provision \`${input}\` of ${symbol}. It holds ${known}.`,
  },
  'date-missing': {
    severity: 'error',
    message: () =>
      '`on` is missing. Give the date or the instant of the transfer, such as `2025-10-01` or `2025-09-28T03:30+03:30`.',
  },
  'unknown-state': {
    severity: 'error',
    message: ({ input, nearest }) => `no State is called \`${input}\`.${didYouMean(nearest)}`,
  },
  'ambiguous-state': {
    severity: 'error',
    message: ({ input, candidates }) => `\`${input}\` can be more than one State: ${candidates}. Give the code.`,
  },
  'not-a-state': {
    severity: 'error',
    message: ({ input, group, members }) =>
      `\`${input}\` is not a State but ${group}. Goods move between States: name one of its members${members}.`,
  },
  'unknown-region': {
    severity: 'error',
    message: ({ input, nearest, known }) =>
      `no region on record is called \`${input}\`.${didYouMean(nearest)}${known === '' ? '' : ` Regions there: ${known}.`}`,
  },
  'region-elsewhere': {
    severity: 'error',
    message: ({ input, state }) => `\`${input}\` lies in \`${state}\`, which is neither \`from\` nor \`to\`.`,
  },
  'ambiguous-region': {
    severity: 'error',
    message: ({ input, candidates }) => `\`${input}\` can be more than one region: ${candidates}. Give the code.`,
  },
  'unknown-goods': {
    severity: 'error',
    message: ({ input, nearest }) =>
      `no goods on record are called \`${input}\`.${didYouMean(nearest)} Families such as \`arms\`, codes such as \`unroca:IV\`, \`ml:ML10\`, \`hs:8802\` and named systems are known.`,
  },
  'ambiguous-goods': {
    severity: 'error',
    message: ({ input, candidates }) =>
      `\`${input}\` can be more than one kind of goods: ${candidates}. Give the code.`,
  },
  'unknown-activity': {
    severity: 'error',
    message: ({ input, nearest, known }) =>
      `no activity is called \`${input}\`.${didYouMean(nearest)} The activities are ${known}.`,
  },
  'unknown-recipient': {
    severity: 'error',
    message: ({ input }) =>
      `a recipient is \`government\` or \`non-governmental\`, not \`${input}\`. Name a person, company or listed entity in \`party\`.`,
  },
  'unknown-date': {
    severity: 'error',
    message: ({ input }) =>
      `\`${input}\` is no date that can be read. Write \`2025-10-01\`, \`2025-10\`, \`2025\`, \`1 October 2025\`, or an instant such as \`2025-09-28T03:30+03:30\`.`,
  },
  'impossible-date': {
    severity: 'error',
    message: ({ input, reason }) => `\`${input}\` does not exist: ${reason}.`,
  },
  'ambiguous-date': {
    severity: 'error',
    message: ({ input, first, second }) => `\`${input}\` can be ${first} or ${second}. Write year, month, day.`,
  },
  'date-not-a-day': {
    severity: 'error',
    message: ({ field, input }) =>
      `\`${field}\` must be a day or an instant, and \`${input}\` is longer. Give the day.`,
  },
  'which-calendar': {
    severity: 'error',
    message: ({ input, year, gregorian }) =>
      `\`${input}\` looks like a Solar Hijri date${gregorian === '' ? '' : ` (${gregorian} in the Gregorian calendar)`}. If it is, say \`calendar: persian\`; if the year ${year} of the Gregorian calendar is meant, say \`calendar: gregorian\`.`,
  },
  'not-a-persian-year': {
    severity: 'error',
    message: ({ input, year }) =>
      `\`${input}\` is to be read in the Solar Hijri calendar, and its year ${year} is far in the future. Write the Solar Hijri year (2025 is 1403 to 1404), or leave \`calendar\` out.`,
  },
  'unknown-calendar': {
    severity: 'error',
    message: ({ input }) => `a calendar is \`gregorian\` or \`persian\` (Solar Hijri), not \`${input}\`.`,
  },
  'calendar-tables-needed': {
    severity: 'error',
    message: ({ input }) => `\`${input}\` needs the tables of calendars and zones, which were not loaded.`,
  },
  'local-time-without-zone': {
    severity: 'error',
    message: ({ input }) =>
      `\`${input}\` is a clock time without a zone, so it is another instant in every place. Add \`Z\` for UTC, an offset such as \`+03:30\`, or give \`zone\` (\`Asia/Tehran\`).`,
  },
  'ambiguous-local-time': {
    severity: 'error',
    message: ({ input, zone, earlier, later }) =>
      `clocks in \`${zone}\` were put back, so \`${input}\` came twice: ${earlier} and ${later}. Give one of them.`,
  },
  'no-such-local-time': {
    severity: 'error',
    message: ({ input, zone, earlier, later }) =>
      `clocks in \`${zone}\` were put forward, so \`${input}\` never came. Near it are ${earlier} and ${later}.`,
  },
  'zone-and-offset-differ': {
    severity: 'error',
    message: ({ input, zone, offset, was }) =>
      `\`${input}\` gives the offset ${offset}, and \`${zone}\` was at ${was} then. Leave one out.`,
  },
  'unknown-zone': {
    severity: 'error',
    message: ({ input, nearest }) =>
      `no zone is called \`${input}\`.${didYouMean(nearest)} Write \`UTC\`, an offset such as \`+03:30\`, or a name such as \`Asia/Tehran\`.`,
  },
  'unknown-law': {
    severity: 'error',
    message: ({ input, nearest, known }) =>
      `the record holds no law called \`${input}\`.${didYouMean(nearest)} It holds ${known}.`,
  },
  'unknown-position': {
    severity: 'error',
    message: ({ input, nearest }) =>
      `nobody called \`${input}\` can hold a position.${didYouMean(nearest)} Name a State, or an organisation or practice that \`snapback positions\` lists.`,
  },
  'united-nations-has-no-position': {
    severity: 'error',
    message: () =>
      'the United Nations as such holds no position: its members differ. `UN-SEC` is the practice of its Secretariat and subsidiary bodies; Council members hold positions of their own.',
  },
  'group-has-no-position': {
    severity: 'error',
    message: ({ input, members }) =>
      `\`${input}\` has stated no position of its own on record. Name its members${members}.`,
  },
  'unknown-supposition': {
    severity: 'error',
    message: ({ input }) =>
      `\`${input}\` supposes nothing that can be read. Write \`stance:POINT=yes\` (or \`no\`, \`undetermined\`), or \`event:ID=2025-09-20\` (or \`none\`).`,
  },
  'unknown-point': {
    severity: 'error',
    message: ({ input, nearest }) => `no point on record has the id \`${input}\`.${didYouMean(nearest)}`,
  },
  'unknown-event': {
    severity: 'error',
    message: ({ input, nearest }) => `no event on record has the id \`${input}\`.${didYouMean(nearest)}`,
  },
  'unknown-answer': {
    severity: 'error',
    message: ({ input, point }) => `a stance on \`${point}\` is \`yes\`, \`no\` or \`undetermined\`, not \`${input}\`.`,
  },
} satisfies Record<string, Entry>;
