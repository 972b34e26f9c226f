import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { HolidayRefusal } from './rules.ts';

export const words = defineWords({
  ja: {
    title: '祝日',
    lead: '「祝日は休み」の窓口は、この表の日に休みと表示されます。法律が変わって表が間に合わないときや、特別な休日があるときに直します。',
    list: 'これからの祝日',
    day: '日',
    name: '名前',
    source: 'もと',
    national: '国の祝日',
    added: 'ここで加えた',
    takenOut: 'ここで外した（祝日としない）',
    change: '日を変える',
    date: '日付',
    what: 'この日を',
    make: '祝日にする',
    take: '祝日としない',
    nameJa: '名前',
    nameJaHint: '祝日にするときに、例：臨時の休日',
    nameEn: '英語の名前',
    save: '変える',
    saved: '祝日の表を変えました。',
    restore: '元に戻す',
    restored: '国の祝日の表のとおりに戻しました。',
    act: '操作',
    endsTitle: '祝日の表がもうすぐ終わります',
    ends: (day: string) =>
      `祝日の表は${day}までです。その後の祝日は、平日として扱われます。新しい版に更新するよう、システムの担当に伝えてください。`,
    until: (day: string) => `国の祝日の表は${day}まであります。`,
  },
  en: {
    title: 'Public holidays',
    lead: 'Desks that are closed on public holidays are shown as closed on these days. Change a day when the law is faster than the table, or when there is a special holiday.',
    list: 'Holidays to come',
    day: 'Day',
    name: 'Name',
    source: 'From',
    national: 'National table',
    added: 'Added here',
    takenOut: 'Taken out here (no holiday)',
    change: 'Change a day',
    date: 'Date',
    what: 'Make this day',
    make: 'a holiday',
    take: 'no holiday',
    nameJa: 'Name',
    nameJaHint: 'Where it becomes a holiday',
    nameEn: 'Name in English',
    save: 'Change',
    saved: 'The table of holidays is changed.',
    restore: 'Put back',
    restored: 'The day is again as the national table says.',
    act: 'Action',
    endsTitle: 'The table of holidays ends soon',
    ends: (day: string) =>
      `The table ends on ${day}. Later holidays are taken for working days. Please ask those who run the system to update it.`,
    until: (day: string) => `The national table reaches until ${day}.`,
  },
});

export const refusals: RefusalWords<HolidayRefusal> = {
  ja: {
    'past-day': '今日より前の日は変えられません',
    'name-missing': '祝日にするときは、名前を入力してください',
    'already-so': 'この日はもうそうなっています',
    'not-changed': 'この日は変えられていません',
  },
  en: {
    'past-day': 'Days before today cannot be changed',
    'name-missing': 'Enter a name for the holiday',
    'already-so': 'This day already is so',
    'not-changed': 'This day was not changed',
  },
};
