import { live, people, type LiveMeasure } from './measure.ts';

const records = {
  ja: '支援の記録を、日付のある年度に、記録ごとに1回数えます。取り消した記録は数えません。',
  en: 'Records of support in the year of their day, each once; replaced records are not counted.',
};
const persons = {
  ja: '支援の記録がある人を、年度に1回だけ数えます。',
  en: 'People with such a record, each once in the year.',
};

/** What desks and agencies did for people, and how it went. */
export const support: readonly LiveMeasure[] = [
  live(
    'contacts',
    { ja: '相談の件数', en: 'Contacts' },
    {
      definition: {
        ja: '窓口に届いた相談を、届いた日の年度に1回数えます。',
        en: 'Contacts that reached a desk, each once in the year of its arrival.',
      },
      formula: { ja: '窓口と方法ごとの月の数を足します。', en: 'The months of the desk and way, added up.' },
      parameters: ['desk', 'door'],
    },
  ),
  live(
    'consultations',
    { ja: '相談支援の件数', en: 'Consultations in support' },
    {
      definition: records,
      formula: { ja: '相談支援の記録の数', en: 'Records of consultation' },
      parameters: ['desk'],
    },
  ),
  live(
    'accompaniments',
    { ja: '同行支援の件数', en: 'Accompaniments' },
    {
      definition: records,
      formula: { ja: '同行支援の記録の数', en: 'Records of accompaniment' },
      parameters: ['desk'],
    },
  ),
  live(
    'protection',
    { ja: '一時保護の人数', en: 'People in temporary protection' },
    {
      definition: persons,
      formula: { ja: '一時保護の記録がある人の数', en: 'People with a record of protection' },
      unit: people,
      counting: 'distinct',
      parameters: ['desk'],
    },
  ),
  live(
    'independence',
    { ja: '自立支援の人数', en: 'People supported toward independence' },
    {
      definition: persons,
      formula: { ja: '自立支援の記録がある人の数', en: 'People with a record of support' },
      unit: people,
      counting: 'distinct',
      parameters: ['desk'],
    },
  ),
  live(
    'improved',
    { ja: '様子がよくなった人', en: 'People whose state improved' },
    {
      definition: {
        ja: '窓口・機関が支える人のうち、年度のうちに様子をたずねて、最初の時よりよくなった人。公表する時は、少ない人数を載せません。',
        en: 'Of the people whom a desk supports: asked in the year and better than at first. Few are not told in public.',
      },
      formula: { ja: 'はじめと終わりを比べて、よくなった数', en: 'Better at the end than at the beginning' },
      unit: people,
      counting: 'distinct',
      parameters: ['domain', 'desk'],
      version: 2,
    },
  ),
  live(
    'referrals-ended',
    { ja: 'つないで、その後を聞いた件数', en: 'Referrals that ended' },
    {
      definition: {
        ja: '窓口・機関がほかへつないだ依頼のうち、その後の様子を聞いて終えたもの。終えた日の年度に1回数えます。',
        en: 'Referrals that a desk sent and of which it heard how they went, each once in the year of that day.',
      },
      formula: { ja: '終えた依頼の数', en: 'Number of ended referrals' },
      parameters: ['desk'],
    },
  ),
  live(
    'referrals-well',
    { ja: 'つないで、良くなった件数', en: 'Referrals that went well' },
    {
      definition: {
        ja: 'つないだ依頼のうち、その後の様子が「落ち着いた」か「良くなった」だったもの。終えた日の年度に1回数えます。',
        en: 'Referrals whose outcome was settled or improved, each once in the year in which the desk heard of it.',
      },
      formula: { ja: '「落ち着いた」と「良くなった」の数', en: 'Settled and improved referrals' },
      parameters: ['desk'],
    },
  ),
];
