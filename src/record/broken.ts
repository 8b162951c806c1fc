// Blanks are matched in one place only, so that a line of a million of them costs no more than a million steps.
const DECLARED =
  /^[ \t]*(?:-[ \t]+)?(?:\{[ \t]*)?(?:id|instrument|regime|list|position|code|group|law)[ \t]*:[ \t]*['"]?([^\s'",}]+)/gm;

/**
 * The ids that a file declares which could not be read or linked, as far as its lines show them. What refers to them
 * is not at fault: one mistake is told once.
 */
export function idsInBrokenFile(path: string, text: string): readonly string[] {
  const named = /^instruments\/(.+)\.ya?ml$/.exec(path)?.[1];
  const declared = [...text.matchAll(DECLARED)].map(([, id]) => id!);
  return named === undefined ? declared : [named, ...declared];
}
