/** One thing of the record explained: what it says in our words, what it does and when, on what it rests, what is doubtful. */
import type { Program } from '../compile/program.ts';
import { type History, historiesOfMeasure } from '../evaluate/survey.ts';
import type { Attested } from '../law/citation.ts';
import type { Moment, Vote } from '../law/event.ts';
import type { Instrument, Provision } from '../law/instrument.ts';
import type { Measure, Norm } from '../law/norm.ts';
import type { LegalRecord } from '../law/record.ts';
import type { Rule } from '../law/rule.ts';
import type { Subject } from '../law/subject.ts';
import type { Version } from './assessment-json.ts';
import { citationOfNorm, citationOfRule, citationText } from './citation.ts';
import { enumerated, sentence, shortened } from './enumeration.ts';
import { STATUS_TEXT } from './measure-lines.ts';
import { type Memo, type MemoLine, versionLines } from './memo.ts';
import { dayOf, edgeText, momentText } from './moment-text.ts';
import { inOrder, positionInSentence, positionsInFull, stateName } from './names.ts';
import { positionsJson, positionsMemo } from './positions-text.ts';
import { recordJson } from './record-json.ts';
import { DONE, marked } from './step.ts';
import { historyJson } from './survey-json.ts';

type Section = { readonly title: string; readonly lines: readonly MemoLine[] };

export function subjectMemo(subject: Subject, program: Program, version: Version): Memo {
  const { record } = program;
  if (subject.kind === 'point' || subject.kind === 'position')
    return positionsMemo({ kind: subject.kind, id: subject.id }, program, version);
  const { headline, sections } = told(subject, program);
  return {
    headline,
    sections: [...sections, { title: 'Worked out from', lines: versionLines(version, record) }].filter(
      ({ lines }) => lines.length > 0,
    ),
  };
}

function told(subject: Exclude<Subject, { kind: 'point' | 'position' }>, program: Program): Memo {
  const { record } = program;
  switch (subject.kind) {
    case 'instrument':
      return instrumentMemo(record.instruments[subject.id]!, program);
    case 'provision': {
      const instrument = record.instruments[subject.id]!;
      return provisionMemo(
        instrument,
        instrument.provisions.find(({ at }) => at === (subject as { at: string }).at)!,
        program,
      );
    }
    case 'norm':
      return normMemo(record.norms[subject.id]!, program);
    case 'rule':
      return ruleMemo(record.rules[subject.id]!, record);
    case 'event':
      return eventMemo(subject.id, record);
    case 'regime':
      return regimeMemo(subject.id, record);
    case 'list':
      return listMemo(subject.id, record);
    case 'goods':
      return goodsMemo(subject.id, record);
    default:
      return stateMemo(subject.id, record);
  }
}

function instrumentMemo(instrument: Instrument, program: Program): Memo {
  const { record } = program;
  const { symbol, title, law, names, adopted, published, inForce, applied, basis, organ, vote } = instrument;
  const dates = [
    ['adopted', adopted],
    ['published', published],
    ['in force', inForce],
    ['applied', applied],
  ] as const;
  const changed = Object.values(record.rules).filter(
    (rule) =>
      rule.instrument !== instrument.id && rule.what.some((id) => record.norms[id]?.instrument === instrument.id),
  );
  return {
    headline: [sentence(marked(`${symbol}${title === undefined ? '' : `: ${title}`}`, instrument))],
    sections: [
      {
        title: 'The act',
        lines: lines([
          `law: ${record.laws[law]?.name ?? law}${organ === undefined ? '' : `; ${organ}`}${basis === undefined ? '' : `; ${basis}`}`,
          ...(names.length > 0 ? [`also called ${enumerated(names)}`] : []),
          ...dates.flatMap(([word, moment]) => (moment === undefined ? [] : [`${word} ${momentText(moment)}`])),
          ...(vote === undefined ? [] : [voteText(vote, record)]),
          ...(instrument.implements.length > 0
            ? [`implements ${enumerated(instrument.implements.map((id) => record.instruments[id]?.symbol ?? id))}`]
            : []),
          ...(instrument.url === undefined ? [] : [instrument.url]),
        ]),
      },
      ...instrument.provisions.map((provision) => ({
        title: `${provision.at}: ${shortened(provision.says, 200)}`,
        lines: provisionNorms(provision, program, 'short'),
      })),
      { title: 'Acts on it', lines: lines(changed.map((rule) => ruleText(rule, record))) },
      restsOn(instrument),
    ],
  };
}

