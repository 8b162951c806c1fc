/**
 * The shape of every file under `record/`, in one place. The JSON Schemas in `schemas/` are printed from these values
 * (`snapback record schema`), editors complete from them, and `record check` validates against them.
 *
 * Names in the files are kebab-case, as a lawyer would read them; `link` turns them into the nouns of `law/`.
 */
import { Kind, type Static, Type as T, type TSchema, TypeRegistry } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const object = <P extends Record<string, TSchema>>(properties: P, description?: string) =>
  T.Object(properties, description === undefined ? closed : { ...closed, description });
const opt = <S extends TSchema>(schema: S) => T.Optional(schema);
const list = <S extends TSchema>(schema: S) => T.Array(schema);
const oneOf = <const V extends readonly string[]>(values: V, description?: string) =>
  T.Unsafe<V[number]>({ [Kind]: 'OneOf', enum: [...values], ...(description === undefined ? {} : { description }) });
// A plain JSON Schema `enum`, which editors complete from; the library has to be told how to check it.
TypeRegistry.Set<{ enum: readonly string[] }>('OneOf', (schema, value) => schema.enum.some((one) => one === value));

/** `2025-09-28`: a civil date. Where an act is known only by its date, its hour is not recorded. */
export const DateText = T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A civil date, YYYY-MM-DD.' });
/** `2025-09-28T00:00:00Z`: an instant in UTC. */
export const InstantText = T.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?Z$',
  description: 'An instant in UTC, YYYY-MM-DDThh:mm:ssZ.',
});
export const DateOrInstant = T.Union([DateText, InstantText]);
const Id = T.String({ pattern: '^[a-z0-9][a-z0-9./#()*:-]*$', description: 'An id: lower case, digits, / . - # ( )' });
/** The part of an id after `#`, as it is given where a norm or rule is laid down. */
const LocalId = T.String({
  pattern: '^[a-z0-9][a-z0-9.()-]*$',
  description: 'Unique in the instrument: lower case, digits, . - ( ); the full id is INSTRUMENT#ID.',
});
const Code = T.String({ minLength: 1 });
const Text = T.String({ minLength: 1 });

export const Evidence = oneOf(
  ['verified', 'unverified'],
  'verified: read in a text named under `sources`; unverified: known, not yet checked against a text.',
);
export const Source = object(
  {
    title: opt(Text),
    url: opt(T.String({ pattern: '^https?://' })),
    covers: opt(T.String({ description: 'Which part of the fact this source bears out.' })),
  },
  'Where a fact was read.',
);
const evidence = {
  evidence: opt(Evidence),
  sources: opt(list(Source)),
  note: opt(Text),
  disagreement: opt(
    T.String({ description: 'Sources that say otherwise, and what they say. Kept, never smoothed over.' }),
  ),
};

/** When: a bare date or instant, or one reckoned from an event. See record/README.md, "Times". */
export const Time = T.Recursive(
  (Self) =>
    T.Union([
      DateText,
      InstantText,
      object({
        date: opt(DateOrInstant),
        event: opt(Id),
        rule: opt(Id),
        plus: opt(T.String({ pattern: '^P', description: 'An ISO 8601 duration such as P5Y or P30D.' })),
        reading: opt(
          oneOf(
            ['hour-not-recorded', 'start-of-day', 'end-of-day', 'midnight-after'],
            'How the date becomes an instant: some instant of that day that is not recorded; its 00:00; the 00:00 that ends it; ' +
              'the first 00:00 after the whole period has run (a notice on 28 August plus P30D: 28 September 00:00).',
          ),
        ),
        zone: opt(T.String({ description: 'IANA zone or offset; UTC when left out.' })),
        rounding: opt(oneOf(['up', 'down'], 'For month arithmetic that has no such day.')),
        basis: opt(T.String({ description: 'The words or practice that the reading rests on.' })),
      }),
      object({ earliest: list(Self) }),
      object({ latest: list(Self) }),
    ]),
  { $id: 'Time' },
);

