import { type Codes, defineCodes, markedAs } from '../case-files/codes.ts';

/**
 * 対応方法. Source: 自立相談支援機関使用標準様式, form 3. The national list counts 訪問 and 同行 together; here 同行 is an activity of its
 * own. `line`, `mail`, `online` and `letter` are local.
 */
export const kinds = defineCodes({
  interview: { ja: '面談', en: 'Talk in person' },
  phone: { ja: '電話相談・連絡', en: 'Telephone' },
  visit: { ja: '訪問', en: 'Visit' },
  accompaniment: { ja: '同行', en: 'Accompanied' },
  line: { ja: 'LINE・SNS', en: 'LINE or other messages' },
  mail: { ja: 'メール', en: 'E-mail' },
  online: { ja: 'オンライン', en: 'Online' },
  letter: { ja: '手紙・置き手紙', en: 'Letter' },
  'in-house': { ja: '所内会議', en: 'Meeting in the house' },
  'plan-meeting': { ja: '支援調整会議（プラン策定）', en: 'Support meeting (plan)' },
  'review-meeting': { ja: '支援調整会議（評価）', en: 'Support meeting (review)' },
  'agency-call': { ja: '他機関との電話照会・協議', en: 'Call with another office' },
  'agency-meeting': { ja: '他機関との会議', en: 'Meeting with another office' },
  other: { ja: 'その他', en: 'Other' },
});

/** 支援の内容: what was provided on the case. */
export const services = defineCodes({
  consultation: { ja: '相談支援', en: 'Advice' },
  accompaniment: { ja: '同行支援', en: 'Accompaniment' },
  visit: { ja: '訪問支援', en: 'Visit' },
  protection: { ja: '一時保護', en: 'Temporary protection' },
  housing: { ja: '居住支援', en: 'Housing support' },
  independence: { ja: '自立支援', en: 'Support to independence' },
  'work-training': { ja: '就労訓練', en: 'Work training' },
  'work-support': { ja: '就労支援', en: 'Help with work' },
  budget: { ja: '家計改善', en: 'Household budget' },
  food: { ja: '食料支援', en: 'Food' },
  legal: { ja: '法律相談', en: 'Legal advice' },
  medical: { ja: '医療につなぐ', en: 'Medical care' },
  other: { ja: 'その他', en: 'Other' },
});

const lasting: readonly string[] = ['protection', 'housing', 'independence', 'work-training', 'budget'];

/** Services that go on from a day until another; the others are over with their record. */
export function isLasting(codes: Codes, service: string | null): boolean {
  return service !== null && (lasting.includes(service) || markedAs(codes, 'lasting').includes(service));
}

export const places = defineCodes({
  office: { ja: '当機関', en: 'Our office' },
  home: { ja: '自宅', en: 'Home' },
  'welfare-office': { ja: '福祉事務所・役所', en: 'Public office' },
  'job-centre': { ja: 'ハローワーク', en: 'Job centre' },
  hospital: { ja: '病院・診療所', en: 'Hospital or clinic' },
  'estate-agent': { ja: '不動産店・内見', en: 'Estate agent or flat' },
  court: { ja: '裁判所・法律事務所', en: 'Court or law office' },
  police: { ja: '警察', en: 'Police' },
  school: { ja: '学校', en: 'School' },
  workplace: { ja: '職場・訓練先', en: 'Workplace' },
  bank: { ja: '銀行・郵便局', en: 'Bank or post office' },
  shelter: { ja: '一時的な住まい', en: 'Shelter' },
  outside: { ja: '街なか・その他', en: 'Somewhere else' },
});

export const withWhom = defineCodes({
  person: { ja: '本人', en: 'The person' },
  family: { ja: '家族', en: 'Family' },
  organisation: { ja: '関係機関', en: 'Other offices' },
});
