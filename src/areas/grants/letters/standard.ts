import type { LetterKind, LetterTemplate } from './kinds/rules.ts';

/** 教示 of administrative acts by a governor: 行政不服審査法 第82条, 行政事件訴訟法 第46条. */
const appeal = {
  ja: [
    'この決定に不服があるときは、この通知を受け取った日の翌日から起算して3か月以内に、知事に審査請求をすることができます。ただし、決定の日の翌日から起算して1年を過ぎると、審査請求をすることができません。',
    'この決定の取消しの訴えは、この通知を受け取った日（審査請求をしたときは、その裁決を受け取った日）の翌日から起算して6か月以内に、県を被告として（知事が被告の代表者となります）裁判所に起こすことができます。ただし、決定または裁決の日の翌日から起算して1年を過ぎると、起こすことができません。',
  ].join('\n\n'),
  en: [
    'If you disagree with this decision, you may ask the governor for a review within three months, counted from the day after you received this letter, and not later than one year after the day following the decision.',
    'You may sue for the decision to be set aside within six months, counted from the day after you received this letter (or the answer to your request for review), with the prefecture, represented by the governor, as the defendant, and not later than one year after the day following the decision or that answer.',
  ].join('\n\n'),
};
const conditions = { ja: '交付の条件', en: 'Conditions' };
const none = { ja: '', en: '' };

