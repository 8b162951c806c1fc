import { describe, expect, it } from 'vitest';
import { exactly, withinDay } from '../compile/moment.ts';
import type { Moment } from '../law/event.ts';
import { parseCivilDate } from '../time/civil-date.ts';
import { formatInstant, instant, parseInstant } from '../time/instant.ts';
import { type Epoch, epochsOf, epochsWithin, hasCome, withLateActs } from './epochs.ts';

const at = (text: string): Moment => exactly(parseInstant(text)!);
const day = (text: string): Moment => withinDay(parseCivilDate(text)!);
const second = (text: string) => ({ from: parseInstant(text)!, until: instant(parseInstant(text)! + 1) });
const nameOf = (moment: Moment): string =>
  moment.precision === 'day' ? formatInstant(moment.from).slice(0, 10) : formatInstant(moment.from).slice(11, 16);

/** The acts that have come in each of the stretches that may hold. */
const come = (acts: readonly Moment[], stretches: readonly Epoch[]): readonly string[] =>
  stretches.map(
    (epoch) =>
      acts
        .filter((act) => hasCome(act, epoch))
        .map(nameOf)
        .join(' + ') || 'nothing yet',
  );

describe('a second of time', () => {
  it('lies in one stretch where every act has its hour', () => {
    const acts = [at('2020-10-18T00:00:00Z')];
    const epochs = withLateActs(epochsOf(acts));
    expect(come(acts, epochsWithin(epochs, second('2020-10-17T23:59:59Z')))).toEqual(['nothing yet']);
    expect(come(acts, epochsWithin(epochs, second('2020-10-18T00:00:00Z')))).toEqual(['00:00']);
  });

  it.each([
    ['2016-01-15T23:59:59Z', ['nothing yet']],
    ['2016-01-16T00:00:00Z', ['nothing yet', '2016-01-16']],
    ['2016-01-16T23:59:59Z', ['nothing yet', '2016-01-16']],
    ['2016-01-17T00:00:00Z', ['2016-01-16']],
  ])('at %s on or about the day of an act without an hour may lie in %j', (when, stretches) => {
    const acts = [day('2016-01-16')];
    expect(come(acts, epochsWithin(withLateActs(epochsOf(acts)), second(when)))).toEqual(stretches);
  });

  it.each([
    ['11:59:59', ['nothing yet', '2001-05-07']],
    // Since noon the act of noon has come for certain; the other may have come as well, or be late.
    ['12:00:00', ['12:00', '2001-05-07 + 12:00']],
    ['23:59:59', ['12:00', '2001-05-07 + 12:00']],
  ])('at %s of a day that has also an act of noon may lie in %j', (clock, stretches) => {
    const acts = [day('2001-05-07'), at('2001-05-07T12:00:00Z')];
    const found = epochsWithin(withLateActs(epochsOf(acts)), second(`2001-05-07T${clock}Z`));
    expect(come(acts, found)).toEqual(stretches);
  });

  it('a day later lies after both', () => {
    const acts = [day('2001-05-07'), at('2001-05-07T12:00:00Z')];
    const found = epochsWithin(withLateActs(epochsOf(acts)), second('2001-05-08T00:00:00Z'));
    expect(come(acts, found)).toEqual(['2001-05-07 + 12:00']);
  });
});

it('a day has all the stretches that lie in it, each act of it early and late', () => {
  const acts = [day('2001-05-07'), at('2001-05-07T12:00:00Z')];
  const whole = { from: parseInstant('2001-05-07T00:00:00Z')!, until: parseInstant('2001-05-08T00:00:00Z')! };
  expect(come(acts, epochsWithin(withLateActs(epochsOf(acts)), whole))).toEqual([
    'nothing yet',
    '2001-05-07',
    '12:00',
    '2001-05-07 + 12:00',
  ]);
});
