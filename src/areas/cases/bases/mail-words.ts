import { defineWords } from '#platform/i18n.ts';

/** Nothing of the case but that it was opened: the reason stands behind the sign-in. */
export const mailWords = defineWords({
  ja: {
    told: {
      subject: '【至急】ケースが緊急に開かれました',
      body: '生命・身体の危険を理由に、ケースが一件、緊急に開かれました。あなたが知らせる人に選ばれています。次のページで理由を読み、確かめたことを記録してください。',
    },
    remind: {
      subject: '【再度のお願い】緊急に開かれたケースを確かめてください',
      body: '緊急に開かれたケースを、まだ確かめた記録がありません。次のページで理由を読み、確かめたことを記録してください。',
    },
    unsigned: {
      subject: '緊急に開かれたケースが確かめられていません',
      body: '緊急に開かれたケースを、知らせを受けた人が三日のあいだ確かめていません。次のページで状況を見て、確かめるように伝えてください。',
    },
  },
  en: {
    told: {
      subject: 'Urgent: a case was opened in an emergency',
      body: 'A case was opened for danger to life or body, and you were chosen to be told. Please read the reason on the following page, and record that you have looked at it.',
    },
    remind: {
      subject: 'Reminder: look at the case that was opened in an emergency',
      body: 'You have not yet recorded that you looked at a case that was opened in an emergency. Please read the reason on the following page.',
    },
    unsigned: {
      subject: 'A case opened in an emergency has not been looked at',
      body: 'For three days, the person who was told has not looked at a case that was opened in an emergency. Please see the following page, and ask them to.',
    },
  },
});