function provisionMemo(instrument: Instrument, provision: Provision, program: Program): Memo {
  const { record } = program;
  return {
    headline: [
      sentence(
        marked(`${citationText({ symbol: instrument.symbol, at: provision.at })} says, in our words`, provision),
      ).replace(/\.$/, ':'),
      provision.says,
    ],
    sections: [
      { title: 'What it lays down', lines: provisionNorms(provision, program, 'in-full') },
      {
        title: 'What it does to other measures',
        lines: lines(provision.rules.map((id) => ruleText(record.rules[id]!, record))),
      },
      { title: 'Acts on it', lines: lines(rulesOn(provision.norms, record).map((rule) => ruleText(rule, record))) },
      restsOn(provision, instrument),
    ],
  };
}

function normMemo(norm: Norm, program: Program): Memo {
  const { record } = program;
  const instrument = record.instruments[norm.instrument]!;
  const kind = norm.kind === 'measure' ? norm.title : `${norm.opens} of other measures`;
  return {
    headline: [
      sentence(marked(`${citationText(citationOfNorm(record, norm))}: ${kind} (${norm.id})`, norm)),
      norm.says,
    ],
    sections: [
      { title: 'Its life', lines: normLines(norm, program, 'in-full').slice(1) },
      { title: 'Acts on it', lines: lines(rulesOn([norm.id], record).map((rule) => ruleText(rule, record))) },
      restsOn(norm, instrument),
    ],
  };
}

const rulesOn = (norms: readonly string[], record: LegalRecord): readonly Rule[] =>
  Object.values(record.rules).filter((rule) => rule.what.some((id) => norms.includes(id)));

function provisionNorms(provision: Provision, program: Program, how: 'short' | 'in-full'): readonly MemoLine[] {
  return provision.norms.flatMap((id) => normLines(program.record.norms[id]!, program, how));
}

/** A norm, and how each position sees its life. */
function normLines(norm: Norm, program: Program, how: 'short' | 'in-full'): readonly MemoLine[] {
  const { record } = program;
  if (norm.kind === 'opening') {
    if (how === 'short') return [];
    return [{ depth: 1, text: marked(`${norm.opens}: ${norm.says}`, norm), kind: 'note' }];
  }
  const lives = historiesOfMeasure(program, norm, undefined);
  return [
    { depth: 1, text: marked(`${norm.title} (${norm.id})`, norm), kind: 'citation' },
    ...(how === 'short' ? [] : scopeLines(norm, record)),
    ...lives.map((history): MemoLine => ({ depth: 2, text: lifeText(history, record), kind: 'step' })),
  ];
}

function scopeLines(measure: Measure, record: LegalRecord): readonly MemoLine[] {
  const { target, goods, exceptGoods, recipients, activities, direction, force, call, addressee } = measure;
  const places = [
    ...target.states.map((code) => stateName(record, code)),
    ...target.regions.map((code) => record.regions[code]?.names.en?.[0] ?? code),
    ...(target.list === undefined ? [] : [`those on the list "${record.lists[target.list]?.name ?? target.list}"`]),
  ];
  const way = direction === undefined ? 'about' : direction;
  const names = goods.map((code) => record.goods[code]?.name ?? code);
  const except =
    exceptGoods.length === 0
      ? ''
      : `, but not ${exceptGoods.map((code) => record.goods[code]?.name ?? code).join('; ')}`;
  return [
    `${force === 'decides' ? 'binding' : `not binding (${force}${call === undefined ? '' : `, to ${call === 'stop' ? 'stop' : 'be vigilant'}`})`} on ${addressee}; ${activities.join(', ')} ${way} ${enumerated(places)}`,
    ...(names.length === 0 ? [] : [`goods: ${names.join('; ')}${except}`]),
    ...(recipients.length === 0 ? [] : [`recipients: ${recipients.join(', ')}`]),
  ].map((text): MemoLine => ({ depth: 2, text }));
}

function lifeText({ positions, stretches }: History, record: LegalRecord): string {
  const whose = positions.length === 0 ? '' : `according to ${positionsInFull(record, positions)}: `;
  if (stretches.length === 0) return `${whose}never in force`;
  const told = stretches.map(({ from, until, status }) => {
    const start = from === undefined ? '' : ` from ${edgeText(from)}`;
    const end = until === undefined ? '' : ` until ${edgeText(until)}`;
    return `${STATUS_TEXT[status]}${start}${end}`;
  });
  return `${whose}${told.join(', then ')}`;
}

function ruleText(rule: Rule, record: LegalRecord): string {
  const instruments = [...new Set(rule.what.map((id) => record.norms[id]?.instrument ?? id))];
  const whom = enumerated(instruments.map((id) => record.instruments[id]?.symbol ?? id));
  return marked(
    `${citationText(citationOfRule(record, rule))}: ${DONE[rule.do]} measures of ${whom} (${rule.id}): ${shortened(rule.says, 160)}`,
    rule,
  );
}

