import { escaped } from './escaped.ts';

const FIELDS = {
  target: ['State', ''],
  from: ['From', 'a day'],
  to: ['To', 'a later day'],
  on: ['Day or instant', ''],
  about: ['About', 'a State or a point'],
  law: ['Laws', 'all'],
  accordingTo: ['According to', 'everybody'],
  asKnown: ['As known on', 'the horizon'],
} as const;

export type BarField = keyof typeof FIELDS;

/**
 * The form that sets State, day, laws, position and knowledge time, filled in with what is shown. `kept` goes along
 * unseen: the thing that a page is about.
 */
export function bar(
  action: string,
  fields: readonly BarField[],
  words: Readonly<Record<string, string>>,
  kept: readonly string[] = [],
): string {
  const labels = fields.map((name) => {
    const [label, hint] = FIELDS[name];
    return `<label>${label}<input name="${name}" value="${escaped(words[name] ?? '')}" maxlength="200"${hint === '' ? '' : ` placeholder="${hint}"`}></label>`;
  });
  const hidden = kept.flatMap((name) =>
    words[name] === undefined ? [] : [`<input type="hidden" name="${name}" value="${escaped(words[name])}">`],
  );
  return `<form class="bar" action="${action}" method="get" aria-label="Viewpoint">${hidden.join('')}${labels.join('')}<button>Show</button></form>`;
}
