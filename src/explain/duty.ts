/** What an outcome asks of whom, in a sentence: the same verb for the same outcome everywhere. */
import type { Finding, MeasureInView, Part, View } from '../law/assessment.ts';
import type { Outcome, Unknown } from '../law/outcome.ts';
import type { Question } from '../law/question.ts';
import type { LegalRecord } from '../law/record.ts';
import { stateName } from './names.ts';

/** Whom the duty falls on: the supplier's State, or the buyer's where only the buyer's duty is asked or it alone is named. */
export function dutyBearer(record: LegalRecord, { from, to, activity }: Question): string {
  const bearer = activity === 'procure' || activity === 'travel' ? (to ?? from) : (from ?? to);
  return bearer === undefined ? 'the State concerned' : stateName(record, bearer);
}

const THING: Readonly<Record<string, string>> = {
  transfer: 'this transfer',
  supply: 'this supply',
  procure: 'this procurement',
  assistance: 'this assistance',
  training: 'this training',
  finance: 'this financing',
  brokering: 'this brokering',
  transit: 'this transit',
  travel: 'this entry',
  freeze: 'any payment to the party, and must have its assets frozen',
  investment: 'this investment',
  inspection: 'this cargo to pass uninspected',
  bunkering: 'this bunkering',
};

export const thingOf = ({ activity }: Question): string => THING[activity] ?? 'this';

/** "Russia must prevent this transfer under UN law"; for a law that binds persons, "under EU law one may not …". */
export function dutySentence(record: LegalRecord, view: View, question: Question): string {
  const law = record.laws[view.law];
  const adjective = law?.adjective ?? view.law;
  const who = dutyBearer(record, question);
  const ways = waysOut(view.measures);
  switch (view.outcome) {
    case 'contested':
    case 'undetermined':
      return `It cannot be said whether ${who} must prevent ${thingOf(question)} under ${adjective} law: ${unknownText(view.undetermined)}`;
    case 'conditional':
      return `Under ${adjective} law it depends on ${missingText(view)}`;
    default:
      return `${clause(view.outcome, law?.addressee ?? 'states', who, adjective, question, view.measures)}${ways}`;
  }
}

function clause(
  outcome: Outcome,
  addressee: 'states' | 'persons',
  who: string,
  adjective: string,
  question: Question,
  measures: readonly MeasureInView[],
): string {
  const thing = thingOf(question);
  const gate = measures
    .find(({ controls, gates }) => controls && gates.some(({ residual }) => !residual))
    ?.gates.find(({ residual }) => !residual);
  const denial = measures.some(
    ({ controls, measure, gates }) =>
      controls && (measure.presumption === 'denial' || gates.some((one) => one.presumption === 'denial')),
  );
  const by = gate?.by === undefined ? '' : ` by ${gate.by}`;
  switch (outcome) {
    case 'prohibited':
      return addressee === 'states'
        ? `${who} must prevent ${thing} under ${adjective} law`
        : `Under ${adjective} law one may not carry out ${thing}`;
    case 'approval-required': {
      const presumption = denial ? ' (the policy is to deny it)' : '';
      return addressee === 'states'
        ? `${who} must prevent ${thing} under ${adjective} law unless it is approved beforehand${by}${presumption}`
        : `Under ${adjective} law ${thing} needs prior approval${by}${presumption}`;
    }
    case 'notification-required': {
      const when =
        gate?.days === undefined
          ? 'beforehand'
          : `${gate.days} ${gate.workingDays === true ? 'working ' : ''}days ahead`;
      return gate?.gate === 'no-objection'
        ? `${who} must give notice of ${thing} under ${adjective} law ${when}, and may go on only if there is no objection${by}`
        : `${who} must give notice of ${thing} under ${adjective} law ${when}`;
    }
    case 'conditions-apply':
      return `${who} must see to it that ${thing} meets the conditions on documents or routing under ${adjective} law`;
    case 'non-binding-call': {
      const calls = new Set(measures.filter(({ controls }) => controls).map(({ measure }) => measure.call));
      const what = calls.has('stop')
        ? `to stop ${thing}`
        : calls.has('vigilance')
          ? `to be vigilant over ${thing}`
          : `to restrain ${thing}`;
      return `${who} is called upon, without being bound, ${what} under ${adjective} law`;
    }
    case 'no-measure-found':
      return `No measure of ${adjective} law against ${thing} is on record`;
  }
}

/** Residual ways out are named at once, for the bar stands beside them. */
function waysOut(measures: readonly MeasureInView[]): string {
  const gate = measures
    .filter(({ controls }) => controls)
    .flatMap(({ gates }) => gates)
    .find(({ residual }) => residual);
  return gate === undefined ? '' : `, unless ${gate.by ?? 'the body in charge'} approves it case by case`;
}

const FACTS: Readonly<Record<string, string>> = {
  recipient: 'who receives it',
  region: 'where in the country it goes',
  goods: 'what exactly the goods are',
  contract: 'when the contract was signed',
  party: 'who the party is',
  time: 'the hour',
};

/** "who receives it and the hour". */
export function missingText({ missing }: Finding): string {
  const facts = missing.map((fact) => FACTS[fact]!);
  return facts.length < 2
    ? (facts[0] ?? 'facts that were not given')
    : `${facts.slice(0, -1).join(', ')} and ${facts.at(-1)}`;
}

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
