import type { CivilDate } from '../time/civil-date.ts';
import type { DesignationList } from './designation.ts';
import type { LegalEvent } from './event.ts';
import type { Instrument, Regime } from './instrument.ts';
import type { Norm } from './norm.ts';
import type { Office } from './office.ts';
import type { Point, Position } from './position.ts';
import type { Rule } from './rule.ts';
import type { Goods, Group, Law, Region, State } from './vocabulary.ts';

/** The whole record, linked: every id resolves. Plain data, so that it can be stored as JSON and loaded without parsing YAML. */
export type LegalRecord = {
  /** `sha256:…` of the files it was made from. */
  readonly hash: string;
  /** The last day whose events the record claims to know. */
  readonly horizon: CivilDate;
  readonly instruments: Readonly<Record<string, Instrument>>;
  readonly norms: Readonly<Record<string, Norm>>;
  readonly rules: Readonly<Record<string, Rule>>;
  /** Every instrument's adoption is among them, as `adopted:ID`. */
  readonly events: Readonly<Record<string, LegalEvent>>;
  readonly points: Readonly<Record<string, Point>>;
  readonly positions: Readonly<Record<string, Position>>;
  readonly regimes: Readonly<Record<string, Regime>>;
  readonly lists: Readonly<Record<string, DesignationList>>;
  readonly states: Readonly<Record<string, State>>;
  readonly regions: Readonly<Record<string, Region>>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly laws: Readonly<Record<string, Law>>;
  readonly goods: Readonly<Record<string, Goods>>;
  readonly offices: Readonly<Record<string, Office>>;
};
