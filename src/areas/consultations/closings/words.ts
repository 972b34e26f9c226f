import { tokyoMinute } from '#platform/dates.ts';
import { defineWords, type Lang } from '#platform/i18n.ts';
import type { Closing } from './rules.ts';

const words = defineWords({
  ja: {
    soonTalking: (time: string) => `受付は${time}までですが、この話が途中で切れることはありません。`,
    soonWaiting: (time: string) =>
      `受付は${time}までです。それまでにつながらなかったときも、書いた言葉は次に開いたときに読みます。`,
    closedTalking: '受付の時間は終わりましたが、この話は続けられます。',
    closedWaiting: (when: string) => `受付の時間は終わりました。書いた言葉は${when}に読みます。`,
    stays: '相談員は、時間のあともここに残ります。',
    noPromise: '返事が遅くなることがあります。',
    lines: '待てないときは、いつでもつながる次の番号があります。',
    nextOpen: '次に開いたとき',
    at: (day: string, time: string) => `${day} ${time}`,
    deskSoon: (minutes: number, talks: number) =>
      `あと${minutes}分で受付が終わります。あなたの対応中は${talks}件です。このまま続けるか、引き継ぐかを選べます。`,
    deskClosed: (talks: number) =>
      `受付の時間は終わっています。あなたの対応中の${talks}件は、このまま続けられます。`,
    stay: 'このまま続ける（相談者に伝える）',
    staying: '時間のあとも続けると伝えました。',
  },
  en: {
    soonTalking: (time: string) => `The desk closes at ${time}, but this talk is not cut off.`,
    soonWaiting: (time: string) =>
      `The desk closes at ${time}. If nobody reaches you before, your words are read when it opens again.`,
    closedTalking: 'The desk has closed, but this talk can go on.',
    closedWaiting: (when: string) => `The desk has closed. Your words are read ${when}.`,
    stays: 'The counsellor stays here.',
    noPromise: 'Answers may come later.',
    lines: 'If it cannot wait, these numbers answer at any time.',
    nextOpen: 'when it opens next',
    at: (day: string, time: string) => `on ${day} at ${time}`,
    deskSoon: (minutes: number, talks: number) =>
      `The desk closes in ${minutes} min. You have ${talks} talks. You may go on with them or hand them over.`,
    deskClosed: (talks: number) => `The desk has closed. Your ${talks} talks can go on.`,
    stay: 'Go on (and tell the person)',
    staying: 'The person was told that you stay.',
  },
});

/** Midnight is said as the end of its day. */
function timeOf(moment: Date): string {
  const time = tokyoMinute(moment).slice(11);
  return time === '00:00' ? '24:00' : time;
}

/** What the person reads about the hours; nothing while there is nothing to say. */
export function closingForPerson(
  lang: Lang,
  { closing, state, stays }: { closing: Closing; state: string; stays: boolean },
): string {
  const t = words[lang];
  if (closing.state === 'open' || (state !== 'open' && state !== 'waiting')) return '';
  const talking = state === 'open';
  if (closing.state === 'soon') {
    const time = timeOf(closing.closesAt);
    return [talking ? t.soonTalking(time) : t.soonWaiting(time), stays ? t.stays : '', t.lines].join('');
  }
  const { opensAt } = closing;
  const [day = '', time = ''] = opensAt ? tokyoMinute(opensAt).split(' ') : [];
  const when = opensAt ? t.at(day, time) : t.nextOpen;
  if (!talking) return `${t.closedWaiting(when)}${t.lines}`;
  return [t.closedTalking, stays ? t.stays : t.noPromise, t.lines].join('');
}

/** What the counsellor reads on top of the desk. */
export function closingForDesk(lang: Lang, { closing, talks }: { closing: Closing; talks: number }): string {
  const t = words[lang];
  if (closing.state === 'soon') return t.deskSoon(closing.minutes, talks);
  return closing.state === 'closed' && talks > 0 ? t.deskClosed(talks) : '';
}

export const stayWords = { ja: words.ja, en: words.en };
