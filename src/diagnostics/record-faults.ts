import { didYouMean, type Entry, type Facts } from './diagnostic.ts';

const error = (message: Entry['message']): Entry => ({ severity: 'error', message });

/** An id that names nothing, of one kind of thing. */
const unknown = (what: string, hint = ''): Entry =>
  error(
    ({ cited, nearest }: Facts) => `${what} \`${cited}\`.${didYouMean(nearest)}${nearest === undefined ? hint : ''}`,
  );

/** What can be wrong with the files of the record. */
export const recordFaults = {
  // Files
  'not-readable': error(({ why }) => `this cannot be read: ${why}.`),
  'file-too-large': error(
    ({ limit }) => `this file is larger than ${limit} MiB. Split it: one legal text or list a file.`,
  ),
  'record-too-large': error(({ limit }) => `the folder holds more than ${limit}. Is this the folder of the record?`),
  'file-out-of-place': error(
    ({ nearest }) =>
      `no file belongs here. The record has the folders instruments, regimes, events, points, positions, designations, goods and states.${didYouMean(nearest)}`,
  ),
  'missing-file': error(({ file, holds }) => `the record needs a file \`${file}\`: ${holds}.`),
  'file-name': error(
    ({ id, expected }) => `the file of \`${id}\` must be called \`${expected}\`. Rename it, or correct the id.`,
  ),

  // YAML
  'not-yaml': error(({ why }) => `this is not YAML: ${why}.`),
  'double-key': error(() => 'this key was already given above. Keep one of the two.'),
  'no-aliases': error(
    () => 'anchors and aliases (`&`, `*`) are not used in the record. Write the value out, or quote it.',
  ),
  'no-tags': error(() => 'tags (`!`) are not used in the record. Leave it out, or quote the value.'),
  'two-documents': error(() => 'one file holds one document. Take the `---` out, and split the file.'),
  'key-not-text': error(() => 'a key must be a plain word.'),
  'empty-file': error(() => 'this file is empty. Fill it, or remove it.'),
  'nested-too-deeply': error(() => 'this file is nested too deeply to be read.'),

  // Shape
  'unknown-key': error(
    ({ key, nearest, known }) =>
      `\`${key}\` is not a key that is known here.${nearest === undefined ? ` The keys are \`${known}\`.` : didYouMean(nearest)}`,
  ),
  'missing-key': error(({ key }) => `\`${key}\` is missing here. Add it.`),
  'empty-value': error(({ key }) => `\`${key}\` has no value. Give it one, or leave the key out.`),
  'not-one-of': error(
    ({ key, found, nearest, allowed }) =>
      `\`${found}\` is no value of \`${key}\`.${nearest === undefined ? ` The values are \`${allowed}\`.` : didYouMean(nearest)}`,
  ),
  'needs-quotes': error(
    ({ key, found }) =>
      `\`${key}\` must be a text; \`${found}\` is read as a number or a truth value. Put it in quotes: '${found}'.`,
  ),
  'wrong-value': error(({ key, found, wanted }) => `\`${key}\` is \`${found}\`, and should be: ${wanted}`),

  // Ids
  'double-id': error(
    ({ id, other }) => `the id \`${id}\` is already taken, at ${other}. Ids are unique: choose another.`,
  ),
  'unknown-instrument': unknown('no instrument has the id'),
  'unknown-norm': unknown('no measure or opening has the id'),
  'no-such-norms': error(
    ({ cited }) =>
      `\`${cited}\` fits no measure and no opening. Name the instrument, or one of its norms as INSTRUMENT#ID.`,
  ),
  'unknown-event-id': unknown('no event has the id'),
  'unknown-rule': unknown('no rule has the id'),
  'unknown-point-id': unknown('no point has the id'),
  'unknown-regime': unknown('no regime has the id'),
  'unknown-list': unknown('no list has the id'),
  'unknown-state-code': unknown('no State of the record has the code', ' Add it to states/, with its names.'),
  'unknown-region-code': unknown('no region of the record has the code', ' Add it to states/regions.yaml.'),
  'unknown-group': unknown('no group of the record has the id', ' Add it to states/groups.yaml.'),
  'unknown-law-code': unknown('no law of the record has the code', ' Add it to states/laws.yaml.'),
  'unknown-goods-code': unknown('no goods of the record have the code', ' Add it to goods/.'),

  'double-symbol': error(
    ({ symbol, other }) => `\`${symbol}\` is already recorded, at ${other}. One act stands in one file.`,
  ),
  'id-and-symbol': error(
    ({ id, symbol, expected }) => `\`${id}\` is not the id of ${symbol}. Should it be \`${expected}\`?`,
  ),

  // Times
  'no-such-date': error(({ text }) => `\`${text}\` is no day of the calendar.`),
  'not-one-time': error(({ keys }) => `a time is reckoned from one of \`date\`, \`event\` and \`rule\`; here ${keys}.`),
  'plus-to-a-date': error(() => '`plus` reckons from an event or a rule. For a date, write the day that it comes to.'),
  'not-a-duration': error(({ text }) => `\`${text}\` is no duration. Write P5Y, P6M, P30D or PT12H.`),
  'unknown-record-zone': error(
    ({ text }) =>
      `\`${text}\` is no zone. Write UTC or an offset such as +03:30; in states.yaml, a zone such as Asia/Tehran.`,
  ),
  'moving-zone': error(
    ({ text }) =>
      `clocks in \`${text}\` change in the course of the year. Write the offset that held on the day, such as +03:30, and say so in \`basis\`.`,
  ),
  'no-such-day': error(
    ({ plus, date, down, up }) =>
      `${plus} after ${date} is a day that does not exist. Say \`rounding: down\` (${down}) or \`rounding: up\` (${up}), as the text means it.`,
  ),
  'hours-on-a-day': error(
    ({ plus }) =>
      `${plus} has hours, and what it is added to is known only by its day. Give the event an instant, or count in days.`,
  ),
  'beyond-the-calendar': error(({ plus }) => `${plus} leads beyond the year 9999.`),
  'wrong-order': error(
    ({ earlier, later, from, until }) =>
      `\`${later}\` (${until}) comes before \`${earlier}\` (${from}). One of them is wrong.`,
  ),
  'after-the-horizon': error(
    ({ date, horizon }) =>
      `${date} is after the horizon of the record (${horizon}). Move \`horizon\` in record.yaml, or correct the date.`,
  ),

  'year-and-date': error(
    ({ symbol, date }) => `${symbol} names another year than its date of adoption, ${date}. One of them is wrong.`,
  ),

  // Evidence
  'missing-evidence': error(
    () => 'nothing says how this is known. Add `evidence: verified` with `sources`, or `evidence: unverified`.',
  ),
  'missing-sources': error(
    () =>
      'this is marked `verified`, and no source is named. Add `sources` with the text it was read in, or mark it `unverified`.',
  ),
  'measure-without-regime': error(() => 'this instrument lays down measures, and names no regime. Add `regime`.'),

  // Votes
  'vote-total': error(
    ({ sum, seats, counts }) =>
      `the votes add up to ${sum} (${counts}), and the Council had ${seats} members on that day.`,
  ),
  'vote-count-and-names': error(({ names, count, which }) => `${which} says ${count}, and names ${names}.`),
  'too-few-votes': error(
    ({ votes, needed }) => `${votes} votes in favour adopt nothing: ${needed} were needed on that day.`,
  ),
  'vetoed-and-adopted': error(
    ({ state }) =>
      `${state}, a permanent member, is named against: that would have been a veto. If the vote was procedural, say \`procedural: true\`.`,
  ),
  'not-a-member': error(({ state, date }) => `${state} did not sit on the Council on ${date}.`),
  'votes-twice': error(({ state }) => `${state} is named twice in this vote.`),
  'outcome-and-votes': error(({ outcome, why }) => `the draft is recorded as \`${outcome}\`, but ${why}.`),

  // Rules and norms
  'cycle-without-delay': error(
    ({ cycle }) =>
      `these wait for one another at the same instant: ${cycle}. One of them needs a time of its own, or a delay.`,
  ),
  'cycle-of-classes': error(({ cycle }) => `these contain one another: ${cycle}. Take one of the links out.`),
  'cycle-of-continuations': error(({ cycle }) => `these continue one another: ${cycle}. Take one of the links out.`),
  'ends-before-it-starts': error(({ start, end }) => `this would end (${end}) before it starts (${start}).`),
  'rule-without-effect': error(
    ({ does }) =>
      `when this rule comes to \`${does}\` them, none of these norms is in a state that it could change. Is the date or the id wrong?`,
  ),
  'conclusion-not-reached': error(
    ({ position, norm, at, expected, found }) =>
      `${position} concluded that \`${norm}\` was ${expected} at ${at}; by its recorded stances it is ${found}. A stance, a rule or the conclusion is wrong.`,
  ),
  'renewal-after-the-end': error(
    ({ renewed, ended, norm }) =>
      `this renews \`${norm}\` on ${renewed}, and it ended at ${ended}. A renewal is missing between them; if there was none, say so with \`lapse\` and lay the measure down anew.`,
  ),
  'renewal-moves-nothing': error(
    ({ norm, until, before }) =>
      `this sets the end of \`${norm}\` to ${until}, and it already ran until ${before}. One of the two renewals is wrong.`,
  ),
  'until-without-extend': error(
    ({ does }) => `\`until\` is the new end that \`extend\` sets; a rule that does \`${does}\` has none.`,
  ),
  'extend-without-until': error(() => '`extend` needs `until`, the new end (`at: open` for none).'),
  'reapply-without-content': error(
    () => '`re-apply` needs `content-as-of`: the norms that were in force just before that time come back.',
  ),
  'gate-without-kind': error(() => 'an opening of kind `gate` needs `gate`, its kind.'),
  'nothing-to-open': error(
    () => 'an opening needs the measures it opens: ids under `on`, or a description that is not empty.',
  ),
  'no-target': error(
    () => 'this measure names no State, region or list, so that no question can meet it. Add `target`.',
  ),
  'no-goods': error(
    () =>
      'this measure is about goods, and names none. Add `goods` (`any` for all), or take `goods` out of its activities.',
  ),
  'activity-not-covered': error(
    ({ activity, norm }) => `\`covers\` leaves out \`${activity}\`, which \`${norm}\` is about. Add it.`,
  ),
} satisfies Record<string, Entry>;
