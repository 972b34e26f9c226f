import { tokyoDay, tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Option } from '#ui/choices.tsx';
import { words as boardWords } from '../../boards/words.ts';
import type { Door } from '../../desks/settings.ts';
import type { Desk } from '../../desks/store.ts';
import type { PlannedDay } from '../read.ts';
import type { Gap } from '../rules.ts';
import type { PlannedShift } from '../store.ts';
import { words } from '../words.ts';

export interface ShiftsProps {
  readonly view: View;
  readonly desk: Desk;
  readonly span: 'week' | 'month';
  readonly day: string;
  readonly days: readonly PlannedDay[];
  readonly before: string;
  readonly after: string;
  readonly onDuty: readonly string[];
  readonly staff: readonly Option[];
  readonly supervisor: boolean;
  readonly personId: string;
  readonly state: FormState;
}

/** 9:00〜24:00 */
export function spanText(from: Date, to: Date): string {
  const clock = (moment: Date) => tokyoMinute(moment).slice(11).replace(/^0/, '');
  const midnight = clock(to) === '0:00' && tokyoDay(to) !== tokyoDay(from);
  return `${clock(from)}〜${midnight ? '24:00' : clock(to)}`;
}

export function gapText(view: View, gap: Gap): string {
  const t = words[view.lang];
  const where = gap.where === 'desk' ? t.desk : boardWords[view.lang].door[gap.where as Door];
  return `${spanText(new Date(gap.from), new Date(gap.to))} ${t.gapWords(where, gap.have, gap.need)}`;
}

export function shiftText(view: View, { startsAt, endsAt, name, doors }: PlannedShift): string {
  const at = doors.map((door) => boardWords[view.lang].door[door as Door]).join('・');
  return `${spanText(startsAt, endsAt)} ${name}（${at}）`;
}
