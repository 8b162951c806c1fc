/**
 * The locator of a provision as others cite it. Where the record knows no place in an act ("whole text", "declaration") or only one of
 * its large divisions ("Part 5", some thirty regulations), that is no citation: the symbol stands alone and the locator is empty.
 */

const CITED = /^(annex|appendix|paras?|paragraphs?|arts?|articles?|secs?|sections?|regs?|chapter|schedule)\b|^[(\d]/i;

export const locatorOf = (provision: string): string => (CITED.test(provision) ? provision : '');
