import { defineWords } from '../i18n.ts';

export const siteWords = defineWords({
  ja: {
    operatorJa: '運営する自治体（日本語）',
    operatorHint: '例：○○県',
    operatorEn: '運営する自治体（英語）',
    titleJa: 'サイトの名前（日本語）',
    titleEn: 'サイトの名前（英語）',
    headquartersJa: '推進する本部や会議の名前（日本語）',
    headquartersEn: '推進する本部や会議の名前（英語）',
  },
  en: {
    operatorJa: 'Operator (Japanese)',
    operatorHint: 'For example ○○県',
    operatorEn: 'Operator (English)',
    titleJa: 'Name of the site (Japanese)',
    titleEn: 'Name of the site (English)',
    headquartersJa: 'Headquarters or council (Japanese)',
    headquartersEn: 'Headquarters or council (English)',
  },
});
