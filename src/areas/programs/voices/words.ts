import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import { entryClosed } from '../programs/words.ts';
import type { VoiceRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '声',
    add: '声を加える',
    edit: '声を直す',
    lead: '利用した人や協力した事業所などの声です。名前は書かず、立場だけを示します。公表への同意を、日付と方法で記録します。',
    speaker: '話した人の立場',
    speakerHint: '例：対象者、事業所、支援団体。名前や、本人が分かることは書きません',
    words: '声',
    consentOn: '同意を得た日',
    consentHow: '同意を得た方法',
    consentHowHint: '例：書面、面談で確認して記録',
    consent: (on: string, how: string) => `同意：${on}（${how}）`,
    none: 'まだありません',
    remove: 'この声を削除する',
    removeLead: '本人が同意を取り消したときも、ここから削除します。',
    added: '声を加えました。',
    saved: '声を保存しました。',
    removed: '声を削除しました。',
  },
  en: {
    title: 'Voices',
    add: 'Add a voice',
    edit: 'Edit a voice',
    lead: 'What participants and partners say. Only their role is told, never a name. Consent to publish is recorded with its day and way.',
    speaker: 'Role of the speaker',
    speakerHint: 'For example participant, workplace, support group. No name, nothing that tells who it is',
    words: 'What was said',
    consentOn: 'Day of consent',
    consentHow: 'How consent was given',
    consentHowHint: 'For example in writing, or in a meeting and noted',
    consent: (on: string, how: string) => `Consent: ${on} (${how})`,
    none: 'None yet',
    remove: 'Remove this voice',
    removeLead: 'Also when a person takes their consent back.',
    added: 'The voice was added.',
    saved: 'The voice is saved.',
    removed: 'The voice was removed.',
  },
});

export const refusals: RefusalWords<VoiceRefusal> = {
  ja: {
    'entry-closed': entryClosed.ja,
    'speaker-missing': '話した人の立場を入力してください',
    'words-missing': '声を入力してください',
    'consent-missing': '同意を得た日と方法の両方を入力してください。同意のない声は載せられません',
    'consent-in-the-future': '同意を得た日が、今日より先になっています',
  },
  en: {
    'entry-closed': entryClosed.en,
    'speaker-missing': 'Enter the role of the speaker',
    'words-missing': 'Enter what was said',
    'consent-missing': 'Enter both the day and the way of consent. A voice without consent cannot be shown',
    'consent-in-the-future': 'The day of consent lies in the future',
  },
};
