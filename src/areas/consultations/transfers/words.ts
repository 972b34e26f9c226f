import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { TransferRefusal } from './rules.ts';

/** What the person reads in their own conversation. */
export const personWords = defineWords({
  ja: {
    accepted: (desk: string) =>
      `ここからは、${desk}の相談員が続けます。ここまでの話は読んでいるので、もう一度話さなくて大丈夫です。`,
    goesOn: {
      chat: '番号と合言葉はそのまま使えます。',
      line: '返事はこの画面で読めます。LINEには「お知らせがあります」とだけ届き、いつものLINEから、またここへ来られます。',
      mail: 'このメールに返信すると、続きが届きます。',
    },
  },
  en: {
    accepted: (desk: string) =>
      `From here a counsellor of ${desk} goes on. They have read what you wrote, so you need not tell it again.`,
    goesOn: {
      chat: ' Your number and passphrase stay the same.',
      line: ' Answers are read on this page. LINE only says “There is a notice for you”; you get back here from the same LINE account.',
      mail: ' Answer this mail to go on.',
    },
  },
});

export const words = defineWords({
  ja: {
    title: '別の窓口へ引き継ぐ',
    lead: '相手の窓口が引き受けるまで、会話はここで続きます。引き受けると、この窓口からは見えなくなり、件数だけが残ります。',
    to: '引き継ぐ窓口',
    openNow: '受付中',
    closedNow: '時間外',
    basis: '引き継ぐ根拠',
    consent: '本人の同意がある',
    danger: '同意はないが、危険がある',
    dangerReason: '危険の理由（同意がないとき）',
    dangers: {
      life: '命の危険',
      child: '子どもの危険',
      violence: '暴力が迫っている',
      others: 'ほかの人への危険',
    },
    handoff: '申し送り（相手の窓口だけが読みます）',
    handoffHint: '本人がもう一度話さなくてすむように、要点と、次にしてほしいことを書きます',
    offer: '引き継ぎを頼む',
    offered: '引き継ぎを頼みました。返事があるまで、会話はここで続けてください。',
    pending: (desk: string, minutes: number) =>
      `${desk}に引き継ぎを頼んでいます（あと${minutes}分で戻ります）`,
    withdraw: '頼むのをやめる',
    withdrawn: '引き継ぎの依頼を取りやめました。',
    last: {
      declined: (desk: string, reason: string) => `${desk}は引き受けられませんでした：${reason}`,
      expired: (desk: string) => `${desk}から時間内に返事がありませんでした`,
    },
    offers: '引き継ぎの依頼',
    offersNews: (count: number) => `引き継ぎの依頼が${count}件あります`,
    from: (desk: string) => `${desk}から`,
    left: (minutes: number) => `あと${minutes}分`,
    accept: '引き受ける',
    accepted: '引き受けました。申し送りは記録の中にあります。',
    declineReason: '引き受けられない理由',
    declines: {
      'not-ours': 'この窓口の内容ではない',
      full: '手が足りない',
      closed: '受付が終わる',
      language: '言葉に対応できない',
    },
    decline: '引き受けられないと返す',
    declined: '引き受けられないと返しました。',
    handoffShown: '前の窓口からの申し送り',
    worries: '困りごと',
    away: 'この会話は別の窓口へ引き継がれました。この窓口には件数だけが残ります。',
  },
  en: {
    title: 'Hand to another desk',
    lead: 'The talk goes on here until they accept. Then it is no longer seen here; only its count stays.',
    to: 'To which desk',
    openNow: 'open',
    closedNow: 'closed',
    basis: 'On what ground',
    consent: 'The person agrees',
    danger: 'Without consent, because of danger',
    dangerReason: 'Danger (without consent)',
    dangers: {
      life: 'Life in danger',
      child: 'A child in danger',
      violence: 'Violence is near',
      others: 'Danger to others',
    },
    handoff: 'For the colleagues there',
    handoffHint: 'So that the person need not tell it twice: the point, and what should come next',
    offer: 'Ask them to take it',
    offered: 'They are asked. Go on talking here until they answer.',
    pending: (desk: string, minutes: number) => `${desk} is asked (comes back in ${minutes} min)`,
    withdraw: 'Take it back',
    withdrawn: 'Taken back.',
    last: {
      declined: (desk: string, reason: string) => `${desk} could not take it: ${reason}`,
      expired: (desk: string) => `${desk} did not answer in time`,
    },
    offers: 'Asked of this desk',
    offersNews: (count: number) => `${count} asked of this desk`,
    from: (desk: string) => `From ${desk}`,
    left: (minutes: number) => `${minutes} min left`,
    accept: 'Take it over',
    accepted: 'You have it. What the other desk wrote stands in the record.',
    declineReason: 'Why not',
    declines: {
      'not-ours': 'Not a matter of this desk',
      full: 'No hands free',
      closed: 'The desk closes',
      language: 'Not in this language',
    },
    decline: 'Say that you cannot',
    declined: 'Declined.',
    handoffShown: 'From the desk before',
    worries: 'Worries',
    away: 'This talk was handed to another desk. Only its count stays here.',
  },
});

export const refusals: RefusalWords<TransferRefusal> = {
  ja: {
    'transfer-ended': '対応中の会話だけを引き継げます',
    'transfer-not-yours': 'この相談はあなたの担当ではありません',
    'transfer-open-already': 'もう引き継ぎを頼んでいます',
    'transfer-desk-unfit': 'この手段で受けられる窓口を選んでください',
    'transfer-basis-missing': '引き継ぐ根拠を選んでください',
    'transfer-danger-missing': '同意がないときは、危険の理由を選んでください',
    'transfer-handoff-missing': '申し送りを書いてください',
    'transfer-gone': 'この依頼はもうありません',
    'transfer-too-many': ({ most }) => `一度に対応できるのは${most}件までです`,
    'transfer-reason-missing': '引き受けられない理由を選んでください',
  },
  en: {
    'transfer-ended': 'Only a talk that goes on can be handed over',
    'transfer-not-yours': 'It is not yours',
    'transfer-open-already': 'A desk is being asked already',
    'transfer-desk-unfit': 'Choose a desk that answers at this door',
    'transfer-basis-missing': 'Choose the ground',
    'transfer-danger-missing': 'Without consent, choose the danger',
    'transfer-handoff-missing': 'Write something for the colleagues there',
    'transfer-gone': 'It is no longer asked',
    'transfer-too-many': ({ most }) => `You can hold ${most} at the same time`,
    'transfer-reason-missing': 'Choose why not',
  },
};
