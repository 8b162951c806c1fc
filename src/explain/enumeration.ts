/** "A, B and C". */
export function enumerated(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** "A, B and 6 others": the first words, and how many are left, where there are more than `most`. */
export function enumeratedShort(words: readonly string[], most: number): string {
  const left = words.length - most;
  return left < 2 ? enumerated(words) : enumerated([...words.slice(0, most), `${left} others`]);
}

/** "1 provision", "3 provisions". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** A sentence out of a clause: a capital at its head, a full stop at its end. */
export const sentence = (clause: string): string =>
  `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}${/[.?!]$/.test(clause) ? '' : '.'}`;

/** A text cut at a blank near a length, with an ellipsis; the whole text where it is short enough. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, cut > most / 2 ? cut : most - 1).replace(/[\s,;:.]+$/, '')} …`;
}

/** A name that begins with a capital only because it heads a line, as it stands inside a sentence. */
export const lowered = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;
