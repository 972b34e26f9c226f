import { StatusTag } from '#ui/content.tsx';
import { ActionForm, Actions } from '#ui/form.tsx';
import { deskPaths } from '../../paths.ts';
import type { PlannedDay } from '../read.ts';
import type { PlannedShift } from '../store.ts';
import { words } from '../words.ts';
import { gapText, shiftText, type ShiftsProps } from './texts.ts';

/** Seven days, each with its gaps and its people. */
export function WeekList(props: ShiftsProps) {
  return (
    <ol class="days">
      {props.days.map((day, at) => (
        <Day {...props} planned={day} weekday={words[props.view.lang].weekdays[at] ?? ''} />
      ))}
    </ol>
  );
}

function Day({ planned, weekday, ...props }: ShiftsProps & { planned: PlannedDay; weekday: string }) {
  const { view } = props;
  const t = words[view.lang];
  const { day, shifts, gaps, open } = planned;
  return (
    <li>
      <h3>
        {Number(day.slice(5, 7))}/{Number(day.slice(8))} {weekday}
      </h3>
      <div>
        {gaps.map((gap) => (
          <p>
            <StatusTag tone="warn">{t.gap}</StatusTag> {gapText(view, gap)}
          </p>
        ))}
        {shifts.length === 0 && <p class="hint">{open ? t.nobodyPlanned : t.closed}</p>}
        <ul>
          {shifts.map((shift) => (
            <li class={shift.personId === props.personId ? 'own' : undefined}>
              {shiftText(view, shift)}
              {props.supervisor && <Drop {...props} shift={shift} />}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function Drop({ view, desk, shift }: ShiftsProps & { shift: PlannedShift }) {
  const t = words[view.lang];
  const action = view.href(deskPaths.removeShift.to({ deskId: desk.id, shiftId: shift.id }));
  return (
    <details class="more">
      <summary>{t.dropOf(shift.name)}</summary>
      <Actions>
        <ActionForm action={action} small fields={{ which: 'one' }}>
          {t.drop}
        </ActionForm>
        <ActionForm action={action} small fields={{ which: 'following' }}>
          {t.dropFollowing}
        </ActionForm>
      </Actions>
    </details>
  );
}
