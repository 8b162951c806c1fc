import { nearest } from '../diagnostics/nearest.ts';
import type { AskedActivity } from '../law/question.ts';
import { type Findings, refuse } from './findings.ts';
import { nameKey } from './name-key.ts';

/** The words for each activity, the name of the option first; then English, Persian, Russian, Arabic, French, German, Spanish. */
const WORDS: Readonly<Record<AskedActivity, string>> = {
  transfer: 'transfer, انتقال, передача, نقل, تحويل, transfert, Transfer, Weitergabe, Verbringung, transferencia',
  supply:
    'supply, supplies, export, sale, sell, delivery, عرضه, تامین, صادرات, فروش, تحویل, поставка, поставки, экспорт, продажа, توريد, إمداد, تصدير, بيع, تسليم, fourniture, livraison, exportation, vente, Lieferung, Ausfuhr, Verkauf, suministro, exportación, venta, entrega',
  procure:
    'procure, procurement, import, purchase, acquisition, buy, خرید, تهیه, واردات, закупка, закупки, приобретение, импорт, покупка, شراء, استيراد, اقتناء, achat, acquisition, importation, Beschaffung, Erwerb, Einfuhr, Kauf, adquisición, compra, importación',
  assistance:
    'assistance, technical assistance, کمک, کمک فنی, помощь, техническая помощь, техническое содействие, مساعدة, مساعدة تقنية, المساعدة التقنية, assistance technique, Hilfe, technische Hilfe, Unterstützung, technische Unterstützung, asistencia, asistencia técnica',
  finance:
    'finance, financing, financial assistance, تامین مالی, финансирование, финансовая помощь, تمويل, مساعدة مالية, financement, Finanzierung, Finanzhilfe, financiación, financiamiento, asistencia financiera',
  brokering:
    'brokering, brokerage, broking, دلالی, واسطه‌گری, واسطه گری, посредничество, посреднические услуги, брокерские услуги, سمسرة, وساطة, courtage, Vermittlung, Vermittlungsgeschäft, corretaje, intermediación',
  transit:
    'transit, transshipment, ترانزیت, транзит, عبور, ترانزيت, عبور العابر, transit, Durchfuhr, Transit, tránsito',
  travel:
    'travel, travel ban, entry, سفر, ورود, ممنوعیت سفر, поездка, поездки, въезд, запрет на поездки, سفر, دخول, حظر السفر, voyage, entrée, interdiction de voyager, Reise, Einreise, Reiseverbot, Einreiseverbot, viaje, entrada, prohibición de viajar',
  freeze:
    'freeze, asset freeze, assets freeze, freezing, مسدودسازی, مسدود کردن, انسداد دارایی, مسدود کردن دارایی‌ها, замораживание, замораживание активов, заморозка активов, تجميد, تجميد الأصول, gel, gel des avoirs, Einfrieren, Einfrieren von Vermögenswerten, Vermögenssperre, congelación, congelación de activos, inmovilización de activos',
  training:
    'training, آموزش, обучение, подготовка, تدريب, formation, entraînement, Ausbildung, Schulung, formación, entrenamiento, adiestramiento, capacitación',
  investment:
    'investment, invest, سرمایه‌گذاری, سرمایه گذاری, инвестиции, инвестиция, استثمار, investissement, Investition, Investitionen, inversión, inversiones',
  inspection:
    'inspection, inspections, بازرسی, досмотр, инспекция, تفتيش, inspection, Inspektion, Überprüfung, Durchsuchung, inspección, inspecciones',
  bunkering:
    'bunkering, سوخت‌رسانی, سوخت رسانی, бункеровка, تزويد بالوقود, التزويد بالوقود, soutage, avitaillement, Bunkern, Betankung, abastecimiento de combustible',
};

/** The activities that a question can be about. */
export const ACTIVITIES = Object.keys(WORDS) as readonly AskedActivity[];

let table: ReadonlyMap<string, AskedActivity> | undefined;

/** The activity that a word of the seven languages names, or undefined with the reason among the findings. */
export function understandActivity(text: string, findings: Findings): AskedActivity | undefined {
  if ((ACTIVITIES as readonly string[]).includes(text)) return text as AskedActivity;
  table ??= new Map(
    ACTIVITIES.flatMap((activity) => WORDS[activity].split(', ').map((word) => [nameKey(word), activity] as const)),
  );
  const known = ACTIVITIES.join(', ');
  return (
    table.get(nameKey(text)) ??
    refuse(findings, 'unknown-activity', 'activity', { input: text, nearest: nearest(text, ACTIVITIES), known })
  );
}
