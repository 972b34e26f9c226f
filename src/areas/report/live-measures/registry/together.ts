import { live, people, type LiveMeasure } from './measure.ts';

/** What was done together, learnt and looked at. */
export const together: readonly LiveMeasure[] = [
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
    'surveyed-people',
    { ja: '実態調査で見かけた人（延べ）', en: 'People seen in field surveys' },
    {
      definition: {
        ja: '年度に終わった住居不安定者実態調査で見かけた人。名前は聞かないため、同じ人を二度数えることがあります。少ない調査は数えません。',
        en: 'Who was seen in the field surveys that ended in the year. Nobody is asked a name, so somebody may be counted twice. A survey that saw few is left out.',
      },
      formula: { ja: '回答ごとの人数の合計', en: 'Sum of the people of each answer' },
      unit: people,
      counting: 'total',
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
