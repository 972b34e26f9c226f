import { live, people, yen, type LiveMeasure } from './measure.ts';

/** What was decided and paid in the calls of a program. */
export const money: readonly LiveMeasure[] = [
  live(
    'benefit-recipients',
    { ja: '給付を受けた人（延べ）', en: 'Benefits (total people)' },
    {
      definition: {
        ja: 'この事業の募集で決まった給付を、給付ごとに1人と数えます。',
        en: 'Benefits of the program’s calls, each as one person.',
      },
      formula: { ja: '給付の数', en: 'Number of benefits' },
      unit: people,
      counting: 'total',
    },
  ),
  live(
    'benefit-people',
    { ja: '給付を受けた人（実人数）', en: 'Recipients (distinct)' },
    {
      definition: {
        ja: 'この事業の募集で給付を受けた人を、年度に1回だけ数えます。',
        en: 'People who received a benefit, each once in the year.',
      },
      formula: { ja: '給付を受けた、異なる人の数', en: 'Different recipients' },
      unit: people,
      counting: 'distinct',
    },
  ),
  live(
    'decided-yen',
    { ja: '決定した金額', en: 'Yen decided' },
    {
      definition: { ja: 'この事業の募集で交付や給付を決定した額', en: 'Decided in the program’s calls' },
      formula: { ja: '決定額の合計', en: 'Sum of what was decided' },
      unit: yen,
    },
  ),
  live(
    'paid-yen',
    { ja: '支払った金額', en: 'Yen paid' },
    {
      definition: { ja: 'この事業の募集で支払った額', en: 'Paid in the program’s calls' },
      formula: { ja: '支払額の合計', en: 'Sum of what was paid' },
      unit: yen,
    },
  ),
  live(
    'settled-yen',
    { ja: '精算した金額', en: 'Yen accounted for' },
    {
      definition: {
        ja: 'この事業の募集で支払い、報告や受領書で使いみちを確かめた額',
        en: 'Paid in the program’s calls, and accounted for by reports and receipts',
      },
      formula: { ja: '精算額の合計', en: 'Sum of what was accounted for' },
      unit: yen,
    },
  ),
  live(
    'grant-groups',
    { ja: '交付を受けた団体', en: 'Groups awarded' },
    {
      definition: {
        ja: 'この事業の募集で交付を決定した団体を、年度に1回だけ数えます。',
        en: 'Groups awarded in the program’s calls, each once in the year.',
      },
      formula: { ja: '交付を受けた、異なる団体の数', en: 'Different groups' },
      counting: 'distinct',
    },
  ),
  live(
    'grant-reports',
    { ja: '受け取った報告', en: 'Reports received' },
    {
      definition: {
        ja: 'この事業の募集で、団体の実績報告と、給付のその後の報告を受け取った件数',
        en: 'Reports of groups, and of what came of benefits, in the program’s calls',
      },
      formula: { ja: '報告のあった交付と給付の数', en: 'Awards and benefits that were reported on' },
    },
  ),
];
