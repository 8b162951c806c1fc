import { describe, expect, it } from 'vitest';
import { questionFaults } from './question-faults.ts';
import { recordFaults } from './record-faults.ts';

describe('the faults of the record', () => {
  it('share no code with those of questions', () => {
    expect(Object.keys(recordFaults).filter((code) => code in questionFaults)).toEqual([]);
  });

  it.each(Object.entries(recordFaults))('%s is said in whole sentences', (_, { message }) => {
    const facts = new Proxy({}, { get: (_target, name) => (name === 'nearest' ? undefined : `<${String(name)}>`) });
    expect(message(facts)).toMatch(/[.?>]$/);
    expect(message(facts)).not.toContain('undefined');
  });
});
