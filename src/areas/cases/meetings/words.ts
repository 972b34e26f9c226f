import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({ ja: { title: '会議' }, en: { title: 'Meetings' } });
