import { type Codes, defineCodes, markedAs } from '../case-files/codes.ts';

/** 担い手: who does what stands in a row of the plan. */
export const bearers = defineCodes({
  person: { ja: '本人', en: 'The person' },
  family: { ja: '家族', en: 'Family' },
  own: { ja: '当機関', en: 'This organisation' },
  related: { ja: '関係機関・関係者', en: 'Others' },
});

/** 法に基づく事業等 of form 5. Source: 自立相談支援機関使用標準様式, form 5. */
export const programs = defineCodes({
  'rent-benefit': { ja: '住居確保給付金', en: 'Housing security benefit' },
  'housing-support': { ja: '居住支援事業', en: 'Housing support' },
  budget: { ja: '家計改善支援事業', en: 'Household budget support' },
  'work-preparation': { ja: '就労準備支援事業', en: 'Preparation for work' },
  'work-training': { ja: '認定就労訓練事業', en: 'Certified work training' },
  'work-support': { ja: '自立相談支援事業による就労支援', en: 'Help with finding work' },
  'welfare-loan': { ja: '生活福祉資金貸付', en: 'Welfare loan' },
  'hello-work': {
    ja: '生活保護受給者等就労自立促進事業（ハローワーク）',
    en: 'Work programme with the job centre',
  },
  learning: { ja: '子どもの学習・生活支援事業', en: 'Learning support for children' },
  'other-program': { ja: 'その他の事業', en: 'Another programme' },
});

const decidedPrograms: readonly string[] = [
  'rent-benefit',
  'housing-support',
  'budget',
  'work-preparation',
  'work-training',
  'learning',
];

/** Programs whose use the municipality decides (支援決定); a plan without any is confirmed (確認). */
export function decidedIn(codes: Codes): readonly string[] {
  return [...decidedPrograms, ...markedAs(codes, 'decided')];
}

/** 関係機関・関係者. Source: the list of the national standard forms. */
export const related = defineCodes({
  'welfare-office': { ja: '福祉事務所（生活保護）', en: 'Welfare office' },
  'office-elderly': { ja: '行政（高齢）', en: 'Office for the elderly' },
  'office-disability': { ja: '行政（障害）', en: 'Office for disability' },
  'office-children': { ja: '行政（子ども・ひとり親）', en: 'Office for children and single parents' },
  'office-tax': { ja: '行政（税・国保・年金）', en: 'Tax, insurance and pension office' },
  'office-housing': { ja: '行政（住宅）', en: 'Housing office' },
  'office-other': { ja: '行政（その他）', en: 'Another office' },
  'job-centre': { ja: 'ハローワーク', en: 'Job centre' },
  'work-agency': { ja: '職業訓練・就労支援機関', en: 'Training or work agency' },
  'youth-station': { ja: '地域若者サポートステーション', en: 'Youth support station' },
  'work-preparation-agency': { ja: '就労準備支援機関', en: 'Work preparation agency' },
  'training-place': { ja: '認定就労訓練事業所', en: 'Certified training place' },
  company: { ja: '一般企業・商工団体', en: 'Company' },
  'budget-agency': { ja: '家計改善支援機関', en: 'Budget support agency' },
  'housing-agency': { ja: '居住支援法人・不動産業者', en: 'Housing agency' },
  shelter: { ja: 'シェルター・無料低額宿泊所', en: 'Shelter' },
  'community-centre': { ja: '地域包括支援センター', en: 'Community care centre' },
  'care-provider': { ja: '介護事業所・ケアマネジャー', en: 'Care provider' },
  'disability-work': { ja: '障害者就業・生活支援センター', en: 'Work and life centre for disability' },
  'disability-advice': { ja: '障害者相談支援事業所', en: 'Disability advice centre' },
  medical: { ja: '医療機関', en: 'Medical institution' },
  'health-centre': { ja: '保健所・保健センター', en: 'Health centre' },
  'mental-health-centre': { ja: '精神保健福祉センター', en: 'Mental health centre' },
  'withdrawal-centre': { ja: 'ひきこもり地域支援センター', en: 'Centre for social withdrawal' },
  'womens-centre': { ja: '女性相談支援センター・女性自立支援施設', en: 'Women’s support centre' },
  'violence-centre': { ja: '配偶者暴力相談支援センター', en: 'Domestic violence centre' },
  'child-centre': { ja: '児童相談所・こども家庭センター', en: 'Child guidance centre' },
  school: { ja: '学校・教育委員会', en: 'School' },
  'food-and-learning': { ja: '学習支援・子ども食堂・フードバンク', en: 'Learning support, food bank' },
  council: { ja: '社会福祉協議会', en: 'Council of social welfare' },
  legal: { ja: '法テラス・弁護士・司法書士', en: 'Legal help' },
  consumer: { ja: '消費生活センター', en: 'Consumer centre' },
  police: { ja: '警察', en: 'Police' },
  resettlement: { ja: '地域生活定着支援センター・保護観察所', en: 'Resettlement centre' },
  multilingual: { ja: '国際交流・多言語支援', en: 'Multilingual support' },
  welfare: { ja: '民生委員・児童委員', en: 'Welfare commissioner' },
  neighbourhood: { ja: '自治会・町内会', en: 'Neighbourhood association' },
  npo: { ja: 'NPO・ボランティア', en: 'NPO or volunteers' },
  lifeline: { ja: 'ライフライン・見守り事業者', en: 'Utilities and watch services' },
  relative: { ja: '家族・親族', en: 'Relatives' },
  friend: { ja: '知人・近隣', en: 'Friends or neighbours' },
  other: { ja: 'その他', en: 'Other' },
});

export const meetingResults = defineCodes({
  fits: { ja: 'このプランでよい', en: 'The plan fits' },
  'to-change': { ja: '直してから決める', en: 'To be changed first' },
});