const ruleMemo = (rule: Rule, record: LegalRecord): Memo => ({
  headline: [sentence(marked(`${citationText(citationOfRule(record, rule))}, rule ${rule.id}`, rule)), rule.says],
  sections: [
    {
      title: `What it does: ${DONE[rule.do]}`,
      lines: lines(
        rule.what.map((id) => {
          const norm = record.norms[id]!;
          return `${citationText(citationOfNorm(record, norm))}: ${norm.kind === 'measure' ? norm.title : norm.says}`;
        }),
      ),
    },
    restsOn(rule, record.instruments[rule.instrument]!),
  ],
});

function eventMemo(id: string, record: LegalRecord): Memo {
  const event = record.events[id]!;
  const when =
    event.occurred === undefined
      ? 'It has not happened by the horizon of the record.'
      : sentence(momentText(event.occurred));
  const { draft, vote } = event;
  return {
    headline: [sentence(marked(event.what.replace(/\.$/, ''), event)), when],
    sections: [
      {
        title: 'The event',
        lines: lines([
          `${event.kind}${event.symbol === undefined ? '' : `, ${event.symbol}`} (${id})`,
          ...(event.actors.length > 0
            ? [`by ${enumerated(event.actors.map((one) => positionInSentence(record, one)))}`]
            : []),
          `public since ${dayOf(event.knownFrom)}`,
          ...(vote === undefined ? [] : [voteText(vote, record)]),
          ...(draft === undefined
            ? []
            : [
                `draft${draft.symbol === undefined ? '' : ` ${draft.symbol}`}: ${[draft.subject, draft.outcome, draft.why].filter((part) => part !== undefined).join('; ')}`,
              ]),
        ]),
      },
      restsOn(event),
    ],
  };
}

function voteText(
  { for: yes, against, abstaining, notVoting, againstNames, abstainingNames, consensus }: Vote,
  record: LegalRecord,
): string {
  if (consensus) return 'adopted without a vote';
  const names = (ids: readonly string[]): string =>
    ids.length === 0
      ? ''
      : ` (${inOrder(record, ids)
          .map((id) => stateName(record, id))
          .join(', ')})`;
  return `vote: ${yes} for, ${against} against${names(againstNames)}, ${abstaining} abstaining${names(abstainingNames)}${notVoting > 0 ? `, ${notVoting} not voting` : ''}`;
}

function regimeMemo(id: string, record: LegalRecord): Memo {
  const regime = record.regimes[id]!;
  const texts = Object.values(record.instruments)
    .filter((instrument) => instrument.regime === id)
    .sort((a, b) => a.adopted.from - b.adopted.from);
  return {
    headline: [sentence(marked(`${regime.name} (${id})`, regime)), regime.summary],
    sections: [
      {
        title: 'Covers',
        lines: lines([
          `law: ${record.laws[regime.law]?.name ?? regime.law}; aimed at ${enumerated(regime.targets.map((code) => stateName(record, code)))}`,
          `activities: ${regime.covers.join(', ')}`,
          ...(regime.committee === undefined ? [] : [`committee: ${regime.committee}`]),
        ]),
      },
      {
        title: 'Texts',
        lines: lines(
          texts.map((text) =>
            marked(
              `${dayOf(text.adopted.from)}  ${text.symbol}${text.title === undefined ? '' : `: ${text.title}`}`,
              text,
            ),
          ),
        ),
      },
      { title: 'Open questions', lines: lines(regime.openQuestions) },
      restsOn(regime),
    ],
  };
}

function listMemo(id: string, record: LegalRecord): Memo {
  const list = record.lists[id]!;
  const spell = ({ listed, delisted }: { readonly listed: Moment; readonly delisted?: Moment }): string =>
    `${edgeText(listed)}${delisted === undefined ? '' : ` to ${edgeText(delisted)}`}`;
  return {
    headline: [
      sentence(marked(`${list.name} (${id})`, list)),
      'The days are those of the listing acts; when a measure works on the list is told by the measure.',
    ],
    sections: [
      {
        title: 'Who was on it',
        lines: lines(
          list.designations.map((one) => marked(`${one.name} (${one.kind}): ${one.spells.map(spell).join('; ')}`, one)),
        ),
      },
      restsOn(list),
    ],
  };
}

function goodsMemo(code: string, record: LegalRecord): Memo {
  const goods = record.goods[code]!;
  const named = (codes: readonly string[]): readonly string[] =>
    codes.map((one) => `${one}: ${record.goods[one]?.name ?? one}`);
  const above = Object.values(record.goods).filter((other) => other.parts.includes(code));
  return {
    headline: [sentence(`${goods.name} (${code})`), ...(goods.why === undefined ? [] : [goods.why])],
    sections: [
      { title: 'Belongs to', lines: lines([...named(goods.in), ...named(above.map((one) => one.code))]) },
      {
        title: `May belong to${goods.decides === undefined ? '' : `; ${goods.decides} decides`}`,
        lines: lines(named(goods.mayBe)),
      },
      { title: 'Is made up of', lines: lines(named(goods.parts)) },
      { title: 'Figures', lines: lines(Object.entries(goods.figures).map(([name, value]) => `${name}: ${value}`)) },
      { title: 'Also called', lines: lines(goods.aliases.length === 0 ? [] : [goods.aliases.join(', ')]) },
    ],
  };
}

