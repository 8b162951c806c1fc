/** Parts that many names share: what tells two such names apart is the rest. */

const patronymic = /(?:ovic|evic|evits?|ovits?|ovna|evna|icna)h?$/i;
const fewestOfFather = 2;

/** How many sounds of a patronymic are the father's name; 0 of any other word. */
export function fatherIn(sound: string): number {
  const at = sound.search(patronymic);
  return at >= fewestOfFather ? at : 0;
}

/** How many letters `Abdul` has. */
export const servantLetters = 5;

/** Whether the name is Abdul with another behind it, as one word. */
export const isServant = (latin: string): boolean => latin.startsWith('abdul');
