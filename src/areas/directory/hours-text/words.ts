import { defineWords } from '#platform/i18n.ts';
import type { RefusalWords } from '#platform/web/refusals.ts';
import type { HoursProblem } from './read.ts';

/** Hours as four fields that people fill. */
export const hoursWords = defineWords({
  ja: {
    days: '曜日',
    daysHint: '例：月〜金、第2・第4土、毎日',
    opens: '始まり',
    opensHint: '例：10:00',
    closes: '終わり',
    closesHint: '例：15:00',
    note: '休みの日など',
    noteHint: '「；」か改行で区切ります。例：祝日休み；第3月休み；年末年始休み；土10:00-12:00；要予約',
  },
  en: {
    days: 'Days',
    daysHint: 'In Japanese, for example 月〜金 or 第2・第4土',
    opens: 'From',
    opensHint: 'For example 10:00',
    closes: 'Until',
    closesHint: 'For example 15:00',
    note: 'Closed days and the rest',
    noteHint: 'One thing per line, for example 祝日休み or 土10:00-12:00',
  },
});

export const hoursRefusals: RefusalWords<HoursProblem> = {
  ja: {
    'days-missing': '曜日を入力してください（例：月〜金）',
    'time-missing': '始まりと終わりの両方を入力してください（例：10:00と15:00）',
    'time-unreadable': ({ text = '' }) => `「${text}」は時刻として読めません。10:00のように入力してください`,
  },
  en: {
    'days-missing': 'Enter the days',
    'time-missing': 'Enter both times, for example 10:00 and 15:00',
    'time-unreadable': ({ text = '' }) => `“${text}” is no time. Write it like 10:00`,
  },
};
