import { StatusTag } from '#ui/content.tsx';
import { deskPaths } from '../../paths.ts';
import type { PlannedDay } from '../read.ts';
import { words } from '../words.ts';
import { type ShiftsProps, spanText } from './texts.ts';

/** Weeks below each other; each day leads to its week. */
export function MonthTable(props: ShiftsProps) {
  const { view, days } = props;
  const t = words[view.lang];
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  return (
    <div class="scroll" role="region" tabindex={0} aria-label={t.title}>
      <table class="table calendar">
        <caption class="vh">{t.title}</caption>
        <thead>
          <tr>
            {t.weekdays.map((weekday) => (
              <th scope="col">{weekday}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((day) => (
                <Cell {...props} planned={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ view, desk, day, planned }: ShiftsProps & { planned: PlannedDay }) {
  const t = words[view.lang];
  const href = view.href(deskPaths.shifts.to({ deskId: desk.id }, { span: 'week', day: planned.day }));
  const same = planned.day.slice(0, 7) === day.slice(0, 7);
  return (
    <td class={same ? undefined : 'other'}>
      <a href={href}>
        {Number(planned.day.slice(5, 7))}/{Number(planned.day.slice(8))}
      </a>
      {planned.gaps.length > 0 && <StatusTag tone="warn">{t.gapsOf(planned.gaps.length)}</StatusTag>}
      {planned.shifts.map(({ startsAt, endsAt, name }) => (
        <p>
          {spanText(startsAt, endsAt)} {name}
        </p>
      ))}
    </td>
  );
}
