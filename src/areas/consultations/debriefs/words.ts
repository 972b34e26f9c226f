import { defineWords } from '#platform/i18n.ts';

export const words = defineWords({
  ja: {
    title: '自分のための振り返り',
    lead: '読めるのは、書いたあなただけです。責任者も読めません。記録ではなく、90日たつか、この相談の言葉が消えるときに消えます。空けて保存すると、いま消えます。',
    save: '振り返りを保存する',
    saved: '振り返りを保存しました。',
  },
  en: {
    title: 'A note for yourself',
    lead: 'Only you can read it, not even the supervisor. It is no part of the record; it goes after 90 days, or with the words of this contact. Saved empty, it goes now.',
    save: 'Save the note',
    saved: 'The note is saved.',
  },
});