/** What an office's letters say until it writes its own. */
export const standardTemplates: Readonly<Record<LetterKind, LetterTemplate>> = {
  award: {
    title: { ja: '交付決定通知書', en: 'Decision to award a grant' },
    body: {
      ja: [
        '{received}に申請のあった「{call}」について、次のとおり補助金を交付することに決定しましたので、通知します。',
        '受付番号　　　　{application}\n交付決定額　　　金{yen}\n補助事業の期間　{startsOn}から{endsOn}まで\n実績報告の期限　{reportBy}',
        '理由　{reason}',
      ].join('\n\n'),
      en: [
        'You applied for “{call}” on {received}. We have decided to award you a grant as follows.',
        'Application: {application}\nAmount awarded: {yen}\nCosts count from {startsOn} to {endsOn}\nReport due: {reportBy}',
        'Reason: {reason}',
      ].join('\n\n'),
    },
    conditions,
    appeal,
  },
  support: {
    title: { ja: '支給決定通知書', en: 'Decision to pay' },
    body: {
      ja: [
        '{received}に申請のあった「{call}」について、次のとおり支給することに決定しましたので、通知します。',
        '受付番号　{application}\n支給決定額　金{yen}',
        '申請書（兼請求書）に書かれた口座に振り込みます。',
        '理由　{reason}',
      ].join('\n\n'),
      en: [
        'You applied for “{call}” on {received}. We have decided to pay you as follows.',
        'Application: {application}\nAmount: {yen}',
        'It will be transferred to the account that you named when you applied.',
        'Reason: {reason}',
      ].join('\n\n'),
    },
    conditions: { ja: '支給の条件', en: 'Conditions' },
    appeal,
  },
  benefit: {
    title: { ja: '支給決定通知書', en: 'Decision to pay' },
    body: {
      ja: [
        '{received}に申請のあった「{call}」について、次のとおり支給することに決定しましたので、通知します。',
        '給付番号　{application}\n支給決定額　金{yen}',
        'お金は、一緒に申請した団体が領収書と引きかえにお渡しするか、申請のときに伺った口座に振り込みます。分からないことは、一緒に申請した団体や窓口にお尋ねください。',
      ].join('\n\n'),
      en: [
        'You applied for “{call}” on {received}. We have decided to pay you as follows.',
        'Number: {application}\nAmount: {yen}',
        'The group that applied with you passes the money on to you against a receipt, or it is transferred to the account that you named. Ask the group or desk that applied with you if anything is unclear.',
      ].join('\n\n'),
    },
    conditions: { ja: '支給の条件', en: 'Conditions' },
    appeal,
  },
  'benefit-refusal': {
    title: { ja: '不支給決定通知書', en: 'Decision not to pay' },
    body: {
      ja: [
        '{received}に申請のあった「{call}」（給付番号 {application}）について、次の理由により支給しないことに決定しましたので、通知します。',
        '理由\n{reason}',
        'この決定は、あなたへの支援が終わるということではありません。ほかに使える制度は、一緒に申請した団体や窓口がお探しします。下のお問い合わせ先にも、そのままご連絡ください。',
      ].join('\n\n'),
      en: [
        'You applied for “{call}” on {received} ({application}). We have decided not to pay, for the following reason.',
        'Reason\n{reason}',
        'This is not the end of the support that you get. The group or desk that applied with you looks with you for what else there is, and you may ask us directly.',
      ].join('\n\n'),
    },
    conditions: none,
    appeal,
  },
  'benefit-cancellation': {
    title: { ja: '支給決定取消通知書', en: 'Decision to pay cancelled' },
    body: {
      ja: [
        '{awardedOn}付け{award}で支給を決定した「{call}」（給付番号 {application}）について、次の理由により決定を取り消しましたので、通知します。',
        '取り消した額　金{before}',
        '理由\n{reason}',
        '分からないことは、一緒に申請した団体や窓口、または下のお問い合わせ先にお尋ねください。',
      ].join('\n\n'),
      en: [
        'We cancel our decision of {awardedOn} ({award}) to pay you for “{call}” ({application}), for the following reason.',
        'Amount cancelled: {before}',
        'Reason\n{reason}',
        'Ask the group or desk that applied with you, or us, if anything is unclear.',
      ].join('\n\n'),
    },
    conditions: none,
    appeal,
  },
  refusal: {
    title: { ja: '不交付決定通知書', en: 'Decision not to award a grant' },
    body: {
      ja: [
        '{received}に申請のあった「{call}」（受付番号 {application}）について、次の理由により交付しないことに決定しましたので、通知します。',
        '理由\n{reason}',
        'この決定は、ほかの制度への申請を妨げるものではありません。使える制度について相談したいときは、下のお問い合わせ先にご連絡ください。',
      ].join('\n\n'),
      en: [
        'You applied for “{call}” on {received} ({application}). We have decided not to award a grant, for the following reason.',
        'Reason\n{reason}',
        'This does not keep you from applying elsewhere. If you would like to talk about what else there is, ask us.',
      ].join('\n\n'),
    },
    conditions: none,
    appeal,
  },
  change: {
    title: { ja: '変更承認通知書', en: 'Approval of a change' },
    body: {
      ja: [
        '{awardedOn}付け{award}で交付決定した「{call}」について、申請のあった変更を次のとおり承認しましたので、通知します。',
        '変更前の交付決定額　金{before}\n変更後の交付決定額　金{yen}\n補助事業の期間　　　{startsOn}から{endsOn}まで',
        '理由　{reason}',
      ].join('\n\n'),
      en: [
        'We approve the change of “{call}”, awarded on {awardedOn} ({award}), as follows.',
        'Amount before: {before}\nAmount now: {yen}\nCosts count from {startsOn} to {endsOn}',
        'Reason: {reason}',
      ].join('\n\n'),
    },
    conditions: none,
    appeal,
  },
  abolition: {
    title: { ja: '中止・廃止承認通知書', en: 'Approval of an end' },
    body: {
      ja: [
        '{awardedOn}付け{award}で交付決定した「{call}」の中止（廃止）を承認しましたので、通知します。',
        '承認後の交付決定額　金{yen}',
        '理由　{reason}',
      ].join('\n\n'),
      en: [
        'We approve that “{call}”, awarded on {awardedOn} ({award}), ends.',
        'Amount now: {yen}',
        'Reason: {reason}',
      ].join('\n\n'),
    },
    conditions: none,
    appeal,
  },
  fixing: {
    title: { ja: '額の確定通知書', en: 'Amount fixed' },
    body: {
      ja: [
        '{awardedOn}付け{award}で交付決定した「{call}」について、実績報告書を審査した結果、補助金の額を次のとおり確定しましたので、通知します。',
        '交付決定額　金{before}\n確定額　　　金{yen}\n支払済額　　金{paid}\n返還額　　　金{returnYen}\n返還の期限　{returnBy}',
        '理由　{reason}',
        '帳簿と証拠書類は、{keepYears}保存してください。',
      ].join('\n\n'),
      en: [
        'We have looked at your report on “{call}”, awarded on {awardedOn} ({award}), and fix the amount as follows.',
        'Amount awarded: {before}\nAmount fixed: {yen}\nPaid so far: {paid}\nTo be returned: {returnYen}\nReturn by: {returnBy}',
        'Reason: {reason}',
        'Keep your books and receipts for {keepYears}.',
      ].join('\n\n'),
    },
    conditions: none,
    appeal,
  },
  cancellation: {
    title: { ja: '交付決定取消通知書', en: 'Award cancelled' },
    body: {
      ja: [
        '{awardedOn}付け{award}で行った「{call}」の交付決定を、次の理由により取り消しましたので、通知します。',
        '取り消した額　金{before}',
        '理由\n{reason}',
      ].join('\n\n'),
      en: [
        'We cancel the award of “{call}” of {awardedOn} ({award}), for the following reason.',
        'Amount cancelled: {before}',
        'Reason\n{reason}',
      ].join('\n\n'),
    },
    conditions: none,
    appeal,
  },
  return: {
    title: { ja: '補助金返還命令書', en: 'Order to return a grant' },
    body: {
      ja: [
        '{awardedOn}付け{award}で交付決定した「{call}」について、次のとおり返還を命じます。',
        '返還を命じる額　金{returnYen}\n加算金　　　　　金{surcharge}\n返還の期限　　　{returnBy}',
        '理由\n{reason}',
        '期限までに返還がないときは、期限の翌日から返還の日までの日数に応じ、年10.95パーセントの割合で計算した延滞金を納めていただきます。',
      ].join('\n\n'),
      en: [
        'We order the return of money paid for “{call}”, awarded on {awardedOn} ({award}), as follows.',
        'Amount to return: {returnYen}\nSurcharge: {surcharge}\nReturn by: {returnBy}',
        'Reason\n{reason}',
        'What is returned later bears interest of 10.95 % a year from the day after the last day.',
      ].join('\n\n'),
    },
    conditions: none,
    appeal,
  },
};