/** Under which condition, judged just before the rule fires. */
export const Condition = T.Recursive(
  (Self) =>
    T.Union([
      object({ occurred: Id }),
      object({
        absent: object(
          { events: list(Id), from: Time, until: Time },
          'None of these events happened in [from, until).',
        ),
      }),
      object({ 'in-force': Id }),
      object({ point: Id }),
      object({ all: list(Self) }),
      object({ any: list(Self) }),
      object({ not: Self }),
    ]),
  { $id: 'Condition' },
);

const End = object(
  {
    at: Time,
    kind: oneOf(
      ['final', 'renewable'],
      'final: a sunset, it ends; renewable: a mandate that is usually prolonged. A renewable end with no successor on record is undetermined afterwards, not ended.',
    ),
    if: opt(Condition),
    note: opt(Text),
  },
  'An end that the text itself lays down. A bare date "until D" includes D.',
);
const life = {
  start: opt(Time),
  if: opt(Condition),
  ends: opt(list(End)),
};

export const Recipients = oneOf(
  ['government', 'non-governmental', 'listed'],
  'government: the State and its forces; non-governmental: everybody else; listed: persons on the list named under `list`.',
);
export const GateKind = oneOf([
  'prior-approval',
  'no-objection',
  'advance-notice',
  'documents-or-routing',
  'later-report',
]);
export const Force = oneOf(['decides', 'calls-upon', 'requests', 'political']);
export const Activity = oneOf(
  [
    'goods',
    'assistance',
    'training',
    'finance',
    'brokering',
    'transit',
    'travel',
    'freeze',
    'investment',
    'inspection',
    'seizure',
    'bunkering',
    'aviation',
    'shipping',
    'financial-services',
    'insurance',
    'diplomatic',
    'mercenaries',
    'conduct',
    'machinery',
    'reporting',
  ],
  'goods: moving them; conduct: what the target itself must not do (launch, enrich); machinery: committees and panels.',
);
export const Family = oneOf(
  [
    'arms',
    'missile',
    'nuclear',
    'trade',
    'commodities',
    'freeze',
    'travel',
    'transport',
    'finance',
    'diplomatic',
    'inspection',
    'conduct',
    'machinery',
  ],
  'The family of measures: horizons are kept per regime and family.',
);

const openingFor = object(
  {
    recipients: opt(list(Recipients)),
    goods: opt(list(Code)),
    'except-goods': opt(list(Code)),
    activities: opt(list(Activity)),
    'contract-before': opt(DateOrInstant),
    'performed-before': opt(DateOrInstant),
    purpose: opt(
      T.String({
        description: 'A purpose or user that a question cannot state (a UN mission, relief): listed, never decisive.',
      }),
    ),
  },
  'For whom and what it opens. What is left out is not a condition.',
);
const gate = {
  gate: opt(GateKind),
  days: opt(T.Integer({ minimum: 1 })),
  'working-days': opt(T.Boolean()),
  by: opt(T.String({ description: 'Who decides.' })),
  filer: opt(T.String({ description: 'Who must ask or tell.' })),
  presumption: opt(oneOf(['denial', 'approval'])),
  residual: opt(
    T.Boolean({
      description:
        'true: a way out for anything else the Committee may approve (listed as an exemption); false: the ordinary regime for this class (sets the outcome).',
    }),
  ),
};

