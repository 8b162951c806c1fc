import type { Instant } from '../time/instant.ts';
import type { Attested } from './citation.ts';
import type { Moment } from './event.ts';

/** A disputed proposition, or one reading of an unclear text. */
export type Point = Attested & {
  readonly id: string;
  readonly regime?: string;
  readonly kind: 'counts-as' | 'reading' | 'doubt';
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly default?: 'yes' | 'no';
  readonly about: readonly string[];
};

/** One actor's dated, cited answer to a point. */
export type Stance = Attested & {
  readonly point: string;
  readonly answer: 'yes' | 'no' | 'undetermined';
  readonly kind: 'statement' | 'vote' | 'conduct';
  readonly said: Moment;
  readonly knownFrom: Instant;
  readonly withdraws: 'from-the-start' | 'from-then-on';
  readonly words?: string;
  readonly symbol?: string;
};

/** All the stances of an actor, and what it concluded (a test of the model of its position). */
export type Position = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'state' | 'organisation' | 'practice';
  readonly aliases: readonly string[];
  readonly stances: readonly Stance[];
  readonly expects: readonly Expectation[];
};

export type Expectation = Attested & {
  readonly norm: string;
  readonly at: Instant;
  readonly asKnown?: Instant;
  readonly status: 'in-force' | 'not-in-force' | 'undetermined';
  readonly says?: string;
};
