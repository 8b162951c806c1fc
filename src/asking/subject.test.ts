import { describe, expect, it } from 'vitest';
import { smallRecord } from '../record/small-record.ts';
import { understandSubject } from './subject.ts';
import { vocabularyOf } from './vocabulary.ts';

const vocabulary = vocabularyOf(smallRecord().record);
const named = (text: string): unknown => {
  const found = understandSubject(text, vocabulary);
  return found.ok ? found.value : found.errors.map(({ code }) => code);
};

describe('a thing of the record', () => {
  const provision = { kind: 'provision', id: 'un/s-res-733-1992', at: 'para 5' };
  it.each([
    ['S/RES/733 (1992) para 5', provision],
    ['S/RES/733 (1992), para. 5', provision],
    ['s/res/733(1992) paragraph 5', provision],
    ['resolution 733, op 5', provision],
    ['UNSCR 733 (1992) 5', provision],
    ['S/RES/733 (1992) para 5(a)', provision],
    ['S/RES/733 (1992)', { kind: 'instrument', id: 'un/s-res-733-1992' }],
    ['un/s-res-733-1992', { kind: 'instrument', id: 'un/s-res-733-1992' }],
    ['un/s-res-733-1992#5', { kind: 'norm', id: 'un/s-res-733-1992#5' }],
    ['un/s-res-2714-2023#lifts', { kind: 'rule', id: 'un/s-res-2714-2023#lifts' }],
    ['un/somalia-751', { kind: 'regime', id: 'un/somalia-751' }],
    ['adopted:un/s-res-733-1992', { kind: 'event', id: 'adopted:un/s-res-733-1992' }],
    ['so', { kind: 'state', id: 'SO' }],
    ['Italy', { kind: 'state', id: 'IT' }],
    ['arms', { kind: 'goods', id: 'arms' }],
  ])('`%s` is found', (text, subject) => expect(named(text)).toEqual(subject));

  it('is not another provision with the same beginning', () => {
    expect(named('S/RES/733 (1992) para 55')).toEqual(['unknown-provision']);
  });

  it.each(['S/RES/734 (1992)', 'resolution 73', 'frobnicate', '', '   ', 'constructor'])('`%s` is refused', (text) =>
    expect(named(text)).toEqual(['unknown-subject']),
  );

  it('is suggested where the text is near', () => {
    const found = understandSubject('S/RES/734 (1992)', vocabulary);
    expect(found.ok ? '' : found.errors[0]!.message).toContain('Did you mean `S/RES/733 (1992)`?');
  });
});
