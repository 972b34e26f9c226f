import type { RefusalWords } from '#platform/web/refusals.ts';
import { yenFull } from '#platform/money.ts';
import type { PackRefusal } from './rules.ts';

const yen = (value: string | number | undefined) => yenFull('ja', Number(value));
const yenEn = (value: string | number | undefined) => yenFull('en', Number(value));

export const refusals: RefusalWords<PackRefusal> = {
  ja: {
    'pack-empty': '申請が一件も入っていません',
    'pack-not-writable': '決裁に出したあとなので、直せません',
    'not-proposed': 'このまとまりは、いま決裁を待っていません',
    'changed-meanwhile': 'ほかの人が先に変えました。いまの内容を確かめて、もう一度行ってください',
    'not-checked': ({ number }) => `${number} は、いま「確認済み」ではありません。まとまりから外してください`,
    'yen-missing': ({ number }) => `${number} の交付額を、1円以上で入力してください`,
    'more-than-asked': ({ number }) => `${number} の交付額が、申請額を超えています`,
    'reason-missing': (facts) =>
      facts['number'] ? `${facts['number']} を交付しない理由を入力してください` : '理由を入力してください',
    'title-missing': '名前を入力してください',
    'own-work': 'このまとまりの準備に加わったため、決定はほかの決裁者が行います',
    'quorum-form': '定足数と出席の人数は、委員の人数までの数にしてください（定足数は1以上）',
    'quorum-missing': ({ present, quorum }) =>
      `出席${present}人では、定足数${quorum}人に達していないため、決定できません`,
    'met-missing': '審査会を開いた日が入っていません',
    'met-later': '決定日は、審査会を開いた日より前にできません',
    'day-ahead': '決定日は、今日までの日にしてください',
    'all-deferred': 'すべて保留にすると、決定するものがありません',
    'more-than-free': ({ needed, free, over }) =>
      `合計${yen(needed)}は、残りの予算${yen(free)}を${yen(over)}超えるため、決定できません。何も決定していません`,
  },
  en: {
    'pack-empty': 'There is no application in it',
    'pack-not-writable': 'It is before the approver and cannot be changed',
    'not-proposed': 'This pack does not wait for a decision now',
    'changed-meanwhile': 'Somebody changed it before you. Look at it as it stands and try again',
    'not-checked': ({ number }) => `${number} is not checked now. Take it out of the pack`,
    'yen-missing': ({ number }) => `Enter an amount of 1 yen or more for ${number}`,
    'more-than-asked': ({ number }) => `The amount for ${number} is more than was asked for`,
    'reason-missing': (facts) =>
      facts['number'] ? `Enter why ${facts['number']} is refused` : 'Enter the reason',
    'title-missing': 'Enter a name',
    'own-work': 'You had a hand in this pack, so another approver decides it',
    'quorum-form': 'Quorum and presence are numbers up to the members (the quorum at least 1)',
    'quorum-missing': ({ present, quorum }) =>
      `${present} present do not make the quorum of ${quorum}, so nothing can be decided`,
    'met-missing': 'The day of the board is missing',
    'met-later': 'A decision cannot be earlier than its board',
    'day-ahead': 'The day of the decision is today or earlier',
    'all-deferred': 'With everything put off there is nothing to decide',
    'more-than-free': ({ needed, free, over }) =>
      `${yenEn(needed)} is ${yenEn(over)} more than the free ${yenEn(free)}. Nothing was decided`,
  },
};
