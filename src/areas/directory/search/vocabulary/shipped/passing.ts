import { listOf } from '../group.ts';

/** Words that say little beside others: taken for what is looked for only when nothing else was said. */
export const passingWords = listOf(
  `相談、支援、窓口、制度、場所、時間、電話、方法、情報、利用、利用者、案内、連絡、連絡先、番号、電話番号、対応、対象、条件、必要、理由、問題、関係、状況、状態、場合、自分、私、僕、俺、家族、本人、人間、
  教えて、おしえて、助け、市役所、区役所、役所、役場、県、市、区、町、村、県庁、近く、ちかく、近所、周辺、付近、最寄、無料、すぐ、至急、緊急、大変、困難、今日中、毎日、今月、来月、先月、今年、昨日、明日、最近、来週、今週、
  センター、サービス、サポート、ところ、もの、こと、ひと、とき、こまりごと、support、service、center、centre、near、free、i、my、me、a、the、to、for、in、of、and、is、am、have、with`,
);

/** Words by which somebody says that it cannot wait until tomorrow: what is open now comes first. */
export const urgentWords = listOf(
  '今日、きょう、本日、今夜、こんや、今晩、今すぐ、いますぐ、今から、いまから、たった今、ただちに、明日まで、今日中、夜中、深夜、tonight、today、right now、now、urgent',
);
