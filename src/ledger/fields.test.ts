import { describe, expect, it } from 'vitest';
import { columnsByField } from './fields.ts';

const none = new Set<string>();

describe('the columns of a ledger', () => {
  it('are found by name, whatever the case, and by hand', () => {
    expect(columnsByField(['ID', 'origin', 'To', 'Goods', 'on'], { from: 'origin' }, none)).toEqual({
      found: { id: 'ID', from: 'origin', to: 'To', goods: 'Goods', on: 'on' },
      faults: [],
    });
  });

  it('are not guessed where two bear the same name', () => {
    expect(columnsByField(['from', 'FROM', 'goods', 'on'], {}, none).faults.join()).toContain('map one');
    expect(columnsByField(['from', 'FROM', 'goods', 'on'], { from: 'FROM' }, none).found.from).toBe('FROM');
  });

  it.each([
    { columns: ['from', 'goods'], says: '`on`' },
    { columns: ['goods', 'on'], says: '`from`' },
    { columns: ['from', 'on'], says: '`goods`' },
  ])('must tell the whole question: $columns lack $says', ({ columns, says }) => {
    expect(columnsByField(columns, {}, none).faults.join()).toContain(says);
  });

  it('need not hold what the run gives to all rows', () => {
    expect(columnsByField(['to', 'on'], {}, new Set(['goods'])).faults).toEqual([]);
    expect(columnsByField(['from', 'goods', 'on'], {}, new Set(['from'])).found).not.toHaveProperty('from');
  });
});
