/** What is due, worked out once for each question: over every regime that takes a second or more, and others wait meanwhile. */
import { type Due, dueInSteps, type SurveyQuestion } from '../../src/index.ts';
import type { Session } from '../session.ts';

const MOST_KEPT = 100;

export class Dues {
  readonly #session: Session;
  readonly #kept = new Map<string, Promise<readonly Due[]>>();

  constructor(session: Session) {
    this.#session = session;
  }

  of(survey: SurveyQuestion): Promise<readonly Due[]> {
    const { target, laws, accordingTo, asKnown, suppose } = survey;
    const key = JSON.stringify([target, laws, accordingTo, asKnown, suppose]);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const made = this.#worked(survey);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    return made;
  }

  /** State by State, so that other requests are answered in between. */
  async #worked(survey: SurveyQuestion): Promise<readonly Due[]> {
    const { record } = this.#session;
    const targets =
      survey.target === undefined
        ? [...new Set(Object.values(record.regimes).flatMap((regime) => regime.targets))]
        : [survey.target];
    const surveys = targets.map((target) => ({ ...survey, target }));
    const steps = dueInSteps(this.#session.program(survey), surveys, survey.asKnown);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await new Promise((turn) => setImmediate(turn));
    }
  }
}
