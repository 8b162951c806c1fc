/** Words about one State in, what is to be looked up out: the options of `in-force`, `diff`, `timeline` and `calendar`. */
import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Supposition } from '../law/question.ts';
import { endOfDay } from '../time/civil-date.ts';
import { formatInstant, type Instant, instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { UTC } from '../time/zone.ts';
import { type Field, fieldsOf, isGiven, SURVEY_FIELDS, textOf, textsOf, type Words } from './fields.ts';
import { type Findings, noFindings, refuse } from './findings.ts';
import { understandPlace } from './places.ts';
import { type Surroundings, understandCalendar } from './question.ts';
import { understandSupposition } from './suppositions.ts';
import { understandLaw, understandPosition } from './viewpoints.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Dating, understandWhen } from './when.ts';
import { understandZone } from './zone-words.ts';

/** A State, seen under these laws and from these positions (all of them when left out), as known at a time. */
export type SurveyQuestion = {
  /** Left out: every State. */
  readonly target?: string;
  readonly laws?: readonly string[];
  readonly accordingTo?: readonly string[];
  readonly at?: Interval;
  /** Two instants to compare; a plain day means its end. */
  readonly between?: { readonly from: Instant; readonly to: Instant };
  readonly asKnown: Instant;
  readonly suppose: readonly Supposition[];
  readonly notes: readonly string[];
};

/** What a survey cannot do without: `target`, the time `on` which, or the days `from` and `to`. */
export type SurveyNeed = 'target' | 'on' | 'from' | 'to';

/** What the words ask about a State, or everything that is wrong with them. It takes any value, and never throws. */
export function understandSurvey(
  words: unknown,
  needs: readonly SurveyNeed[],
  vocabulary: Vocabulary,
  surroundings: Surroundings,
): Checked<SurveyQuestion> {
  const findings = noFindings();
  const fields = fieldsOf(words, findings, SURVEY_FIELDS);
  const survey = fields === undefined ? undefined : read(fields, needs, vocabulary, surroundings, findings);
  return survey === undefined || findings.errors.length > 0
    ? { ok: false, errors: findings.errors }
    : { ok: true, value: { ...survey, notes: findings.notes }, warnings: [] };
}

function read(
  words: Words,
  needs: readonly SurveyNeed[],
  vocabulary: Vocabulary,
  { now, tables }: Surroundings,
  findings: Findings,
): Omit<SurveyQuestion, 'notes'> {
  const understood = <T>(field: Field, understand: (text: string) => T | undefined): T | undefined => {
    const text = textOf(words, field, findings);
    return text === undefined ? undefined : understand(text);
  };
  const list = (field: Field, understand: (text: string) => string | undefined): readonly string[] | undefined => {
    const values = textsOf(words, field, findings).flatMap((text) => understand(text) ?? []);
    return values.length === 0 ? undefined : [...new Set(values)];
  };
  refuseMissing(words, needs, findings);
  const zone = understood('zone', (text) => understandZone(text, findings));
  const calendar = understood('calendar', (text) => understandCalendar(text, findings));
  const dating: Dating = {
    dayZone: zone ?? UTC,
    now,
    ...(zone !== undefined && { clockZone: zone }),
    ...(calendar !== undefined && { calendar }),
    ...(tables !== undefined && { tables }),
  };
  const when = (field: Field): Interval | undefined =>
    understood(field, (text) => understandWhen(text, dating, field, findings)?.at);
  const at = when('on');
  const between = betweenOf(when('from'), when('to'), findings);
  const place = understood('target', (text) => understandPlace(text, at, vocabulary, 'target', findings));
  const laws = list('law', (text) => understandLaw(text, vocabulary, findings));
  const accordingTo = list('accordingTo', (text) => understandPosition(text, at, vocabulary, findings));
  const suppose = textsOf(words, 'suppose', findings).flatMap(
    (text) => understandSupposition(text, dating, vocabulary, findings) ?? [],
  );
  const known = understood('asKnown', (text) =>
    understandWhen(text, { ...dating, dayZone: UTC }, 'asKnown', findings),
  )?.at;
  return {
    ...(place !== undefined && { target: place.state }),
    ...(laws !== undefined && { laws }),
    ...(accordingTo !== undefined && { accordingTo }),
    ...(at !== undefined && { at }),
    ...(between !== undefined && { between }),
    asKnown: instant((known?.until ?? endOfDay(vocabulary.record.horizon)) - 1),
    suppose,
  };
}

function refuseMissing(words: Words, needs: readonly SurveyNeed[], findings: Findings): void {
  for (const need of needs) {
    if (isGiven(words, need)) continue;
    if (need === 'target') refuse(findings, 'target-missing', 'target');
    else refuse(findings, 'day-missing', need, { field: need });
  }
}

/** The last second of each time: what was so when it ended. */
function betweenOf(
  from: Interval | undefined,
  to: Interval | undefined,
  findings: Findings,
): SurveyQuestion['between'] | undefined {
  if (from === undefined || to === undefined) return undefined;
  const ends = { from: instant(from.until - 1), to: instant(to.until - 1) };
  if (ends.from < ends.to) return ends;
  return refuse(findings, 'days-backwards', 'from', { from: formatInstant(ends.from), to: formatInstant(ends.to) });
}
