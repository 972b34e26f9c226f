import { defineWords } from '#platform/i18n.ts';

/** Nothing of the person: a mail lies in inboxes for years, and is read over shoulders. */
export const mailWords = defineWords({
  ja: {
    subject: '相談窓口から支援ケースが届いています',
    body: '相談窓口から、本人の同意のもとで支援ケースが一件届いています。担当を決めて、本人との約束につないでください。\n個人の情報があるため、このメールを転送しないでください。',
  },
  en: {
    subject: 'A case has come from a consultation desk',
    body: 'With the consent of the person, a consultation desk has handed a case to you. Please name a worker and get in touch.\nIt is about a person: do not forward this mail.',
  },
});
