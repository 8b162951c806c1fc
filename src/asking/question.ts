/** Words in, question out: the options of `ask`, in seven languages, to codes of the record and times. */
import type { Checked } from '../diagnostics/diagnostic.ts';
import type { AskedActivity, AskedGoods, AskedParty, Question } from '../law/question.ts';
import { endOfDay } from '../time/civil-date.ts';
import { type Instant, instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { UTC, type Zone } from '../time/zone.ts';
import { understandActivity } from './activities.ts';
import { cutAtCommas, type Field, fieldsOf, isGiven, textOf, textsOf, type Words } from './fields.ts';
import { type Findings, isFull, noFindings, refuse } from './findings.ts';
import { understandGoods } from './goods.ts';
import { nameKey } from './name-key.ts';
import type { FindParty } from './parties.ts';
import { type Place, understandPlace, understandRegion } from './places.ts';
import { understandRecipient } from './recipients.ts';
import { understandSupposition } from './suppositions.ts';
import { understandLaw, understandPosition } from './viewpoints.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type CalendarTables, type Dating, understandWhen, type When } from './when.ts';
import { understandZone } from './zone-words.ts';

/** What the words alone do not say. The tables are large: leave them out, and load them when `stillNeeded` says so. */
export type Surroundings = {
  readonly now: Instant;
  readonly tables?: CalendarTables;
  readonly findParty?: FindParty;
};

/**
 * The question that the words ask, or everything that is wrong with them, each fault with the field it is in. It takes any
 * value whatever, as it comes from a line of JSON or a form, and never throws. Notes of the question tell what was read with a remark.
 */
export function understandQuestion(
  words: unknown,
  vocabulary: Vocabulary,
  surroundings: Surroundings,
): Checked<Question> {
  const findings = noFindings();
  const fields = fieldsOf(words, findings);
  const question =
    fields === undefined ? undefined : new Understanding(fields, vocabulary, surroundings, findings).question();
  return question === undefined || findings.errors.length > 0
    ? { ok: false, errors: findings.errors }
    : { ok: true, value: { ...question, notes: findings.notes }, warnings: [] };
}

/** What must be handed in before the same words can be understood: `tables` of calendars and zones, the `parties` on the lists. */
export function stillNeeded(checked: Checked<unknown>): readonly ('tables' | 'parties')[] {
  if (checked.ok) return [];
  const codes = new Set(checked.errors.map(({ code }) => code));
  return [
    ...(codes.has('calendar-tables-needed') ? ['tables' as const] : []),
    ...(codes.has('parties-needed') ? ['parties' as const] : []),
  ];
}

/** A text with more parts is no list of parties; each part is compared with every name on the lists. */
const MOST_PARTIES = 20;

const MOVES_GOODS: ReadonlySet<AskedActivity> = new Set(['transfer', 'supply', 'procure']);

/** One question being understood: its words, what they can mean, and what was found wrong so far. */
class Understanding {
  readonly #words: Words;
  readonly #vocabulary: Vocabulary;
  readonly #surroundings: Surroundings;
  readonly #findings: Findings;

  constructor(words: Words, vocabulary: Vocabulary, surroundings: Surroundings, findings: Findings) {
    this.#words = words;
    this.#vocabulary = vocabulary;
    this.#surroundings = surroundings;
    this.#findings = findings;
  }

  question(): Omit<Question, 'notes'> | undefined {
    const zone = this.#understood('zone', (text) => understandZone(text, this.#findings));
    const calendar = this.#understood('calendar', (text) => understandCalendar(text, this.#findings));
    const dating = this.#dating(zone, calendar);
    const at = this.#at(zone === undefined ? dating : { ...dating, dayZone: zone });
    const activity = this.#understood('activity', (text) => understandActivity(text, this.#findings)) ?? 'transfer';
    const from = this.#place('from', at);
    const to = this.#place('to', at);
    const region = this.#region(from, to);
    const goods = this.#goods();
    const recipient = this.#understood('recipient', (text) => understandRecipient(text, this.#findings));
    const parties = this.#parties();
    const contract = this.#contract(dating);
    const laws = this.#list('law', (text) => understandLaw(text, this.#vocabulary, this.#findings));
    const accordingTo = this.#list('accordingTo', (text) =>
      understandPosition(text, at, this.#vocabulary, this.#findings),
    );
    const asKnown = this.#asKnown(dating);
    const suppose = this.#each('suppose', (text) =>
      understandSupposition(text, dating, this.#vocabulary, this.#findings),
    );
    const id = textOf(this.#words, 'id', this.#findings);
    this.#checkWhatIsMissing(activity);
    if (at === undefined || asKnown === undefined) return undefined;
    return {
      ...(id !== undefined && { id }),
      ...(from !== undefined && { from: from.state }),
      ...(to !== undefined && { to: to.state }),
      goods,
      activity,
      at,
      ...(recipient !== undefined && { recipient }),
      ...(region !== undefined && { region }),
      parties,
      ...(contract !== undefined && { contract }),
      ...(laws !== undefined && { laws }),
      ...(accordingTo !== undefined && { accordingTo }),
      asKnown,
      suppose,
    };
  }

  /** Plain dates of publication and contract are days in UTC, whatever zone the transfer is asked in. */
  #dating(clockZone: Zone | undefined, calendar: Dating['calendar']): Dating {
    const { now, tables } = this.#surroundings;
    return {
      dayZone: UTC,
      now,
      ...(clockZone !== undefined && { clockZone }),
      ...(calendar !== undefined && { calendar }),
      ...(tables !== undefined && { tables }),
    };
  }

  #at(dating: Dating): Interval | undefined {
    if (!isGiven(this.#words, 'on')) return refuse(this.#findings, 'date-missing', 'on');
    return this.#when('on', dating)?.at;
  }

  #when(field: Field, dating: Dating): When | undefined {
    return this.#understood(field, (text) => understandWhen(text, dating, field, this.#findings));
  }

  #place(side: 'from' | 'to', at: Interval | undefined): Place | undefined {
    return this.#understood(side, (text) => understandPlace(text, at, this.#vocabulary, side, this.#findings));
  }

  #region(from: Place | undefined, to: Place | undefined): string | undefined {
    const places = [from?.state, to?.state];
    if (!isGiven(this.#words, 'region')) return to?.region ?? from?.region;
    const oneWasRefused = (['from', 'to'] as const).some(
      (side, index) => isGiven(this.#words, side) && places[index] === undefined,
    );
    if (oneWasRefused) return undefined; // where the region lies cannot be judged
    return this.#understood('region', (text) => understandRegion(text, places, this.#vocabulary, this.#findings));
  }

  #goods(): readonly AskedGoods[] {
    const texts = textsOf(this.#words, 'goods', this.#findings, 'whole');
    const goods = texts.flatMap((text) => understandGoods(text, this.#vocabulary, this.#findings));
    return goods.filter(({ code }, index) => goods.findIndex((other) => other.code === code) === index);
  }

  /** A name can hold a comma; a text is cut there only where that, and not the whole, gives names on record. */
  #parties(): readonly AskedParty[] {
    const texts = textsOf(this.#words, 'party', this.#findings, 'whole');
    const { findParty } = this.#surroundings;
    if (texts.length === 0) return [];
    if (findParty === undefined) return refuse(this.#findings, 'parties-needed', 'party') ?? [];
    return texts.flatMap((text) => {
      if (nameKey(text) === '') return refuse(this.#findings, 'no-name', 'party', { input: text }) ?? [];
      const whole = findParty(text);
      const cut = whole.designations.length > 0 ? [] : cutAtCommas(text);
      const parts = cut.length > MOST_PARTIES ? [] : cut.map((part) => findParty(part.trim()));
      return parts.length > 1 && parts.some(({ designations }) => designations.length > 0) ? parts : [whole];
    });
  }

  #contract(dating: Dating): Instant | undefined {
    const when = this.#when('contract', dating);
    if (when === undefined || when.precision === 'instant' || when.precision === 'day') return when?.at.from;
    return refuse(this.#findings, 'date-not-a-day', 'contract', {
      field: 'contract',
      input: String(this.#words.contract),
    });
  }

  /** The last second of the day, month or year named; the record's horizon when nothing is. */
  #asKnown(dating: Dating): Instant | undefined {
    if (!isGiven(this.#words, 'asKnown')) return instant(endOfDay(this.#vocabulary.record.horizon) - 1);
    const when = this.#when('asKnown', dating);
    return when === undefined ? undefined : instant(when.at.until - 1);
  }

  #checkWhatIsMissing(activity: AskedActivity): void {
    const missing = (field: Field): boolean => !isGiven(this.#words, field);
    if (activity === 'travel' && missing('to')) {
      refuse(this.#findings, 'place-missing', 'to', {
        activity,
        field: 'to',
        means: 'the State that would be entered',
      });
    } else if (activity === 'freeze' && missing('from')) {
      refuse(this.#findings, 'place-missing', 'from', {
        activity,
        field: 'from',
        means: 'the State whose persons would pay or hold',
      });
    } else if (missing('from') && missing('to')) {
      refuse(this.#findings, 'places-missing', 'from');
    }
    if ((activity === 'travel' || activity === 'freeze') && missing('party'))
      refuse(this.#findings, 'party-missing', 'party', { activity });
    const noGoods = missing('goods') || (Array.isArray(this.#words.goods) && this.#words.goods.length === 0);
    if (MOVES_GOODS.has(activity) && noGoods) refuse(this.#findings, 'goods-missing', 'goods', { activity });
  }

  #understood<T>(field: Field, understand: (text: string) => T | undefined): T | undefined {
    const text = textOf(this.#words, field, this.#findings);
    return text === undefined ? undefined : understand(text);
  }

  #each<T>(field: Field, understand: (text: string) => T | undefined): readonly T[] {
    return textsOf(this.#words, field, this.#findings).flatMap((text) =>
      isFull(this.#findings) ? [] : (understand(text) ?? []),
    );
  }

  /** A list without repetitions; undefined when it is left out, which is not the same as empty. */
  #list(field: Field, understand: (text: string) => string | undefined): readonly string[] | undefined {
    const values = this.#each(field, understand);
    return values.length === 0 ? undefined : [...new Set(values)];
  }
}

const CALENDARS: Readonly<Record<string, 'gregorian' | 'persian'>> = {
  gregorian: 'gregorian',
  iso: 'gregorian',
  iso8601: 'gregorian',
  persian: 'persian',
  solarhijri: 'persian',
  jalali: 'persian',
  shamsi: 'persian',
  شمسی: 'persian',
};

export const understandCalendar = (text: string, findings: Findings): 'gregorian' | 'persian' | undefined => {
  const key = nameKey(text);
  return Object.hasOwn(CALENDARS, key)
    ? CALENDARS[key]
    : refuse(findings, 'unknown-calendar', 'calendar', { input: text });
};
