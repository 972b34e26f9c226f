import { defineWords } from '#platform/i18n.ts';

/** What somebody did with an edition, or with a correction of it. */
export const did = defineWords({
  ja: {
    prepare: '下書きを作成',
    refresh: '下書きを作り直し',
    propose: '承認を提案',
    approve: '承認して公表',
    withdraw: '取り下げ',
    'erratum-propose': '訂正を提案',
    'erratum-publish': '訂正を承認して公表',
    'erratum-refuse': '訂正を却下',
  },
  en: {
    prepare: 'made the draft',
    refresh: 'made the draft anew',
    propose: 'asked for approval',
    approve: 'approved and published',
    withdraw: 'withdrew it',
    'erratum-propose': 'proposed a correction',
    'erratum-publish': 'approved and published a correction',
    'erratum-refuse': 'refused a correction',
  },
});