export const Measure = object(
  {
    id: LocalId,
    title: opt(T.String({ description: 'A few plain words: "supply of the seven heavy-weapon categories".' })),
    force: Force,
    call: opt(oneOf(['stop', 'vigilance'], 'With a call: to stop, or to be vigilant.')),
    addressee: opt(oneOf(['states', 'persons'], 'states must prevent; persons may not.')),
    family: Family,
    activities: list(Activity),
    direction: opt(oneOf(['to', 'from'], 'to: goods on their way to the target; from: goods coming from it.')),
    duties: opt(list(oneOf(['supplier', 'buyer']))),
    target: opt(
      object({
        states: opt(list(Code)),
        regions: opt(list(Code)),
        list: opt(Id),
        'except-states': opt(list(Code)),
      }),
    ),
    recipients: opt(list(Recipients)),
    forces: opt(T.String({ description: 'The non-governmental forces, as the text words them.' })),
    goods: opt(list(Code)),
    'except-goods': opt(list(Code)),
    'goods-reference': opt(
      T.String({ description: 'The outside list or definition the text refers to, and its version.' }),
    ),
    presumption: opt(oneOf(['denial', 'approval'])),
    consequence: opt(oneOf(['bar', 'designation-risk'], 'designation-risk: no bar; who does it may be listed.')),
    nexus: opt(
      T.String({
        description:
          'For measures of a law that can reach strangers: by which link (persons, goods, currency, territory).',
      }),
    ),
    'own-nationals-apart': opt(T.Boolean()),
    gates: opt(list(object({ ...gate, gate: GateKind, for: opt(openingFor), says: opt(Text) }))),
    exemptions: opt(list(object({ says: Text, for: opt(openingFor) }))),
    obligations: opt(list(Text)),
    continues: opt(list(Id)),
    ...life,
    ...evidence,
  },
  'A norm that the provision lays down.',
);

export const Opening = object(
  {
    id: LocalId,
    kind: oneOf(['gate', 'exemption']),
    says: Text,
    on: T.Union(
      [
        list(Id),
        object({
          law: opt(Code),
          regimes: opt(list(Id)),
          families: opt(list(Family)),
          activities: opt(list(Activity)),
          'except-regimes': opt(list(Id)),
        }),
      ],
      {
        description:
          'The measures it opens: their ids, or a description that also reaches later ones (a horizontal act).',
      },
    ),
    for: opt(openingFor),
    ...gate,
    ...life,
    ...evidence,
  },
  'A gate or exemption laid down by another provision than the bar it opens.',
);

export const Rule = object(
  {
    id: LocalId,
    do: oneOf(['terminate', 'suspend', 'resume', 'extend', 'lapse', 're-apply', 'impose']),
    what: list(Id),
    except: opt(list(Id)),
    at: opt(Time),
    if: opt(Condition),
    until: opt(
      object(
        { at: T.Union([Time, T.Literal('open')]), kind: oneOf(['final', 'renewable']) },
        'With `extend`: the new end.',
      ),
    ),
    'content-as-of': opt(Time),
    says: opt(Text),
    ...evidence,
  },
  'What the provision does to norms, its own or others.',
);

export const Provision = object(
  {
    at: T.String({
      minLength: 1,
      description: 'How it is cited: "para 8", "Annex B, para 5", "Art. 1(1)(a)", "sec. 1".',
    }),
    says: T.String({ minLength: 1, description: 'A paraphrase in our words.' }),
    measures: opt(list(Measure)),
    openings: opt(list(Opening)),
    rules: opt(list(Rule)),
    ...evidence,
  },
  'A citable part of the instrument.',
);

export const Vote = object({
  for: T.Union([T.Integer({ minimum: 0 }), list(Code)]),
  against: opt(list(Code)),
  abstaining: opt(list(Code)),
  'not-voting': opt(list(Code)),
  'against-count': opt(T.Integer({ minimum: 0 })),
  'abstaining-count': opt(T.Integer({ minimum: 0 })),
  procedural: opt(T.Boolean()),
  consensus: opt(T.Boolean({ description: 'Adopted without a vote.' })),
  ...evidence,
});

export const InstrumentFile = object(
  {
    instrument: Id,
    symbol: Text,
    title: opt(Text),
    names: opt(list(Text)),
    law: Code,
    regime: opt(Id),
    organ: opt(Text),
    basis: opt(Text),
    dates: object({
      adopted: DateOrInstant,
      published: opt(DateOrInstant),
      'in-force': opt(DateOrInstant),
      applied: opt(DateOrInstant),
    }),
    implements: opt(list(Id)),
    'directly-applicable': opt(T.Boolean()),
    vote: opt(Vote),
    meeting: opt(T.Integer()),
    url: opt(T.String({ pattern: '^https?://' })),
    provisions: list(Provision),
    ...evidence,
  },
  'One legal text.',
);

