import { describe, expect, it } from 'vitest';
import { type OpenGate, waysOut, wayText } from './gate-text.ts';

const gate = (one: Partial<OpenGate>, purpose?: string): OpenGate =>
  ({
    gate: 'prior-approval',
    residual: true,
    opening: { for: purpose === undefined ? {} : { purpose } },
    ...one,
  }) as OpenGate;

describe('a way through a bar', () => {
  it.each([
    [{ gate: 'prior-approval', by: 'the 1970 Committee' }, 'prior approval by the 1970 Committee'],
    [
      { gate: 'no-objection', by: 'the 751 Committee', days: 5, workingDays: true },
      'notice to the 751 Committee, which has 5 working days to object',
    ],
    [
      { gate: 'advance-notice', by: 'the 751 Committee, for its information', days: 5 },
      'notice to the 751 Committee 5 days ahead',
    ],
    [{ gate: 'advance-notice' }, 'notice to the body in charge beforehand'],
  ] as const)('%j is "%s"', (one, text) => expect(wayText(gate(one))).toBe(text));
});

describe('ways out of a bar that stands', () => {
  it('are named with their purpose, once', () => {
    const one = gate({ by: 'the 1737 Committee' }, 'carrying out the JCPOA');
    expect(waysOut([one, one], 'prohibited')).toBe(
      '; the way out is prior approval by the 1737 Committee (carrying out the JCPOA)',
    );
  });

  it('are case by case where no purpose is laid down, and beside an ordinary gate are called so', () => {
    expect(waysOut([gate({ by: 'the 1970 Committee' })], 'approval-required')).toBe(
      '; beside it there is prior approval by the 1970 Committee (case by case)',
    );
  });

  it('are two in a sentence, the others below', () => {
    const ways = ['demining', 'relief', 'press'].map((purpose) => gate({ by: 'the Committee' }, purpose));
    expect(waysOut(ways, 'prohibited')).toMatch(/\(demining\), or .* \(relief\), and 1 more below$/);
  });

  it('are none where the gates are the ordinary regime', () => {
    expect(waysOut([gate({ residual: false })], 'approval-required')).toBe('');
  });
});
