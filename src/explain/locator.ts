/**
 * The locator of a provision as others cite it. Where the record knows an act as a whole only ("whole text", "declaration"),
 * nobody would cite those words: the symbol stands alone and the locator is empty.
 */

const CITED =
  /^(annex|appendix|paras?|paragraphs?|arts?|articles?|secs?|sections?|regs?|parts?|chapter|schedule)\b|^[(\d]/i;

export const locatorOf = (provision: string): string => (CITED.test(provision) ? provision : '');
