/** How the Security Council decides: Article 23 (its seats) and Article 27 (its majorities) of the Charter. */
import { parseCivilDate, startOfDay } from '../time/civil-date.ts';
import type { Moment } from './event.ts';

// The amendments of 1963 were in force from 31 August 1965; the enlarged Council first sat on 1 January 1966.
const ENLARGED = startOfDay(parseCivilDate('1966-01-01')!);

/** How many members sat. */
export const seatsAt = ({ from }: Moment): number => (from < ENLARGED ? 11 : 15);

/** How many votes in favour a decision needs: nine, and seven before the Council was enlarged. */
export const neededAt = ({ from }: Moment): number => (from < ENLARGED ? 7 : 9);

const PERMANENT = new Set(['CN', 'FR', 'GB', 'RU', 'SU', 'SUHH', 'US']);

/** Whether a State is a permanent member (Article 23); the Soviet Union under its old codes too. */
export const isPermanent = (state: string): boolean => PERMANENT.has(state);
