import type { Text } from '#platform/i18n.ts';

/** What narrows a live measure: the code of a desk, a way of contact, a domain of いまの様子, a part of the site. */
export type Parameter = 'desk' | 'door' | 'domain' | 'section';

/** A number that the product counts itself. Its version is raised when it would count the same work otherwise. */
export interface LiveMeasure {
  readonly code: string;
  readonly name: Text;
  readonly definition: Text;
  /** In words. */
  readonly formula: Text;
  readonly unit: Text;
  readonly counting: 'total' | 'distinct' | null;
  readonly version: number;
  readonly parameters: readonly Parameter[];
}

const cases = { ja: '件', en: 'cases' };
const people = { ja: '人', en: 'people' };
const yen = { ja: '円', en: 'yen' };

function live(
  code: string,
  name: Text,
  rest: Partial<Pick<LiveMeasure, 'unit' | 'counting' | 'parameters' | 'version'>> & {
    definition: Text;
    formula: Text;
  },
): LiveMeasure {
  return { code, name, version: 1, unit: cases, counting: null, parameters: [], ...rest };
}

const records = {
  ja: '支援の記録を、日付のある年度に、記録ごとに1回数えます。取り消した記録は数えません。',
  en: 'Records of support in the year of their day, each once; replaced records are not counted.',
};
const persons = {
  ja: '支援の記録がある人を、年度に1回だけ数えます。',
  en: 'People with such a record, each once in the year.',
};

/** Every live measure, in the order in which they are offered. */
export const registry: readonly LiveMeasure[] = [
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
    'members',
    { ja: '官民連携の構成員', en: 'Members of the platform' },
    {
      definition: {
        ja: '年度の最後の日（年度の途中は今日）に構成員である団体',
        en: 'Members on the last day of the year, or today',
      },
      formula: { ja: '構成員の数', en: 'Number of members' },
      unit: { ja: '団体', en: 'groups' },
    },
  ),
  live(
    'matches',
    { ja: '官民連携で届いたマッチング', en: 'Matches delivered' },
    {
      definition: {
        ja: '年度に始まった申し出のうち、約束したものが届いた（行われた）もの',
        en: 'Of the requests that began in the year: those in which what was agreed has been delivered.',
      },
      formula: { ja: '届いたマッチングの数、すべての種類', en: 'Delivered matches of all kinds' },
    },
  ),
  live(
    'goods-kg',
    { ja: '動いた食料・物資の重さ', en: 'Weight of goods moved' },
    {
      definition: {
        ja: '年度に受け取られ、数えられた食料と物資のうち、キログラムで数えたもの',
        en: 'Food and goods that were received and counted in the year, where they are counted in kilograms.',
      },
      formula: { ja: '受け取った量の合計', en: 'Sum of what was received' },
      unit: { ja: 'kg', en: 'kg' },
    },
  ),
  live(
    'answer-rate',
    { ja: '申し出に返事があった割合', en: 'Requests that were answered' },
    {
      definition: {
        ja: '年度に届いた最初の申し出のうち、期限までに返事があったものの割合。申し出が少ない時は数えません。',
        en: 'Of the first requests of the year, how many were answered in time. Not told of few.',
      },
      formula: {
        ja: '返事があった数÷申し出の数、1％未満は切り捨て',
        en: 'Answered ÷ requests, cut to a whole percent',
      },
      unit: { ja: '％', en: '%' },
    },
  ),
  live(
    'places',
    { ja: '開いた居場所の数', en: 'Places that were open' },
    {
      definition: {
        ja: '年度に開き、来た人を数えた居場所・子ども食堂',
        en: 'Places that opened in the year and counted who came.',
      },
      formula: { ja: '居場所の数', en: 'Number of places' },
      unit: { ja: 'か所', en: 'places' },
    },
  ),
  live(
    'place-visits',
    { ja: '居場所に来た人（延べ）', en: 'Visits to places' },
    {
      definition: {
        ja: '居場所・子ども食堂の回ごとに、来た人を数えます。',
        en: 'Who came to each session of a place.',
      },
      formula: { ja: '回ごとの人数の合計', en: 'Sum of the sessions' },
      unit: people,
      counting: 'total',
    },
  ),
  live(
    'training-sessions',
    { ja: '研修の回数', en: 'Training sessions' },
    {
      definition: { ja: '年度に開かれ、終わった研修の回', en: 'Sessions that were held and have ended' },
      formula: { ja: '回の数', en: 'Number of sessions' },
      unit: { ja: '回', en: 'times' },
    },
  ),
  live(
    'training-total',
    { ja: '研修の受講者（延べ）', en: 'Attendances' },
    {
      definition: { ja: '研修の回ごとの出席を数えます。', en: 'Attendances of all sessions.' },
      formula: { ja: '出席の数', en: 'Number of attendances' },
      unit: people,
      counting: 'total',
    },
  ),
  live(
    'training-distinct',
    { ja: '研修の受講者（実人数）', en: 'Participants (distinct)' },
    {
      definition: { ja: '研修に出席した人を、年度に1回だけ数えます。', en: 'Each person once in the year.' },
      formula: { ja: '出席した、異なる人の数', en: 'Different people' },
      unit: people,
      counting: 'distinct',
    },
  ),
  live(
    'work-training-employed',
    { ja: '就労訓練から一般就労した人', en: 'Employed after training' },
    {
      definition: {
        ja: '年度に終わった就労訓練のうち、一般就労につながったもの',
        en: 'Work trainings of the year that led to employment',
      },
      formula: { ja: '一般就労の数', en: 'Number employed' },
      unit: people,
      counting: 'distinct',
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
  live(
    'page-views',
    { ja: 'ページの閲覧数', en: 'Page views' },
    {
      definition: {
        ja: 'だれでも見られるページが開かれた回数。職員の閲覧と、名乗った自動の読み取りは数えません。だれが見たかは記録しません。',
        en: 'How often pages for everybody were opened, without staff and programs that say so. Who looked is not kept.',
      },
      formula: { ja: '日ごとの閲覧数を足します。', en: 'The days, added up.' },
      unit: { ja: '回', en: 'views' },
      counting: 'total',
      parameters: ['section'],
    },
  ),
];

export function registered(code: string): LiveMeasure | undefined {
  return registry.find((measure) => measure.code === code);
}
