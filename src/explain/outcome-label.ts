import type { Part } from '../law/assessment.ts';
import type { Unknown } from '../law/outcome.ts';

/** Outcomes as labels of a line. */
export const OUTCOME_LABEL: Readonly<Record<Part['outcome'] | 'conditional' | 'contested', string>> = {
  prohibited: 'prohibited',
  'approval-required': 'prior approval required',
  'notification-required': 'notice required',
  'conditions-apply': 'conditions apply',
  'non-binding-call': 'non-binding call',
  'no-measure-found': 'no measure found',
  conditional: 'depends on facts not given',
  undetermined: 'cannot be said',
  contested: 'contested',
};

/** Why something cannot be said. */
export function unknownText(kind: Unknown | undefined): string {
  switch (kind) {
    case 'declared':
      return 'this actor said that it could not say';
    case 'no-stance':
      return 'no stance of this actor on the disputed point is on record, and silence is not consent';
    case 'renewal-not-seen':
      return 'a renewal was due and none was seen';
    case 'hour-not-recorded':
      return 'the act is dated by its day, and its hour is not on record';
    case 'unverified':
    case undefined:
      return 'a fact it turns on could not be settled from any text';
  }
}