export const RegimeFile = object({
  regime: Id,
  law: Code,
  name: Text,
  targets: list(Code),
  committee: opt(Text),
  summary: Text,
  covers: list(Activity),
  'open-questions': opt(list(Text)),
  ...evidence,
});

export const Event = object({
  id: Id,
  kind: oneOf([
    'milestone',
    'letter',
    'report',
    'vote',
    'statement',
    'note',
    'declaration',
    'act',
    'decision',
    'lapse',
    'other',
  ]),
  what: Text,
  occurred: T.Union([DateOrInstant, T.Literal('none')], {
    description: '`none`: it has not happened by the horizon of the record.',
  }),
  'known-from': opt(DateOrInstant),
  actors: opt(list(Code)),
  to: opt(Code),
  symbol: opt(Text),
  vote: opt(Vote),
  draft: opt(
    object({
      symbol: opt(Text),
      sponsors: opt(list(Code)),
      subject: opt(Text),
      outcome: opt(oneOf(['adopted', 'not-adopted'])),
      why: opt(Text),
    }),
  ),
  ...evidence,
});
export const EventFile = object({ events: list(Event), regime: opt(Id) });

export const Point = object({
  id: Id,
  regime: opt(Id),
  kind: oneOf(
    ['counts-as', 'reading', 'doubt'],
    'doubt: the editors could not settle a fact; no stance, so undetermined.',
  ),
  question: Text,
  yes: T.String({ description: 'What follows from yes, in a few words.' }),
  no: T.String({ description: 'What follows from no.' }),
  default: opt(oneOf(['yes', 'no'], 'The plain reading while nobody departs from it. Left out: none.')),
  about: opt(list(Id)),
  ...evidence,
});
export const PointFile = object({ points: list(Point) });

export const Stance = object({
  point: Id,
  answer: oneOf(['yes', 'no', 'undetermined'], 'undetermined: the actor said that it cannot say.'),
  kind: oneOf(['statement', 'vote', 'conduct']),
  said: DateOrInstant,
  'known-from': opt(DateOrInstant),
  event: opt(Id),
  withdraws: opt(
    oneOf(
      ['from-the-start', 'from-then-on'],
      'How it treats what the actor said before; from the start when left out.',
    ),
  ),
  words: opt(T.String({ description: 'A paraphrase of the reasoning.' })),
  symbol: opt(Text),
  ...evidence,
});
export const PositionFile = object({
  position: Code,
  name: Text,
  kind: oneOf(['state', 'organisation', 'practice']),
  aliases: opt(list(Text)),
  stances: list(Stance),
  expects: opt(
    list(
      object({
        norm: Id,
        at: InstantText,
        'as-known': opt(DateOrInstant),
        status: oneOf(['in-force', 'not-in-force', 'undetermined']),
        says: opt(Text),
        ...evidence,
      }),
    ),
  ),
});

export const Designation = object({
  id: Code,
  kind: oneOf(['individual', 'entity', 'vessel', 'aircraft']),
  name: Text,
  aliases: opt(list(Text)),
  native: opt(list(Text)),
  nationalities: opt(list(Code)),
  born: opt(list(Text)),
  identifiers: opt(T.Record(T.String(), T.String())),
  spells: list(
    object({
      listed: DateOrInstant,
      by: opt(Text),
      delisted: opt(DateOrInstant),
      'delisted-by': opt(Text),
      ...evidence,
    }),
  ),
  ...evidence,
});
export const ListFile = object({
  list: Id,
  law: Code,
  regime: Id,
  name: Text,
  designations: list(Designation),
  ...evidence,
});

const Names = T.Record(T.String({ pattern: '^(en|fa|ru|ar|fr|de|es)$' }), T.Union([T.String(), list(T.String())]));
const Membership = object({ state: Code, from: opt(DateOrInstant), until: opt(DateOrInstant), ...evidence });

