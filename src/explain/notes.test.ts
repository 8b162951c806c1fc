import { describe, expect, it } from 'vitest';
import type { Assessment } from '../law/assessment.ts';
import type { LegalRecord } from '../law/record.ts';
import { notesOf } from './notes.ts';

const laws = { EU: { id: 'EU', name: 'EU law' }, US: { id: 'US', name: 'US law' } };
const record = { laws, states: {} } as unknown as LegalRecord;
const told = (bindNobody: readonly string[], notes: readonly string[] = []) =>
  notesOf({ bindNobody, notes } as unknown as Assessment, record);

describe('the notes of an answer', () => {
  it('are those of the question where every law asked for binds somebody', () =>
    expect(told([], ['read as UTC'])).toEqual(['read as UTC']));

  it('say which law binds nobody here', () => {
    expect(told(['EU'])).toEqual([expect.stringMatching(/^EU law binds no party .* is told as it stands/)]);
    expect(told(['EU', 'US'])).toEqual([expect.stringMatching(/^EU law and US law bind no party .* are told/)]);
  });
});
