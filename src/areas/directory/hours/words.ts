import { defineWords } from '#platform/i18n.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const words = defineWords({
  ja: {
    weekdays: ['月', '火', '水', '木', '金', '土', '日'] as readonly string[],
    dayOf: (month: number, date: number, weekday: string) => `${month}月${date}日（${weekday}）`,
    yearly: (month: number, date: number) => `${month}月${date}日`,
    dated: (year: string, day: string) => `${year}年${day}`,
    today: '今日',
    tomorrow: '明日',
    nextDay: (time: string) => `翌${time}`,
    at: (day: string, time: string) => `${day} ${time}`,
    always: '24時間',
    open: 'いま開いています',
    openUntil: (time: string) => `いま開いています（${time}まで）`,
    opensAt: (moment: string) => `${moment}から`,
    closed: 'いまは閉まっています',
    unknown: '時間は問い合わせてください',
  },
  en: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    dayOf: (month: number, date: number, weekday: string) => `${weekday} ${date} ${months[month - 1]}`,
    yearly: (month: number, date: number) => `${date} ${months[month - 1]}`,
    dated: (year: string, day: string) => `${day} ${year}`,
    today: 'today',
    tomorrow: 'tomorrow',
    nextDay: (time: string) => `${time} the next day`,
    at: (day: string, time: string) => `${day} ${time}`,
    always: 'Day and night',
    open: 'Open now',
    openUntil: (time: string) => `Open now (until ${time})`,
    opensAt: (moment: string) => `Opens ${moment}`,
    closed: 'Closed now',
    unknown: 'Ask for the hours',
  },
});