export const StateFile = object({
  states: list(
    object({
      code: Code,
      names: Names,
      aliases: opt(list(Text)),
      exists: opt(object({ from: opt(DateText), until: opt(DateText) })),
      zone: opt(T.String({ description: 'IANA zone of its capital.' })),
      predecessors: opt(list(Code)),
      successors: opt(list(Code)),
      'un-member': opt(list(object({ from: DateText, until: opt(DateText) }))),
      note: opt(Text),
    }),
  ),
});
export const RegionFile = object({
  regions: list(
    object({
      code: Code,
      state: Code,
      names: Names,
      aliases: opt(list(Text)),
      contains: opt(list(Code)),
      note: opt(Text),
    }),
  ),
});
export const GroupFile = object({
  groups: list(
    object({
      group: Code,
      name: Text,
      names: opt(Names),
      aliases: opt(list(Text)),
      members: list(Membership),
      ...evidence,
    }),
  ),
});
export const LawFile = object({
  laws: list(
    object({
      law: Code,
      name: Text,
      adjective: opt(T.String({ description: '"Russian", "European Union": as in "Russian law".' })),
      binds: object({
        everyone: opt(T.Boolean()),
        'un-members': opt(T.Boolean({ description: 'Members of the United Nations, by the dates in states.yaml.' })),
        group: opt(Code),
        states: opt(list(Code)),
      }),
      addressee: oneOf(['states', 'persons']),
      political: opt(T.Boolean()),
      covers: T.String({ description: 'What of this law is in the record, in one sentence.' }),
    }),
  ),
});
export const GoodsFile = object({
  goods: list(
    object({
      code: T.String({
        description: 'prefix:code (unroca:IV, ml:ML10, hs:8802, system:su-35) or a family (arms, salw).',
      }),
      name: Text,
      names: opt(Names),
      aliases: opt(list(Text)),
      in: opt(list(Code)),
      parts: opt(T.Array(Code, { description: 'Disjoint parts that make it up exactly.' })),
      'may-be': opt(
        T.Array(Code, { description: 'Classes a thing under this code may belong to: an approximate link.' }),
      ),
      decides: opt(T.String({ description: 'The figure or fact that settles which.' })),
      figures: opt(T.Record(T.String(), T.Union([T.String(), T.Number(), T.Boolean()]))),
      since: opt(DateText),
      until: opt(DateText),
      why: opt(T.String({ description: 'Why it is (or is not) in a class, for the answer to tell.' })),
      ...evidence,
    }),
  ),
});

export const OfficeFile = object({
  offices: list(
    object({
      office: T.String({ description: 'The kind of office: president, foreign-minister, permanent-representative …' }),
      of: T.String({ description: 'The State, or the body: UN, IAEA, EU, NATO …' }),
      title: Text,
      holders: list(
        object({
          name: Text,
          also: opt(T.Array(Text, { description: 'Other spellings, and the name in other scripts.' })),
          from: opt(DateText),
          until: opt(DateText),
          ...evidence,
        }),
      ),
      ...evidence,
    }),
  ),
});

/** `record.yaml`: what holds for the record as a whole. */
export const HorizonFile = object({
  horizon: T.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    description: 'The last day whose events the record claims to know.',
  }),
});

/** One schema per kind of file, by the folder the file lies in. */
export const fileSchemas = {
  record: HorizonFile,
  instrument: InstrumentFile,
  regime: RegimeFile,
  events: EventFile,
  points: PointFile,
  position: PositionFile,
  list: ListFile,
  states: StateFile,
  regions: RegionFile,
  groups: GroupFile,
  laws: LawFile,
  goods: GoodsFile,
  offices: OfficeFile,
} as const;

export type FileKind = keyof typeof fileSchemas;
export type FileOf<K extends FileKind> = Static<(typeof fileSchemas)[K]>;
export type TimeText = Static<typeof Time>;
export type ConditionText = Static<typeof Condition>;
