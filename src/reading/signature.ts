import { remember } from '../compile/remember.ts';
import type { Line } from './line.ts';

/** What a text is about, in words that know no language: acts and things, States and bodies. */
export type Signature = { readonly concepts: ReadonlySet<string>; readonly actors: ReadonlySet<string> };

/** Words that name no matter of their own: they join, count or colour. */
const COLOURLESS = new Set([
  'thedeal',
  'alls',
  'none',
  'text',
  'draft',
  'vote',
  'member',
  'threshold',
  'majority',
  'paragraphs',
  'government',
  'provision',
  'ground',
  'sponsor',
  'monthly',
  'opening',
  'means',
  'decide',
  'law',
]);

/** What a stretch of a sentence is about; several checks ask it of the same clause. */
export const signatureOf = (line: Line, from = 0, to = line.tokens.length): Signature =>
  remember(line.signatures, from * (line.tokens.length + 1) + to, () => gather(line, from, to));

function gather(line: Line, from: number, to: number): Signature {
  const concepts = new Set<string>();
  const actors = new Set<string>();
  for (const hit of line.hits) {
    if (hit.from < from || hit.to > to) continue;
    if (hit.group === 'concept' && !COLOURLESS.has(hit.name)) concepts.add(hit.name);
    if (hit.group === 'state' || hit.group === 'body') actors.add(hit.name);
    // The three act as one, and the record names each of them.
    if (hit.name === 'E3' && hit.group === 'body') for (const state of ['FR', 'DE', 'GB']) actors.add(state);
  }
  return { concepts, actors };
}

export const joinSignatures = (signatures: readonly Signature[]): Signature => ({
  concepts: new Set(signatures.flatMap(({ concepts }) => [...concepts])),
  actors: new Set(signatures.flatMap(({ actors }) => [...actors])),
});
