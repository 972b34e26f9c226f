import { defineWords } from '#platform/i18n.ts';

/** What each part is for, on top of its page. */
export const leads = defineWords({
  ja: {
    basics: 'どんな募集か、だれが使えるかを、はじめての人にも分かる言葉で書きます。',
    windows: '受け付ける期間です。いくつでも分けられます。',
    amount: 'いくら支払うかの決まりです。申請の額と決定の額は、この決まりで計算されます。',
    eligibility:
      '申請の前に、はい・いいえで確かめる質問です。当てはまらないときは、理由とほかの道を伝えます。',
    questions: '申請のときに、一問ずつ聞くことです。答えは書いたところまで残ります。',
    papers: '申請のときに付けてもらう書類です。写真でも受け取れます。',
    conditions: '決定の通知にのる条件と、活動が終わったあとの報告です。',
    review: '担当が確かめることと、審査員が点を付けることです。点は0から満点までの数です。',
    figures:
      '報告で数えてもらうことと、どの答えが事業のどの指標の数になるかです。額が確定した団体の答えが集計され、根拠のファイルと一緒に事業へ届きます。',
    benefit: 'いくら、何回まで、だれに支払うかです。申請した時点の版の決まりが、最後まで使われます。',
    'benefit-conditions':
      'すべて満たすと申請できます。当てはまらないときは、なぜかと、ほかにどこへ行けばよいかを伝えます。',
  },
  en: {
    basics: 'What it is and who can apply, in words that a newcomer understands.',
    windows: 'When applications are taken: one window or several.',
    amount: 'What is paid. What is asked and decided is reckoned by it.',
    eligibility: 'Yes or no, before anybody applies. A “no” says why, and where else to go.',
    questions: 'Asked one by one in the application. What is written is kept.',
    papers: 'Papers that come with the application; photographs are fine.',
    conditions: 'Conditions of the decision, and what is reported afterwards.',
    review: 'What the office ticks off, and what reviewers give points for, from 0 to the most.',
    figures:
      'What is counted in the report, and which answers become figures of the program. Answers of groups whose amount is fixed are added up and offered with their file.',
    benefit: 'How much, how often, and to whom. The version under which it was asked holds to the end.',
    'benefit-conditions': 'All have to be met. A “no” says why, and where else to go.',
  },
});
