import type { Lang } from '#platform/i18n.ts';
import type { Flaw, FlawName } from './rules.ts';

const flaws: Record<Lang, Record<FlawName, string>> = {
  ja: {
    'name-missing': '募集の名前を書きます',
    'summary-missing': 'どんな募集かを書きます',
    'who-missing': 'だれが使えるかを書きます',
    'contact-missing': '問い合わせ先の名前と、電話かメールを書きます',
    'window-missing': '受付を始める日と終える日を決めます',
    'window-turned': '終える日が、始める日より前になっています',
    'windows-overlap': 'ほかの受付期間と重なっています',
    'yen-missing': '金額を決めます',
    'tiers-missing': '区分ごとの金額を決めます',
    'tiers-double': '同じ数から始まる区分が二つあります',
    'rate-wrong': '補助率（1以下）と上限額を決めます',
    'amount-question': '金額の計算に使う質問を選びます（区分は数の質問、率は費用の質問）',
    'advance-wrong': '先に払う割合は1から100までの数で決めます',
    'eligibility-words': '質問と、当てはまらないときの案内を書きます',
    'questions-missing': '申請で聞くことを、一つ以上決めます',
    'question-words': '質問の文を書きます',
    'options-missing': '選択肢を二つ以上書きます',
    'condition-unknown': '「聞く条件」の質問が前にないか、その答えがありません',
    'paper-words': '書類の名前を書きます',
    'report-missing': '補助金には実績報告の期限を決めます',
    'report-unwanted': '申請兼請求の募集には、実績報告がありません',
    'report-days': '報告までの日数、最後の日、保存の年数を決めます',
    'check-words': '確かめることを書きます',
    'criterion-words': '審査の点の名前と、満点を決めます',
  },
  en: {
    'name-missing': 'Write the name of the call',
    'summary-missing': 'Say what it is',
    'who-missing': 'Say who can apply',
    'contact-missing': 'Give a contact with a telephone number or an address',
    'window-missing': 'Give the first and the last day',
    'window-turned': 'The last day is before the first',
    'windows-overlap': 'It overlaps another window',
    'yen-missing': 'Give the amount',
    'tiers-missing': 'Give an amount for each tier',
    'tiers-double': 'Two tiers begin at the same number',
    'rate-wrong': 'Give a rate of at most 1 and a ceiling',
    'amount-question':
      'Choose the question that the amount is reckoned from (a number for tiers, costs for a rate)',
    'advance-wrong': 'The share of an advance is from 1 to 100',
    'eligibility-words': 'Write the question, and what is said when it does not fit',
    'questions-missing': 'Ask at least one question',
    'question-words': 'Write the question',
    'options-missing': 'Write at least two options',
    'condition-unknown': 'The question of the condition does not come before, or has no such answer',
    'paper-words': 'Name the paper',
    'report-missing': 'A subsidy needs the days of its report',
    'report-unwanted': 'A one-shot call has no report',
    'report-days': 'Give days, last day and years of keeping',
    'check-words': 'Write what is checked',
    'criterion-words': 'Name the criterion and its points',
  },
};

/** What to mend, with the number of the row it is about. */
export function flawText(lang: Lang, { flaw, at }: Flaw): string {
  if (at === undefined) return flaws[lang][flaw];
  return lang === 'ja' ? `${at}つ目：${flaws.ja[flaw]}` : `No. ${at}: ${flaws.en[flaw]}`;
}
