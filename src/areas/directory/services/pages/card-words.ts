import { defineWords } from '#platform/i18n.ts';

export const cardWords = defineWords({
  ja: {
    kind: { scheme: '支援制度', desk: '相談窓口', group: '支援団体', place: '居場所' },
    status: {
      active: '',
      inactive: '休止しています',
      defunct: '終了しました',
      'temporarily closed': '一時的に休んでいます',
    },
    illustrative: '例示',
    freeCall: '通話無料',
    nowBy: (way: string) => `いまは${way}でつながります`,
    periodNow: '受付中',
    periodFrom: (day: string) => `受付は${day}から`,
    periodOver: '受付は終わりました',
    waiting: '順番待ちがあります',
    full: 'いまは受け入れが難しい状況です',
  },
  en: {
    kind: { scheme: 'Scheme', desk: 'Advice desk', group: 'Support group', place: 'Place to be' },
    status: {
      active: '',
      inactive: 'Not running',
      defunct: 'Ended',
      'temporarily closed': 'Closed for the time being',
    },
    illustrative: 'Example',
    freeCall: 'free call',
    nowBy: (way: string) => `now by: ${way}`,
    periodNow: 'Open for applications',
    periodFrom: (day: string) => `Applications from ${day}`,
    periodOver: 'Applications are closed',
    waiting: 'There is a waiting list',
    full: 'Full at present',
  },
});
