import type { SurveyQuestion } from './questions.ts';

const both = (ja: string, en = ja) => ({ ja, en });
const option = (code: string, ja: string, en: string) => ({ code, label: both(ja, en) });

/** Questions of the source's survey, as far as they can be asked without a name. */
export const exampleQuestions: readonly SurveyQuestion[] = [
  {
    code: 'place',
    kind: 'choice',
    label: both('どんな所', 'What kind of place'),
    hint: both(''),
    options: [
      option('park', '公園・河川敷', 'Park, riverside'),
      option('station', '駅・路上', 'Station, street'),
      option('night-shop', '深夜営業の店', 'Shop open at night'),
      option('car', '車の中', 'In a car'),
    ],
  },
  {
    code: 'age',
    kind: 'choice',
    label: both('見た目の年代', 'Age, by looks'),
    hint: both('分からなければ選ばなくて大丈夫です', 'Leave it out when you cannot tell'),
    options: [
      option('young', '39歳まで', 'Up to 39'),
      option('middle', '40〜64歳', '40 to 64'),
      option('old', '65歳以上', '65 and over'),
    ],
  },
  {
    code: 'needs',
    kind: 'choices',
    label: both('必要そうなもの', 'What seems to be needed'),
    hint: both(''),
    options: [
      option('food', '食べもの', 'Food'),
      option('bed', '寝る場所', 'A place to sleep'),
      option('care', '医療', 'Medical care'),
      option('talk', '話す相手', 'Somebody to talk to'),
    ],
  },
  {
    code: 'nights',
    kind: 'number',
    label: both('何泊目か（聞けたとき）', 'Nights, if told'),
    hint: both(''),
    options: [],
  },
  {
    code: 'note',
    kind: 'text',
    label: both('気づいたこと', 'What you noticed'),
    hint: both(''),
    options: [],
  },
];
