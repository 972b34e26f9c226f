import type { Text } from '#platform/i18n.ts';

export const domains = ['income', 'housing', 'work', 'health', 'ties', 'hope'] as const;
export type Domain = (typeof domains)[number];

const stage = (ja: string, en: string): Text => ({ ja, en });

/** What is asked, and five stages in words that a person would use of themselves; 1 is the hardest. The words are ours. */
export const scale: Readonly<
  Record<Domain, { readonly name: Text; readonly stages: readonly [Text, Text, Text, Text, Text] }>
> = {
  income: {
    name: { ja: '収入・家計', en: 'Money' },
    stages: [
      stage('食べものや光熱費に困っている', 'Short of food or power'),
      stage('足りず、借りたり滞納したりしている', 'Not enough: borrowing or in arrears'),
      stage('なんとか足りているが、余裕はない', 'Just enough, with nothing over'),
      stage('おおむね足りている', 'Mostly enough'),
      stage('足りていて、先の備えもできる', 'Enough, and something set aside'),
    ],
  },
  housing: {
    name: { ja: '住まい', en: 'Home' },
    stages: [
      stage('今夜泊まるところがない', 'No place for tonight'),
      stage('いるところはあるが、安心できない', 'A place, but not a safe one'),
      stage('当面はいられるところがある', 'A place for now'),
      stage('落ち着いて暮らせている', 'A settled home'),
      stage('これからも安心して住み続けられる', 'A home that will last'),
    ],
  },
  work: {
    name: { ja: '仕事・日中の過ごし方', en: 'Work and days' },
    stages: [
      stage('いまは考えられる状態にない', 'Cannot think of it now'),
      stage('何かしたいが、動き出せていない', 'Would like to, has not begun'),
      stage('準備をしたり、探したりしている', 'Preparing or looking'),
      stage('働いたり通ったりしているが、不安がある', 'Working or attending, unsure'),
      stage('自分に合う形で続けられている', 'Goes on in a way that fits'),
    ],
  },
  health: {
    name: { ja: 'からだとこころ', en: 'Body and mind' },
    stages: [
      stage('とてもつらいが、どこにもかかれていない', 'Very hard, without any care'),
      stage('つらい日が多い', 'Many hard days'),
      stage('よい日とつらい日がある', 'Good days and hard days'),
      stage('おおむね落ち着いている', 'Mostly calm'),
      stage('調子よく過ごせている', 'Well'),
    ],
  },
  ties: {
    name: { ja: '人とのつながり', en: 'Ties' },
    stages: [
      stage('話せる人がだれもいない', 'Nobody to talk to'),
      stage('知っている人はいるが、頼れない', 'People, but nobody to rely on'),
      stage('一人は頼れる人がいる', 'One person to rely on'),
      stage('頼れる人や居場所がいくつかある', 'Some people or places'),
      stage('互いに支え合える人がいる', 'People who hold each other'),
    ],
  },
  hope: {
    name: { ja: 'これからの見通し', en: 'What lies ahead' },
    stages: [
      stage('先のことを考えられない', 'Cannot think ahead'),
      stage('不安のほうが大きい', 'More worry than hope'),
      stage('少し先のことなら考えられる', 'Can think a little ahead'),
      stage('やってみたいことがある', 'Has something to try'),
      stage('自分で決めて進めている', 'Decides and goes on'),
    ],
  },
};
