import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    choose: '次につなぐ先を選ぶ',
    title: '別の組織につなぐ',
    lead: '受けた内容のうち、次の組織に伝えるものを選びます。はじめの依頼元には、どこにつないでどうなったかという状態だけが伝わります。',
    fields: '受けた内容から伝えるもの',
    message: '依頼したいこと、知っておいてほしいこと',
    consent: '本人の同意',
    consentLead:
      '本人に、何をどこに伝えるかを説明して同意を得てから送ります。同意は、もとのケースの記録に残り、本人はいつでも取り消せます。',
    purpose: '何のために伝えるか',
    how: '同意の方法',
    given: '同意の日',
    send: '送る',
    sent: '送りました。',
    shown: (organisation: string) =>
      `わたしは、選んだ内容を${organisation}に伝えることに同意します。いつでも取り消せることの説明を受けました。`,
  },
  en: {
    choose: 'Choose whom to refer to next',
    title: 'Refer to another organisation',
    lead: 'Choose what of it the next organisation is told. The first sender learns where it went and its state, and nothing else.',
    fields: 'Of what you were told',
    message: 'What you ask for, and what they should know',
    consent: 'Consent of the person',
    consentLead:
      'Tell the person what goes to whom, and send it once they agree. The consent stands in the record of their case, and they may withdraw it at any time.',
    purpose: 'What it is told for',
    how: 'How it was given',
    given: 'Day of consent',
    send: 'Send',
    sent: 'Sent.',
    shown: (organisation: string) =>
      `I agree that what was chosen is told to ${organisation}. I was told that I may withdraw at any time.`,
  },
});