function stateMemo(code: string, record: LegalRecord): Memo {
  const state = record.states[code]!;
  const span = (from?: number, until?: number): string =>
    `${from === undefined ? '' : `from ${dayOf(from as Moment['from'])}`}${until === undefined ? '' : ` until ${dayOf(until as Moment['from'])}`}`.trim();
  const regimes = Object.values(record.regimes).filter(({ targets }) => targets.includes(code));
  const names = (codes: readonly string[]): string =>
    enumerated(codes.map((one) => `${stateName(record, one)} (${one})`));
  return {
    headline: [sentence(`${stateName(record, code)} (${code})`), ...(state.note === undefined ? [] : [state.note])],
    sections: [
      {
        title: 'The State',
        lines: lines([
          ...(span(state.exists.from, state.exists.until) === ''
            ? []
            : [`existed ${span(state.exists.from, state.exists.until)}`]),
          ...state.unMember.map(({ from, until }) => `member of the United Nations ${span(from, until)}`),
          ...(state.predecessors.length > 0 ? [`part of ${names(state.predecessors)} before`] : []),
          ...(state.successors.length > 0 ? [`after it came ${names(state.successors)}`] : []),
        ]),
      },
      { title: 'Regimes aimed at it', lines: lines(regimes.map(({ id, name, law }) => `${id}: ${name} (${law})`)) },
    ],
  };
}

/** Evidence, doubts and disagreements: of the thing, else of what it stands in. */
function restsOn(own: Attested, around?: Attested): Section {
  const sources = own.sources.length > 0 ? own.sources : (around?.sources ?? []);
  const notes = [own.note, around?.note].filter((note) => note !== undefined);
  const disagreements = [own.disagreement, around?.disagreement].filter((one) => one !== undefined);
  const isBare = own.evidence === 'unverified' && sources.length === 0;
  return {
    title: own.evidence === 'verified' ? 'Read in' : 'Unverified: known, and not yet checked against a text',
    lines: lines([
      ...(isBare ? ['no text is named for it'] : []),
      ...sources.map(({ title, url, covers }) =>
        [title, url, covers === undefined ? undefined : `(${covers})`].filter((part) => part !== undefined).join(' '),
      ),
      ...notes.map((note) => `note: ${note}`),
      ...disagreements.map((one) => `others say otherwise: ${one}`),
    ]),
  };
}

const lines = (texts: readonly string[]): readonly MemoLine[] => texts.map((text) => ({ depth: 1, text }));

/** The thing as the record has it, with the histories of its measures. */
export function subjectJson(subject: Subject, program: Program, version: Version): Record<string, unknown> {
  const { record } = program;
  if (subject.kind === 'point' || subject.kind === 'position')
    return {
      kind: subject.kind,
      id: subject.id,
      ...positionsJson({ kind: subject.kind, id: subject.id }, program, version),
    };
  const norms = normsOf(subject, record);
  return {
    version,
    kind: subject.kind,
    id: subject.id,
    ...('at' in subject && { at: subject.at }),
    is: recordJson(thingOf(subject, record)),
    measures: norms
      .filter((norm): norm is Measure => norm.kind === 'measure')
      .flatMap((measure) => historiesOfMeasure(program, measure, undefined))
      .map((history) => historyJson(history, record)),
  };
}

const NOUN = {
  instrument: 'instruments',
  norm: 'norms',
  rule: 'rules',
  regime: 'regimes',
  event: 'events',
  list: 'lists',
  goods: 'goods',
  state: 'states',
} as const;

function thingOf(subject: Subject, record: LegalRecord): unknown {
  if (subject.kind === 'provision')
    return record.instruments[subject.id]!.provisions.find((one) => 'at' in subject && one.at === subject.at);
  return record[NOUN[subject.kind as keyof typeof NOUN]][subject.id];
}

function normsOf(subject: Subject, record: LegalRecord): readonly Norm[] {
  if (subject.kind === 'norm') return [record.norms[subject.id]!];
  if (subject.kind !== 'instrument' && subject.kind !== 'provision') return [];
  const { provisions } = record.instruments[subject.id]!;
  const own = 'at' in subject ? provisions.filter(({ at }) => at === subject.at) : provisions;
  return own.flatMap(({ norms }) => norms.map((id) => record.norms[id]!));
}
