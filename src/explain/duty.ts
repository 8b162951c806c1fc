/** What an outcome asks of whom, as a clause: the same verb for the same outcome everywhere. */
import type { MeasureInView, View } from '../law/assessment.ts';
import { NOTHING, type Outcome } from '../law/outcome.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { type OpenGate, waysOut, wayText } from './gate-text.ts';
import { lawInSentence, stateInSentence } from './names.ts';
import { unknownText } from './outcome-label.ts';
import { missingText } from './part-text.ts';
import { thingOf } from './thing.ts';

/** The code of the State that the duty falls on: the supplier's, or the buyer's where only its duty is asked or it alone is named. */
export const bearerOf = ({ from, to, activity }: Question): string | undefined =>
  activity === 'procure' || activity === 'travel' ? (to ?? from) : (from ?? to);

/** Its name inside a sentence. */
export function dutyBearer(record: LegalRecord, question: Question): string {
  const bearer = bearerOf(question);
  return bearer === undefined ? 'the State concerned' : stateInSentence(record, bearer);
}

/** Whether the thing asked about is named in full, or was named before. */
type Naming = 'in-full' | 'again';

/** "Russia must prevent this transfer under UN law"; of a law that binds persons, "under EU law you may not …". */
export function dutyClause(record: LegalRecord, view: View, question: Question, naming: Naming): string {
  const law = lawInSentence(record, view.law);
  const who = dutyBearer(record, question);
  const { prevented, done, about, again, aboutAgain } = thingOf(record, question, bearerOf(question));
  const thing = naming === 'in-full' ? prevented : again;
  const deciding = view.measures.filter(({ controls }) => controls);
  const gates = deciding.flatMap((one) => one.gates);
  switch (view.outcome) {
    case 'contested':
    case 'undetermined':
      return `it cannot be said whether ${who} must prevent ${thing} under ${law}: ${unknownText(view.undetermined)}`;
    case 'conditional':
      return `what ${law} asks of ${who} about ${naming === 'in-full' ? about : aboutAgain} depends on ${missingText(view)}`;
    default: {
      const bindsPersons = record.laws[view.law]?.addressee === 'persons';
      const clause = bindsPersons
        ? ownLaw(view.outcome, law, naming === 'in-full' ? done : doneAgain(question), deciding)
        : stateDuty(
            view.outcome,
            law,
            who,
            view.outcome === NOTHING ? (naming === 'in-full' ? about : aboutAgain) : thing,
            deciding,
          );
      return `${clause}${waysOut(gates, view.outcome)}${unverified(deciding)}`;
    }
  }
}

/** What decides and was not checked against a text is marked where it is said. */
function unverified(deciding: readonly MeasureInView[]): string {
  const open = deciding.filter(({ measure }) => measure.evidence === 'unverified');
  if (open.length === 0) return '';
  return open.length === deciding.length ? ' [unverified]' : ' [in part unverified]';
}

const doneAgain = ({ activity }: Question): string =>
  activity === 'freeze' || activity === 'travel' || activity === 'inspection' ? 'do so' : `take part in it`;

function stateDuty(
  outcome: Outcome,
  law: string,
  who: string,
  thing: string,
  deciding: readonly MeasureInView[],
): string {
  const gate = ordinaryGate(deciding);
  switch (outcome) {
    case 'prohibited':
      return `${who} must prevent ${thing} under ${law}`;
    case 'approval-required':
      return `${who} must prevent ${thing} under ${law} without ${approval(gate)}${denial(deciding)}`;
    case 'notification-required':
      return `${who} must prevent ${thing} under ${law} without ${notice(gate)}`;
    case 'conditions-apply':
      return `${who} must see to it that ${thing} meets the conditions on documents or route under ${law}`;
    case 'non-binding-call':
      return `${who} is called upon, without being bound, ${call(deciding)} ${thing} under ${law}`;
    case 'no-measure-found':
      return nothing(law, thing);
  }
}

function ownLaw(outcome: Outcome, law: string, done: string, deciding: readonly MeasureInView[]): string {
  const gate = ordinaryGate(deciding);
  switch (outcome) {
    case 'prohibited':
      return `under ${law} you may not ${done}`;
    case 'approval-required':
      return `under ${law} you may not ${done} without ${approval(gate)}${denial(deciding)}`;
    case 'notification-required':
      return `under ${law} you may not ${done} without ${notice(gate)}`;
    case 'conditions-apply':
      return `under ${law} you may not ${done} unless the conditions on documents or route are met`;
    case 'non-binding-call':
      return `under ${law} you are called upon, without being bound, ${call(deciding)} this`;
    case 'no-measure-found':
      return nothing(law, 'this');
  }
}

const nothing = (law: string, thing: string): string =>
  `the record holds no measure of ${law} in force against ${thing}`;

const ordinaryGate = (deciding: readonly MeasureInView[]): OpenGate | undefined =>
  deciding.flatMap(({ gates }) => gates).find(({ residual }) => !residual);

const approval = (gate: OpenGate | undefined): string => (gate === undefined ? 'prior approval' : wayText(gate));

const notice = (gate: OpenGate | undefined): string => (gate === undefined ? 'notice beforehand' : wayText(gate));

const denial = (deciding: readonly MeasureInView[]): string =>
  deciding.some(
    ({ measure, gates }) => measure.presumption === 'denial' || gates.some((one) => one.presumption === 'denial'),
  )
    ? ' (the policy is to deny it)'
    : '';

function call(deciding: readonly MeasureInView[]): string {
  const calls = new Set(deciding.map(({ measure }) => measure.call));
  if (calls.has('stop')) return 'to stop';
  return calls.has('vigilance') ? 'to be vigilant over' : 'to restrain';
}
