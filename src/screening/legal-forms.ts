/**
 * Legal forms of companies, by what kind of body they make: forms of one kind are written for each other (OAO, JSC), forms of
 * two kinds speak against a match (AG, GmbH). Written folded, dots already gone, in the letters of their own script.
 */
export type FormKind = (typeof formKinds)[number];
export const formKinds = ['shares', 'limited', 'partnership', 'sole', 'non-profit', 'state', 'any'] as const;

const forms: readonly (readonly [FormKind, string])[] = [
  [
    'shares',
    'ag, aktiengesellschaft, akg, sa, societe anonyme, sociedad anonima, sociedade anonima, spa, societa per azioni, nv, naamloze vennootschap, plc, ' +
      'public limited company, public company limited, pcl, pjsc, pao, jsc, ojsc, cjsc, zao, oao, ao, pat, prat, vat, zat, at, tov, as, a s, aktieselskab, aksjeselskap, asa, ab, aktiebolag, oyj, ' +
      'oy, osakeyhtio, joint stock company, open joint stock company, closed joint stock company, public joint stock company, private joint stock company, ' +
      'joint stock co, aktsionernoe obshchestvo, otkrytoe aktsionernoe obshchestvo, zakrytoe aktsionernoe obshchestvo, publichnoe aktsionernoe obshchestvo, ' +
      'aktsiaselts, akciju sabiedriba, akcine bendrove, uab, anonim sirketi, anonim sirket, tbk, dd, ad, akcionarsko drustvo, spolka akcyjna, akciova spolecnost, ' +
      'ао, оао, зао, пао, ат, пат, прат, ват, зат, тао, акционерное общество, открытое акционерное общество, закрытое акционерное общество, публичное акционерное общество, ' +
      'акціонерне товариство, приватне акціонерне товариство, публічне акціонерне товариство, ад, акционерно дружество, ае, ανωνυμη εταιρεια, sab de cv, sa de cv, ' +
      'شرکت سهامی, سهامی خاص, سهامی عام, kk, kabushiki kaisha, 株式会社, 股份有限公司, 주식회사, corp, corporation, incorporated, inc, incorporation, corporacion, korporatsiya, корпорация, societe par actions simplifiee, sas, sasu, sca',
  ],
  [
    'limited',
    'gmbh, gesellschaft mit beschrankter haftung, ges mbh, mbh, ug, ltd, limited, pvt ltd, private limited, pte ltd, pte, pty ltd, pty, proprietary limited, private limited company, sdn bhd, bhd, ' +
      'llc, l l c, limited liability company, limited liability co, ooo, too, obshchestvo s ogranichennoi otvetstvennostyu, obshchestvo s ogranichennoy otvetstvennostyu, ' +
      'srl, sarl, s a r l, sociedad de responsabilidad limitada, societe a responsabilite limitee, societa a responsabilita limitata, societatea cu raspundere limitata, sociedad limitada, ' +
      's de rl de cv, s de rl, ltda, limitada, sl, slu, lda, bv, besloten vennootschap, bvba, sprl, aps, anpartsselskab, kft, doo, eood, ood, sro, sp z oo, sp z o o, sp zoo, spolka z ograniczona odpowiedzialnoscia, ' +
      'oü, ou, osauhing, sia, mchj, limited sirketi, ltd sti, ehf, fze, fzco, fzc, fz llc, dmcc, wll, co ltd, company limited, limited company, co llc, ооо, тоо, тов, оод, еоод, дoo, доо, ' +
      'общество с ограниченной ответственностью, товарищество с ограниченной ответственностью, товариство з обмеженою відповідальністю, ' +
      'επε, ικε, مسئولیت محدود, با مسئولیت محدود, ذ م م, 有限公司, 有限责任公司, 有限責任公司, 유한회사, 有限会社, בעמ, gk, godo kaisha',
  ],
  [
    'partnership',
    'lp, llp, lllp, limited partnership, limited liability partnership, kg, ohg, kommanditgesellschaft, gmbh co kg, snc, scs, cv, vof, общество на доверии, kd, ky, partnership',
  ],
  [
    'sole',
    'ip, ип, индивидуальный предприниматель, individual entrepreneur, eurl, ek, einzelunternehmen, sole proprietorship, чп, фоп',
  ],
  [
    'non-profit',
    'ano, ано, автономная некоммерческая организация, avtonomnaya nekommercheskaya organizatsiya, autonomous non profit organization, ev, eingetragener verein, stiftung, asbl, vzw, nko, нко, npo, ngo, фонд',
  ],
  [
    'state',
    'fgup, фгуп, fsue, federal state unitary enterprise, федеральное государственное унитарное предприятие, federalnoe gosudarstvennoe unitarnoe predpriyatie, gup, гуп, state unitary enterprise, ' +
      'rup, рup, руп, republican unitary enterprise, mup, муп, unitary enterprise, fku, fgbu, фгбу, fgbou, государственное унитарное предприятие, state enterprise, gp, гп, дп, soe',
  ],
  [
    'any',
    'co, company, cie, compagnie, kompaniya, компания, компанія, compania, companhia, شركة, شرکت, sirketi, se, societas europaea, 公司, 회사, 会社, firma, firm, фирма',
  ],
];

const byPhrase = new Map<string, FormKind>();
for (const [kind, list] of forms) for (const form of list.split(', ')) byPhrase.set(form, kind);
const mostWords = Math.max(...[...byPhrase.keys()].map((form) => form.split(' ').length));

/** The longest legal form that stands at `at` among folded words, and of how many words it is. */
export function legalFormAt(
  words: readonly string[],
  at: number,
): { readonly kind: FormKind; readonly words: number } | undefined {
  for (let count = Math.min(mostWords, words.length - at); count > 0; count--) {
    const kind = byPhrase.get(count === 1 ? words[at]! : words.slice(at, at + count).join(' '));
    if (kind !== undefined) return { kind, words: count };
  }
  return undefined;
}

/** A form written without a blank behind the name (SiemensAG): what is left of the word, if it is one. */
export function splitGluedForm(word: string): readonly [name: string, form: string] | undefined {
  for (const form of glued) {
    if (word.length >= form.length + 4 && word.endsWith(form)) return [word.slice(0, -form.length), form];
  }
  return undefined;
}
const glued = ['aktiengesellschaft', 'gmbh', 'corporation', 'limited', 'llc', 'ltd', 'plc'];
