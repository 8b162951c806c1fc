/** Under which laws, and according to whom. */
import type { Interval } from '../time/interval.ts';
import { type Findings, refuse } from './findings.ts';
import { membersOf, statesNamed } from './places.ts';
import { holds, type Vocabulary } from './vocabulary.ts';

/** The law that a text names: by its id, its name, or the State or group whose law it is. It must be in the record. */
export function understandLaw(text: string, vocabulary: Vocabulary, findings: Findings): string | undefined {
  const { laws } = vocabulary.record;
  const code = text.toUpperCase();
  const named = [
    ...(holds(laws, code) ? [code] : vocabulary.laws.find(text)),
    ...vocabulary.groups.find(text),
    ...statesNamed(text, undefined, vocabulary),
  ];
  const found = named.find((id) => holds(laws, id));
  if (found !== undefined) return found;
  return refuse(findings, 'unknown-law', 'law', {
    input: text,
    nearest: vocabulary.laws.suggest(text),
    known: Object.keys(laws).join(', '),
  });
}

/** The actor whose position is asked for. A State that has said nothing on record is accepted: it is a silent one. */
export function understandPosition(
  text: string,
  at: Interval | undefined,
  vocabulary: Vocabulary,
  findings: Findings,
): string | undefined {
  const { positions } = vocabulary.record;
  if (holds(positions, text)) return text;
  const code = text.toUpperCase();
  if (holds(positions, code)) return code;
  if (/^(?:UNO?|United Nations)$/i.test(text) || vocabulary.groups.find(text)[0] === 'UN') {
    return refuse(findings, 'united-nations-has-no-position', 'accordingTo');
  }
  const [position] = vocabulary.positions.find(text);
  if (position !== undefined) return position;
  const states = statesNamed(text, at, vocabulary);
  if (states.length === 1) return states[0];
  if (states.length > 1)
    return refuse(findings, 'ambiguous-state', 'accordingTo', { input: text, candidates: states.join(', ') });
  const [group] = vocabulary.groups.find(text);
  if (group !== undefined && holds(positions, group)) return group;
  if (group !== undefined) {
    return refuse(findings, 'group-has-no-position', 'accordingTo', {
      input: text,
      members: membersOf(group, at, vocabulary),
    });
  }
  const nearest = vocabulary.positions.suggest(text) ?? vocabulary.states.suggest(text);
  return refuse(findings, 'unknown-position', 'accordingTo', { input: text, nearest });
}
