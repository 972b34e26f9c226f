import type { RefusalWords } from '#platform/web/refusals.ts';
import type { RoundRefusal } from './rules.ts';

export const refusals: RefusalWords<RoundRefusal> = {
  ja: {
    'deadline-past': '締切には今日以降の日を選んでください',
    'deadline-not-later': '新しい締切は、いまの締切より後の日にしてください',
    'no-programs': 'この年度には、照会する事業がまだ登録されていません',
    'already-open': 'この年度には受付中の照会があります。先にそれを締め切ってください',
    'not-open': 'この照会はすでに締め切られています',
    'not-closed': 'この照会はすでに受付中です',
    'nobody-owes': '提出が残っている局はありません',
  },
  en: {
    'deadline-past': 'Choose today or a later day as the deadline',
    'deadline-not-later': 'The new deadline has to be after the present one',
    'no-programs': 'This year has no program to ask about yet',
    'already-open': 'A round of this year is open. Close it first',
    'not-open': 'This round is already closed',
    'not-closed': 'This round is already open',
    'nobody-owes': 'No bureau owes anything',
  },
};
