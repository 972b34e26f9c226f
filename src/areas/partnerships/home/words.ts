import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    title: '連携',
    lead: '団体、企業、行政が力を出しあうための入り口です。',
    nothing: 'いまの役割でできることは、ここにはありません',
    mine: '自分の団体',
  },
  en: {
    title: 'Together',
    lead: 'Where groups, companies and government join their strengths.',
    nothing: 'There is nothing here for your roles',
    mine: 'My organisation',
  },
});
